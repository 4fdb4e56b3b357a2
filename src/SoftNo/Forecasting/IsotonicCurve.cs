namespace SoftNo.Forecasting;

/// <summary>
/// A curve that never falls, from probabilities to the shares that were seen: pool adjacent violators (Ayer and others, 1955), straight lines between the
/// middles of its blocks.
/// </summary>
public sealed class IsotonicCurve
{
    private readonly double[] _from;
    private readonly double[] _to;

    private IsotonicCurve(double[] from, double[] to) => (_from, _to) = (from, to);

    /// <summary>Fits the curve.</summary>
    /// <param name="seen">Probabilities and what came of them; at least one.</param>
    public static IsotonicCurve Fitted(IReadOnlyList<(double Probability, bool Happened)> seen)
    {
        var blocks = new List<(double From, double To, double Weight)>();
        foreach (var (probability, happened) in seen.OrderBy(pair => pair.Probability))
        {
            blocks.Add((probability, happened ? 1 : 0, 1));
            while (blocks.Count > 1 && blocks[^2].To >= blocks[^1].To) Pool(blocks);
        }
        // No history makes a result certain: the ends stay as far from 0 and 1 as one more case would leave them.
        var least = 1.0 / (seen.Count + 2);
        return new IsotonicCurve([.. blocks.Select(block => block.From)], [.. blocks.Select(block => Math.Clamp(block.To, least, 1 - least))]);
    }

    /// <summary>The share for a probability; beyond the ends, that of the end.</summary>
    public double At(double probability)
    {
        var next = Array.FindIndex(_from, from => from >= probability);
        if (next < 0) return _to[^1];
        if (next == 0) return _to[0];
        var part = (probability - _from[next - 1]) / (_from[next] - _from[next - 1]);
        return _to[next - 1] + (part * (_to[next] - _to[next - 1]));
    }

    private static void Pool(List<(double From, double To, double Weight)> blocks)
    {
        var (a, b) = (blocks[^2], blocks[^1]);
        var weight = a.Weight + b.Weight;
        blocks.RemoveAt(blocks.Count - 1);
        blocks[^1] = (((a.From * a.Weight) + (b.From * b.Weight)) / weight, ((a.To * a.Weight) + (b.To * b.Weight)) / weight, weight);
    }
}
