using SoftNo.Cues.Moments;
using SoftNo.Threads;

namespace SoftNo.Tests.Threads;

public class InvitationTests
{
    private const string Sent = "20261116T150000Z";
    private const string Tuesday = "20261124T140000";
    private const string Thursday = "20261203T100000";

    private static Post Invited(string answer = "NEEDS-ACTION") => new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "Here is the invitation.").Event("REQUEST", Tuesday, Post.Guest(answer), Sent);

    private static InvitationStanding Only((ThreadReading Thread, NextStep) read) => Assert.Single(read.Thread.Invitations);

    [Theory]
    [InlineData("2026-11-16 18:00", Grade.Tentative)]
    [InlineData("2026-11-18 18:00", Grade.Tentative)]
    [InlineData("2026-11-19 00:01", Grade.Vague)]
    public void Without_a_reply_it_is_tentative_and_from_the_third_business_day_vague(string asOf, Grade grade)
    {
        var read = Invited().At(asOf);
        Assert.Equal(grade, Only(read).Grade);
        Assert.Equal(["Dana Whitfield"], Only(read).Silent);
        Assert.Equal(grade, read.Step.Grade);
        Assert.Equal("2026-11-24T14:00-05:00", read.Step.When!.ToString());
        Assert.Equal(Bound.Seller, read.Step.Bound);
        Assert.False(read.Step.Expired);
    }

    [Fact]
    public void Booked_is_one_the_prospect_accepted()
    {
        var read = Invited().Event("REPLY", Tuesday, Post.Guest("ACCEPTED"), "20261117T150000Z").At("2026-11-20 12:00");
        Assert.Equal(Grade.Booked, Only(read).Grade);
        Assert.Equal(["Dana Whitfield"], Only(read).Accepted);
        Assert.Empty(Only(read).Silent);
        Assert.Equal((Grade.Booked, Bound.Both), (read.Step.Grade, read.Step.Bound));
        Assert.Equal(Grade.Booked, Only(Invited("ACCEPTED").At("2026-11-20 12:00")).Grade);
    }

    [Fact]
    public void A_colleague_of_ours_who_accepts_books_nothing()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "Here is the invitation.")
            .Event("REQUEST", Tuesday, Post.Guest("NEEDS-ACTION") + "\r\n" + Post.Guest("ACCEPTED", "Hugo", "hugo@trajet.example"), Sent);
        Assert.Equal(Grade.Tentative, Only(post.At("2026-11-17 12:00")).Grade);
        Assert.Equal(["Hugo"], Only(post.At("2026-11-17 12:00")).Accepted);
    }

    [Fact]
    public void Sent_by_the_prospect_it_is_booked()
    {
        Post post = new Post().Mail(Post.Dana, "Mon, 16 Nov 2026 15:00:00 -0500", "See you then.").Event("REQUEST", Tuesday, Post.Guest("NEEDS-ACTION", "Camille Roy", "camille@trajet.example"), Sent, organizer: "ORGANIZER;CN=Dana:mailto:dana@larkspur.example");
        Assert.Equal(Grade.Booked, Only(post.At("2026-11-23 12:00")).Grade);
    }

    [Theory]
    [InlineData("DECLINED", Grade.Refused)]
    [InlineData("TENTATIVE", Grade.Tentative)]
    public void Declined_is_refused_and_a_reserve_stays_tentative(string answer, Grade grade)
    {
        var read = Invited().Event("REPLY", Tuesday, Post.Guest(answer), "20261117T150000Z").At("2026-11-23 12:00");
        Assert.Equal(grade, Only(read).Grade);
        Assert.Equal(grade, read.Step.Grade);
    }

    [Fact]
    public void A_first_move_keeps_the_grade_and_a_second_loses_one()
    {
        Post moved = Invited().Event("REPLY", Tuesday, Post.Guest("ACCEPTED"), "20261117T150000Z").Event("REQUEST", Thursday, Post.Guest("NEEDS-ACTION"), "20261118T150000Z", 1);
        InvitationStanding once = Only(moved.At("2026-11-24 12:00"));
        Assert.Equal((Grade.Booked, 1), (once.Grade, once.Moved));
        Assert.Equal("2026-12-03T10:00-05:00", once.Start!.ToString());
        moved.Event("REQUEST", "20261210T100000", Post.Guest("NEEDS-ACTION"), "20261119T150000Z", 2);
        InvitationStanding twice = Only(moved.At("2026-11-24 12:00"));
        Assert.Equal((Grade.Firm, 2), (twice.Grade, twice.Moved));
        moved.Event("REPLY", "20261210T100000", Post.Guest("ACCEPTED"), "20261120T150000Z", 2);
        Assert.Equal(Grade.Booked, Only(moved.At("2026-11-24 12:00")).Grade);
    }

    [Fact]
    public void An_answer_to_a_time_that_no_longer_stands_answers_nothing()
    {
        Post post = Invited().Event("REQUEST", Thursday, Post.Guest("NEEDS-ACTION"), "20261117T150000Z", 1).Event("REPLY", Tuesday, Post.Guest("ACCEPTED"), "20261118T150000Z");
        InvitationStanding standing = Only(post.At("2026-11-18 23:00"));
        Assert.Equal(["Dana Whitfield"], standing.Silent);
        Assert.Equal(Grade.Tentative, standing.Grade);
    }

    [Fact]
    public void A_changed_title_is_no_move()
    {
        Post post = Invited("ACCEPTED").Event("REQUEST", Tuesday, Post.Guest("NEEDS-ACTION"), "20261117T150000Z", 1, more: "LOCATION:Zoom\r\n");
        Assert.Equal((Grade.Booked, 0), (Only(post.At("2026-11-18 12:00")).Grade, Only(post.At("2026-11-18 12:00")).Moved));
    }

    [Theory]
    [InlineData("ORGANIZER;CN=Camille Roy:mailto:camille@trajet.example", Grade.None)]
    public void Cancelled_it_is_no_step(string organizer, Grade grade)
    {
        var read = Invited("ACCEPTED").Event("CANCEL", Tuesday, Post.Guest("ACCEPTED"), "20261118T150000Z", 1, organizer).At("2026-11-19 12:00");
        Assert.True(Only(read).Cancelled);
        Assert.Equal(grade, read.Step.Grade);
        Assert.Equal("2026-11-18T10:00:00-05 Seller Cancelled", Post.Acts(read.Thread)[^1]);
    }

    [Fact]
    public void A_counter_is_their_act_and_leaves_it_tentative()
    {
        var read = Invited().Event("COUNTER", Thursday, Post.Guest("TENTATIVE"), "20261117T150000Z").At("2026-11-23 12:00");
        Assert.Equal("2026-11-17T10:00:00-05 Prospect Moved", Post.Acts(read.Thread)[^1]);
        Assert.Equal((Grade.Tentative, 0), (Only(read).Grade, Only(read).Moved));
    }

    [Fact]
    public void Past_as_of_it_keeps_its_grade_and_is_expired()
    {
        var read = Invited("ACCEPTED").At("2026-11-24 14:01");
        Assert.Equal((Grade.Booked, true), (read.Step.Grade, read.Step.Expired));
        Assert.False(Invited("ACCEPTED").At("2026-11-24 13:59").Step.Expired);
    }

    [Fact]
    public void A_step_ahead_stands_before_one_that_is_past()
    {
        Post post = Invited("ACCEPTED").Event("REQUEST", Thursday, Post.Guest("NEEDS-ACTION"), "20261125T150000Z", uid: "two@trajet.example");
        var (_, step) = post.At("2026-11-25 12:00");
        Assert.Equal((Grade.Tentative, false, "2026-12-03T10:00-05:00"), (step.Grade, step.Expired, step.When!.ToString()));
    }

    [Fact]
    public void An_invitation_in_a_mail_is_read_there()
    {
        string calendar = Post.Calendar("REQUEST", Tuesday, Post.Guest("NEEDS-ACTION"), Sent, 0, "ORGANIZER;CN=Camille Roy:mailto:camille@trajet.example", "", "one@trajet.example");
        string reply = Post.Calendar("REPLY", Tuesday, Post.Guest("ACCEPTED"), "20261117T150000Z", 0, "ORGANIZER;CN=Camille Roy:mailto:camille@trajet.example", "", "one@trajet.example");
        const string Type = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n";
        static string Body(string words, string part, string method) => $"--b\nContent-Type: text/plain; charset=utf-8\n\n{words}\n--b\nContent-Type: text/calendar; method={method}; charset=utf-8\n\n{part}\n--b--";
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", Body("Here is the invitation.", calendar, "REQUEST"), headers: Type, subject: "Invitation: Lanes @ Tue Nov 24, 2026")
            .Mail(Post.Dana, "Tue, 17 Nov 2026 10:00:00 -0500", Body("Dana Whitfield has accepted this invitation.", reply, "REPLY"), headers: Type, subject: "Accepted: Lanes @ Tue Nov 24, 2026");
        var read = post.At("2026-11-20 12:00");
        Assert.Equal(["2026-11-16T15:00:00+01 Seller Mail", "2026-11-17T10:00:00-05 Prospect Accepted"], Post.Acts(read.Thread));
        Assert.Equal(Grade.Booked, read.Step.Grade);
        Assert.Equal(["Here is the invitation."], post.Call().Turns.Select(turn => turn.Text));
        Assert.Single(post.Threads());
    }

    [Fact]
    public void Times_in_windows_zones_and_utc_are_the_same_moment()
    {
        Post post = new Post().File("a.ics", Post.Calendar("REQUEST", Tuesday, Post.Guest("ACCEPTED"), Sent, 0, "ORGANIZER:mailto:camille@trajet.example", "", "w").Replace("TZID=America/New_York", "TZID=Eastern Standard Time", StringComparison.Ordinal));
        Assert.Equal("2026-11-24T14:00-05:00", Only(post.At("2026-11-20 12:00")).Start!.ToString());
        Post utc = new Post().File("a.ics", Post.Calendar("REQUEST", Tuesday, Post.Guest("ACCEPTED"), Sent, 0, "ORGANIZER:mailto:camille@trajet.example", "", "w").Replace("DTSTART;TZID=America/New_York:20261124T140000", "DTSTART:20261124T190000Z", StringComparison.Ordinal));
        Assert.Equal("2026-11-24T14:00-05:00", Only(utc.At("2026-11-20 12:00")).Start!.ToString());
    }

    [Fact]
    public void A_room_that_accepts_books_nothing()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "Here is the invitation.")
            .Event("REQUEST", Tuesday, Post.Guest("NEEDS-ACTION") + "\r\nATTENDEE;CUTYPE=ROOM;CN=Savannah Room 2;PARTSTAT=ACCEPTED:mailto:room2@larkspur.example", Sent);
        InvitationStanding standing = Only(post.At("2026-11-17 12:00"));
        Assert.Equal(Grade.Tentative, standing.Grade);
        Assert.Empty(standing.Accepted);
        Assert.Equal(["Dana Whitfield"], standing.Silent);
    }

    [Theory]
    [InlineData("RRULE:FREQ=WEEKLY;COUNT=3\r\n", "2026-11-23 12:00", "2026-11-24T14:00-05:00", false)]
    [InlineData("RRULE:FREQ=WEEKLY;COUNT=3\r\n", "2026-11-25 12:00", "2026-12-01T14:00-05:00", false)]
    [InlineData("RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;TZID=America/New_York:20261201T140000\r\n", "2026-11-25 12:00", "2026-12-08T14:00-05:00", false)]
    [InlineData("RRULE:FREQ=WEEKLY;UNTIL=20261201T190000Z\r\n", "2026-12-05 12:00", "2026-12-01T14:00-05:00", true)]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n", "2026-11-25 12:00", "2026-11-24T14:00-05:00", true)]
    public void Of_a_series_the_next_meeting_stands(string rule, string asOf, string start, bool expired)
    {
        var read = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "Here is the invitation.").Event("REQUEST", Tuesday, Post.Guest("ACCEPTED"), Sent, more: rule).At(asOf);
        Assert.Equal(start, Only(read).Start!.ToString());
        Assert.Equal((Grade.Booked, expired), (read.Step.Grade, read.Step.Expired));
    }

    [Fact]
    public void A_meeting_of_a_series_that_was_moved_stands_apart()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "Here is the invitation.").Event("REQUEST", Tuesday, Post.Guest("ACCEPTED"), Sent, more: "RRULE:FREQ=WEEKLY;COUNT=3\r\n")
            .Event("REQUEST", "20261203T100000", Post.Guest("ACCEPTED"), "20261120T150000Z", 1, more: "RECURRENCE-ID;TZID=America/New_York:20261201T140000\r\n");
        Assert.Equal(["2026-12-08T14:00-05:00", "2026-12-03T10:00-05:00"], post.At("2026-11-25 12:00").Thread.Invitations.Select(one => one.Start!.ToString()));
    }

    private const string Central = "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0600\r\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nEND:STANDARD\r\n"
        + "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

    [Theory]
    [InlineData("Customized Time Zone", "20261031T140000", "2026-10-31T19:00:00Z")]
    [InlineData("Customized Time Zone", "20261104T140000", "2026-11-04T20:00:00Z")]
    [InlineData("Customized Time Zone", "20270313T140000", "2027-03-13T20:00:00Z")]
    [InlineData("Customized Time Zone", "20270315T140000", "2027-03-15T19:00:00Z")]
    [InlineData("Pacific Standard Time", "20261104T140000", "2026-11-04T22:00:00Z")]
    [InlineData("\"(UTC-08:00) Pacific Time (US & Canada)\"", "20261104T140000", "2026-11-04T22:00:00Z")]
    [InlineData("\"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris\"", "20261028T140000", "2026-10-28T13:00:00Z")]
    [InlineData("/freeassociation.sourceforge.net/America/Denver", "20261104T140000", "2026-11-04T21:00:00Z")]
    public void Zones_are_known_by_all_their_names(string zone, string local, string start)
    {
        string text = Post.Calendar("REQUEST", local, Post.Guest("NEEDS-ACTION"), "20261015T150000Z", 0, "ORGANIZER;CN=Camille Roy:mailto:camille@trajet.example", "", "zone@trajet.example")
            .Replace("TZID=America/New_York", $"TZID={zone}", StringComparison.Ordinal).Replace("BEGIN:VEVENT", Central + "BEGIN:VEVENT", StringComparison.Ordinal);
        var exchange = new Post().File("one.ics", text).Call().Exchange!;
        Assert.Equal(start, Assert.Single(Assert.Single(exchange.Invitations).Changes).Start!.Value.ToString());
    }
}
