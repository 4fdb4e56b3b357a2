using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>What a team's closed deals teach, as far as there are enough of them.</summary>
internal sealed class TeamHistory
{
    /// <param name="closed">Deals that were won or lost by the day.</param>
    /// <param name="followUp">What each stands for.</param>
    /// <param name="priors">What is assumed.</param>
    /// <param name="clock">Counts silence.</param>
    /// <param name="replies">How long answers take.</param>
    /// <param name="slower">The scale of the team's sales cycle.</param>
    public TeamHistory(IReadOnlyList<DealHistory> closed, FollowUp followUp, DealPriors priors, SilenceClock clock, ReplyCurves replies, double slower)
    {
        List<Deal> deals = [.. closed.Select(history => history.Deal)];
        Rates = BaseRates.Of(deals, priors);
        var features = new DealFeatures(priors.Evidence, priors.Silence, BaseRates.UsualDaysInStage(deals));
        var history = new HistoryFeatures(priors.History, slower);
        var snapshots = closed.Count < priors.Calibration.LogisticFrom ? [] : new SnapshotTaker(Rates, features, clock, replies, followUp, history).Of(closed).ToList();
        Weights = EvidenceWeights.Learnt(snapshots, closed.Count, priors);
        Assessor = new Assessor(priors, Rates, features, Weights, history);
        Delay = ClosingDelay.Of(deals, priors.Delay);
    }

    /// <summary>The base rates.</summary>
    public BaseRates Rates { get; }

    /// <summary>The weights that were learnt; null under the number that teaches.</summary>
    public EvidenceWeights? Weights { get; }

    /// <summary>Assesses deals with what was learnt.</summary>
    public Assessor Assessor { get; }

    /// <summary>When won deals are signed.</summary>
    public ClosingDelay Delay { get; }
}

/// <summary>Takes snapshots of closed deals as they stood while they were open.</summary>
internal sealed class SnapshotTaker(BaseRates rates, DealFeatures features, SilenceClock clock, ReplyCurves replies, FollowUp followUp, HistoryFeatures historyFeatures)
{
    // A deal is looked at as a pipeline is: at a month's beginning, whatever its own dates; a long one not at every month.
    private const int Most = 6;

    /// <summary>The snapshots of each deal whose beginning and end are known.</summary>
    public IEnumerable<Snapshot> Of(IReadOnlyList<DealHistory> closed) => closed.SelectMany((history, place) => Of(history, place));

    private IEnumerable<Snapshot> Of(DealHistory history, int place)
    {
        var deal = history.Deal;
        if (deal.Created is not { } start || AsOf.EndOf(deal) is not { } end) yield break;
        var months = MonthsOf(start, end);
        var taken = months.Where((_, month) => month == 0 || month * Most / months.Count != (month - 1) * Most / months.Count).ToList();
        var weight = followUp.Of(deal) * months.Count / taken.Count;
        foreach (var day in taken)
        {
            if (history.At(day) is not { } then) continue;
            var silence = clock.Of(then, day);
            var (curve, _) = replies.Of(silence?.Since.Who);
            yield return new Snapshot(
                place, LogOdds.Of(rates.Of(then.Deal.Stage).Rate), [.. features.Of(then, silence, curve, day), .. historyFeatures.Of(then, silence, day)], deal.Status == DealStatus.Won, weight);
        }
    }

    /// <summary>The last days of months on which a deal was open; half-way where there is none.</summary>
    private static List<LocalDate> MonthsOf(LocalDate start, LocalDate end)
    {
        var days = new List<LocalDate>();
        for (var day = start.With(DateAdjusters.EndOfMonth); day < end; day = day.PlusMonths(1).With(DateAdjusters.EndOfMonth)) days.Add(day);
        if (days.Count == 0 && start < end) days.Add(start.PlusDays(Period.DaysBetween(start, end) / 2));
        return days;
    }
}
