using Microsoft.EntityFrameworkCore;
using SoftNo.Calls;
using SoftNo.Signals;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;
using SoftNo.Threads;

namespace SoftNo.Storage.Exchanges;

/// <summary>Writes what people did in an exchange, and when the prospect's are away; saved by the caller.</summary>
internal static class ExchangeActs
{
    /// <summary>Puts an exchange's acts in the place of those that were known; where its words are gone, adds to them.</summary>
    /// <returns>How many were not known.</returns>
    public static int Add(Store store, StoredCall stored, Reading reading, bool withNames)
    {
        var acts = reading.Thread?.Acts ?? [];
        var before = store.Acts.Where(act => act.CallNumber == stored.Number).ToList();
        var fresh = acts.Where(act => !before.Exists(old => old.At == act.At.ToInstant() && old.Kind == act.Kind && old.Side == act.Side)).ToList();
        if (withNames) store.Acts.RemoveRange(before);
        foreach (var act in withNames ? acts : fresh)
        {
            store.Acts.Add(new StoredAct
            {
                CallNumber = stored.Number, DealNumber = stored.DealNumber, Confidence = stored.MatchConfidence, At = act.At.ToInstant(), OffsetMinutes = act.At.Offset.Seconds / 60, Kind = act.Kind,
                Side = act.Side, Who = withNames ? act.Who : null, Asked = Asking.In(reading.Call, act),
            });
        }

        return fresh.Count;
    }

    /// <summary>Notes the prospect's absences whose end was told: they stop the silence clock.</summary>
    public static void PutAbsences(Store store, StoredCall stored, Reading reading)
    {
        store.Pauses.Where(pause => pause.CallNumber == stored.Number).ExecuteDelete();
        var people = reading.Call.People;
        foreach (var absence in (reading.Call.Exchange?.Absences ?? []).Where(absence => people[absence.Person].Side != Side.Seller))
        {
            if (absence.Until is not { } until || until < absence.From) continue;
            store.Pauses.Add(new StoredPause { CallNumber = stored.Number, DealNumber = stored.DealNumber ?? 0, From = absence.From, Until = until, Reason = people[absence.Person].Name });
        }
    }
}
