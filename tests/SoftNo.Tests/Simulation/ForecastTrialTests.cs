using SoftNo.Forecasting;
using SoftNo.Simulation;
using static SoftNo.Tests.Deals.SilenceClockTests;

namespace SoftNo.Tests.Simulation;

/// <summary>A small version of <c>softno eval demo</c>; docs/forecast.md has the figures of the full one.</summary>
public class ForecastTrialTests
{
    private static readonly SimulatedTeams Settings = SimulatedTeams.Load(SimulatedTeams.DefaultFile);
    private static readonly DealPriors Priors = DealPriors.Load(DealPriors.DefaultFile);

    [Fact]
    public void On_a_few_teams_the_forecast_stays_near_the_oracle_and_beats_the_stages_base_rates()
    {
        var trial = new ForecastTrial(Settings, Priors);
        var found = TrialFigures.Of([.. Enumerable.Range(1, 5).SelectMany(seed => trial.Of(seed, 400, int.MaxValue, 3))], new Random(1));
        Assert.Equal(15, found.Quarters);
        Assert.InRange(found.Brier - found.OracleBrier, 0, 0.03);
        Assert.InRange(found.F1 - found.OracleF1, -0.07, 0.07);
        Assert.InRange(found.Level, 0.8, 1.25);
        Assert.True(found.Skill.SkillLow > 0, $"{found.Skill.SkillLow}");
    }

    /// <summary>The oracle says of many deals what comes of them: in each tenth of its probabilities, the mean of what it says is within five standard errors of the share seen.</summary>
    [Fact]
    public void The_oracle_is_calibrated()
    {
        var simulator = new TeamSimulator(Settings, Priors.Silence, Day("2020-01-01"), Day("2021-12-31"));
        var team = simulator.Of(4000, 21);
        var oracle = new Oracle(team.Traits, team.Days, Priors.Silence.SlowDay);
        var day = team.Days.Place(Day("2021-06-30"));
        var last = team.Days.Place(Day("2021-09-30"));
        var said = team.Deals.Where(deal => deal.Trace.Created <= day && deal.Truth.Closed > day)
            .Select(deal => (View: oracle.Of(deal.Trace, day, day + 1, last), deal.Truth)).ToList();
        Near(said.Select(one => (one.View.Signs, one.Truth.Signs)));
        Near(said.Select(one => (one.View.Gone, one.Truth.IsGone(day))));
        Near(said.Select(one => (one.View.Within, one.Truth.Signs && one.Truth.Leaves <= last)));

        static void Near(IEnumerable<(double Said, bool Came)> all) => Assert.All(all.GroupBy(one => Math.Min(9, (int)(one.Said * 10))), bin =>
        {
            var said = bin.Average(one => one.Said);
            var error = Math.Sqrt(Math.Max(0.01, said * (1 - said)) / bin.Count());
            Assert.InRange(bin.Average(one => one.Came ? 1.0 : 0) - said, -5 * error, 5 * error);
        });
    }

    /// <summary>A deal of 100 days is seen closed only where it began at least 100 days ago: here of two deals one did, so it stands for two.</summary>
    [Fact]
    public void A_long_deal_stands_for_those_that_are_still_open()
    {
        var old = new SoftNo.Deals.Deal { Name = "old", Created = Day("2026-01-01"), Status = SoftNo.Deals.DealStatus.Lost, CloseDate = Day("2026-04-11") };
        var quick = new SoftNo.Deals.Deal { Name = "quick", Created = Day("2026-05-01"), Status = SoftNo.Deals.DealStatus.Won, CloseDate = Day("2026-05-11") };
        var weights = new FollowUp([old, quick], Day("2026-06-01"));
        Assert.Equal((2.0, 1.0), (weights.Of(old), weights.Of(quick)));
        Assert.Equal(1, weights.Of(old with { Created = null }));
    }
}
