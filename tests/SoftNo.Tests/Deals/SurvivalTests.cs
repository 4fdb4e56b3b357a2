using SoftNo.Deals;

namespace SoftNo.Tests.Deals;

public class SurvivalTests
{
    [Fact]
    public void A_half_life_of_three_days_leaves_a_third_after_one_week_and_a_tenth_after_two()
    {
        var prior = new Survival.HalfLife(3);
        Assert.Equal(1, prior.At(0));
        Assert.Equal(0.315, prior.At(5), 3);
        Assert.Equal(0.099, prior.At(10), 3);
        Assert.Equal(10, prior.WithinDays(0.9));
    }

    /// <summary>The estimate by hand: 1 × 4/5 at 1, × 2/3 at 3 (one left at 2 unanswered), × 0 at 6.</summary>
    [Fact]
    public void Kaplan_Meier_by_hand()
    {
        var curve = new Survival.Seen([new("a", 1, true), new("b", 2, false), new("c", 3, true), new("d", 4, false), new("e", 6, true)]);
        Assert.Equal(3, curve.Count);
        Assert.Equal(1, curve.At(0.5));
        Assert.Equal(0.8, curve.At(1), 12);
        Assert.Equal(0.8, curve.At(2.9), 12);
        Assert.Equal(0.8 * 2 / 3, curve.At(3), 12);
        Assert.Equal(0, curve.At(6), 12);
        Assert.Equal(6, curve.WithinDays(0.9));
    }

    [Fact]
    public void Where_the_last_waits_never_ended_no_day_holds_nine_in_ten() =>
        Assert.Null(new Survival.Seen([new("a", 1, true), new("b", 9, false)]).WithinDays(0.9));
}
