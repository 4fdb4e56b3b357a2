using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Deals.Matching;
using SoftNo.Signals;
using SoftNo.Storage.Audits;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Matching;

namespace SoftNo.Storage.Calls;

/// <summary>What became of an imported call.</summary>
/// <param name="Call">The stored call.</param>
/// <param name="Reading">Its reading; null where the call was known and its reading is of today's reader.</param>
/// <param name="IsNew">Whether it was not stored before.</param>
/// <param name="Match">The deal it was tied to, or why it waits.</param>
/// <param name="Difference">What the new reading changed, where an older reader had made one.</param>
public sealed record ImportedCall(StoredCall Call, Reading? Reading, bool IsNew, Match Match, ReadingDifference? Difference);

/// <summary>Stores calls with their readings, and ties them to deals; each whole or not at all.</summary>
public sealed class CallImporter
{
    private readonly Store _store;
    private readonly CallReader _reader;
    private readonly IClock _clock;
    private readonly IReadOnlyCollection<string> _ourDomains;
    private readonly Matcher _matcher;

    /// <summary>Makes an importer over the deals as they stand.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="rules">How sure matches are.</param>
    /// <param name="ourDomains">Our mail domains.</param>
    public CallImporter(Store store, CallReader reader, IClock clock, MatchingRules rules, IReadOnlyCollection<string> ourDomains)
    {
        (_store, _reader, _clock, _ourDomains) = (store, reader, clock, ourDomains);
        _matcher = StoredMatching.Of(store, rules, ourDomains);
    }

    /// <summary>Imports a call; the same words again are the same call.</summary>
    /// <param name="call">The call as it was read from its file.</param>
    /// <param name="consent">Who agreed to the recording, when and how; null where nobody said.</param>
    /// <param name="deal">The deal that the user names, from this store; null: it is looked for.</param>
    public ImportedCall Import(Call call, string? consent, StoredDeal? deal)
    {
        ArgumentNullException.ThrowIfNull(call);
        var fingerprint = CallFingerprint.Of(call);
        var known = _store.Calls.SingleOrDefault(stored => stored.Fingerprint == fingerprint);
        if (known is not null && IsOfToday(known.Number)) return Known(known, consent, deal);
        var reading = _reader.Read(call);
        return Store(known, fingerprint, call, reading, consent, deal);
    }

    /// <summary>Stores a reading that was made elsewhere: a debrief.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="deal">Its deal, from this store.</param>
    public ImportedCall Store(Reading reading, StoredDeal? deal)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var fingerprint = CallFingerprint.Of(reading.Call);
        return Store(_store.Calls.SingleOrDefault(stored => stored.Fingerprint == fingerprint), fingerprint, reading.Call, reading, null, deal);
    }

    private bool IsOfToday(long call)
    {
        var newest = _store.Readings.AsNoTracking().Where(reading => reading.CallNumber == call).OrderByDescending(reading => reading.Number).FirstOrDefault();
        return newest is not null && ReadingVersions.IsOf(newest, _reader.Info);
    }

    private ImportedCall Known(StoredCall known, string? consent, StoredDeal? deal)
    {
        known.Consent ??= consent;
        var match = deal is not null ? new Match(deal.Number, "given", 1, []) : new Match(known.DealNumber, known.MatchedBy, known.MatchConfidence, []);
        if (deal is not null) CallTies.Tie(_store, known, match);
        _store.SaveChanges();
        return new ImportedCall(known, null, false, match, null);
    }

    private ImportedCall Store(StoredCall? known, string fingerprint, Call call, Reading reading, string? consent, StoredDeal? deal)
    {
        using var transaction = _store.BeginWriting();
        var now = _clock.GetCurrentInstant();
        var stored = known ?? new StoredCall
        {
            Fingerprint = fingerprint, File = Path.GetFileName(call.Source.File), Title = call.Source.Title, StartedAt = reading.Call.Source.StartedAt, ImportedAt = now, Content = StoredJson.Write(call),
        };
        stored.Consent ??= consent;
        // A call whose words were erased is not brought back by its file: it stays counted as it was.
        var match = deal is not null ? new Match(deal.Number, "given", 1, [])
            : stored.DealNumber is { } already ? new Match(already, stored.MatchedBy, stored.MatchConfidence, []) : _matcher.Find(Traces.Of(reading.Call, _ourDomains));
        if (known is null) _store.Calls.Add(stored);
        _store.SaveChanges();
        var difference = ReadingVersions.Add(_store, stored, reading, now);
        if (known is null) AddAct(stored, reading);
        _store.SaveChanges();
        CallTies.Tie(_store, stored, match);
        if (match.Number is { } number) CallTies.AddPeople(_store, reading.Call, number);
        _store.Audit.Add(new StoredEntry
        {
            At = now, What = known is null ? "import-call" : "reread", DealNumber = match.Number, Detail = string.Create(CultureInfo.InvariantCulture, $"{reading.Reader.Lexicon} {reading.Reader.Model}").TrimEnd(),
        });
        _store.SaveChanges();
        transaction.Commit();
        return new ImportedCall(stored, reading, known is null, match, difference);
    }

    private void AddAct(StoredCall stored, Reading reading)
    {
        if (reading.Call.Source.StartedAt is not { } start) return;
        // A talk in which the prospect spoke is the prospect's own act, whoever called.
        var first = reading.Call.Turns.FirstOrDefault(turn => turn.Text.Length > 0 && reading.Call.SideOf(turn) == Side.Prospect);
        _store.Acts.Add(new StoredAct
        {
            CallNumber = stored.Number, At = start.ToInstant(), OffsetMinutes = (int)(start.Offset.Seconds / 60), Kind = ActKind.Call, Side = first is null ? Side.Unknown : Side.Prospect,
            Who = first is null || first.Speaker == Call.Nobody ? null : reading.Call.Speakers[first.Speaker].Name, SourceKey = $"call:{stored.Fingerprint}",
        });
    }
}
