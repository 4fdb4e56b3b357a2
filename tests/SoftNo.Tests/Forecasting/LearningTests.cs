using SoftNo.Deals;
using SoftNo.Forecasting;
using static SoftNo.Tests.Deals.SilenceClockTests;
using static SoftNo.Tests.Forecasting.Told;

namespace SoftNo.Tests.Forecasting;

public class LearningTests
{
    [Fact]
    public void Base_rates_are_priors_until_thirty_deals_closed_then_drawn_to_the_team()
    {
        Assert.Equal(new BaseRate(0.22, 0.15, 0.30, 0), BaseRates.Of([.. Closed(29, 20)], Priors).Of("Proposal"));
        // 20 × 0.22 = 4.4 won of 20, and 18 of 40: (4.4 + 18) / 60.
        var rate = BaseRates.Of([.. Closed(40, 18)], Priors).Of("Proposal");
        Assert.Equal(40, rate.Closed);
        var any = (4.4 + 18) / 60;
        Assert.Equal(((20 * any) + 18) / 60, rate.Rate, 9);
        Assert.InRange(rate.Low, 0.3, rate.Rate);
        Assert.Equal(any, BaseRates.Of([.. Closed(40, 18)], Priors).Of("A stage nobody was in").Rate, 9);
    }

    [Fact]
    public void A_curve_pools_what_falls()
    {
        var curve = IsotonicCurve.Fitted([(0.1, false), (0.2, true), (0.3, false), (0.8, true)]);
        Assert.Equal(1 / 6.0, curve.At(0.05), 12); // held away from 0
        Assert.Equal(0.5, curve.At(0.25), 12); // (0.2, won) and (0.3, lost) become one block
        Assert.Equal(5 / 6.0, curve.At(0.9), 12);
        Assert.True(curve.At(0.4) < curve.At(0.5));
    }

    [Fact]
    public void Weights_stay_at_their_priors_where_history_says_what_they_say_and_move_where_it_does_not()
    {
        var random = new Random(7);
        var prior = new DealFeature("bookedStep", 1, Math.Log(2));
        var useless = new DealFeature("techPraise", 1, Math.Log(0.7));
        var snapshots = Enumerable.Range(0, 600).Select(place =>
        {
            var (booked, praised) = (place % 2 == 0, place / 2 % 2 == 0);
            // The truth: a booked step is worth 3 on the log-odds scale; praise nothing.
            var won = random.NextDouble() < 1 / (1 + Math.Exp(-(-1.5 + (booked ? 3 : 0))));
            return new Snapshot(place, -1.5, [prior with { Value = booked ? 1 : 0 }, useless with { Value = praised ? 1 : 0 }], won);
        }).ToList();
        Assert.Null(EvidenceWeights.Learnt(snapshots, 99, Priors));
        var learnt = EvidenceWeights.Learnt(snapshots, 600, Priors)!;
        Assert.InRange(learnt.Of(prior), 2.3, 3.2);
        Assert.InRange(learnt.Of(useless), -0.25, 0.25);
    }

    /// <summary>In one bin a perfect model is off by the mean distance of a binomial share from its probability: √(2/πn) · ½ for n cases at one half.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(400)]
    public void A_perfect_model_shows_an_error_that_is_noise(int count)
    {
        var random = new Random(11);
        var found = Reliability.Of([.. Enumerable.Range(0, count).Select(place => new Statement(place, 0.5, 0.5, place % 2 == 0))], random);
        Assert.Equal(Math.Sqrt(2 / (Math.PI * count)) / 2, found.PerfectError, 0.1 / Math.Sqrt(count) / 2);
        Assert.Equal(0, found.Error);
    }

    [Fact]
    public void Skill_is_one_for_perfect_and_zero_for_the_base_rate()
    {
        var random = new Random(3);
        var perfect = Reliability.Of([.. Enumerable.Range(0, 50).Select(place => new Statement(place, place % 2, 0.5, place % 2 == 1))], random);
        Assert.Equal((1.0, 1.0, 1.0, 0.0), (perfect.Skill, perfect.SkillLow, perfect.SkillHigh, perfect.Error));
        var base50 = Reliability.Of([.. Enumerable.Range(0, 50).Select(place => new Statement(place, 0.5, 0.5, place % 2 == 1))], random);
        Assert.Equal((0.0, 0.25), (base50.Skill, base50.Brier));
    }

    [Fact]
    public void A_backtest_knows_on_each_day_only_that_day_and_counts_open_deals_nowhere()
    {
        var early = new Deal { Name = "won", Created = Day("2026-01-05"), Status = DealStatus.Won, CloseDate = Day("2026-03-20"), Stage = "Closed Won", Probability = 1 };
        var open = new Deal { Name = "open", Created = Day("2026-01-05"), Stage = "Proposal" };
        var late = new Deal { Name = "late", Created = Day("2026-02-15"), Status = DealStatus.Lost, CloseDate = Day("2026-02-20") };
        DealHistory[] all = [early.With(), open.With(), late.With()];
        var days = Backtest.Months(all, Day("2026-04-15"));
        Assert.Equal([Day("2026-02-01"), Day("2026-03-01"), Day("2026-04-01")], days);
        var result = Backtest.Run(new PipelineReader(Priors, "weeks"), all, days, new Random(1));
        Assert.Equal((1, 1), (result.Deals, result.Censored));
        // Seen on February 1 and March 1, each time at the prior's 22 %: its end was not known.
        Assert.Equal(2, result.Result!.Count);
        Assert.Equal(0.78 * 0.78, result.Result.Brier, 12);
    }

    [Fact]
    public void Calibration_says_what_it_rests_on_and_how_many_deals_are_missing()
    {
        Calibration Of(int count, int won) => new PipelineReader(Priors, "weeks").CalibrationAt([.. Closed(count, won).Select(deal => deal.With())], Day("2026-11-20"));
        var (few, some) = (Of(29, 9), Of(40, 18));
        Assert.Equal((29, 9, CalibrationBasis.Priors, 30), (few.Closed, few.Won, few.Basis, few.NextFrom));
        Assert.Equal((0.22, 0), (few.Any.Rate, few.Stages.Count));
        Assert.Equal((CalibrationBasis.Stages, 100, "Proposal", 40), (some.Basis, some.NextFrom, Assert.Single(some.Stages).Stage, some.Stages[0].Rate.Closed));
        Assert.Empty(some.Weights);
        var learnt = Of(1000, 300);
        Assert.Equal((CalibrationBasis.Curve, null), (learnt.Basis, learnt.NextFrom));
    }

    private static IEnumerable<Deal> Closed(int count, int won) => Enumerable.Range(0, count).Select(place => new Deal
    {
        Name = $"{place}", Status = place < won ? DealStatus.Won : DealStatus.Lost, CloseDate = Day("2026-06-01"),
        Changes = [new DealChange(Day("2026-06-01"), DealField.Stage, "Proposal", place < won ? "Won" : "Lost")],
    });
}
