using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Deals.Matching;
using SoftNo.Signals;
using SoftNo.Storage.Audits;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Matching;

namespace SoftNo.Storage.Exchanges;

/// <summary>What became of an imported exchange.</summary>
/// <param name="Call">The exchange as it is stored, among the calls.</param>
/// <param name="Reading">Its reading; null where it tells nothing new.</param>
/// <param name="IsNew">Whether nothing of it was stored before.</param>
/// <param name="NewActs">Acts that were not known.</param>
/// <param name="Match">The deal it was tied to, or why it waits.</param>
public sealed record ImportedExchange(StoredCall Call, Reading? Reading, bool IsNew, int NewActs, Match Match);

/// <summary>Stores threads of mails and calendars with their readings, acts and absences; each whole or not at all. The same message again is known.</summary>
public sealed class ExchangeImporter
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
    public ExchangeImporter(Store store, CallReader reader, IClock clock, MatchingRules rules, IReadOnlyCollection<string> ourDomains)
    {
        (_store, _reader, _clock, _ourDomains) = (store, reader, clock, ourDomains);
        _matcher = StoredMatching.Of(store, rules, ourDomains);
    }

    /// <summary>Whether anyone outside our house takes part: mails among ourselves are no business of a deal.</summary>
    public bool HasOthers(Call exchange)
    {
        var traces = Traces.Of(exchange, _ourDomains);
        return traces.Addresses.Count + traces.Names.Count > 0;
    }

    /// <summary>Imports an exchange; joins it to what is stored of the same one.</summary>
    /// <param name="exchange">The exchange as it was read from its files.</param>
    /// <param name="deal">The deal that the user names, from this store; null: it is looked for.</param>
    public ImportedExchange Import(Call exchange, StoredDeal? deal)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        _store.ChangeTracker.Clear();
        var known = Known(exchange);
        if (known.Count == 0) return Write(null, [], exchange, deal);
        if (known.Find(call => !HasAllWords(call)) is { } erased) return AddActs(erased, exchange, deal);
        var whole = known.Select(call => StoredJson.Call(call.Content!)).Aggregate(GrownExchange.Of);
        var grown = GrownExchange.Of(whole, exchange);
        if (known.Count == 1 && !GrownExchange.Grew(whole, grown)) return Again(known[0], deal);
        return Write(known[0], [.. known.Skip(1)], grown, deal);
    }

    private List<StoredCall> Known(Call exchange)
    {
        var hashes = HashesOf(exchange);
        var numbers = _store.ExchangeIds.AsNoTracking().Where(id => hashes.Contains(id.Hash)).Select(id => id.CallNumber).Distinct().ToList();
        var fingerprint = CallFingerprint.Of(exchange);
        return [.. _store.Calls.Where(call => numbers.Contains(call.Number) || call.Fingerprint == fingerprint).OrderBy(call => call.Number)];
    }

    // Erased words are not brought back by their file.
    private static bool HasAllWords(StoredCall call) => call.Content is { } content && StoredJson.Call(content) is { Exchange: not { Erased: true } } words && !words.Turns.Any(turn => turn.LeftOut == People.Forgetting.LeftOut);

    private ImportedExchange Again(StoredCall known, StoredDeal? deal)
    {
        var match = deal is null ? new Match(known.DealNumber, known.MatchedBy, known.MatchConfidence, []) : new Match(deal.Number, "given", 1, []);
        if (deal is not null) CallTies.Tie(_store, known, match);
        _store.SaveChanges();
        return new ImportedExchange(known, null, false, 0, match);
    }

    /// <summary>Of an exchange whose words are gone only what was done is noted.</summary>
    private ImportedExchange AddActs(StoredCall known, Call exchange, StoredDeal? deal)
    {
        var reading = _reader.Read(exchange);
        using var transaction = _store.BeginWriting();
        var added = ExchangeActs.Add(_store, known, reading, withNames: false);
        AddIds(known, exchange);
        _store.SaveChanges();
        transaction.Commit();
        return Again(known, deal) with { NewActs = added };
    }

    private ImportedExchange Write(StoredCall? known, IReadOnlyList<StoredCall> swallowed, Call exchange, StoredDeal? deal)
    {
        var now = _clock.GetCurrentInstant();
        var reading = _reader.Read(exchange);
        var fingerprint = CallFingerprint.Of(exchange);
        using var transaction = _store.BeginWriting();
        var stored = known ?? new StoredCall { Fingerprint = fingerprint, File = Path.GetFileName(exchange.Source.File), ImportedAt = now };
        if (known is null) _store.Calls.Add(stored);
        else MoveDismissals(stored, exchange, fingerprint);
        foreach (var other in swallowed)
        {
            MoveDismissals(other, exchange, fingerprint);
            Swallow(other, stored);
        }

        (stored.Fingerprint, stored.Title, stored.StartedAt, stored.Content) = (fingerprint, exchange.Source.Title, reading.Call.Source.StartedAt, StoredJson.Write(exchange));
        _store.SaveChanges();
        // What the user said of its cues holds for the grown exchange, too.
        if (Dismissals.CorrectionsOf(_store, fingerprint) is { Count: > 0 } corrections) reading = _reader.Read(exchange, corrections);
        ReadingVersions.Add(_store, stored, reading, now);
        var added = ExchangeActs.Add(_store, stored, reading, withNames: true);
        ExchangeActs.PutAbsences(_store, stored, reading);
        AddIds(stored, exchange);
        _store.SaveChanges();
        var match = deal is not null ? new Match(deal.Number, "given", 1, [])
            : stored.DealNumber is { } already ? new Match(already, stored.MatchedBy, stored.MatchConfidence, []) : _matcher.Find(Traces.Of(reading.Call, _ourDomains));
        CallTies.Tie(_store, stored, match);
        if (match.Number is { } number) CallTies.AddPeople(_store, reading.Call, number);
        _store.Audit.Add(new StoredEntry { At = now, What = known is null ? "import-exchange" : "exchange-grew", DealNumber = match.Number, Detail = string.Create(CultureInfo.InvariantCulture, $"{added} acts") });
        _store.SaveChanges();
        transaction.Commit();
        return new ImportedExchange(stored, reading, known is null, added, match);
    }

    /// <summary>A message that joins two exchanges makes them one: the earlier stored one.</summary>
    private void Swallow(StoredCall other, StoredCall whole)
    {
        whole.DealNumber ??= other.DealNumber;
        whole.MatchedBy ??= other.MatchedBy;
        whole.MatchConfidence = Math.Max(whole.MatchConfidence, other.MatchConfidence);
        _store.ExchangeIds.Where(id => id.CallNumber == other.Number).ExecuteUpdate(id => id.SetProperty(one => one.CallNumber, whole.Number));
        _store.Acts.Where(act => act.CallNumber == other.Number).ExecuteDelete();
        _store.Cues.Where(cue => cue.CallNumber == other.Number).ExecuteDelete();
        _store.Pauses.Where(pause => pause.CallNumber == other.Number).ExecuteDelete();
        _store.Readings.Where(reading => reading.CallNumber == other.Number).ExecuteDelete();
        _store.Calls.Remove(other);
    }

    private void AddIds(StoredCall stored, Call exchange)
    {
        var known = _store.ExchangeIds.AsNoTracking().Where(id => id.CallNumber == stored.Number).Select(id => id.Hash).ToHashSet(StringComparer.Ordinal);
        foreach (var hash in HashesOf(exchange).Where(known.Add)) _store.ExchangeIds.Add(new ExchangeId { Hash = hash, CallNumber = stored.Number });
    }

    /// <summary>A grown exchange has another fingerprint, and a message between two others moves those that follow.</summary>
    private void MoveDismissals(StoredCall stored, Call grown, string fingerprint)
    {
        var before = StoredJson.Call(stored.Content!).Turns;
        foreach (var dismissal in _store.Dismissals.Where(dismissal => dismissal.Fingerprint == stored.Fingerprint).ToList())
        {
            dismissal.Fingerprint = fingerprint;
            if (dismissal.Turn < before.Count && grown.Turns.FirstOrDefault(turn => turn.Text == before[dismissal.Turn].Text && turn.At == before[dismissal.Turn].At) is { } turn) dismissal.Turn = turn.Index;
        }
    }

    private static List<string> HashesOf(Call exchange) => [.. exchange.Exchange?.Ids.Select(ExchangeId.HashOf) ?? []];
}
