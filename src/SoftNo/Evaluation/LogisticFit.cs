namespace SoftNo.Evaluation;

/// <summary>
/// Multinomial logistic regression with an L2 penalty, by full gradient steps with momentum from zero weights: no
/// randomness, the same numbers on every run. Values are standardised while fitting; the weights given are on the values themselves.
/// </summary>
/// <param name="Penalty">The L2 penalty on standardised weights, in units of one example.</param>
/// <param name="Steps">How many gradient steps.</param>
public sealed record LogisticFit(double Penalty = 3, int Steps = 1500)
{
    /// <summary>Fits classes to values.</summary>
    /// <param name="values">By example, the values.</param>
    /// <param name="classes">By example, the class from 0.</param>
    /// <param name="count">How many classes.</param>
    /// <returns>By class, a weight a value, then the bias.</returns>
    public double[][] Fit(IReadOnlyList<double[]> values, IReadOnlyList<int> classes, int count)
    {
        var width = values[0].Length;
        var (means, spreads) = Standard(values, width);
        var rows = values.Select(row => Enumerable.Range(0, width).Select(at => (row[at] - means[at]) / spreads[at]).Append(1).ToArray()).ToArray();
        var weights = Enumerable.Range(0, count).Select(_ => new double[width + 1]).ToArray();
        var speed = Enumerable.Range(0, count).Select(_ => new double[width + 1]).ToArray();
        // The loss's curvature is at most half the mean squared length of a row, plus the penalty's.
        var rate = 1 / ((0.5 * rows.Average(row => row.Sum(value => value * value))) + (Penalty / rows.Length));
        var chances = new double[count];
        for (var step = 0; step < Steps; step++)
        {
            var slope = Enumerable.Range(0, count).Select(_ => new double[width + 1]).ToArray();
            for (var example = 0; example < rows.Length; example++)
            {
                Chances(weights, rows[example], chances);
                chances[classes[example]] -= 1;
                for (var one = 0; one < count; one++)
                {
                    for (var at = 0; at <= width; at++) slope[one][at] += chances[one] * rows[example][at];
                }
            }

            var momentum = step / (step + 3.0);
            for (var one = 0; one < count; one++)
            {
                for (var at = 0; at <= width; at++)
                {
                    var down = (slope[one][at] + (at < width ? Penalty * weights[one][at] : 0)) / rows.Length;
                    speed[one][at] = (momentum * speed[one][at]) - (rate * down);
                    weights[one][at] += speed[one][at];
                }
            }
        }

        return [.. weights.Select(row => Unscaled(row, means, spreads))];
    }

    /// <summary>The classes' probabilities of one row under linear scores.</summary>
    private static void Chances(double[][] weights, double[] row, double[] into)
    {
        var top = double.NegativeInfinity;
        for (var one = 0; one < weights.Length; one++)
        {
            var sum = 0.0;
            for (var at = 0; at < row.Length; at++) sum += weights[one][at] * row[at];
            into[one] = sum;
            top = Math.Max(top, sum);
        }

        var whole = 0.0;
        for (var one = 0; one < into.Length; one++) whole += into[one] = Math.Exp(into[one] - top);
        for (var one = 0; one < into.Length; one++) into[one] /= whole;
    }

    private static (double[] Means, double[] Spreads) Standard(IReadOnlyList<double[]> values, int width)
    {
        var means = new double[width];
        var spreads = new double[width];
        for (var at = 0; at < width; at++)
        {
            means[at] = values.Average(row => row[at]);
            var spread = Math.Sqrt(values.Average(row => (row[at] - means[at]) * (row[at] - means[at])));
            spreads[at] = spread > 1e-9 ? spread : 1;
        }

        return (means, spreads);
    }

    private static double[] Unscaled(double[] row, double[] means, double[] spreads)
    {
        var weights = new double[row.Length];
        weights[^1] = row[^1];
        for (var at = 0; at < means.Length; at++)
        {
            weights[at] = row[at] / spreads[at];
            weights[^1] -= row[at] * means[at] / spreads[at];
        }

        return weights;
    }
}
