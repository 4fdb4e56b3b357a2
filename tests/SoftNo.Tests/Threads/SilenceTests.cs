using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Threads;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Threads;

public class SilenceTests
{
    private static Post Answered(string date = "Tue, 17 Nov 2026 12:40:00 -0500") => new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "Hi Dana, how many trucks?").Mail(Post.Dana, date, "Two hundred and twenty.");

    [Theory]
    [InlineData("2026-11-17 23:00", 0)]
    [InlineData("2026-11-18 00:30", 1)]
    [InlineData("2026-11-20 09:00", 3)]
    [InlineData("2026-11-22 09:00", 3)]
    [InlineData("2026-11-23 09:00", 4)]
    // Thanksgiving, November 26, is no business day; the Friday after is one.
    [InlineData("2026-11-26 09:00", 6)]
    [InlineData("2026-11-27 09:00", 7)]
    // Christmas and New Year's Day.
    [InlineData("2027-01-04 09:00", 31)]
    public void Days_after_the_local_day_of_the_last_act(string asOf, int expected) => Assert.Equal(expected, Answered().At(asOf).Thread.SilentBusinessDays);

    [Fact]
    public void The_local_day_is_the_prospects()
    {
        // 21:30 in Los Angeles on the 17th is the 18th in New York.
        Post late = Answered("Tue, 17 Nov 2026 21:30:00 -0800");
        Assert.Equal(1, late.At("2026-11-18 12:00", new CallOptions { Us = ["trajet.example"], Zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"] }).Thread.SilentBusinessDays);
        Assert.Equal(0, late.At("2026-11-18 12:00", new CallOptions { Us = ["trajet.example"], Zone = DateTimeZoneProviders.Tzdb["America/New_York"] }).Thread.SilentBusinessDays);
    }

    [Theory]
    [InlineData(2026, 7, 3, false)] // July 4 is a Saturday
    [InlineData(2026, 6, 19, false)]
    [InlineData(2026, 10, 12, false)]
    [InlineData(2026, 11, 11, false)]
    [InlineData(2027, 1, 18, false)]
    [InlineData(2027, 2, 15, false)]
    [InlineData(2027, 5, 31, false)]
    [InlineData(2026, 9, 7, false)]
    [InlineData(2027, 12, 31, false)] // New Year's Day 2028 is a Saturday
    [InlineData(2027, 7, 5, false)] // July 4 is a Sunday
    [InlineData(2026, 12, 24, true)]
    [InlineData(2026, 11, 27, true)]
    [InlineData(2027, 3, 26, true)] // Good Friday
    [InlineData(2026, 11, 21, false)]
    public void Federal_holidays_as_observed(int year, int month, int day, bool works) => Assert.Equal(works, UsBusinessDays.Is(new LocalDate(year, month, day)));

    [Fact]
    public void The_prospects_absence_stops_the_clock_and_ours_does_not()
    {
        const string Auto = "Auto-Submitted: auto-replied\n";
        Post theirs = Answered().Mail(Post.Dana, "Wed, 18 Nov 2026 09:00:00 -0500", "I am out of the office through Friday, November 20.", headers: Auto);
        ThreadReading thread = theirs.At("2026-11-24 09:00").Thread;
        Assert.Equal(2, thread.SilentBusinessDays);
        Assert.Equal(new OutOfOffice("Dana Whitfield", new LocalDate(2026, 11, 20)), Assert.Single(thread.OutOfOffice));
        Post ours = Answered().Mail(Post.Us, "Wed, 18 Nov 2026 09:00:00 +0100", "I am out of the office through Friday, November 20.", headers: Auto);
        Assert.Equal(5, ours.At("2026-11-24 09:00").Thread.SilentBusinessDays);
        Assert.Single(ours.At("2026-11-24 09:00").Thread.OutOfOffice);
    }

    [Fact]
    public void An_automatic_reply_and_a_bounce_are_turns_and_no_acts()
    {
        Post post = Answered().Mail(Post.Dana, "Wed, 18 Nov 2026 09:00:00 -0500", "I am out of the office.", subject: "Automatic reply: Larkspur and Trajet")
            .Mail("Mail Delivery Subsystem <mailer-daemon@larkspur.example>", "Wed, 18 Nov 2026 09:01:00 -0500", "Your message could not be delivered.", subject: "Undeliverable: Larkspur and Trajet");
        Call call = post.Call();
        Assert.Equal([null, null, "auto-reply", "bounce"], call.Turns.Select(turn => turn.LeftOut));
        Assert.Equal(Side.Unknown, call.SideOf(call.Turns[3]));
        ThreadReading thread = post.At("2026-11-24 09:00").Thread;
        Assert.Equal(["2026-11-16T15:00:00+01 Seller Mail", "2026-11-17T12:40:00-05 Prospect Mail"], Post.Acts(thread));
        Assert.Equal(5, thread.SilentBusinessDays);
    }

    [Fact]
    public void With_no_act_of_the_prospect_silence_is_null()
    {
        ThreadReading thread = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "Hi Dana, how many trucks?").At("2026-11-24 09:00").Thread;
        Assert.Null(thread.LastActOfProspect);
        Assert.Null(thread.SilentBusinessDays);
        Assert.Equal(Side.Seller, thread.OpenQuestion!.AskedBy);
    }

    [Fact]
    public void What_came_after_as_of_is_not_known()
    {
        ThreadReading thread = Answered().At("2026-11-16 12:00").Thread;
        Assert.Equal(["2026-11-16T15:00:00+01 Seller Mail"], Post.Acts(thread));
        Assert.Null(thread.SilentBusinessDays);
    }

    [Fact]
    public void A_calendar_reply_is_an_act_of_its_sender()
    {
        Post post = Answered().Event("REPLY", "20261124T140000", Post.Guest("ACCEPTED"), "20261119T150000Z");
        ThreadReading thread = post.At("2026-11-24 09:00").Thread;
        Assert.Equal("2026-11-19T10:00:00-05 Prospect Accepted", Post.Acts(thread)[^1]);
        Assert.Equal(3, thread.SilentBusinessDays);
    }
}
