using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Storage.Deals;

/// <summary>The stored deals, with their changes and acts.</summary>
public static class DealList
{
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
}
