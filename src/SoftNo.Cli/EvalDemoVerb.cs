using System.CommandLine;
using System.Globalization;
using SoftNo.Forecasting;
using SoftNo.Simulation;

namespace SoftNo.Cli;

/// <summary><c>softno eval demo</c>: the forecast beside an oracle on simulated teams. Of engineers for engineers: figures are in English.</summary>
internal static class EvalDemoVerb
{
    // The intervals are drawn alike in each run.
    private const int Seed = 20261126;
    private static readonly (int From, int Below, int Most)[] Sizes = [(0, 30, 1), (30, 100, 1), (100, 200, 1), (200, 400, 2), (400, int.MaxValue, 5)];

    /// <summary>The verb.</summary>
    public static Command Build(Session session)
    {
        var teams = new Option<int>("--teams") { Description = session.Words.EvalDemoTeams, DefaultValueFactory = _ => 100, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = session.Words.EvalDemoSeed, DefaultValueFactory = _ => 1_000_001, HelpName = "S" };
        var closed = new Option<int>("--closed") { Description = session.Words.EvalDemoClosed, DefaultValueFactory = _ => 0, HelpName = "N" };
        var verb = new Command("demo", session.Words.EvalDemo) { teams, seed, closed };
        verb.SetAction(result =>
        {
            var trial = new ForecastTrial(SimulatedTeams.Load(SimulatedTeams.DefaultFile), DealPriors.Load(DealPriors.DefaultFile));
            var found = Sizes.Select(_ => new List<TrialQuarter>()).ToList();
            for (var team = 0; team < result.GetValue(teams); team++)
            {
                foreach (var place in Enumerable.Range(0, Sizes.Length).Where(place => Sizes[place].From >= result.GetValue(closed))) found[place].AddRange(trial.Of(result.GetValue(seed) + team, Sizes[place].From, Sizes[place].Below, Sizes[place].Most));
            }
            session.Terminal.Line("closed   quarters  deals  coverage oracle  F1    oracle  Brier  oracle  skill  from   to     expected/signed  oracle  level");
            foreach (var (size, quarters) in Sizes.Zip(found).Where(one => one.Second.Count > 0)) session.Terminal.Line(Line(size.From, TrialFigures.Of(quarters, new Random(Seed))));
            return ExitCode.Done;
        });
        return verb;
    }

    private static string Line(int from, TrialFigures found) => string.Create(
        CultureInfo.InvariantCulture,
        $"{from,6} + {found.Quarters,8}  {found.Deals,6}  {found.Coverage,6:0.000} {found.OracleCoverage,6:0.000}  {found.F1:0.000} {found.OracleF1:0.000}  {found.Brier:0.0000} {found.OracleBrier:0.0000}  {found.Skill.Skill,6:0.000} {found.Skill.SkillLow,6:0.000} {found.Skill.SkillHigh,6:0.000}  {found.Bias,6:0.000} {found.OracleBias,6:0.000}  {found.Level,6:0.000}");
}
