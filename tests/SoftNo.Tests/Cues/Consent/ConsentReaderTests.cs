using SoftNo.Calls;
using SoftNo.Cues.Consent;
using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues.Consent;

public class ConsentReaderTests
{
    private static readonly ConsentReader Reader = ConsentReader.Load(Lexicon.DefaultFolder).Reader!;

    [Fact]
    public void Every_rule_keeps_to_its_examples() =>
        Assert.Empty(LexiconCheck.Consent(Lexicon.DefaultFolder).Problems.Select(problem => problem.ToString()));

    [Fact]
    public void A_question_and_its_answer_are_quoted()
    {
        var call = CallOf(("Camille", "Hi Dana! Do you mind if I record so I don't have to take notes? Happy to send you the summary."), ("Dana", "Sure, go ahead. We have a team of forty."), ("Camille", "Great."));
        Assert.Equal(
            [(ConsentWords.Notice, "Do you mind if I record so I don't have to take notes"), (ConsentWords.Agreement, "Sure, go ahead")],
            Reader.Heard(call).Select(one => (one.Words, one.Span.Of(call.Turns[one.Turn].Text))));
        Assert.Null(Reader.Note(call, null).Ask);
    }

    [Fact]
    public void A_notice_that_nobody_answers_is_no_agreement()
    {
        var call = CallOf(("Camille", "This call is being recorded."), ("Dana", "How many trucks can it follow?"), ("Camille", "Four hundred."), ("Dana", "Sure, that is fine."));
        Assert.Equal([ConsentWords.Notice], Reader.Heard(call).Select(one => one.Words));
        Assert.StartsWith("Mind if I record", Reader.Note(call, null).Ask, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_heard_and_no_yes_beside_it_is_taken()
    {
        var call = CallOf(("Camille", "Can I record this one?"), ("Dana", "Sure you can ask. But I'd rather you didn't."));
        Assert.Equal([ConsentWords.Notice, ConsentWords.Declined], Reader.Heard(call).Select(one => one.Words));
    }

    [Fact]
    public void Nobody_agrees_to_himself()
    {
        var call = CallOf(("Camille", "We're recording this."), ("Camille", "Sure, go ahead."), ("Dana", "Hello."));
        Assert.Equal([ConsentWords.Notice], Reader.Heard(call).Select(one => one.Words));
    }

    [Fact]
    public void What_the_user_says_stands_and_nothing_more_is_asked()
    {
        var note = Reader.Note(CallOf(("Camille", "Hello."), ("Dana", "Hi.")), "Dana, 2026-11-17, said it on the phone");
        Assert.Equal(("Dana, 2026-11-17, said it on the phone", 0, null), (note.Given, note.Heard.Count, note.Ask));
    }

    [Fact]
    public void Memory_needs_no_consent()
    {
        var call = CallOf(("Camille", "Hello."), ("Dana", "Hi."));
        Assert.Null(Reader.Note(call with { Source = call.Source with { Origin = CallOrigin.Memory } }, null).Ask);
    }

    private static Call CallOf(params (string Name, string Text)[] turns)
    {
        string[] names = [.. turns.Select(turn => turn.Name).Distinct()];
        return new Call
        {
            Source = new CallSource { File = "call.txt", Format = "text/named" },
            Speakers = [.. names.Select(name => new Speaker { Name = name })],
            Turns = [.. turns.Select((turn, index) => new Turn { Index = index, Speaker = Array.IndexOf(names, turn.Name), Text = turn.Text })],
        };
    }
}
