using SoftNo.Cues.Moments;

namespace SoftNo.Tests.Threads;

public class WordStepTests
{
    private static Post Proposed(string body = "Hi Dana, can we meet on Tuesday, December 1 at 2 PM ET to go over the lanes?") => new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", body);

    [Theory]
    [InlineData("Hi Dana, can we meet on Tuesday, December 1 at 2 PM ET to go over the lanes?")]
    [InlineData("Hi Dana, how about Tuesday, December 1 at 2 PM ET? I'll send an invite once you confirm.")]
    public void A_proposal_in_words_that_nobody_answered_is_no_step(string body) => Assert.Equal(Grade.None, Proposed(body).At("2026-11-20 12:00").Step.Grade);

    [Fact]
    public void Nor_is_theirs_before_we_answer()
    {
        Post post = Proposed("Hi Dana, the deck is attached.").Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Thanks. Can we meet Tuesday, December 1 at 2 PM to discuss the technical specs?");
        Assert.Equal(Grade.None, post.At("2026-11-20 12:00").Step.Grade);
        post.Mail(Post.Us, "Wed, 18 Nov 2026 09:00:00 +0100", "Yes, Tuesday, December 1 at 2 PM works.");
        var (_, step) = post.At("2026-11-20 12:00");
        Assert.Equal((Grade.Firm, "2026-12-01T14:00-05:00"), (step.Grade, step.When!.ToString()));
    }

    [Theory]
    [InlineData("Mon, 16 Nov 2026 15:00:00 +0100", "Hi Dana, could we talk tomorrow at 2 PM ET about the lanes?", "Tue, 17 Nov 2026 09:00:00 -0500", "Yes, that works for me.", "2026-11-17T14:00-05:00")]
    [InlineData("Fri, 13 Nov 2026 15:00:00 +0100", "Hi Dana, could we talk next week, Thursday at 2 PM ET?", "Mon, 16 Nov 2026 09:00:00 -0500", "Yes, that works for me.", "2026-11-19T14:00-05:00")]
    [InlineData("Fri, 13 Nov 2026 15:00:00 +0100", "Hi Dana, could we talk on Wednesday at 2 PM ET?", "Sat, 14 Nov 2026 09:00:00 -0500", "Wednesday works for me.", "2026-11-18T14:00-05:00")]
    public void A_day_counts_from_the_message_that_said_it(string asked, string proposal, string answered, string reply, string when)
    {
        var (_, step) = new Post().Mail(Post.Us, asked, proposal).Mail(Post.Dana, answered, reply).At("2026-11-17 10:00");
        Assert.Equal(when, step.When?.ToString());
    }

    [Fact]
    public void Confirmed_it_is_firm_and_past_its_hour_expired()
    {
        Post post = Proposed().Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Tuesday, December 1 at 2 PM works for me.");
        var (_, step) = post.At("2026-11-20 12:00");
        Assert.Equal((Grade.Firm, "2026-12-01T14:00-05:00", false), (step.Grade, step.When!.ToString(), step.Expired));
        Assert.Equal((Grade.Firm, true), (post.At("2026-12-01 14:30").Step.Grade, post.At("2026-12-01 14:30").Step.Expired));
    }

    [Fact]
    public void An_unanswered_invitation_does_not_lower_what_was_agreed_in_words()
    {
        Post post = Proposed().Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Tuesday, December 1 at 2 PM works for me.").Event("REQUEST", "20261201T140000", Post.Guest("NEEDS-ACTION"), "20261117T160000Z");
        Assert.Equal(Grade.Firm, post.At("2026-11-24 12:00").Step.Grade);
    }

    [Fact]
    public void Declined_after_it_was_agreed_it_is_refused()
    {
        Post post = Proposed().Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Tuesday, December 1 at 2 PM works for me.").Event("REQUEST", "20261201T140000", Post.Guest("NEEDS-ACTION"), "20261117T160000Z")
            .Event("REPLY", "20261201T140000", Post.Guest("DECLINED"), "20261118T160000Z");
        Assert.Equal(Grade.Refused, post.At("2026-11-24 12:00").Step.Grade);
    }
}
