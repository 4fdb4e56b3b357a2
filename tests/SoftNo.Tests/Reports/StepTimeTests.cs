using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Reports;

namespace SoftNo.Tests.Reports;

public class StepTimeTests
{
    private static readonly CallSource Source = new()
    {
        File = "x", Format = "x", Zone = DateTimeZoneProviders.Tzdb["America/New_York"], OurZone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
    };

    [Theory]
    [InlineData("en", "Tuesday, November 24, 2026, 2:00 PM New York time, 8:00 PM in Paris")]
    [InlineData("fr", "mardi 24 novembre 2026 à 14\u00A0h (heure de New York), 20\u00A0h à Paris")]
    public void An_hour_is_told_on_both_clocks(string language, string told) =>
        Assert.Equal(told, new StepTime(ReportWords.In(language), Source).Of(Minute(2026, 11, 24, 14, 0, -5)));

    [Fact]
    public void In_the_weeks_between_the_two_clock_changes_the_gap_is_five_hours() =>
        Assert.Equal("Wednesday, March 17, 2027, 2:00 PM New York time, 7:00 PM in Paris", new StepTime(ReportWords.In("en"), Source).Of(Minute(2027, 3, 17, 14, 0, -4)));

    [Fact]
    public void Another_clock_than_the_prospects_is_named_by_its_offset() =>
        Assert.Equal("Tuesday, November 24, 2026, 2:30 PM UTC-08 time, Tuesday, November 24, 2026, 11:30 PM in Paris".Replace("Tuesday, November 24, 2026, 11", "11", StringComparison.Ordinal),
            new StepTime(ReportWords.In("en"), Source).Of(Minute(2026, 11, 24, 14, 30, -8)));

    [Fact]
    public void The_first_of_a_month_is_said_so_in_French() =>
        Assert.Equal("du mardi 1er décembre 2026 au jeudi 31 décembre 2026", new StepTime(ReportWords.In("fr"), Source).Of(new Moment.During(new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 31), Grain.Month)));

    private static Moment.AtMinute Minute(int year, int month, int day, int hour, int minute, int offset) =>
        new(new LocalDateTime(year, month, day, hour, minute).WithOffset(Offset.FromHours(offset)));
}
