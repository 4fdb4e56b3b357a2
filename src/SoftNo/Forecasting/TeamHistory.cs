using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>What a team's closed deals teach, as far as there are enough of them.</summary>
internal sealed class TeamHistory
{
    /// <param name="closed">Deals that were won or lost by the day.</param>
    /// <param name="priors">What is assumed.</param>
    public TeamHistory(IReadOnlyList<DealHistory> closed, DealPriors priors)
    {
        List<Deal> deals = [.. closed.Select(history => history.Deal)];
        var rates = BaseRates.Of(deals, priors);
        var features = new DealFeatures(priors.Evidence, BaseRates.UsualDaysInStage(deals));
        var snapshots = closed.Count < priors.Calibration.LogisticFrom ? [] : new SnapshotTaker(rates, features).Of(closed).ToList();
        Assessor = new Assessor(priors, rates, features, EvidenceWeights.Learnt(snapshots, closed.Count, priors));
        Delay = ClosingDelay.Of(deals, priors.Delay);
    }

    /// <summary>Assesses deals with what was learnt.</summary>
    public Assessor Assessor { get; }

    /// <summary>When won deals are signed.</summary>
    public ClosingDelay Delay { get; }
}

/// <summary>Takes snapshots of closed deals as they stood while they were open.</summary>
internal sealed class SnapshotTaker(BaseRates rates, DealFeatures features)
{
    // Two a deal: half-way, and a week before its end. What was known only at the end must not teach.
    private const int DaysBeforeEnd = 7;

    /// <summary>The snapshots of each deal whose beginning and end are known.</summary>
    public IEnumerable<Snapshot> Of(IReadOnlyList<DealHistory> closed) => closed.SelectMany((history, place) => Of(history, place));

    private IEnumerable<Snapshot> Of(DealHistory history, int place)
    {
        var deal = history.Deal;
        if (deal.Created is not { } start || AsOf.EndOf(deal) is not { } end) yield break;
        var days = Period.DaysBetween(start, end);
        foreach (var day in new[] { start.PlusDays(days / 2), end.PlusDays(-DaysBeforeEnd) }.Where(day => day >= start && day < end).Distinct())
        {
            if (history.At(day) is not { } then) continue;
            yield return new Snapshot(place, LogOdds.Of(rates.Of(then.Deal.Stage).Rate), features.Of(then, day), deal.Status == DealStatus.Won);
        }
    }
}
