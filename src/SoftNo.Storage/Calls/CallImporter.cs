using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Deals.Matching;
using SoftNo.Signals;
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
        if (known is not null && (known.Content is null || IsOfToday(known.Number))) return Known(known, consent, deal);
        // What is kept is read again, not its file: sides that were corrected stay, and words that were erased are not brought back.
        var words = known?.Content is { } kept ? StoredJson.Call(kept) : call;
        var reading = _reader.Read(words, Dismissals.CorrectionsOf(_store, fingerprint));
        return CallWriter.Write(_store, _clock.GetCurrentInstant(), known, fingerprint, words, reading, consent, stored => deal is not null ? new Match(deal.Number, "given", 1, [])
            : stored.DealNumber is { } already ? new Match(already, stored.MatchedBy, stored.MatchConfidence, []) : _matcher.Find(Traces.Of(reading.Call, _ourDomains)));
    }

    /// <summary>Stores a reading that was made elsewhere, such as a debrief's, at its deal.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="deal">Its deal, from this store.</param>
    public static ImportedCall Keep(Store store, IClock clock, Reading reading, StoredDeal deal)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(deal);
        var fingerprint = CallFingerprint.Of(reading.Call);
        var known = store.Calls.SingleOrDefault(stored => stored.Fingerprint == fingerprint);
        return CallWriter.Write(store, clock.GetCurrentInstant(), known, fingerprint, reading.Call, reading, null, _ => new Match(deal.Number, "given", 1, []));
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
}
