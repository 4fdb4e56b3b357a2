using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>A team's pipeline on a day, as the evidence has it.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Deals">The open deals, in the order given.</param>
/// <param name="Closed">How many closed deals the history holds.</param>
/// <param name="Delay">When won deals are signed.</param>
public sealed record Pipeline(LocalDate AsOf, IReadOnlyList<AssessedDeal> Deals, int Closed, ClosingDelay Delay)
{
    /// <summary>The noes of the last months; null where there is none.</summary>
    public NoTimes? Noes { get; init; }

    /// <summary>What changed since a week before; null where nobody asked.</summary>
    public IReadOnlyList<WeekChange>? Week { get; init; }

    /// <summary>The deals of a standing.</summary>
    public IEnumerable<AssessedDeal> Of(Standing standing) => Deals.Where(deal => deal.Standing == standing);
}

/// <summary>Assesses a whole pipeline.</summary>
/// <param name="priors">What is assumed.</param>
/// <param name="cycle">The team's sales cycle: a key of the silence prior's scale, such as <c>weeks</c>.</param>
public sealed class PipelineReader(DealPriors priors, string cycle)
{
    private readonly SilenceClock _clock = SilenceClock.Of(priors.Silence.SlowFrom, priors.Silence.SlowUntil, priors.Silence.SlowDay);
    private readonly StandingRule _standing = new(priors.Zombie);

    /// <summary>The pipeline at the end of a day, with only what was known then.</summary>
    /// <param name="all">Every deal, open and closed.</param>
    /// <param name="asOf">The day.</param>
    public Pipeline At(IReadOnlyList<DealHistory> all, LocalDate asOf)
    {
        var (known, closed, survival, learning) = Learnt(all, asOf);
        var open = known.Where(history => history.Deal.Status == DealStatus.Open).Select(history => Assessed(history, learning, survival, asOf));
        return new Pipeline(asOf, [.. open], closed.Count, learning.Delay) { Noes = NoTimes.Of(closed, asOf, priors.Noes) };
    }

    /// <summary>What the history teaches by a day.</summary>
    /// <param name="all">Every deal, open and closed.</param>
    /// <param name="asOf">The day.</param>
    public Calibration CalibrationAt(IReadOnlyList<DealHistory> all, LocalDate asOf)
    {
        var (_, closed, _, learning) = Learnt(all, asOf);
        return Calibration.Of(closed.Count, closed.Count(history => history.Deal.Status == DealStatus.Won), learning, priors.Calibration);
    }

    /// <summary>The same with what changed since a week before.</summary>
    public Pipeline WithWeekAt(IReadOnlyList<DealHistory> all, LocalDate asOf)
    {
        var now = At(all, asOf);
        return now with { Week = PastWeek.Of(all, this, now, priors.Week) };
    }

    private (List<DealHistory> Known, List<DealHistory> Closed, ReplyCurves Survival, TeamHistory Learning) Learnt(IReadOnlyList<DealHistory> all, LocalDate asOf)
    {
        var known = all.Select(history => history.At(asOf)).OfType<DealHistory>().ToList();
        var closed = known.Where(history => history.Deal.Status != DealStatus.Open).ToList();
        var waits = known.Where(history => history.Acts.Count > 0).SelectMany(history => ReplyTimes.Of(history, asOf, _clock)).ToLookup(wait => wait.Who);
        var survival = new ReplyCurves(waits, priors.Silence, cycle);
        var learning = new TeamHistory(NewestClosed.Of(closed, history => AsOf.EndOf(history.Deal), priors.Calibration.Newest), new FollowUp(known.Select(history => history.Deal), asOf), priors, _clock, survival, priors.Silence.CycleScale[cycle]);
        return (known, closed, survival, learning);
    }

    private AssessedDeal Assessed(DealHistory history, TeamHistory learning, ReplyCurves replies, LocalDate asOf)
    {
        var silence = _clock.Of(history, asOf);
        var (curve, from) = replies.Of(silence?.Since.Who);
        var assessment = learning.Assessor.Of(history, silence, curve, asOf);
        var ahead = StepAhead.Of(history, asOf);
        var pause = StepAhead.PauseOn(history, asOf);
        return new AssessedDeal(
            history, _standing.Of(history.Deal, assessment.Probability, assessment.Base.Rate, silence, ahead, pause, asOf), StepAhead.IsSuspect(history), assessment, silence,
            curve.WithinDays(0.9), from, ahead, pause);
    }
}
