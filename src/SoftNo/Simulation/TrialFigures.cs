using SoftNo.Forecasting;

namespace SoftNo.Simulation;

/// <summary>The product's figures beside the oracle's, over simulated quarters.</summary>
/// <param name="Quarters">How many quarters.</param>
/// <param name="Deals">How many open deals were judged.</param>
/// <param name="Coverage">The share of quarters in which what was signed lay from P10 to P90; NaN without percentiles.</param>
/// <param name="OracleCoverage">The oracle's.</param>
/// <param name="F1">Of calling zombies: the harmonic mean of precision and recall.</param>
/// <param name="OracleF1">The oracle's.</param>
/// <param name="Brier">Mean squared error of the probabilities.</param>
/// <param name="OracleBrier">The oracle's.</param>
/// <param name="Skill">Brier skill against the stages' base rates; its interval draws teams again.</param>
/// <param name="Bias">Expected values over what was signed.</param>
/// <param name="OracleBias">The oracle's.</param>
/// <param name="Level">The sum of the probabilities over the number of signatures.</param>
public sealed record TrialFigures(
    int Quarters, int Deals, double Coverage, double OracleCoverage, double F1, double OracleF1, double Brier, double OracleBrier, Reliability Skill, double Bias, double OracleBias, double Level)
{
    /// <summary>Counts quarters.</summary>
    /// <param name="quarters">At least one.</param>
    /// <param name="random">Draws the intervals.</param>
    public static TrialFigures Of(IReadOnlyList<TrialQuarter> quarters, Random random)
    {
        var deals = quarters.SelectMany(quarter => quarter.Deals).ToList();
        var told = quarters.Where(quarter => quarter.Forecast is not null).ToList();
        var signed = quarters.Sum(quarter => quarter.Came);
        return new TrialFigures(
            quarters.Count, deals.Count,
            told.Count == 0 ? double.NaN : told.Average(quarter => Holds(quarter.Forecast!.Value, quarter.Came)), quarters.Average(quarter => Holds(quarter.Oracle, quarter.Came)),
            Harmonic(deals, deal => deal.Zombie), Harmonic(deals, deal => deal.OracleZombie),
            deals.Average(deal => Squared(deal.Stated, deal.Signs)), deals.Average(deal => Squared(deal.Oracle, deal.Signs)),
            Reliability.Of([.. quarters.SelectMany(quarter => quarter.Deals.Select(deal => new Statement(quarter.Team, deal.Stated, deal.Base, deal.Signs)))], random),
            Share(quarters.Sum(quarter => quarter.Expected), signed), Share(quarters.Sum(quarter => quarter.OracleExpected), signed),
            deals.Sum(deal => deal.Stated) / Math.Max(1, deals.Count(deal => deal.Signs)));
    }

    private static double Holds((decimal P10, decimal P90) range, decimal signed) => range.P10 <= signed && signed <= range.P90 ? 1 : 0;

    private static double Squared(double stated, bool signs) => Math.Pow(stated - (signs ? 1 : 0), 2);

    private static double Share(decimal expected, decimal signed) => signed == 0 ? double.NaN : (double)(expected / signed);

    private static double Harmonic(List<TrialDeal> deals, Func<TrialDeal, bool> called)
    {
        var right = deals.Count(deal => called(deal) && deal.IsZombie);
        return 2.0 * right / Math.Max(1, deals.Count(called) + deals.Count(deal => deal.IsZombie));
    }
}
