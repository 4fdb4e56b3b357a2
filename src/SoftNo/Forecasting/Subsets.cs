namespace SoftNo.Forecasting;

/// <summary>Every subset of a few deals, by its sum.</summary>
internal sealed class Subsets : AmountCurve
{
    // Chances add up with rounding: a cumulative chance this close below a probability has reached it.
    private const double Rounding = 1e-12;

    private readonly decimal[] _sums;
    private readonly double[] _cumulative;

    private Subsets(decimal[] sums, double[] cumulative) => (_sums, _cumulative) = (sums, cumulative);

    /// <summary>Counts them.</summary>
    public static Subsets Of(IReadOnlyList<Chance> deals)
    {
        (decimal[] Sums, double[] Chances) found = ([0], [1]);
        foreach (var deal in deals) found = With(found.Sums, found.Chances, deal);
        var cumulative = new double[found.Chances.Length];
        var sum = 0.0;
        for (var place = 0; place < cumulative.Length; place++) cumulative[place] = sum += found.Chances[place];
        return new Subsets(found.Sums, cumulative);
    }

    public override double Cumulative(double amount)
    {
        var next = UpperBound((decimal)amount);
        return next == 0 ? 0 : _cumulative[next - 1];
    }

    public override double Quantile(double probability)
    {
        var place = Array.FindIndex(_cumulative, chance => chance >= probability - Rounding);
        return (double)_sums[place < 0 ? ^1 : place];
    }

    /// <summary>Merges the sums without a deal and those with it; both are in order, and equal sums become one.</summary>
    private static (decimal[] Sums, double[] Chances) With(decimal[] sums, double[] chances, Chance deal)
    {
        var (merged, weights) = (new decimal[sums.Length * 2], new double[sums.Length * 2]);
        var (without, with, count) = (0, 0, 0);
        while (with < sums.Length)
        {
            var takesWithout = without < sums.Length && sums[without] <= sums[with] + deal.Amount;
            var sum = takesWithout ? sums[without] : sums[with] + deal.Amount;
            var chance = takesWithout ? chances[without++] * (1 - deal.Probability) : chances[with++] * deal.Probability;
            if (count > 0 && merged[count - 1] == sum)
            {
                weights[count - 1] += chance;
                continue;
            }
            (merged[count], weights[count]) = (sum, chance);
            count++;
        }
        return (merged[..count], weights[..count]);
    }

    private int UpperBound(decimal amount)
    {
        var (low, high) = (0, _sums.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sums[middle] <= amount) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
