using NodaTime;
using SoftNo.Deals;
using static SoftNo.Tests.Deals.SilenceClockTests;

namespace SoftNo.Tests.Deals;

public class AsOfTests
{
    private static readonly Deal Won = new()
    {
        Name = "Larkspur", Created = Day("2026-01-10"), Status = DealStatus.Won, Stage = "Closed Won", CloseDate = Day("2026-06-30"), Probability = 1, Amount = new Money(80_000, "USD"),
        Changes =
        [
            new(Day("2026-02-01"), DealField.Stage, "Discovery", "Proposal"),
            new(Day("2026-03-15"), DealField.CloseDate, "2026-03-31", "2026-06-30"),
            new(Day("2026-05-02"), DealField.Amount, "95000", "80000"),
            new(Day("2026-06-30"), DealField.Stage, "Proposal", "Closed Won"),
            new(Day("2026-06-30"), DealField.Status, "open", "won"),
        ],
    };

    [Theory]
    [InlineData("2026-01-20", "Discovery", "2026-03-31", 95_000)]
    [InlineData("2026-02-01", "Proposal", "2026-03-31", 95_000)]
    [InlineData("2026-04-01", "Proposal", "2026-06-30", 95_000)]
    [InlineData("2026-06-29", "Proposal", "2026-06-30", 80_000)]
    public void Each_field_has_the_value_it_had(string day, string stage, string close, int amount)
    {
        var then = new DealHistory(Won, [], []).At(Day(day))!.Deal;
        Assert.Equal((DealStatus.Open, stage, Day(close), amount), (then.Status, then.Stage, then.CloseDate, (int)then.Amount!.Amount));
        Assert.Null(then.Probability); // its only known value tells how it ended
    }

    [Fact]
    public void On_its_last_day_it_is_won() =>
        Assert.Equal(Won with { Changes = [] }, new DealHistory(Won, [], []).At(Day("2026-06-30"))!.Deal with { Changes = [] });

    [Fact]
    public void Before_its_first_day_it_is_not_there() => Assert.Null(new DealHistory(Won, [], []).At(Day("2026-01-09")));

    [Fact]
    public void A_field_of_a_closed_deal_whose_changes_are_unknown_is_unknown_before_the_end()
    {
        var bare = Won with { Changes = [] };
        var then = new DealHistory(bare, [], []).At(Day("2026-04-01"))!.Deal;
        Assert.Equal((DealStatus.Open, null, (LocalDate?)null, null), (then.Status, then.Stage, then.CloseDate, then.Probability));
    }

    [Fact]
    public void An_open_deal_keeps_what_never_changed()
    {
        var open = new Deal { Name = "Larkspur", Stage = "Proposal", CloseDate = Day("2026-12-31"), Probability = 0.8 };
        Assert.Equal((open.Stage, open.CloseDate, open.Probability), new DealHistory(open, [], []).At(Day("2026-04-01")) is { } then ? (then.Deal.Stage, then.Deal.CloseDate, then.Deal.Probability) : default);
    }
}
