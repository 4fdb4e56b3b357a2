using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Cues.Moments;
using SoftNo.Deals;
using SoftNo.Signals;

namespace SoftNo.Storage.Calls;

/// <summary>What a new reading of the same call changed.</summary>
/// <param name="VerdictBefore">The verdict before.</param>
/// <param name="Verdict">The verdict now.</param>
/// <param name="StepBefore">The next step's grade before.</param>
/// <param name="Step">The grade now.</param>
/// <param name="Appeared">Signals that are there now and were not.</param>
/// <param name="Vanished">Signals that were there and are not.</param>
/// <param name="CuesAdded">Cues found now and not before.</param>
/// <param name="CuesLost">Cues found before and not now.</param>
public sealed record ReadingDifference(
    Verdict VerdictBefore, Verdict Verdict, Grade StepBefore, Grade Step, IReadOnlyList<SignalKind> Appeared, IReadOnlyList<SignalKind> Vanished, int CuesAdded, int CuesLost)
{
    /// <summary>Whether anything changed.</summary>
    public bool IsNothing => VerdictBefore == Verdict && StepBefore == Step && Appeared.Count + Vanished.Count + CuesAdded + CuesLost == 0;
}

/// <summary>Keeps each reading with the version that made it; the words lie with the newest only.</summary>
public static class ReadingVersions
{
    /// <summary>Whether a stored reading is of this reader.</summary>
    public static bool IsOf(StoredReading reading, ReaderInfo reader)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(reader);
        return reading.Lexicon == reader.Lexicon && reading.Listener == reader.Listener && reading.Model == reader.Model;
    }

    /// <summary>Calls whose words are kept and whose newest reading is of another reader.</summary>
    public static IReadOnlyList<long> Outdated(Store store, ReaderInfo reader)
    {
        ArgumentNullException.ThrowIfNull(store);
        var newest = store.Readings.AsNoTracking().GroupBy(reading => reading.CallNumber).Select(readings => readings.Max(reading => reading.Number));
        return [.. store.Readings.AsNoTracking().Where(reading => newest.Contains(reading.Number)).AsEnumerable().Where(reading => !IsOf(reading, reader)).Select(reading => reading.CallNumber)
            .Intersect(store.Calls.Where(call => call.Content != null).Select(call => call.Number)).Order()];
    }

    /// <summary>Reads a stored call again, in a transaction of its own; null where nothing is kept of its words.</summary>
    public static ReadingDifference? Again(Store store, CallReader reader, long callNumber, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(clock);
        var call = store.Calls.Single(call => call.Number == callNumber);
        if (call.Content is null) return null;
        var reading = reader.Read(StoredJson.Call(call.Content), Dismissals.CorrectionsOf(store, call.Fingerprint));
        using var transaction = store.BeginWriting();
        var difference = Add(store, call, reading, clock.GetCurrentInstant());
        store.SaveChanges();
        transaction.Commit();
        return difference;
    }

    /// <summary>Adds a reading; saved by the caller. Gives what it changed, null for the first.</summary>
    internal static ReadingDifference? Add(Store store, StoredCall call, Reading reading, Instant now)
    {
        var before = store.Readings.Where(old => old.CallNumber == call.Number).OrderByDescending(old => old.Number).FirstOrDefault();
        var figures = FiguresOfReading.Of(reading);
        var cuesBefore = store.Cues.AsNoTracking().Where(cue => cue.CallNumber == call.Number).Select(cue => cue.CueId).ToHashSet();
        var cuesNow = reading.Cues.Select(cue => cue.Id).ToHashSet(StringComparer.Ordinal);
        store.Cues.Where(cue => cue.CallNumber == call.Number).ExecuteDelete();
        foreach (var cue in reading.Cues)
            store.Cues.Add(new StoredCue { CueId = cue.Id, CallNumber = call.Number, Kind = cue.Kind, Topic = cue.Topic, Turn = cue.Turn, Start = cue.Span.Start, End = cue.Span.End });
        if (before is not null) (before.Content, before.Sentence) = (null, null);
        store.Readings.Add(new StoredReading
        {
            CallNumber = call.Number, At = now, Lexicon = reading.Reader.Lexicon, Listener = reading.Reader.Listener, Model = reading.Reader.Model, Verdict = reading.Verdict,
            Figures = StoredJson.Write(figures with { Sentence = null }), Sentence = call.Content is null ? null : figures.Sentence, Content = call.Content is null ? null : StoredJson.Write(reading),
        });
        if (before is null) return null;
        var old = StoredJson.Figures(before.Figures);
        return new ReadingDifference(
            old.Verdict, figures.Verdict, old.Step, figures.Step, [.. figures.Signals.Except(old.Signals)], [.. old.Signals.Except(figures.Signals)],
            cuesNow.Except(cuesBefore).Count(), cuesBefore.Except(cuesNow).Count());
    }
}
