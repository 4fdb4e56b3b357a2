namespace SoftNo.Forecasting;

/// <summary>One deal's part in a sum: its amount, or nothing.</summary>
/// <param name="Amount">0 or more, in one currency for all.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record Chance(decimal Amount, double Probability);

/// <summary>The distribution of what will be signed, computed and not sampled.</summary>
public sealed class SignedAmount
{
    /// <summary>Up to how many deals every subset is counted.</summary>
    public const int SubsetsUpTo = 20;

    private readonly AmountCurve _curve;

    private SignedAmount(AmountCurve curve, decimal total, decimal expected, double bound) =>
        (_curve, Total, Expected, Bound) = (curve, total, expected, bound);

    /// <summary>The sum of all amounts.</summary>
    public decimal Total { get; }

    /// <summary>The expected value.</summary>
    public decimal Expected { get; }

    /// <summary>How far P10, P50 or P90 may lie from the true one at most, as a share of <see cref="Total"/>; 0 where every subset was counted.</summary>
    public double Bound { get; }

    /// <summary>The amount that is reached or undercut with a probability.</summary>
    /// <param name="probability">Above 0, below 1.</param>
    public decimal Quantile(double probability) => Total == 0 ? 0 : Math.Clamp((decimal)_curve.Quantile(probability), 0, Total);

    /// <summary>The probability that no more than an amount is signed.</summary>
    public double AtMost(decimal amount) => Total == 0 ? 1 : _curve.Cumulative((double)amount);

    /// <summary>The distribution of a sum of independent deals.</summary>
    /// <param name="deals">The deals; any number.</param>
    public static SignedAmount Of(IReadOnlyList<Chance> deals)
    {
        var total = deals.Sum(deal => deal.Amount);
        var expected = deals.Sum(deal => deal.Amount * (decimal)deal.Probability);
        var open = deals.Where(deal => deal.Amount > 0 && deal.Probability > 0).ToArray();
        if (open.Length <= SubsetsUpTo) return new SignedAmount(Subsets.Of(open), total, expected, 0);
        var grid = MoneyGrid.Of(open, (double)total);
        return new SignedAmount(grid, total, expected, grid.Bound / (double)total);
    }

    /// <summary>
    /// The same where the deals share a factor, such as the market's mood: a one-factor Gaussian model (Vasicek, 1987). Each deal keeps its own probability; the
    /// spread grows.
    /// </summary>
    /// <param name="deals">The deals.</param>
    /// <param name="correlation">Of the hidden variables of two deals: 0 or more, below 1.</param>
    public static SignedAmount Correlated(IReadOnlyList<Chance> deals, double correlation)
    {
        if (correlation == 0) return Of(deals);
        var parts = SharedFactor.Levels.Select(level => Of([.. deals.Select(deal => deal with { Probability = SharedFactor.Given(deal.Probability, correlation, level) })])).ToArray();
        return new SignedAmount(
            new MixedCurve([.. parts.Select(part => part._curve)], (double)deals.Sum(deal => deal.Amount)),
            deals.Sum(deal => deal.Amount), deals.Sum(deal => deal.Amount * (decimal)deal.Probability), parts.Max(part => part.Bound));
    }
}
