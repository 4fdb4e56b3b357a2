using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Evaluation;

namespace SoftNo.Training.Measuring;

/// <summary>A held-out call with the scores of a network that never saw its author.</summary>
internal sealed record HeldOutCall(LabelledCall Call, IReadOnlyList<IReadOnlyList<Piece>> Pieces, PieceScores Scores)
{
    /// <summary>What is counted with some thresholds.</summary>
    public Counts With(CueThresholds thresholds) =>
        CueCounts.Of(Call, CueDecoder.Decode([.. Call.Call.Turns.Select(turn => turn.Text)], Pieces, Scores, thresholds));
}

/// <summary>Chooses the thresholds that read held-out whole calls best.</summary>
internal static class ThresholdSearch
{
    private static readonly double[] Heights = [0.30, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70, 0.75, 0.80, 0.85];
    private static readonly double[] Edges = [0.3, 0.5, 0.7];
    private static readonly int[] Bridges = [2, 4, 6, 10];
    private static readonly double[] Splits = [0.5, 0.8, 2];

    /// <summary>The best joining at a height of 0.6, then the best height of each kind, smoothed over its neighbours so that no single cue decides.</summary>
    public static CueThresholds Best(IReadOnlyList<HeldOutCall> calls)
    {
        CueThresholds best = Edges
            .SelectMany(edge => Bridges.SelectMany(bridge => Splits.Select(split => Flat(0.6, edge, bridge, split))))
            .MaxBy(thresholds => Measures.CueMacroF1(Count(calls, thresholds)))!;
        Counts[] byHeight = [.. Heights.Select(height => Count(calls, Flat(height, best.Edge, best.Bridge, best.Split)))];
        return best with { Heights = [.. CueKinds.All.Select(kind => BestHeight(kind, byHeight))] };
    }

    /// <summary>All calls' counts with some thresholds.</summary>
    public static Counts Count(IReadOnlyList<HeldOutCall> calls, CueThresholds thresholds) => Counts.Of(calls.Select(call => call.With(thresholds)));

    /// <summary>The same height for every kind.</summary>
    public static CueThresholds Flat(double height, double edge, int bridge, double split) =>
        new([.. CueKinds.All.Select(_ => height)], edge, bridge, split);

    private static double BestHeight(CueKind kind, Counts[] byHeight)
    {
        double[] f1 = [.. byHeight.Select(counts => Measures.F1(counts, kind) ?? 0)];
        int best = Enumerable.Range(0, Heights.Length).MaxBy(at => Smoothed(f1, at));
        return Heights[best];
    }

    private static double Smoothed(double[] f1, int at)
    {
        int from = Math.Max(0, at - 1);
        int to = Math.Min(f1.Length - 1, at + 1);
        return (f1[from] + 2 * f1[at] + f1[to]) / 4;
    }
}
