using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Signals;
using SoftNo.Storage.Audits;

namespace SoftNo.Storage.Calls;

/// <summary>Cues that the user dismissed.</summary>
public static class Dismissals
{
    /// <summary>Dismisses a cue: for this reading and the overlapping cue of every later one.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cueId">The cue's id, or the unique beginning of one.</param>
    /// <param name="why">Why, or null.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The dismissal; null where no stored reading has such a cue, or several do.</returns>
    public static StoredDismissal? Add(Store store, string cueId, string? why, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        var cues = store.Cues.AsNoTracking().Where(cue => cue.CueId == cueId).ToList();
        if (cues.Count == 0) cues = [.. store.Cues.AsNoTracking().Where(cue => cue.CueId.StartsWith(cueId)).Take(2)];
        if (cues is not [var one]) return null;
        var call = store.Calls.AsNoTracking().Single(call => call.Number == one.CallNumber);
        var quote = ReadingList.Of(store, call.Number)?.Cues.FirstOrDefault(cue => cue.Id == one.CueId)?.Quote;
        var dismissal = store.Dismissals.FirstOrDefault(old => old.Fingerprint == call.Fingerprint && old.Kind == one.Kind && old.Turn == one.Turn && old.Start == one.Start && old.End == one.End);
        if (dismissal is null)
        {
            dismissal = new StoredDismissal { Fingerprint = call.Fingerprint, Kind = one.Kind, Turn = one.Turn, Start = one.Start, End = one.End, Quote = quote };
            store.Dismissals.Add(dismissal);
        }

        (dismissal.Why, dismissal.At) = (why ?? dismissal.Why, clock.GetCurrentInstant());
        store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = "dismiss", DealNumber = call.DealNumber, Detail = one.CueId });
        store.SaveChanges();
        return dismissal;
    }

    /// <summary>The ids of a reading's cues that are dismissed: those that overlap a dismissed one of the same kind.</summary>
    public static IReadOnlySet<string> Of(Store store, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(reading);
        var dismissed = store.Dismissals.AsNoTracking().Where(dismissal => dismissal.Fingerprint == reading.Id).ToList();
        return reading.Cues.Where(cue => dismissed.Exists(old => old.Kind == cue.Kind && old.Turn == cue.Turn && new TextSpan(old.Start, old.End).Overlaps(cue.Span)))
            .Select(cue => cue.Id).ToHashSet(StringComparer.Ordinal);
    }
}
