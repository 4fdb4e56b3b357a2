using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>Tells where a deal stands from its probability and its acts.</summary>
/// <param name="rules">What makes a zombie.</param>
internal sealed class StandingRule(ZombiePrior rules)
{
    private const int MonthsInQuarter = 3;

    /// <summary>The standing of an open deal.</summary>
    /// <param name="deal">As declared.</param>
    /// <param name="probability">What the evidence says, 0 to 1.</param>
    /// <param name="baseRate">The stage's base rate.</param>
    /// <param name="silence">How long the prospect has been silent, or null.</param>
    /// <param name="ahead">The day of a step ahead, or null.</param>
    /// <param name="pause">The pause that holds, or null.</param>
    /// <param name="asOf">The day.</param>
    public Standing Of(Deal deal, double probability, double baseRate, Silence? silence, LocalDate? ahead, Pause? pause, LocalDate asOf)
    {
        if (pause is { IsAbsence: false }) return Standing.Paused;
        if (ahead is not null || silence?.BusinessDays <= rules.SilentBusinessDays) return Standing.Alive;
        if (pause is not null) return Standing.Paused;
        return LooksAlive(deal, asOf) && probability < rules.ShareOfBase * baseRate ? Standing.Zombie : Standing.Unknown;
    }

    /// <summary>Whether the CRM shows it as alive: declared high, or closing this quarter.</summary>
    public bool LooksAlive(Deal deal, LocalDate asOf) => deal.Probability >= rules.DeclaredFrom || ClosesThisQuarter(deal, asOf);

    private static bool ClosesThisQuarter(Deal deal, LocalDate asOf) =>
        deal.CloseDate is { } day && day.Year == asOf.Year && (day.Month - 1) / MonthsInQuarter == (asOf.Month - 1) / MonthsInQuarter;
}
