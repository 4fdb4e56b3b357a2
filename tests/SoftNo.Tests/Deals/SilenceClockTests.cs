using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals;

namespace SoftNo.Tests.Deals;

public class SilenceClockTests
{
    private static readonly SilenceClock Clock = SilenceClock.Of("12-20", "01-03", 0.5);

    [Theory]
    [InlineData("2026-11-20", "2026-11-23", 1)] // Friday to Monday
    [InlineData("2026-11-20", "2026-11-22", 0)] // the week-end
    [InlineData("2026-11-24", "2026-11-30", 3)] // Wednesday, Friday, Monday: Thanksgiving does not count
    [InlineData("2026-07-02", "2026-07-06", 1)] // July 4, 2026 is a Saturday, observed on Friday the 3rd
    [InlineData("2026-11-26", "2026-11-26", 0)]
    public void Business_days_after_the_last_act(string last, string asOf, int days) =>
        Assert.Equal(days, Clock.Of(History(Their(last)), Day(asOf))?.BusinessDays);

    [Fact]
    public void Nobody_acted_no_silence() => Assert.Null(Clock.Of(History(Ours("2026-11-02")), Day("2026-11-20")));

    [Fact]
    public void A_seller_writing_each_week_does_not_stop_the_clock()
    {
        var silence = Clock.Of(History(Their("2026-11-02"), Ours("2026-11-09"), Ours("2026-11-16")), Day("2026-11-20"));
        Assert.Equal(13, silence?.BusinessDays); // November 11 is Veterans Day
        Assert.Equal(8, silence?.WaitingDays); // since the 9th: what was asked first stands unanswered
    }

    [Fact]
    public void A_message_that_asked_nothing_is_not_waited_for()
    {
        var told = Ours("2026-11-09") with { Asked = false };
        Assert.Null(Clock.Of(History(Their("2026-11-02"), told), Day("2026-11-20"))?.WaitingDays);
    }

    [Fact]
    public void Without_any_mail_on_file_the_last_call_is_waited_on()
    {
        var call = new DealAct(new Act(At("2026-11-16"), ActKind.Call, Side.Prospect, "Dana"));
        Assert.Equal(4, Clock.Of(History(call), Day("2026-11-20"))?.WaitingDays);
    }

    [Fact]
    public void A_pause_stops_the_clock()
    {
        var history = History(Their("2026-11-02"), Ours("2026-11-03")) with { Pauses = [new Pause(Day("2026-11-05"), Day("2026-11-16"), "on leave")] };
        var silence = Clock.Of(history, Day("2026-11-18"));
        Assert.Equal(4, silence?.BusinessDays); // 3, 4, 17, 18
        Assert.Equal(3, silence?.WaitingDays);
    }

    [Fact]
    public void Slow_days_count_half_in_survival_only()
    {
        // 21 to 24, 28 to 31 December 2026 (25 and January 1 are holidays), 4 January 2027: nine days, eight of them slow.
        var silence = Clock.Of(History(Their("2026-12-18"), Ours("2026-12-18")), Day("2027-01-04"));
        Assert.Equal(9, silence?.BusinessDays);
        Assert.Equal(5, silence?.WaitingDays);
    }

    [Fact]
    public void The_Friday_after_Thanksgiving_counts_half()
    {
        var silence = Clock.Of(History(Their("2026-11-24"), Ours("2026-11-24")), Day("2026-11-30"));
        Assert.Equal(3, silence?.BusinessDays);
        Assert.Equal(2.5, silence?.WaitingDays);
    }

    internal static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static OffsetDateTime At(string day) => (Day(day) + new LocalTime(15, 0)).WithOffset(Offset.FromHours(-5));

    private static DealAct Their(string day) => new(new Act(At(day), ActKind.Mail, Side.Prospect, "Dana"));

    private static DealAct Ours(string day) => new(new Act(At(day).PlusHours(1), ActKind.Mail, Side.Seller, "Camille"));

    private static DealHistory History(params DealAct[] acts) => new(new Deal { Name = "Larkspur" }, acts, []);
}
