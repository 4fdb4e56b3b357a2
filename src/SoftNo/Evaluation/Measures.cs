using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>The figures, each a function of counts; null where nothing was asked.</summary>
public static class Measures
{
    /// <summary>Cue macro-F1: the mean of F1 over the kinds that occur in the labels.</summary>
    public static double? CueMacroF1(Counts counts) =>
        Mean(CueKinds.All.Where(kind => counts.Found[(int)kind] + counts.Missed[(int)kind] > 0).Select(kind => F1(counts, kind)));

    /// <summary>F1 of a kind: 2·found / (2·found + missed + false alarms).</summary>
    public static double? F1(Counts counts, CueKind kind) => F1(counts.Found[(int)kind], counts.Missed[(int)kind], counts.FalseAlarms[(int)kind]);

    /// <summary>The share of a kind's cues that lie on a label.</summary>
    public static double? Precision(Counts counts, CueKind kind) => Ratio(counts.Found[(int)kind], counts.Found[(int)kind] + counts.FalseAlarms[(int)kind]);

    /// <summary>The share of a kind's labels that were found.</summary>
    public static double? Recall(Counts counts, CueKind kind) => Ratio(counts.Found[(int)kind], counts.Found[(int)kind] + counts.Missed[(int)kind]);

    /// <summary>The share of found cues of a kind whose topic is right.</summary>
    public static double? TopicAccuracy(Counts counts, CueKind kind) => Ratio(counts.TopicRight[(int)kind], counts.TopicAsked[(int)kind]);

    /// <summary>The share of found soft noes and hard questions whose topic is right.</summary>
    public static double? TopicAccuracy(Counts counts) => Ratio(
        counts.TopicRight[(int)CueKind.SoftNo] + counts.TopicRight[(int)CueKind.HardQuestion],
        counts.TopicAsked[(int)CueKind.SoftNo] + counts.TopicAsked[(int)CueKind.HardQuestion]);

    /// <summary>F1 of <c>present</c> of a signal.</summary>
    public static double? F1(Counts counts, SignalKind signal) =>
        F1(counts.SignalFound[(int)signal], counts.SignalMissed[(int)signal], counts.SignalFalse[(int)signal]);

    /// <summary>The mean of the three signals' F1.</summary>
    public static double? SignalsMacroF1(Counts counts) => Mean(Enum.GetValues<SignalKind>().Select(signal => F1(counts, signal)));

    /// <summary>The share of whole calls whose verdict is right.</summary>
    public static double? VerdictAccuracy(Counts counts) =>
        Ratio(Enum.GetValues<Verdict>().Sum(verdict => counts.Confusion[(int)verdict, (int)verdict]), counts.Calls);

    /// <summary>The mean of F1 over the verdicts that occur.</summary>
    public static double? VerdictMacroF1(Counts counts) =>
        Mean(Enum.GetValues<Verdict>().Where(verdict => Row(counts, verdict) > 0).Select(verdict => F1(counts, verdict)));

    /// <summary>F1 of a verdict.</summary>
    public static double? F1(Counts counts, Verdict verdict)
    {
        var right = counts.Confusion[(int)verdict, (int)verdict];
        var read = Enum.GetValues<Verdict>().Sum(row => counts.Confusion[(int)row, (int)verdict]);
        return F1(right, Row(counts, verdict) - right, read - right);
    }

    /// <summary>The share of whole calls whose end grade is right.</summary>
    public static double? NextStepAccuracy(Counts counts) => Ratio(counts.GradeRight, counts.Calls);

    /// <summary>Of found steps with a labelled time, the share resolved to it.</summary>
    public static double? StepTimes(Counts counts) => Ratio(counts.TimeRight, counts.TimeAsked);

    /// <summary>Of calls that end on a step with a labelled time, the share whose reading gives that time.</summary>
    public static double? EndTimes(Counts counts) => Ratio(counts.EndTimeRight, counts.EndTimeAsked);

    /// <summary>One minus the verdict's multi-class Brier score over that of the shares of train: 1 is perfect, 0 no better than the shares.</summary>
    public static double? BrierSkill(Counts counts) => counts.BrierOfShares > 0 ? 1 - (counts.Brier / counts.BrierOfShares) : null;

    /// <summary>The share of speakers on the right side.</summary>
    public static double? SideAccuracy(Counts counts) => Ratio(counts.SideRight, counts.SideAsked);

    /// <summary>The share of engaged calls read as soft-no.</summary>
    public static double? EngagedAsSoftNo(Counts counts) => Ratio(counts.EngagedAsSoftNo, counts.Engaged);

    /// <summary>The share of engaged calls given a bold rescue.</summary>
    public static double? EngagedBold(Counts counts) => Ratio(counts.EngagedBold, counts.Engaged);

    /// <summary>The share of engaged calls of a kind of buyer that are read as soft-no.</summary>
    public static double? EngagedAsSoftNo(Counts counts, int buyer) => Ratio(counts.SoftNoOf[buyer], counts.EngagedOf[buyer]);

    /// <summary>The share of engaged calls of a kind of buyer that are given a bold rescue.</summary>
    public static double? EngagedBold(Counts counts, int buyer) => Ratio(counts.BoldOf[buyer], counts.EngagedOf[buyer]);

    private static int Row(Counts counts, Verdict verdict) => Enum.GetValues<Verdict>().Sum(column => counts.Confusion[(int)verdict, (int)column]);

    private static double? F1(int found, int missed, int alarms) => Ratio(2 * found, (2 * found) + missed + alarms);

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static double? Mean(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return known.Count == 0 ? null : known.Average();
    }
}
