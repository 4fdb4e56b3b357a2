using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>The amounts of a pipeline in one currency, by the standing of its deals.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Declared">All open amounts.</param>
/// <param name="Supported">Those of the deals that are alive.</param>
/// <param name="Zombies">Those of the zombies.</param>
public sealed record PipelineMoney(string Currency, decimal Declared, decimal Supported, decimal Zombies);

/// <summary>What will be signed in a period, in one currency.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="First">The period's first day.</param>
/// <param name="Last">Its last day, included.</param>
/// <param name="Expected">The expected value.</param>
/// <param name="Percentiles">P10, P50 and P90, or null under thirty closed deals: then the headline is counts and money.</param>
/// <param name="Bound">How far the percentiles may lie from the true ones, as a share of the open total.</param>
/// <param name="CrmWeighted">What the CRM's own probabilities give for the deals declared to close in the period; null where it declares none.</param>
/// <param name="Commit">The amounts declared to close in the period.</param>
/// <param name="Undated">Open amounts without a declared day: they are in no period.</param>
public sealed record Forecast(
    string Currency, LocalDate First, LocalDate Last, decimal Expected, (decimal P10, decimal P50, decimal P90)? Percentiles, double Bound,
    decimal? CrmWeighted, decimal Commit, decimal Undated)
{
    /// <summary>The whole distribution; null where the percentiles are.</summary>
    public SignedAmount? Distribution { get; init; }

    /// <summary>The CRM's weighted figure over the expected value; null where either is missing.</summary>
    public decimal? Inflation => CrmWeighted is { } weighted && Expected > 0 ? weighted / Expected : null;
}

/// <summary>Forecasts a pipeline, one currency at a time.</summary>
public static class Forecaster
{
    /// <summary>The amounts by standing, the largest currency first.</summary>
    public static IReadOnlyList<PipelineMoney> Money(Pipeline pipeline) =>
    [
        .. pipeline.Deals.Where(deal => deal.Deal.Amount is not null).GroupBy(deal => deal.Deal.Amount!.Currency)
            .Select(group => new PipelineMoney(group.Key, Sum(group), Sum(group.Where(IsAlive)), Sum(group.Where(deal => deal.Standing == Standing.Zombie))))
            .OrderByDescending(money => money.Declared),
    ];

    /// <summary>What will be signed in a period, the largest currency first.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="first">The period's first day.</param>
    /// <param name="last">Its last day, included.</param>
    /// <param name="percentilesFrom">From how many closed deals on percentiles are given.</param>
    /// <param name="correlation">Of the deals' hidden variables; 0 for independent deals.</param>
    public static IReadOnlyList<Forecast> Of(Pipeline pipeline, LocalDate first, LocalDate last, int percentilesFrom, double correlation = 0) =>
    [
        .. pipeline.Deals.Where(deal => deal.Deal.Amount is not null).GroupBy(deal => deal.Deal.Amount!.Currency)
            .Select(group => Of(pipeline, [.. group], group.Key, first, last, percentilesFrom, correlation))
            .OrderByDescending(forecast => forecast.Commit),
    ];

    private static Forecast Of(Pipeline pipeline, List<AssessedDeal> deals, string currency, LocalDate first, LocalDate last, int percentilesFrom, double correlation)
    {
        var dated = deals.Where(deal => deal.Deal.CloseDate is not null).ToList();
        Chance[] chances = [.. dated.Select(deal => new Chance(AmountOf(deal), deal.Assessment.Probability * pipeline.Delay.Within(deal.Deal.CloseDate!.Value, pipeline.AsOf, first, last)))];
        var signed = SignedAmount.Correlated(chances, correlation);
        var declared = dated.Where(deal => deal.Deal.CloseDate >= first && deal.Deal.CloseDate <= last).ToList();
        var weighted = declared.Where(deal => deal.Deal.Probability is not null).ToList();
        return new Forecast(
            currency, first, last, signed.Expected,
            pipeline.Closed < percentilesFrom ? null : (signed.Quantile(0.1), signed.Quantile(0.5), signed.Quantile(0.9)), signed.Bound,
            weighted.Count == 0 ? null : weighted.Sum(deal => AmountOf(deal) * (decimal)deal.Deal.Probability!.Value), Sum(declared),
            Sum(deals.Where(deal => deal.Deal.CloseDate is null))) { Distribution = pipeline.Closed < percentilesFrom ? null : signed };
    }

    private static bool IsAlive(AssessedDeal deal) => deal.Standing == Standing.Alive;

    private static decimal AmountOf(AssessedDeal deal) => deal.Deal.Amount?.Amount ?? 0;

    private static decimal Sum(IEnumerable<AssessedDeal> deals) => deals.Sum(AmountOf);
}
