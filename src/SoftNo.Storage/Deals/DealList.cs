using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Deals;
using SoftNo.Forecasting;

namespace SoftNo.Storage.Deals;

/// <summary>The stored deals, with their changes and acts.</summary>
public static class DealList
{
    // A look back of a week has other newest deals.
    private const int SpareOfAWeek = 500;

    /// <summary>Every deal with its changes, in order of import; read once, one after the other.</summary>
    public static IEnumerable<(StoredDeal Stored, Deal Deal)> All(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var changes = store.Changes.AsNoTracking().AsEnumerable().GroupBy(change => (change.Source, change.SourceKey))
            .ToDictionary(group => group.Key, group => (IReadOnlyList<DealChange>)[.. group.OrderBy(change => change.On).ThenBy(change => change.Number).Select(change => change.ToChange())]);
        foreach (var stored in store.Deals.AsNoTracking().OrderBy(deal => deal.Number))
            yield return (stored, stored.ToDeal(changes.GetValueOrDefault((stored.Source, stored.SourceKey), [])));
    }

    /// <summary>Every deal with everything that happened on it.</summary>
    public static IEnumerable<(StoredDeal Stored, DealHistory History)> Histories(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var figures = store.Readings.AsNoTracking().GroupBy(reading => reading.CallNumber).Select(readings => readings.Max(reading => reading.Number))
            .Join(store.Readings.AsNoTracking(), newest => newest, reading => reading.Number, (_, reading) => new { reading.CallNumber, reading.Figures, reading.Sentence })
            .ToDictionary(reading => reading.CallNumber, reading => StoredJson.Figures(reading.Figures) with { Sentence = reading.Sentence });
        // What an exchange's words gave is known with its last act; a call has one.
        var last = new Dictionary<long, (Instant At, long Number)>();
        foreach (var act in store.Acts.AsNoTracking().Where(act => act.CallNumber != null && act.DealNumber != null).Select(act => new { act.Number, act.CallNumber, act.At }))
            if (!last.TryGetValue(act.CallNumber!.Value, out var known) || (act.At, act.Number).CompareTo(known) > 0) last[act.CallNumber.Value] = (act.At, act.Number);
        var acts = store.Acts.AsNoTracking().Where(act => act.DealNumber != null).OrderBy(act => act.At).ThenBy(act => act.Number).AsEnumerable()
            .ToLookup(act => act.DealNumber!.Value, act => new DealAct(act.ToAct(), act.CallNumber is { } call && last[call].Number == act.Number ? figures.GetValueOrDefault(call) : null, act.Asked));
        var pauses = store.Pauses.AsNoTracking().AsEnumerable().ToLookup(pause => pause.DealNumber, pause => new Pause(pause.From, pause.Until, pause.Reason, pause.CallNumber is not null));
        foreach (var (stored, deal) in All(store)) yield return (stored, new DealHistory(deal, [.. acts[stored.Number]], [.. pauses[stored.Number]]));
    }

    /// <summary>
    /// Every deal with what a pipeline on a day rests on: acts and changes of those open since shortly before it, and of the newest closed ones that teach. Of older ones
    /// only what the CRM declares is read: a hundred thousand of them cost no more than their rows.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="priors">How many closed deals teach, and how long noes are counted.</param>
    public static IReadOnlyList<DealHistory> ForPipeline(Store store, LocalDate asOf, DealPriors priors)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(priors);
        // Sealed texts are opened by the mapper.
        if (store.Cipher is not null) return [.. Histories(store).Select(one => one.History)];
        var deals = PlainRows.Deals(store).ToList();
        var ends = PlainRows.Ends(store).ToDictionary(row => (row.Source, row.Key), row => row.On);
        var needed = Needed(deals, EndOf, asOf.PlusDays(-PastWeek.Days - priors.Noes.WindowDays), priors.Calibration.Newest + SpareOfAWeek);
        var changes = PlainRows.Changes(store, needed).ToLookup(row => (row.Source, row.Key), row => row.Change);
        var acts = Acts(store, needed);
        var pauses = store.Pauses.AsNoTracking().AsEnumerable().ToLookup(pause => pause.DealNumber, pause => new Pause(pause.From, pause.Until, pause.Reason, pause.CallNumber is not null));
        return deals.ConvertAll(deal => needed.Contains(deal.Number)
            ? new DealHistory(deal.ToDeal([.. changes[(deal.Source, deal.SourceKey)]]), acts.GetValueOrDefault(deal.Number, []), [.. pauses[deal.Number]])
            : new DealHistory(deal.ToDeal([]) is { Status: not DealStatus.Open } closed ? closed with { CloseDate = EndOf(deal) } : deal.ToDeal([]), [], []));

        // Without its changes a closed deal ends on its close date: on the day its status says, then.
        LocalDate? EndOf(StoredDeal deal) => ends.TryGetValue((deal.Source, deal.SourceKey), out var on) ? on : deal.NotedOn ?? deal.CloseDate;
    }

    private static HashSet<long> Needed(List<StoredDeal> deals, Func<StoredDeal, LocalDate?> end, LocalDate since, int newest)
    {
        var closed = deals.Where(deal => (deal.NotedStatus ?? deal.Status) != DealStatus.Open).ToList();
        var taught = NewestClosed.Of(closed, end, newest).Select(deal => deal.Number);
        return [.. deals.Where(deal => (deal.NotedStatus ?? deal.Status) == DealStatus.Open || end(deal) is null || end(deal) >= since).Select(deal => deal.Number), .. taught];
    }

    private static Dictionary<long, IReadOnlyList<DealAct>> Acts(Store store, HashSet<long> deals)
    {
        var rows = PlainRows.Acts(store, deals).GroupBy(act => act.DealNumber!.Value).ToDictionary(group => group.Key, group => group.OrderBy(act => act.At).ThenBy(act => act.Number).ToList());
        var last = new Dictionary<long, long>();
        foreach (var act in rows.Values.SelectMany(list => list).Where(act => act.CallNumber is not null)) last[act.CallNumber!.Value] = act.Number;
        var figures = last.Count == 0 ? [] : Figures(store, last);
        return rows.ToDictionary(row => row.Key, row => (IReadOnlyList<DealAct>)row.Value.ConvertAll(
            act => new DealAct(act.ToAct(), act.CallNumber is { } call && last[call] == act.Number ? figures.GetValueOrDefault(call) : null, act.Asked)));
    }

    private static Dictionary<long, ReadingFigures> Figures(Store store, Dictionary<long, long> calls) =>
        store.Readings.AsNoTracking().GroupBy(reading => reading.CallNumber).Select(readings => readings.Max(reading => reading.Number))
            .Join(store.Readings.AsNoTracking(), newest => newest, reading => reading.Number, (_, reading) => new { reading.CallNumber, reading.Figures, reading.Sentence }).AsEnumerable()
            .Where(reading => calls.ContainsKey(reading.CallNumber)).ToDictionary(reading => reading.CallNumber, reading => StoredJson.Figures(reading.Figures) with { Sentence = reading.Sentence });
}
