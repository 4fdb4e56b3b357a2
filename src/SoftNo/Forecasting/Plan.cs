using NodaTime;
using SoftNo.Deals;
using SoftNo.Signals;

namespace SoftNo.Forecasting;

/// <summary>What a plan proposes for a deal.</summary>
public enum PlannedMove
{
    /// <summary>Say or send the rescue.</summary>
    Rescue,

    /// <summary>Move the declared day to a later one.</summary>
    Push,

    /// <summary>Lower the declared probability to what the evidence supports.</summary>
    Downgrade,

    /// <summary>Close it as lost: a quick no is the second-best answer.</summary>
    Close,

    /// <summary>Leave it until a known day.</summary>
    Pause,
}

/// <summary>Why a plan proposes it.</summary>
public enum PlanReason
{
    /// <summary>The latest exchange reads as a polite no.</summary>
    SoftNo,

    /// <summary>The prospect has been silent for longer than they answer.</summary>
    Silent,

    /// <summary>Interest and a stall: the step is missing.</summary>
    NoStep,

    /// <summary>The prospect said no.</summary>
    SaidNo,

    /// <summary>The 15 minutes were refused and nothing came since.</summary>
    RefusedFifteenMinutes,

    /// <summary>The declared day has passed.</summary>
    DayPassed,

    /// <summary>The declared probability lies above what the evidence supports.</summary>
    DeclaredTooHigh,

    /// <summary>A pause with a date was agreed.</summary>
    AgreedPause,

    /// <summary>They told until when they are away.</summary>
    Away,
}

/// <summary>One line of a plan, to be accepted or not.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Move">What is proposed.</param>
/// <param name="Reason">Why.</param>
/// <param name="NewCloseDate">For a push: the new declared day; for a pause: its last day.</param>
/// <param name="NewProbability">For a downgrade: the new declared probability, 0 to 1.</param>
public sealed record PlannedChange(AssessedDeal Deal, PlannedMove Move, PlanReason Reason, LocalDate? NewCloseDate, double? NewProbability);

/// <summary>Proposes what to do with each deal. Nothing is changed.</summary>
/// <param name="priors">The thresholds.</param>
public sealed class Planner(DealPriors priors)
{
    /// <summary>The lines of a plan, deal by deal in the pipeline's order; a deal that is fine has none.</summary>
    public IReadOnlyList<PlannedChange> Of(Pipeline pipeline) => [.. pipeline.Deals.SelectMany(deal => Of(deal, pipeline.AsOf))];

    private IEnumerable<PlannedChange> Of(AssessedDeal deal, LocalDate asOf)
    {
        if (deal is { Standing: Standing.Paused, Pause: { } pause })
        {
            yield return new PlannedChange(deal, PlannedMove.Pause, pause.IsAbsence ? PlanReason.Away : PlanReason.AgreedPause, pause.Until, null);
            yield break;
        }
        if (Ended(deal) is { } ended)
        {
            yield return new PlannedChange(deal, PlannedMove.Close, ended, null, null);
            yield break;
        }
        if (Stalled(deal) is { } stalled) yield return new PlannedChange(deal, PlannedMove.Rescue, stalled, null, null);
        if (deal.Deal.CloseDate < asOf) yield return new PlannedChange(deal, PlannedMove.Push, PlanReason.DayPassed, Later(asOf), null);
        if (deal.Deal.Probability > deal.Assessment.High)
        {
            yield return new PlannedChange(deal, PlannedMove.Downgrade, PlanReason.DeclaredTooHigh, null, Math.Round(deal.Assessment.Probability, 2));
        }
    }

    private static PlanReason? Ended(AssessedDeal deal)
    {
        if (DealFeatures.SaidNo(deal.History)) return PlanReason.SaidNo;
        return deal.Suspect && deal.Standing != Standing.Alive ? PlanReason.RefusedFifteenMinutes : null;
    }

    private static PlanReason? Stalled(AssessedDeal deal)
    {
        if (deal.StepAhead is not null) return null;
        if (deal.Silence?.WaitingDays > (deal.AnswersWithin ?? int.MaxValue)) return PlanReason.Silent;
        return deal.History.Acts.LastOrDefault(act => act.Reading is not null)?.Reading?.Verdict switch
        {
            Verdict.SoftNo => PlanReason.SoftNo,
            Verdict.Wavering or Verdict.Engaged => PlanReason.NoStep,
            _ => null,
        };
    }

    /// <summary>The day by which half of the late deals are signed, from today.</summary>
    private LocalDate Later(LocalDate asOf)
    {
        var late = priors.Delay.Days.Zip(priors.Delay.Chances).Where(delay => delay.First > 0).ToList();
        var half = late.Sum(delay => delay.Second) / 2;
        var sum = 0.0;
        return asOf.PlusDays(late.First(delay => (sum += delay.Second) >= half).First);
    }
}
