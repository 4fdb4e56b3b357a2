using MathNet.Numerics.Distributions;

namespace SoftNo.Forecasting;

/// <summary>
/// The distribution of many deals: the largest ones convolved on a grid of money, the many small ones, whose sum is close to normal, added as such. An amount
/// between two grid points is split so that its mean is kept; Hoeffding's inequality bounds what the splits add up to, and the Berry–Esseen theorem, with the
/// constant 0.56 (Shevtsova, 2010), how far the small ones are from normal.
/// </summary>
internal sealed class MoneyGrid : AmountCurve
{
    private const double WantedBound = 0.001;
    private const double Doubt = 1e-6;
    private const double Dust = 1e-15;
    private const double BerryEsseen = 0.56;
    private const int LargestFirst = 400;

    private readonly double _step;
    private readonly int _first;
    private readonly double[] _chances;
    private readonly double[] _cumulative;
    private readonly double _mean;
    private readonly double _deviation;
    private readonly double _total;

    private MoneyGrid(double step, int first, double[] chances, IReadOnlyList<Chance> small, double total)
    {
        (_step, _first, _chances, _total) = (step, first, chances, total);
        _cumulative = new double[chances.Length];
        var sum = 0.0;
        for (var place = 0; place < chances.Length; place++) _cumulative[place] = sum += chances[place];
        _mean = small.Sum(deal => (double)deal.Amount * deal.Probability);
        _deviation = Math.Sqrt(small.Sum(Variance));
    }

    /// <summary>How far P10, P50 or P90 may lie from the true one at most, in money.</summary>
    public double Bound { get; private init; }

    /// <summary>Computes it; more of the deals go on the grid until the bound is met or all are there.</summary>
    public static MoneyGrid Of(IReadOnlyList<Chance> deals, double total)
    {
        var ordered = deals.OrderByDescending(Variance).ToArray();
        for (var large = Math.Min(LargestFirst, ordered.Length); ; large = Math.Min(large * 2, ordered.Length))
        {
            var grid = Of(ordered[..large], ordered[large..], total);
            if (grid.Bound <= WantedBound * total || large == ordered.Length) return grid;
        }
    }

    public override double Cumulative(double amount)
    {
        if (_deviation == 0) return AtPlace((int)Math.Floor((amount - _mean) / _step) - _first);
        const double reach = 9;
        var below = (int)Math.Floor((amount - _mean - (reach * _deviation)) / _step) - _first;
        var above = (int)Math.Ceiling((amount - _mean + (reach * _deviation)) / _step) - _first;
        var sum = AtPlace(below);
        for (var place = Math.Max(below + 1, 0); place <= Math.Min(above, _chances.Length - 1); place++)
        {
            sum += _chances[place] * Normal.CDF(_mean, _deviation, amount - ((_first + place) * _step));
        }
        return sum;
    }

    public override double Quantile(double probability)
    {
        if (_deviation != 0) return Halved(probability, 0, _total);
        var place = Array.FindIndex(_cumulative, chance => chance >= probability);
        return (_first + (place < 0 ? _chances.Length - 1 : place)) * _step;
    }

    private static MoneyGrid Of(Chance[] large, Chance[] small, double total)
    {
        // The splits add up to at most `drift`, but for a doubt of one in a million; half of the wanted bound is theirs.
        var spread = Math.Sqrt(large.Length * Math.Log(2 / Doubt) / 2);
        var step = WantedBound / 2 * total / spread;
        var (first, chances) = Convolved(large, step);
        var grid = new MoneyGrid(step, first, chances, small, total);
        var drift = step * spread;
        var doubt = Doubt + NormalError(small) + Math.Max(0, 1 - grid._cumulative[^1]);
        double[] quantiles = [0.1, 0.5, 0.9];
        var bound = quantiles.Max(probability => Math.Max(
            grid.Quantile(Math.Min(probability + doubt, 1)) - grid.Quantile(probability), grid.Quantile(probability) - grid.Quantile(Math.Max(probability - doubt, 0))));
        return new MoneyGrid(step, first, chances, small, total) { Bound = bound + drift };
    }

    private static double NormalError(Chance[] small)
    {
        if (small.Length == 0) return 0;
        var third = small.Sum(deal => Math.Pow((double)deal.Amount, 3) * Variance(deal.Probability) * ((deal.Probability * deal.Probability) + ((1 - deal.Probability) * (1 - deal.Probability))));
        return BerryEsseen * third / Math.Pow(small.Sum(Variance), 1.5);
    }

    private static double Variance(double probability) => probability * (1 - probability);

    private static double Variance(Chance deal) => (double)deal.Amount * (double)deal.Amount * Variance(deal.Probability);

    /// <summary>Adds the deals one by one, the smallest first, and drops the dust at both ends.</summary>
    private static (int First, double[] Chances) Convolved(Chance[] deals, double step)
    {
        var first = 0;
        double[] chances = [1];
        for (var place = deals.Length - 1; place >= 0; place--)
        {
            chances = With(chances, deals[place], step);
            var start = 0;
            while (chances[start] < Dust) start++;
            var end = chances.Length;
            while (chances[end - 1] < Dust) end--;
            chances = chances[start..end];
            first += start;
        }
        return (first, chances);
    }

    private static double[] With(double[] chances, Chance deal, double step)
    {
        var cells = (double)deal.Amount / step;
        var whole = (int)Math.Floor(cells);
        var part = cells - whole;
        var sum = new double[chances.Length + whole + 1];
        Scaled(chances, sum, 1 - deal.Probability);
        Scaled(chances, sum.AsSpan(whole), deal.Probability * (1 - part));
        Scaled(chances, sum.AsSpan(whole + 1), deal.Probability * part);
        return sum;
    }

    private static void Scaled(ReadOnlySpan<double> from, Span<double> to, double factor) =>
        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(from, factor, to[..from.Length], to);

    private double AtPlace(int place) => place < 0 ? 0 : _cumulative[Math.Min(place, _cumulative.Length - 1)];
}
