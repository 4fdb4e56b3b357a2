namespace SoftNo.Simulation;

/// <summary>What is drawn from a seeded source: the same seed draws the same.</summary>
/// <param name="random">The source.</param>
internal sealed class Draws(Random random)
{
    /// <summary>Whether something of that chance happens.</summary>
    public bool Happens(double chance) => random.NextDouble() < chance;

    /// <summary>A standard normal variable (Box and Muller, 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A whole number from 0 up to a bound, the bound excluded.</summary>
    public int Below(int bound) => random.Next(bound);

    /// <summary>One of a list.</summary>
    public T Of<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>A place, each as likely as its weight says.</summary>
    public int Place(ReadOnlySpan<double> weights)
    {
        var left = random.NextDouble() * Sum(weights);
        for (var place = 0; place < weights.Length; place++)
        {
            if ((left -= weights[place]) < 0) return place;
        }
        return weights.Length - 1;
    }

    /// <summary>Whole days from 1 on, each day ending it with the same chance.</summary>
    /// <param name="mean">The mean, 1 or more.</param>
    public int Days(double mean) => mean <= 1 ? 1 : 1 + (int)(Math.Log(1 - random.NextDouble()) / Math.Log(1 - (1 / mean)));

    /// <summary>A person's own chance, around a group's (Beta distribution).</summary>
    public double Around(double chance, double concentration) => MathNet.Numerics.Distributions.Beta.Sample(random, chance * concentration, (1 - chance) * concentration);

    /// <summary>A person's own chances, around a group's (Dirichlet distribution).</summary>
    public double[] Around(IReadOnlyList<double> chances, double concentration)
    {
        double[] drawn = [.. chances.Select(chance => chance <= 0 ? 0 : MathNet.Numerics.Distributions.Gamma.Sample(random, chance * concentration, 1))];
        var sum = drawn.Sum();
        return [.. drawn.Select(one => one / sum)];
    }

    private static double Sum(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights) sum += weight;
        return sum;
    }
}
