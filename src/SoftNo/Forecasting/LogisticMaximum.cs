using MathNet.Numerics.LinearAlgebra;

namespace SoftNo.Forecasting;

/// <summary>The most likely weights of a Bayesian logistic regression with normal priors, by Newton's method.</summary>
internal static class LogisticMaximum
{
    private const int MostSteps = 50;
    private const double Enough = 1e-8;

    /// <summary>The weights: the intercept, then one a feature.</summary>
    /// <param name="snapshots">What was seen; at least one, all with the same features.</param>
    /// <param name="means">Prior means, the intercept's first.</param>
    /// <param name="sd">Standard deviation of each weight around its prior mean.</param>
    /// <param name="weight">What a snapshot's own weight is multiplied by.</param>
    public static double[] Of(IReadOnlyList<Snapshot> snapshots, double[] means, double[] sd, double weight)
    {
        double[][] rows = [.. snapshots.Select(Row)];
        var found = (double[])means.Clone();
        for (var step = 0; step < MostSteps; step++)
        {
            var (slope, bend) = Slope(snapshots, rows, means, found, sd, weight);
            var move = Matrix<double>.Build.DenseOfArray(bend).Cholesky().Solve(Vector<double>.Build.DenseOfArray(slope));
            for (var place = 0; place < found.Length; place++) found[place] += move[place];
            if (move.L2Norm() < Enough) break;
        }
        return found;
    }

    private static (double[] Slope, double[,] Bend) Slope(IReadOnlyList<Snapshot> snapshots, double[][] rows, double[] means, double[] found, double[] sd, double weight)
    {
        var (slope, bend) = (new double[means.Length], new double[means.Length, means.Length]);
        for (var place = 0; place < means.Length; place++)
        {
            slope[place] = (means[place] - found[place]) / (sd[place] * sd[place]);
            bend[place, place] = 1 / (sd[place] * sd[place]);
        }
        for (var one = 0; one < rows.Length; one++)
        {
            var row = rows[one];
            var sum = snapshots[one].BaseLogOdds;
            for (var place = 0; place < row.Length; place++) sum += row[place] * found[place];
            var probability = LogOdds.Probability(sum);
            var counts = weight * snapshots[one].Weight;
            var (off, curve) = (counts * ((snapshots[one].Won ? 1 : 0) - probability), counts * probability * (1 - probability));
            for (var place = 0; place < row.Length; place++)
            {
                if (row[place] == 0) continue;
                slope[place] += off * row[place];
                for (var other = 0; other < row.Length; other++) bend[place, other] += curve * row[place] * row[other];
            }
        }
        return (slope, bend);
    }

    private static double[] Row(Snapshot snapshot) => [1, .. snapshot.Features.Select(feature => feature.Value)];
}
