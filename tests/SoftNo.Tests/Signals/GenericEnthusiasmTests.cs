using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Tests.Signals;

public class GenericEnthusiasmTests
{
    private const string Praise = "01:00 Ann: {{generic-praise|That's really interesting}}.\n01:10 Luc: Thank you.\n01:20 Ann: {{generic-praise|I see a lot of potential here}}.\n";

    [Fact]
    public void Praise_alone_is_the_signal_with_its_words_and_what_was_looked_for()
    {
        var reading = Told.Read(Praise, Told.Always());
        var signal = reading.Signals[0];

        Assert.Equal(SignalState.Present, signal.State);
        Assert.Equal(["That's really interesting", "I see a lot of potential here"], reading.Quotes(signal.For));
        Assert.Empty(signal.Against);
        Assert.Equal(
            ["hard-question", "hard-question:integration", "hard-question:pricing", "hard-question:deployment", "hard-question:roi", "objection"], signal.LookedFor);
    }

    [Theory]
    [InlineData("{{hard-question:integration|How does it work with Salesforce}}?")]
    [InlineData("{{objection|We tried one of those and it was a mess}}.")]
    public void A_hard_question_or_an_objection_of_the_same_person_clears_their_praise_whatever_the_weights_say(string friction)
    {
        var reading = Told.Read($"{Praise}01:40 Luc: So?\n01:50 Ann: {friction}", Told.Always());
        var signal = reading.Signals[0];

        Assert.Equal(SignalState.Absent, signal.State);
        Assert.Empty(signal.For);
        Assert.Equal(3, signal.Against.Count);
    }

    [Fact]
    public void Friction_of_another_person_does_not_clear_it()
    {
        var reading = Told.Read($"{Praise}01:40 Luc: So?\n01:50 Bob: {{{{objection|We tried one of those}}}}.", Told.Always());

        Assert.Equal(SignalState.Present, reading.Signals[0].State);
        Assert.Equal(["We tried one of those"], reading.Quotes(reading.Signals[0].Against));
    }

    [Fact]
    public void A_form_read_aloud_does_not_clear_it() =>
        Assert.Equal(SignalState.Present, Told.Read($"{Praise}01:40 Luc: So?\n01:50 Ann: I'm supposed to ask everybody this. {{{{hard-question:security|Do you carry cyber insurance}}}}?", Told.Always()).Signals[0].State);

    [Fact]
    public void A_form_with_a_case_of_their_own_beside_the_question_does()
    {
        const string turns = Praise + "01:40 Luc: So?\n01:50 Ann: It's on the form, but we had a breach in May. {{hard-question:security|Who reads our files}}?";
        var risk = new Anchor("risk", 11, new TextSpan(24, 45), Side.Prospect, "breach");

        Assert.Equal(SignalState.Present, Told.Read(turns, Told.Always()).Signals[0].State);
        Assert.Equal(SignalState.Absent, Told.Read(turns, Told.Always(), risk).Signals[0].State);
    }

    [Fact]
    public void A_form_long_past_does_not_take_a_question_of_their_own_away()
    {
        var talk = string.Concat(Enumerable.Range(0, 6).Select(at => $"02:0{at} Luc: Yes.\n02:0{at} Ann: Right.\n"));

        Assert.Equal(SignalState.Absent, Told.Read($"01:50 Ann: I've got the form.\n{talk}{Praise}03:00 Ann: {{{{hard-question:pricing|What does it cost for forty seats}}}}?", Told.Always()).Signals[0].State);
    }

    [Fact]
    public void Without_any_praise_there_is_no_signal() =>
        Assert.Equal(SignalState.Absent, Told.Read("01:00 Ann: Okay.\n01:10 Luc: Good.", Told.Always()).Signals[0].State);

    [Fact]
    public void The_weights_may_still_say_no() => Assert.Equal(SignalState.Absent, Told.Read(Praise, Told.Never).Signals[0].State);

    [Fact]
    public void Praise_that_something_specific_clears_speaks_against()
    {
        var call = Told.Call("01:00 Ann: {{generic-praise|Interesting}}, with our four million parts.");
        var heard = SoftNo.Evaluation.HeardLabels.Of(call);
        var cleared = heard with { Cues = [.. heard.Cues.Select(cue => cue with { ClearedBy = new Place(7, new TextSpan(18, 40)) })] };

        var signal = new SignalReader(Told.Rules, Told.Always()).Read(call.Call, cleared, new("x", "absent", null)).Signals[0];

        Assert.Equal(SignalState.Absent, signal.State);
        Assert.Equal([cleared.Cues[0].Id], signal.Against);
    }
}
