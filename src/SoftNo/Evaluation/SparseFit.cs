using SoftNo.Cues.Moments;
using SoftNo.Cues.Moments.Steps;

namespace SoftNo.Evaluation;

/// <summary>
/// Multinomial logistic regression over traits that are there or not, with an L2 penalty, by adaptive gradient steps (Duchi, Hazan, Singer 2011) over the
/// examples in a shuffled order with a fixed seed: the same numbers on every run.
/// </summary>
/// <param name="Penalty">The L2 penalty, in units of one example that has the trait.</param>
/// <param name="Rounds">How often all examples are gone through.</param>
/// <param name="LeastCount">A trait seen in fewer examples is left out.</param>
/// <param name="LeastWeight">A trait of which no grade's weight reaches this is left out of the result.</param>
internal sealed record SparseFit(double Penalty = 0.003, int Rounds = 8, int LeastCount = 5, double LeastWeight = 0.08)
{
    private const double Rate = 0.15;
    private static readonly int Grades = Enum.GetValues<Grade>().Length;

    /// <summary>The weights that give each example's grade the best chance.</summary>
    public GradeWeights Of(IReadOnlyList<(IReadOnlySet<string> Traits, Grade Grade)> examples)
    {
        var index = examples.SelectMany(example => example.Traits).GroupBy(trait => trait).Where(group => group.Count() >= LeastCount)
            .Select(group => group.Key).Order(StringComparer.Ordinal).Select((trait, at) => (trait, at)).ToDictionary(one => one.trait, one => one.at);
        var rows = examples.Select(example => example.Traits.Where(index.ContainsKey).Select(trait => index[trait]).Order().Append(index.Count).ToArray()).ToArray();
        var weights = Descend(rows, [.. examples.Select(example => (int)example.Grade)], index.Count);
        return new GradeWeights(
            [.. weights.Select(row => Round(row[index.Count]))],
            index.Where(trait => weights.Any(row => Math.Abs(row[trait.Value]) >= LeastWeight)).ToDictionary(trait => trait.Key, trait => weights.Select(row => Round(row[trait.Value])).ToArray()));
    }

    private double[][] Descend(int[][] rows, int[] grades, int bias)
    {
        var weights = Enumerable.Range(0, Grades).Select(_ => new double[bias + 1]).ToArray();
        var squares = Enumerable.Range(0, Grades).Select(_ => Enumerable.Repeat(1e-8, bias + 1).ToArray()).ToArray();
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(1);
        var chances = new double[Grades];
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var rate = Rate / (1 + (round * 0.2));
            foreach (var example in order)
            {
                Chances(weights, rows[example], chances);
                for (var grade = 0; grade < Grades; grade++)
                {
                    var off = chances[grade] - (grades[example] == grade ? 1 : 0);
                    if (Math.Abs(off) >= 1e-4) Step(weights[grade], squares[grade], rows[example], off, rate, bias);
                }
            }
        }

        return weights;
    }

    private void Step(double[] weights, double[] squares, int[] row, double off, double rate, int bias)
    {
        foreach (var trait in row)
        {
            var slope = off + (trait == bias ? 0 : Penalty * weights[trait]);
            squares[trait] += slope * slope;
            weights[trait] -= rate * slope / Math.Sqrt(squares[trait]);
        }
    }

    private static void Chances(double[][] weights, int[] row, double[] into)
    {
        var top = double.NegativeInfinity;
        for (var grade = 0; grade < into.Length; grade++)
        {
            var sum = 0.0;
            foreach (var trait in row) sum += weights[grade][trait];
            into[grade] = sum;
            top = Math.Max(top, sum);
        }

        var whole = 0.0;
        for (var grade = 0; grade < into.Length; grade++) whole += into[grade] = Math.Exp(into[grade] - top);
        for (var grade = 0; grade < into.Length; grade++) into[grade] /= whole;
    }

    private static double Round(double weight) => Math.Round(weight, 2);
}
