using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>A deal to act on now.</summary>
/// <param name="Change">What is proposed.</param>
/// <param name="Gain">What the probability would gain if the evidence that a rescue can remove were gone: 0 to 1.</param>
/// <param name="Stake">The amount times that gain; null without an amount.</param>
public sealed record TodayCard(PlannedChange Change, double Gain, Money? Stake);

/// <summary>What to do now, the most valuable first.</summary>
public static class Today
{
    // What the right words can undo; a refusal, a push or an age in stage they cannot.
    private static readonly string[] Removable = ["genericPraise", "techPraise", "vagueStep", "noHardQuestion", "silence"];

    /// <summary>The rescues of a plan, ranked by money at stake times the chance to change it; deals without an amount last.</summary>
    public static IReadOnlyList<TodayCard> Of(IEnumerable<PlannedChange> plan) =>
    [
        .. plan.Where(change => change.Move == PlannedMove.Rescue).Select(Card)
            .OrderByDescending(card => card.Stake?.Amount ?? -1).ThenByDescending(card => card.Gain),
    ];

    private static TodayCard Card(PlannedChange change)
    {
        var assessment = change.Deal.Assessment;
        var undone = assessment.Waterfall.Where(step => Removable.Contains(step.Name) && step.LogRatio < 0).Sum(step => step.LogRatio);
        var gain = LogOdds.Probability(LogOdds.Of(assessment.Probability) - undone) - assessment.Probability;
        var amount = change.Deal.Deal.Amount;
        return new TodayCard(change, gain, amount is null ? null : amount with { Amount = decimal.Round(amount.Amount * (decimal)gain) });
    }
}
