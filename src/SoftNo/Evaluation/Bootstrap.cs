namespace SoftNo.Evaluation;

/// <summary>A figure with its 95 % interval; null where nothing was asked.</summary>
/// <param name="Value">The point value: a bar is met by it.</param>
/// <param name="Low">The 2.5th percentile over resamples of calls.</param>
/// <param name="High">The 97.5th percentile.</param>
public sealed record Figure(double? Value, double? Low, double? High);

/// <summary>Percentile bootstrap: calls are drawn with replacement, so a figure's interval tells how much it hangs on which calls were measured.</summary>
/// <param name="Resamples">How many draws.</param>
/// <param name="Seed">Of the draws: the same seed gives the same intervals.</param>
public sealed record Bootstrap(int Resamples = 1000, int Seed = 20261126)
{
    /// <summary>The figures of many calls.</summary>
    public IReadOnlyList<Figure> Of(IReadOnlyList<Counts> calls, IReadOnlyList<Func<Counts, double?>> measures)
    {
        var whole = Counts.Of(calls);
        var draws = measures.Select(_ => new List<double>(Resamples)).ToList();
        var random = new Random(Seed);
        for (var draw = 0; draw < Resamples && calls.Count > 0; draw++)
        {
            var sum = new Counts();
            for (var call = 0; call < calls.Count; call++) sum.Add(calls[random.Next(calls.Count)]);
            for (var at = 0; at < measures.Count; at++)
            {
                if (measures[at](sum) is { } value) draws[at].Add(value);
            }
        }

        return [.. measures.Select((measure, at) => new Figure(measure(whole), Percentile(draws[at], 0.025), Percentile(draws[at], 0.975)))];
    }

    private static double? Percentile(List<double> values, double share)
    {
        if (values.Count == 0) return null;
        values.Sort();
        return values[(int)Math.Round(share * (values.Count - 1))];
    }
}
