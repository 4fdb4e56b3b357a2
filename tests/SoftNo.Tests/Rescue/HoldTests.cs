using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SoftNo.Rescue;
using SoftNo.Rescue.Times;
using SoftNo.Signals;

namespace SoftNo.Tests.Rescue;

public class HoldTests
{
    private static Advice Advise(string zone, string now = "2026-11-26T15:00+01:00", Hours? hours = null)
    {
        var reading = Readings.Of(Verdict.SoftNo, "vague-next-step", "none", "Dana: Hi.\nCamille: Hello.", zone: zone);
        reading = reading with { Call = reading.Call with { Source = reading.Call.Source with { StartedAt = null } } };
        var options = Readings.Options with { Now = Readings.At(now).ToInstant() };
        return Readings.Playbook.Advise(reading, hours is null ? options : options with { OurHours = hours });
    }

    private static string Named(Advice advice) => Readings.Playbook.Clock.Of(advice.Recommended!.Hold!.Start);

    [Theory]
    [InlineData("America/New_York", "Tuesday, December 1, 10 AM Eastern")]
    [InlineData("America/Chicago", "Tuesday, December 1, 10 AM Central")]
    [InlineData("America/Denver", "Tuesday, December 1, 10 AM Mountain")]
    [InlineData("America/Phoenix", "Tuesday, December 1, 10 AM Arizona time")]
    [InlineData("America/Los_Angeles", "Tuesday, December 1, 9:30 AM Pacific")]
    [InlineData("Pacific/Honolulu", "Tuesday, December 1, 8:30 AM Hawaii time")]
    [InlineData("Europe/London", "Tuesday, December 1, 10 AM London time")]
    public void A_slot_is_named_as_Americans_do(string zone, string named) => Assert.Equal(named, Named(Advise(zone)));

    [Fact]
    public void A_time_agreed_that_is_past_is_told_and_a_new_one_is_proposed()
    {
        const string Step = "Dana: {{next-step:firm@2026-11-25T13:30-05:00|Wednesday at one thirty works}}.\nCamille: Perfect.";
        var advice = Readings.Playbook.Advise(Readings.Of(SoftNo.Signals.Verdict.Engaged, "none", "firm", Step), Readings.Options);
        Assert.Equal(["agreed-past"], advice.Warnings.Select(warning => warning.Code));
        Assert.Contains("Tuesday, December 1, 10 AM Eastern", advice.Recommended!.Say.Medium, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_alternatives_lie_on_three_later_days()
    {
        var hold = Advise("America/New_York").Recommended!.Hold!;
        Assert.Equal(
            ["Wednesday, December 2, 11 AM Eastern", "Thursday, December 3, 9:30 AM Eastern", "Friday, December 4, 9 AM Eastern"],
            hold.Alternatives.Select(Readings.Playbook.Clock.Of));
    }

    [Fact]
    public void Where_the_two_days_do_not_meet_ours_stretches_and_says_so()
    {
        var hold = Advise("Pacific/Honolulu").Recommended!.Hold!;
        Assert.Equal(new LocalTime(19, 30), hold.OurStart.TimeOfDay);
        Assert.Equal("Les deux journées ne se croisent pas\u00a0: ce sera 19\u00a0h\u00a030 chez vous.", hold.Note!.Fr);
        Assert.Null(Advise("America/New_York").Recommended!.Hold!.Note);
    }

    [Fact]
    public void Where_no_hour_suits_both_it_says_so_and_leaves_the_slot_open()
    {
        var advice = Advise("Pacific/Auckland");
        Assert.Null(advice.Recommended!.Hold);
        Assert.Contains("[day and time]", advice.Recommended.Say.Soft, StringComparison.Ordinal);
        Assert.Equal("no-common-hour", Assert.Single(advice.Warnings).Code);
    }

    [Fact]
    public void Our_hours_can_be_set()
    {
        Assert.Equal("Tuesday, December 1, 11:30 AM Eastern", Named(Advise("America/New_York", hours: new Hours(new LocalTime(17, 20), new LocalTime(19, 0)))));
    }

    [Theory]
    [InlineData("2026-12-22T15:00+01:00", "Monday, December 28")] // Christmas is no day
    [InlineData("2027-01-14T15:00+01:00", "Wednesday, January 20")] // Martin Luther King's Monday
    [InlineData("2027-05-03T15:00+02:00", "Friday, May 7")] // Ascension is Thursday, May 6
    [InlineData("2027-07-01T15:00+02:00", "Wednesday, July 7")] // July 4 is a Sunday, observed on Monday
    [InlineData("2027-07-12T15:00+02:00", "Friday, July 16")] // the 14th in France
    [InlineData("2026-11-09T15:00+01:00", "Friday, November 13")] // the 11th in both
    public void Holidays_of_either_side_are_no_days(string now, string day) =>
        Assert.StartsWith(day + ",", Named(Advise("America/New_York", now)), StringComparison.Ordinal);

    [Fact]
    public void Paris_and_New_York_are_five_hours_apart_in_late_March()
    {
        var hold = Advise("America/New_York", "2027-03-12T15:00+01:00").Recommended!.Hold!;
        Assert.Equal((10, 15), (hold.Start.Hour, hold.OurStart.Hour));
    }

    [Fact]
    public void Every_slot_of_every_day_and_zone_is_inside_both_working_days()
    {
        var zones = new[] { "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "America/St_Johns" };
        var days = new BusinessDays();
        Prop.ForAll(
            Gen.Choose(0, 3000).SelectMany(day => Gen.Choose(0, 1439).SelectMany(minute => Gen.Elements(zones).Select(zone => (Day: day, Minute: minute, Zone: zone)))).ToArbitrary(),
            drawn =>
            {
                var now = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromDays(drawn.Day) + Duration.FromMinutes(drawn.Minute);
                var reading = Readings.Of(Verdict.SoftNo, "vague-next-step", "none", "Dana: Hi.\nCamille: Hello.", zone: drawn.Zone);
                reading = reading with { Call = reading.Call with { Source = reading.Call.Source with { StartedAt = null } } };
                var hold = Readings.Playbook.Fill(Move.MicroCommitment, reading, Readings.Options with { Now = now }).Hold;
                if (hold is null) return drawn.Zone == "Pacific/Honolulu"; // twelve hours apart in summer
                return hold.Alternatives.Count == 3 && hold.Alternatives.Prepend(hold.Start).All(start =>
                    start.ToInstant() > now
                    && start.TimeOfDay >= new LocalTime(8, 0) && start.TimeOfDay <= new LocalTime(16, 45)
                    && start.WithZone(Readings.Options.OurZone).TimeOfDay is var ours && ours >= new LocalTime(9, 0) && ours <= new LocalTime(19, 45)
                    && days.InUs(start.Date) && days.InFrance(start.WithZone(Readings.Options.OurZone).Date));
            }).QuickCheckThrowOnFailure();
    }
}
