using SoftNo.Cues.Moments;
using SoftNo.Deals;
using static SoftNo.Tests.Deals.SilenceClockTests;

namespace SoftNo.Tests.Deals;

public class DayCountTests
{
    private static readonly SilenceClock Clock = SilenceClock.Of("12-20", "01-03", 0.5);

    /// <summary>Every day of three years and of the years around the first one kept, against counting one day after the other.</summary>
    [Theory]
    [InlineData("2025-12-01", 800)]
    [InlineData("1968-11-15", 900)]
    public void Sums_are_what_counting_day_by_day_gives(string from, int days)
    {
        var whole = 0;
        for (var day = 1; day <= days; day++)
        {
            if (UsBusinessDays.Is(Day(from).PlusDays(day))) whole++;
            Assert.Equal(whole, Clock.Whole(Day(from), Day(from).PlusDays(day), []));
        }
        Assert.Equal(0, Clock.Whole(Day(from), Day(from).PlusDays(-3), []));
    }

    /// <summary>By hand: December 18 and 19 whole, 22, 23, 24, 26, 29, 30, 31 and January 2 half, then 5 whole; Christmas and New Year do not count.</summary>
    [Fact]
    public void Slow_days_count_half_and_a_pause_takes_its_days_out()
    {
        Assert.Equal(2 + (8 * 0.5) + 1, Clock.Weighted(Day("2025-12-17"), Day("2026-01-05"), []), 12);
        Assert.Equal(1 + (8 * 0.5), Clock.Weighted(Day("2025-12-17"), Day("2026-01-05"), [new Pause(Day("2025-12-19"), Day("2025-12-19"), "x"), new Pause(Day("2026-01-05"), Day("2026-02-01"), "y")]), 12);
    }
}
