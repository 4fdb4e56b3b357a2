using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Signals;
using static SoftNo.Tests.Deals.SilenceClockTests;
using static SoftNo.Tests.Forecasting.Told;

namespace SoftNo.Tests.Forecasting;

public class ForecastTests
{
    private static readonly LocalDate First = Day("2026-10-01");
    private static readonly LocalDate Last = Day("2026-12-31");

    private static Pipeline Read(string asOf, params DealHistory[] histories) => new PipelineReader(Priors, "weeks").At(histories, Day(asOf));

    [Fact]
    public void Money_is_counted_by_standing_and_currency()
    {
        var alive = Open(50_000).With(Call("2026-11-19", Verdict.Engaged, Testing));
        var zombie = Open(120_000).With(Call("2026-10-20", Verdict.SoftNo, Warm), Mail("2026-10-27", Side.Seller));
        var euros = (Open(30_000) with { Amount = new Money(30_000, "EUR") }).With();
        Assert.Equal([new("USD", 170_000, 50_000, 120_000), new("EUR", 30_000, 0, 0)], Forecaster.Money(Read("2026-11-20", alive, zombie, euros)));
    }

    /// <summary>The prior's delays from December 18, after November 20: −15 and 0 fall in the quarter (0.4 of 1), the others after it.</summary>
    [Fact]
    public void A_deal_counts_with_its_probability_times_the_chance_of_its_day()
    {
        var forecast = Assert.Single(Forecaster.Of(Read("2026-11-20", Open().With()), First, Last, 30));
        Assert.Equal(100_000 * 0.22 * 0.40, (double)forecast.Expected, 6);
        Assert.Equal((80_000m, 100_000m, 0m, null), (forecast.CrmWeighted, forecast.Commit, forecast.Undated, forecast.Percentiles));
        Assert.Equal(80_000 / 8_800.0, (double)forecast.Inflation!.Value, 6);
    }

    [Fact]
    public void Delays_that_have_passed_are_ruled_out()
    {
        var delay = ClosingDelay.Of([], Priors.Delay);
        // Declared for November 1, seen on the 20th: −15, 0 and +15 days did not happen; +30 (December 1) is 0.17 of the 0.42 left.
        Assert.Equal(0.17 / 0.42, delay.Within(Day("2026-11-01"), Day("2026-11-20"), Day("2026-12-01"), Day("2026-12-15")), 12);
        Assert.Equal(1, delay.Within(Day("2025-01-01"), Day("2026-11-20"), Day("2026-11-21"), Day("2027-12-31")), 12);
    }

    [Fact]
    public void A_deal_without_a_day_is_in_no_period_and_said()
    {
        var forecast = Assert.Single(Forecaster.Of(Read("2026-11-20", (Open() with { CloseDate = null }).With()), First, Last, 30));
        Assert.Equal((0m, 100_000m, null), (forecast.Expected, forecast.Undated, forecast.Inflation));
    }

    [Fact]
    public void From_thirty_closed_deals_on_percentiles_are_given()
    {
        var closed = Enumerable.Range(0, 30).Select(place => new DealHistory(
            new Deal { Name = $"old {place}", Status = place < 9 ? DealStatus.Won : DealStatus.Lost, CloseDate = Day("2026-06-01"), Created = Day("2026-01-01") }, [], [])).ToArray();
        var open = Enumerable.Range(0, 3).Select(_ => Open(10_000).With()).ToArray();
        Assert.NotNull(Forecaster.Of(Read("2026-11-20", [.. closed, .. open]), First, Last, 30).Single().Percentiles);
        Assert.Null(Forecaster.Of(Read("2026-11-20", [.. closed.Skip(1), .. open]), First, Last, 30).Single().Percentiles);
    }
}

public class PlanTests
{
    private static IReadOnlyList<PlannedChange> Of(DealHistory history, string asOf) =>
        new Planner(Priors).Of(new PipelineReader(Priors, "weeks").At([history], Day(asOf)));

    [Fact]
    public void A_zombie_is_rescued_and_its_figure_lowered()
    {
        var plan = Of(Open().With(Call("2026-10-20", Verdict.SoftNo, Warm), Mail("2026-10-27", Side.Seller)), "2026-11-20");
        Assert.Equal([(PlannedMove.Rescue, PlanReason.Silent), (PlannedMove.Downgrade, PlanReason.DeclaredTooHigh)], plan.Select(change => (change.Move, change.Reason)));
        Assert.Equal(Math.Round(plan[1].Deal.Assessment.Probability, 2), plan[1].NewProbability);
    }

    [Fact]
    public void A_no_that_was_said_is_closed_and_nothing_else() =>
        Assert.Equal([(PlannedMove.Close, PlanReason.SaidNo)], Of(Open().With(Call("2026-11-20", Verdict.ClearNo)), "2026-11-20").Select(change => (change.Move, change.Reason)));

    [Fact]
    public void A_passed_day_is_pushed_to_where_half_of_the_late_deals_are_signed()
    {
        var plan = Of(Open(probability: 0.2, close: "2026-11-01").With(), "2026-11-20");
        var push = Assert.Single(plan);
        Assert.Equal((PlannedMove.Push, PlanReason.DayPassed, Day("2026-12-20")), (push.Move, push.Reason, push.NewCloseDate));
    }

    [Fact]
    public void A_healthy_deal_has_no_line() =>
        Assert.Empty(Of(Open(probability: 0.4).With(Call("2026-11-19", Verdict.Engaged, Testing)), "2026-11-20"));

    [Fact]
    public void Today_ranks_money_times_the_chance_to_change_it()
    {
        var small = (Open(10_000) with { Id = "small" }).With(Call("2026-11-18", Verdict.SoftNo, Warm));
        var large = (Open(200_000) with { Id = "large" }).With(Call("2026-11-18", Verdict.SoftNo, Warm));
        var quiet = (Open(900_000) with { Id = "quiet" }).With();
        var pipeline = new PipelineReader(Priors, "weeks").At([small, large, quiet], Day("2026-11-20"));
        var cards = Today.Of(new Planner(Priors).Of(pipeline));
        Assert.Equal(["large", "small"], cards.Select(card => card.Change.Deal.Deal.Id));
        Assert.Equal(20, cards[0].Stake!.Amount / cards[1].Stake!.Amount, 0);
        Assert.Equal(0.22, cards[0].Gain + cards[0].Change.Deal.Assessment.Probability, 12);
    }
}
