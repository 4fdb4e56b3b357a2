using MathNet.Numerics.Distributions;
using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>The chance of a signature before any evidence, and how sure it is.</summary>
/// <param name="Rate">0 to 1.</param>
/// <param name="Low">The lower end of an 80 % band.</param>
/// <param name="High">The higher end.</param>
/// <param name="Closed">How many closed deals it rests on; 0 for the prior.</param>
public sealed record BaseRate(double Rate, double Low, double High, int Closed);

/// <summary>
/// Base rates by stage: among the closed deals that were once in a stage, the share that was won, drawn to the team's overall share by a Beta-Binomial; the
/// prior where there is too little history.
/// </summary>
public sealed class BaseRates
{
    private readonly BaseRate _any;
    private readonly Dictionary<string, BaseRate> _byStage;

    private BaseRates(BaseRate any, Dictionary<string, BaseRate> byStage, int closed) => (_any, _byStage, Closed) = (any, byStage, closed);

    /// <summary>The rate of a stage without history.</summary>
    public BaseRate Any => _any;

    /// <summary>The rates of the stages with history.</summary>
    public IReadOnlyDictionary<string, BaseRate> ByStage => _byStage;

    /// <summary>How many closed deals there are.</summary>
    public int Closed { get; }

    /// <summary>Counts the closed deals.</summary>
    /// <param name="closed">Deals that are won or lost.</param>
    /// <param name="priors">The prior, its pull, and from how many closed deals on history counts.</param>
    public static BaseRates Of(IReadOnlyList<Deal> closed, DealPriors priors)
    {
        var prior = priors.Base;
        if (closed.Count < priors.Calibration.StagesFrom) return new BaseRates(new BaseRate(prior.Rate, prior.Low, prior.High, 0), [], closed.Count);
        var any = Posterior(closed.Count(IsWon), closed.Count, prior.Rate, prior.Pull);
        var byStage = closed
            .SelectMany(deal => StagesOf(deal).Select(stage => (Stage: stage, Won: IsWon(deal))))
            .GroupBy(seen => seen.Stage)
            .ToDictionary(group => group.Key, group => Posterior(group.Count(seen => seen.Won), group.Count(), any.Rate, prior.Pull));
        return new BaseRates(any, byStage, closed.Count);
    }

    /// <summary>The rate of a stage; the overall one for a stage without history.</summary>
    public BaseRate Of(string? stage) => stage is not null && _byStage.TryGetValue(stage, out var rate) ? rate : _any;

    /// <summary>The stages a deal was in before its end: the last one of a closed deal only says how it ended.</summary>
    internal static IEnumerable<string> StagesOf(Deal deal) =>
        deal.Changes.Where(change => change is { Field: DealField.Stage, From: not null }).Select(change => change.From!).Distinct();

    /// <summary>The usual days in each stage: the median over the moves that left it, for stages left at least five times.</summary>
    /// <param name="closed">Deals that are won or lost.</param>
    public static IReadOnlyDictionary<string, double> UsualDaysInStage(IReadOnlyList<Deal> closed)
    {
        const int fewest = 5;
        return closed.SelectMany(DaysByStage).GroupBy(stay => stay.Stage).Where(group => group.Count() >= fewest)
            .ToDictionary(group => group.Key, group => Median([.. group.Select(stay => (double)stay.Days)]));
    }

    private static IEnumerable<(string Stage, int Days)> DaysByStage(Deal deal)
    {
        var since = deal.Created;
        foreach (var change in deal.Changes.Where(change => change.Field == DealField.Stage))
        {
            if (since is { } start && change.From is { } stage) yield return (stage, Period.DaysBetween(start, change.On));
            since = change.On;
        }
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static bool IsWon(Deal deal) => deal.Status == DealStatus.Won;

    private static BaseRate Posterior(int won, int count, double rate, double pull)
    {
        var beta = new Beta((rate * pull) + won, ((1 - rate) * pull) + count - won);
        return new BaseRate(beta.Mean, beta.InverseCumulativeDistribution(0.1), beta.InverseCumulativeDistribution(0.9), count);
    }
}
