using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Signals;
using SoftNo.Storage.Audits;

namespace SoftNo.Storage.Calls;

/// <summary>Cues that the user dismissed or corrected: kept for every later reading, and to measure the reader by.</summary>
public static class Dismissals
{
    /// <summary>Dismisses a cue: for this reading and the overlapping cue of every later one.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cueId">The cue's id, or the unique beginning of one.</param>
    /// <param name="why">Why, or null.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="instead">The kind that it is, where it is a cue; null: it is none.</param>
    /// <param name="topic">The topic that it has then, or null.</param>
    /// <returns>The dismissal; null where no stored reading has such a cue, or several do.</returns>
    public static StoredDismissal? Add(Store store, string cueId, string? why, IClock clock, CueKind? instead = null, string? topic = null)
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

        (dismissal.Why, dismissal.At, dismissal.Instead, dismissal.Topic) = (why ?? dismissal.Why, clock.GetCurrentInstant(), instead, topic);
        store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = instead is null ? "dismiss" : "correct", DealNumber = call.DealNumber, Detail = one.CueId });
        store.SaveChanges();
        return dismissal;
    }

    /// <summary>Notes a correction of a call that is about to be stored.</summary>
    /// <param name="store">The store.</param>
    /// <param name="fingerprint">The call's fingerprint.</param>
    /// <param name="correction">The user's word.</param>
    /// <param name="clock">The clock.</param>
    public static void Note(Store store, string fingerprint, Correction correction, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(correction);
        ArgumentNullException.ThrowIfNull(clock);
        store.Dismissals.Add(new StoredDismissal
        {
            Fingerprint = fingerprint, Kind = correction.Kind, Turn = correction.Turn, Start = correction.Span.Start, End = correction.Span.End, Instead = correction.Instead, Topic = correction.Topic,
            At = clock.GetCurrentInstant(),
        });
        store.SaveChanges();
    }

    /// <summary>Takes a correction back; false where there is none of that number for that call.</summary>
    public static bool Undo(Store store, string fingerprint, long number, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        if (store.Dismissals.FirstOrDefault(one => one.Number == number && one.Fingerprint == fingerprint) is not { } gone) return false;
        store.Dismissals.Remove(gone);
        store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = "correction-undone" });
        store.SaveChanges();
        return true;
    }

    /// <summary>What the reader is told of a call's cues, oldest first.</summary>
    public static IReadOnlyList<Correction> CorrectionsOf(Store store, string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(store);
        return [.. store.Dismissals.AsNoTracking().Where(one => one.Fingerprint == fingerprint).OrderBy(one => one.Number).AsEnumerable().Select(one => one.ToCorrection())];
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
