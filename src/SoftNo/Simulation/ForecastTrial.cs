using NodaTime;
using SoftNo.Deals;
using SoftNo.Forecasting;

namespace SoftNo.Simulation;

/// <summary>What was said of one open deal on the eve of a quarter, and the truth.</summary>
/// <param name="Stated">The product's probability.</param>
/// <param name="Base">Its base rate for the stage.</param>
/// <param name="Oracle">The oracle's probability.</param>
/// <param name="Signs">Whether it will be signed.</param>
/// <param name="Zombie">Whether the product calls it a zombie.</param>
/// <param name="OracleZombie">Whether the oracle does, by the same definition with its own probability and the stage's true rate.</param>
/// <param name="IsZombie">Whether it looks alive and the buyer is gone.</param>
public sealed record TrialDeal(double Stated, double Base, double Oracle, bool Signs, bool Zombie, bool OracleZombie, bool IsZombie);

/// <summary>What was said of one quarter of one team on its eve, and what came.</summary>
/// <param name="Team">The team's seed.</param>
/// <param name="Cycle">Its sales cycle.</param>
/// <param name="Closed">How many deals were closed by then.</param>
/// <param name="Deals">The open deals.</param>
/// <param name="Forecast">P10 and P90, or null under thirty closed deals.</param>
/// <param name="Oracle">The oracle's.</param>
/// <param name="Came">What was signed of the open deals.</param>
/// <param name="Expected">The product's expected value.</param>
/// <param name="OracleExpected">The oracle's.</param>
public sealed record TrialQuarter(
    int Team, string Cycle, int Closed, IReadOnlyList<TrialDeal> Deals, (decimal P10, decimal P90)? Forecast, (decimal P10, decimal P90) Oracle, decimal Came, decimal Expected, decimal OracleExpected);

/// <summary>Sets the product's forecast beside the oracle's, on simulated quarters.</summary>
/// <param name="settings">What teams are drawn from.</param>
/// <param name="priors">What the product assumes.</param>
public sealed class ForecastTrial(SimulatedTeams settings, DealPriors priors)
{
    private const int Years = 4;
    private const int QuartersInYear = 4;
    private const int MonthsInQuarter = 3;
    private static readonly LocalDate First = new(2015, 1, 1);
    private readonly Dictionary<string, (TeamSimulator Simulator, int Quarters)> _simulators = settings.Teams.Cycles.ToDictionary(cycle => cycle.Key, cycle => Over((int)Math.Ceiling(Years * cycle.Value), settings, priors));
    private readonly StandingRule _standing = new(priors.Zombie);

    /// <summary>The quarters of one team whose eve finds so many closed deals, in order.</summary>
    /// <param name="seed">The team.</param>
    /// <param name="closedFrom">The fewest closed deals.</param>
    /// <param name="closedBelow">More than the most.</param>
    /// <param name="most">At most so many quarters.</param>
    public IEnumerable<TrialQuarter> Of(int seed, int closedFrom, int closedBelow, int most)
    {
        var (simulator, quarters) = _simulators[TeamTraits.Cycle(settings, seed)];
        var team = simulator.Of(settings.Teams.PerQuarter * QuartersInYear * Years, seed);
        var rates = StageRates(team);
        return Enumerable.Range(1, quarters - 1)
            .Select(quarter => First.PlusMonths(quarter * MonthsInQuarter).PlusDays(-1))
            .Where(eve => ClosedBy(team, eve) is var closed && closed >= closedFrom && closed < closedBelow)
            .Take(most)
            .Select(eve => Quarter(team, seed, eve, rates));
    }

    // A team of long cycles begins fewer deals in a quarter: what a seller can hold open at once is the same.
    private static (TeamSimulator Simulator, int Quarters) Over(int years, SimulatedTeams settings, DealPriors priors) =>
        (new TeamSimulator(settings, priors.Silence, First, First.PlusYears(years).PlusDays(-1)), years * QuartersInYear);

    private static int ClosedBy(SimulatedTeam team, LocalDate eve) => team.Deals.Count(deal => deal.Truth.Closed <= team.Days.Place(eve));

    private TrialQuarter Quarter(SimulatedTeam team, int seed, LocalDate eve, Dictionary<string, double> rates)
    {
        var day = team.Days.Place(eve);
        var (first, last) = (eve.PlusDays(1), eve.PlusDays(1).PlusMonths(MonthsInQuarter).PlusDays(-1));
        var pipeline = new PipelineReader(priors, team.Traits.SalesCycle).At([.. team.Deals.Select(deal => deal.History)], eve);
        var forecast = Forecaster.Of(pipeline, first, last, priors.Calibration.StagesFrom).Single();
        var open = team.Deals.Where(deal => deal.Trace.Created <= day && deal.Truth.Closed > day).ToList();
        var oracle = new Oracle(team.Traits, team.Days, priors.Silence.SlowDay);
        var views = open.ConvertAll(deal => oracle.Of(deal.Trace, day, day + 1, team.Days.Place(last)));
        var signed = SignedAmount.Of([.. open.Zip(views, (deal, view) => new Chance(AmountOf(deal), view.Within))]);
        return new TrialQuarter(
            seed, team.Traits.SalesCycle, pipeline.Closed, [.. open.Zip(pipeline.Deals, views).Select(one => Deal(one.First, one.Second, one.Third, day, eve, rates))],
            forecast.Percentiles is { } found ? (found.P10, found.P90) : null, (signed.Quantile(0.1), signed.Quantile(0.9)),
            open.Where(deal => deal.Truth.Signs && deal.Truth.Leaves <= team.Days.Place(last)).Sum(AmountOf), forecast.Expected, signed.Expected);
    }

    private TrialDeal Deal(SimulatedDeal deal, AssessedDeal assessed, OracleView view, int day, LocalDate eve, Dictionary<string, double> rates)
    {
        var rate = rates.GetValueOrDefault(assessed.Deal.Stage ?? "", assessed.Assessment.Base.Rate);
        var standing = _standing.Of(assessed.Deal, view.Signs, rate, assessed.Silence, assessed.StepAhead, assessed.Pause, eve);
        return new TrialDeal(
            assessed.Assessment.Probability, assessed.Assessment.Base.Rate, view.Signs, deal.Truth.Signs, assessed.Standing == Standing.Zombie, standing == Standing.Zombie,
            deal.Truth.IsGone(day) && _standing.LooksAlive(assessed.Deal, eve));
    }

    /// <summary>The true base rate of each stage: of the team's deals that were ever in it, the share that is signed.</summary>
    private static Dictionary<string, double> StageRates(SimulatedTeam team) => team.Deals
        .SelectMany(deal => BaseRates.StagesOf(deal.History.Deal).Select(stage => (Stage: stage, deal.Truth.Signs)))
        .GroupBy(one => one.Stage)
        .ToDictionary(group => group.Key, group => group.Average(one => one.Signs ? 1.0 : 0));

    private static decimal AmountOf(SimulatedDeal deal) => deal.History.Deal.Amount!.Amount;
}
