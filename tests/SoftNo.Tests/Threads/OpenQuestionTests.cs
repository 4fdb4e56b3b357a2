using NodaTime;
using SoftNo.Calls;
using SoftNo.Threads;

namespace SoftNo.Tests.Threads;

public class OpenQuestionTests
{
    private static OpenQuestion? Open(Post post, string asOf = "2026-11-24 09:00") => post.At(asOf).Thread.OpenQuestion;

    [Fact]
    public void The_latest_that_the_other_side_has_not_answered()
    {
        OpenQuestion? open = Open(new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "Hi Dana, how many trucks do you run? And who signs off on freight software?"));
        Assert.Equal("And who signs off on freight software?", open!.Words);
        Assert.Equal(new LocalDate(2026, 11, 16), open.At.Date);
        Assert.Equal(6, open.BusinessDays);
    }

    [Fact]
    public void An_answer_closes_it()
    {
        Assert.Null(Open(new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "How many trucks do you run?").Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Two hundred and twenty.")));
    }

    [Fact]
    public void An_automatic_reply_answers_nothing()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "How many trucks do you run?").Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "I am away.", headers: "Auto-Submitted: auto-replied\n");
        Assert.Equal("How many trucks do you run?", Open(post)!.Words);
    }

    [Fact]
    public void It_is_dated_by_its_first_asking()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "How many trucks does Larkspur run today?").Mail(Post.Us, "Thu, 19 Nov 2026 15:00:00 +0100", "Hi Dana, just following up: did you get a chance to look at this?");
        Assert.Equal("How many trucks does Larkspur run today?", Open(post)!.Words);
        Assert.Equal(new LocalDate(2026, 11, 16), Open(post)!.At.Date);
        post.Mail(Post.Us, "Mon, 23 Nov 2026 15:00:00 +0100", "Once more, how many trucks does Larkspur run?");
        Assert.Equal(new LocalDate(2026, 11, 16), Open(post)!.At.Date);
        Assert.Equal(6, Open(post)!.BusinessDays);
    }

    [Fact]
    public void Another_question_has_its_own_date()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "How many trucks does Larkspur run today?").Mail(Post.Us, "Thu, 19 Nov 2026 15:00:00 +0100", "Who approves security reviews at your company?");
        Assert.Equal("Who approves security reviews at your company?", Open(post)!.Words);
        Assert.Equal(new LocalDate(2026, 11, 19), Open(post)!.At.Date);
    }

    [Fact]
    public void What_was_answered_is_another_question_unless_it_is_asked_again_in_its_words()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "What do empty miles cost you?").Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "Two million.");
        Assert.Equal(new LocalDate(2026, 11, 18), Open(post.Mail(Post.Us, "Wed, 18 Nov 2026 15:00:00 +0100", "Could you share last quarter's empty miles?"))!.At.Date);
        Assert.Equal(new LocalDate(2026, 11, 16), Open(post.Mail(Post.Us, "Thu, 19 Nov 2026 15:00:00 +0100", "Again: what do empty miles cost you today?"))!.At.Date);
    }

    [Fact]
    public void Theirs_waits_for_us()
    {
        Post post = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "How many trucks do you run?").Mail(Post.Dana, "Tue, 17 Nov 2026 09:00:00 -0500", "220. What would it cost for all of them?");
        Assert.Equal((Side.Prospect, "What would it cost for all of them?", 5), (Open(post)!.AskedBy, Open(post)!.Words, Open(post)!.BusinessDays));
    }

    [Theory]
    [InlineData("Hi Dana, how are you? The deck is attached.")]
    [InlineData("Thanks for the call.\n\nOn Mon, Nov 16, 2026 at 9:02 AM Dana Whitfield <dana@larkspur.example> wrote:\n> What would it cost?")]
    public void Courtesies_and_quotes_ask_nothing(string body) => Assert.Null(Open(new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", body)));

    [Theory]
    [InlineData("Hi Dana, could you send the lane file?", "could you send the lane file?")]
    [InlineData("Does 2 p.m. work on Tuesday? Let me know.", "Does 2 p.m. work on Tuesday?")]
    [InlineData("Thanks! Could you tell me who signs", "Could you tell me who signs")]
    [InlineData("Bonjour Dana, avez-vous le fichier des trajets ?", "avez-vous le fichier des trajets ?")]
    [InlineData("Hi Dana, hi Raj,\n\nDoes the yard still schedule by phone?", "Does the yard still schedule by phone?")]
    [InlineData("Dana,\n\nWhich lanes lose most?", "Which lanes lose most?")]
    [InlineData("At 900 tanks it is $3.60. Shall I put that in writing?", "Shall I put that in writing?")]
    [InlineData("The file is on larkspur.example. Would that do?", "Would that do?")]
    [InlineData("I am free Thursday at 2 p.m. Would that work?", "Would that work?")]
    [InlineData("Is 2 p.m. Eastern on Thursday too late?", "Is 2 p.m. Eastern on Thursday too late?")]
    [InlineData("Who else should join us, Raj? Helen?", "Who else should join us, Raj?")]
    public void Its_words_are_the_sentence_without_the_greeting(string body, string words) => Assert.Equal(words, Open(new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", body))!.Words);

    [Fact]
    public void What_we_write_among_ourselves_asks_and_answers_nothing()
    {
        Post post = new Post().Mail(Post.Dana, "Mon, 16 Nov 2026 09:00:00 -0500", "Is there an app for drivers?")
            .Mail("Hugo <hugo@trajet.example>", "Mon, 16 Nov 2026 16:00:00 +0100", "Do you answer, or shall I?", to: Post.Us);
        Assert.Equal((Side.Prospect, "Is there an app for drivers?"), (Open(post)!.AskedBy, Open(post)!.Words));
        post.Mail("Hugo <hugo@trajet.example>", "Tue, 17 Nov 2026 16:00:00 +0100", "There is.", to: Post.Us + ", " + Post.Dana);
        Assert.Null(Open(post));
    }

    [Fact]
    public void An_accepted_invitation_answers_a_question_on_the_meeting_alone()
    {
        Post meeting = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "Does Tuesday at 2 PM work?").Event("REPLY", "20261124T140000", Post.Guest("ACCEPTED"), "20261119T150000Z");
        Assert.Null(Open(meeting));
        Post other = new Post().Mail(Post.Us, "Mon, 16 Nov 2026 15:00:00 +0100", "How many trucks run empty?").Event("REPLY", "20261124T140000", Post.Guest("ACCEPTED"), "20261119T150000Z");
        Assert.NotNull(Open(other));
    }
}
