using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Evaluation;

namespace SoftNo.Training.Measuring;

/// <summary>A held-out call with the scores of a network that never saw its author.</summary>
internal sealed record HeldOutCall(LabelledCall Call, IReadOnlyList<IReadOnlyList<Piece>> Pieces, PieceScores Scores)
{
    /// <summary>What is counted with some thresholds.</summary>
    public Counts With(CueThresholds thresholds) => CueCounts.Of(Call, Cues(thresholds));

    /// <summary>The cues by some thresholds.</summary>
    public IReadOnlyList<HeardCue> Cues(CueThresholds thresholds) =>
        CueDecoder.Decode([.. Call.Call.Turns.Select(turn => turn.Text)], Pieces, Scores, thresholds);

    /// <summary>The call with its scores.</summary>
    public static HeldOutCall Of(LabelledCall call, PieceScores scores, WordPieces dictionary) =>
        new(call, [.. call.Call.Turns.Select(turn => dictionary.Split(turn.Text))], scores);
}

/// <summary>Chooses the thresholds that read held-out whole calls best.</summary>
internal static class ThresholdSearch
{
    /// <summary>Thresholds of the first trials: half the probability everywhere.</summary>
    public static CueThresholds Plain { get; } = Flat(0.5, 0.5, 6, 2);

    private static readonly double[] Heights = [0.30, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70, 0.75, 0.80, 0.85, 0.90, 0.95];
    private static readonly double[] Edges = [0.3, 0.5, 0.7];
    private static readonly int[] Bridges = [2, 4, 6, 10];
    private static readonly double[] Splits = [0.5, 0.8, 2];

    private const int Rounds = 2;

    /// <summary>
    /// The best joining at a height of 0.6; the best height of each kind alone; then, as kinds compete for the same words, each height again beside
    /// the others', twice over. All are smoothed over neighbouring heights, so that no single cue decides.
    /// </summary>
    public static CueThresholds Best(IReadOnlyList<HeldOutCall> calls)
    {
        CueThresholds best = Edges
            .SelectMany(edge => Bridges.SelectMany(bridge => Splits.Select(split => Flat(0.6, edge, bridge, split))))
            .MaxBy(thresholds => Measures.CueMacroF1(Count(calls, thresholds)))!;
        Counts[] byHeight = [.. Heights.Select(height => Count(calls, Flat(height, best.Edge, best.Bridge, best.Split)))];
        best = best with { Heights = [.. CueKinds.All.Select(kind => BestHeight([.. byHeight.Select(counts => Measures.F1(counts, kind) ?? 0)]))] };
        for (int round = 0; round < Rounds; round++)
        {
            foreach (CueKind kind in CueKinds.All)
            {
                CueThresholds before = best;
                best = With(before, kind, BestHeight([.. Heights.Select(height => Measures.CueMacroF1(Count(calls, With(before, kind, height))) ?? 0)]));
            }
        }

        return best;
    }

    /// <summary>All calls' counts with some thresholds.</summary>
    public static Counts Count(IReadOnlyList<HeldOutCall> calls, CueThresholds thresholds) => Counts.Of(calls.AsParallel().Select(call => call.With(thresholds)));

    /// <summary>The same height for every kind.</summary>
    public static CueThresholds Flat(double height, double edge, int bridge, double split) =>
        new([.. CueKinds.All.Select(_ => height)], edge, bridge, split);

    /// <summary>Thresholds by the kinds' names.</summary>
    public static WrittenThresholds ByName(CueThresholds thresholds) => new(
        CueKinds.All.ToDictionary(kind => kind.Name(), kind => thresholds.Heights[(int)kind]), thresholds.Edge, thresholds.Bridge, thresholds.Split);

    private static CueThresholds With(CueThresholds thresholds, CueKind kind, double height) =>
        thresholds with { Heights = [.. thresholds.Heights.Select((old, at) => at == (int)kind ? height : old)] };

    private static double BestHeight(double[] figures) => Heights[Enumerable.Range(0, Heights.Length).MaxBy(at => Smoothed(figures, at))];

    private static double Smoothed(double[] f1, int at)
    {
        int from = Math.Max(0, at - 1);
        int to = Math.Min(f1.Length - 1, at + 1);
        return (f1[from] + 2 * f1[at] + f1[to]) / 4;
    }
}
