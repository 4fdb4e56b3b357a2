using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Tests.Threads;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Tests.Transcripts.Mail;

public class ThreadingTests
{
    [Fact]
    public void Answers_join_and_strangers_stand_apart()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "One").Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Two", subject: "Another subject")
            .Mail(Post.Us, "Wed, 18 Nov 2026 09:00:00 +0100", "Three", to: "bob@stumpf.example", subject: "Stumpf", headers: "References: <none@example>\n");
        Assert.Equal([["One", "Two"], ["Three"]], post.Threads().Select(call => call.Turns.Select(turn => turn.Text).ToArray()).ToArray());
    }

    [Fact]
    public void Without_ids_subject_and_people_join()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "One", headers: "References: <a@x>\n").Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Two", subject: "RE: Larkspur and Trajet", headers: "References: <b@x>\n")
            .Mail(Post.Us, "Tue, 17 Nov 2026 09:00:00 +0100", "Other", to: "bob@stumpf.example", headers: "References: <c@x>\n");
        Assert.Equal(2, post.Threads().Count);
        Assert.Equal(["One", "Two"], post.Threads()[0].Turns.Select(turn => turn.Text));
    }

    [Fact]
    public void One_id_with_two_bodies_is_two_messages_and_with_one_body_one()
    {
        const string Same = "Message-ID: <same@example>\n";
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "One", id: Same).Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "One", id: Same).Mail(Post.Us, "Mon, 16 Nov 2026 15:05:00 +0100", "Two", id: Same);
        Assert.Equal(["One", "Two"], Assert.Single(post.Threads()).Turns.Select(turn => turn.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 +0000")]
    [InlineData("Fri, 31 Feb 2026 10:00:00 -0500")]
    [InlineData("Sat, 01 Jan 2050 10:00:00 -0500")]
    [InlineData("yesterday")]
    [InlineData("Tue, 17 Nov 2026 24:30:00 -0500")]
    [InlineData("Tue, 17 Nov 2026 25:61:00 -0500")]
    public void A_missing_or_impossible_date_is_taken_from_Received(string date)
    {
        const string Received = "Received: from a by b; Tue, 17 Nov 2026 09:00:12 -0500\nReceived: from c by a; Tue, 17 Nov 2026 09:00:10 -0500\n";
        Call call = new Post().Mail(Post.Dana, date, "Two", headers: Received).Call();
        Assert.Equal("2026-11-17T09:00:10-05", OffsetDateTimePattern.GeneralIso.Format(call.Turns[0].At!.Value));
    }

    [Fact]
    public void A_line_that_opens_with_From_is_words()
    {
        Call call = new Post().Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Two things.\n\nFrom my side it works.\n\n>From Raj's side too.").Call();
        Assert.Equal("Two things. From my side it works. From Raj's side too.", Assert.Single(call.Turns).Text);
    }

    [Fact]
    public void Sides_are_told_by_address_and_domain()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "One").Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Two").Mail(Post.Raj, "Tue, 17 Nov 2026 10:00:00 -0500", "Three");
        foreach (string us in new[] { "trajet.example", "camille@trajet.example", "Camille" })
            Assert.Equal([Side.Seller, Side.Prospect, Side.Prospect], post.Call(new CallOptions { Us = [us] }).Speakers.Select(speaker => speaker.Side));
        Assert.Equal([Side.Seller, Side.Unknown], new Post().Mail("a@gmail.com", "Mon, 16 Nov 2026 15:00:00 +0100", "One").Mail("mailer-daemon@gmail.com", "Tue, 17 Nov 2026 09:00:00 -0500", "Two").Call(new CallOptions { Us = ["a@gmail.com"] }).Speakers.Select(speaker => speaker.Side));
    }

    [Theory]
    [InlineData("Re: [2] Larkspur", "[2] larkspur")]
    [InlineData("RE: FW: Tr : Larkspur", "larkspur")]
    [InlineData("Automatic reply: Re: Larkspur", "larkspur")]
    [InlineData("Accepted: Lanes @ Tue Nov 24, 2026 2pm (EST)", "lanes")]
    [InlineData("Pricing: the details", "pricing: the details")]
    public void Subjects_are_compared_bare(string subject, string bare) => Assert.Equal(bare, MailThreads.Bare(subject));

    [Fact]
    public void An_exchange_holds_calls_too()
    {
        const string Vtt = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nDana: We run 220 trucks.\n\n00:00:05.000 --> 00:00:06.000\nCamille: Good.\n";
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "One").Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Two").File("2026-11-18T10-00 larkspur.vtt", Vtt);
        Call call = post.Call();
        Assert.Equal(["One", "Two", "We run 220 trucks.", "Good."], call.Turns.Select(turn => turn.Text));
        Assert.Equal(["Camille Roy", "Dana Whitfield"], call.Speakers.Select(speaker => speaker.Name));
        Assert.Equal("together", call.Source.Format);
        Assert.Equal("Prospect Call", string.Join(' ', Post.Acts(post.At("2026-11-24 09:00").Thread)[^1].Split(' ')[1..]));
    }

    [Fact]
    public void The_mailbox_that_it_lay_in_is_ours()
    {
        Call call = new Post().Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Two", headers: "Delivered-To: camille@trajet.example\n").Call(new CallOptions());
        Assert.Equal(Side.Prospect, Assert.Single(call.Speakers).Side);
    }
}
