using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>One call's labels against its reading.</summary>
/// <param name="Labelled">The call with its labels.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Match">The cues, matched.</param>
/// <param name="Counts">What was counted.</param>
public sealed record CallScore(LabelledCall Labelled, Reading Reading, CueMatch Match, Counts Counts)
{
    private static readonly OffsetDateTimePattern Minute = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>");

    /// <summary>Scores one reading.</summary>
    /// <param name="labelled">The labels.</param>
    /// <param name="reading">The reading of that call.</param>
    /// <param name="shares">The shares of the verdicts in train, or null: then no Brier skill is told.</param>
    /// <param name="bold">Whether a reading leads to a bold rescue, or null where no rescues are advised.</param>
    public static CallScore Of(LabelledCall labelled, Reading reading, IReadOnlyDictionary<Verdict, double>? shares, Func<Reading, bool>? bold)
    {
        var match = CueMatch.Of(labelled.Call, labelled.Cues, reading.Cues);
        var counts = new Counts();
        foreach (var (label, cue) in match.Pairs) CountPair(counts, label, cue);
        foreach (var label in match.Missed) counts.Missed[(int)label.Kind]++;
        foreach (var cue in match.FalseAlarms) counts.FalseAlarms[(int)cue.Kind]++;
        CountSides(counts, labelled.Call, reading.Call);
        if (labelled.Whole is { } whole) CountWhole(counts, labelled, whole, reading, shares, bold);
        return new(labelled, reading, match, counts);
    }

    /// <summary>Whether a resolved time is the labelled one: equal at its grain, minutes as instants.</summary>
    public static bool SameTime(string label, Moment? found)
    {
        if (found is null) return false;
        var parsed = Minute.Parse(label);
        return parsed.Success
            ? found is Moment.AtMinute minute && minute.At.ToInstant() == parsed.Value.ToInstant()
            : found.ToString() == label;
    }

    private static void CountPair(Counts counts, LabelledCue label, Cue cue)
    {
        var kind = (int)label.Kind;
        counts.Found[kind]++;
        if (label.Topic is { } topic)
        {
            counts.TopicAsked[kind]++;
            if (topic == cue.Topic) counts.TopicRight[kind]++;
        }

        if (label.When is not { } when) return;
        counts.TimeAsked++;
        if (SameTime(when, cue.Resolved)) counts.TimeRight++;
    }

    private static void CountSides(Counts counts, Call labelled, Call read)
    {
        for (var speaker = 0; speaker < labelled.Speakers.Count; speaker++)
        {
            if (labelled.Speakers[speaker].Side == Side.Unknown) continue;
            counts.SideAsked++;
            if (read.Speakers[speaker].Side == labelled.Speakers[speaker].Side) counts.SideRight++;
        }
    }

    private static void CountWhole(
        Counts counts, LabelledCall labelled, WholeCall whole, Reading reading, IReadOnlyDictionary<Verdict, double>? shares, Func<Reading, bool>? bold)
    {
        counts.Calls++;
        counts.Confusion[(int)whole.Verdict, (int)reading.Verdict]++;
        if (reading.NextStep.Grade == whole.Grade) counts.GradeRight++;
        foreach (var signal in Enum.GetValues<SignalKind>()) CountSignal(counts, whole, reading, signal);
        CountEndTime(counts, labelled, whole, reading);
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            if (shares is null) break;
            var truth = verdict == whole.Verdict ? 1.0 : 0;
            counts.Brier += Square(reading.Probabilities.GetValueOrDefault(verdict) - truth);
            counts.BrierOfShares += Square(shares.GetValueOrDefault(verdict) - truth);
        }

        if (whole.Verdict != Verdict.Engaged) return;
        var (soft, rescued) = (reading.Verdict == Verdict.SoftNo ? 1 : 0, bold?.Invoke(reading) == true ? 1 : 0);
        counts.Engaged++;
        counts.EngagedAsSoftNo += soft;
        counts.EngagedBold += rescued;
        foreach (var buyer in Buyers.Of(labelled))
        {
            counts.EngagedOf[buyer]++;
            counts.SoftNoOf[buyer] += soft;
            counts.BoldOf[buyer] += rescued;
        }
    }

    private static void CountSignal(Counts counts, WholeCall whole, Reading reading, SignalKind signal)
    {
        var read = reading.Signals.Any(one => one.Kind == signal && one.State == SignalState.Present);
        var there = whole.Signals.Contains(signal);
        if (there && read) counts.SignalFound[(int)signal]++;
        if (there && !read) counts.SignalMissed[(int)signal]++;
        if (!there && read) counts.SignalFalse[(int)signal]++;
    }

    private static void CountEndTime(Counts counts, LabelledCall labelled, WholeCall whole, Reading reading)
    {
        var last = labelled.Cues.LastOrDefault(cue => cue.Kind == CueKind.NextStep && cue.Topic == whole.Grade.Name());
        if (last?.When is not { } when) return;
        counts.EndTimeAsked++;
        if (SameTime(when, reading.NextStep.When)) counts.EndTimeRight++;
    }

    private static double Square(double value) => value * value;
}
