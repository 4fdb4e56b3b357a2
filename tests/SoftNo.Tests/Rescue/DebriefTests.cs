using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Phrases;
using SoftNo.Rescue;
using SoftNo.Rescue.Decoding;
using SoftNo.Rescue.Memory;
using SoftNo.Signals;

namespace SoftNo.Tests.Rescue;

public class DebriefTests
{
    private static readonly Lexicon Lexicon = Lexicon.Load(Lexicon.DefaultFolder).Lexicon!;
    private static readonly Debrief Debrief = new(Lexicon, Readings.Playbook);
    private static readonly Decoder Decoder = new(Lexicon, Readings.Playbook);

    [Fact]
    public void Kind_words_no_question_and_no_date_read_as_a_soft_no_from_memory()
    {
        var reading = Debrief.Read(new DebriefAnswers { Words = "Wow, that's really interesting!\nLet us digest this internally." });
        Assert.Equal(Verdict.SoftNo, reading.Verdict);
        Assert.InRange(reading.Confidence, 0.4, 0.75);
        Assert.Equal(CallOrigin.Memory, reading.Call.Source.Origin);
        Assert.Equal([SignalState.Present, SignalState.Present, SignalState.Absent], reading.Signals.Select(signal => signal.State));
        Assert.Contains(reading.Warnings, warning => warning.Code == "from-memory");
        Assert.Equal(1.0, reading.Probabilities.Values.Sum(), 9);
    }

    [Fact]
    public void A_hard_question_a_figure_and_their_date_read_as_engaged()
    {
        var reading = Debrief.Read(new DebriefAnswers
        {
            Words = "That's really interesting.", HardQuestions = ["integration", "pricing", "other"], DateNamer = DateNamer.Them, DateWords = "Tuesday at 2 PM to go over the specs",
            Result = "it would save us two people on nights",
        });
        Assert.Equal(Verdict.Engaged, reading.Verdict);
        Assert.Equal((Grade.Firm, Bound.Prospect, "Tuesday at 2 PM to go over the specs"), (reading.NextStep.Grade, reading.NextStep.Bound, reading.NextStep.Quote!));
        Assert.All(reading.Signals, signal => Assert.Equal(SignalState.Absent, signal.State));
        Assert.Equal((3, "integration"), (reading.Friction.HardQuestions, reading.Friction.Topics[0]));
        Assert.Equal(Move.ConfirmAndGo, Readings.Playbook.Advise(reading, Readings.Options).Recommended!.Move);
    }

    [Fact]
    public void Nothing_remembered_is_insufficient() =>
        Assert.Equal(Verdict.Insufficient, Debrief.Read(new DebriefAnswers { Words = "" }).Verdict);

    [Fact]
    public void Every_quote_is_its_turns_own_slice()
    {
        var reading = Debrief.Read(new DebriefAnswers { Words = "Great technology!\n  Let us   digest this internally.", HardQuestions = ["roi"], DateNamer = DateNamer.Us });
        Assert.All(reading.Cues, cue => Assert.Equal(cue.Quote, cue.Span.Of(reading.Call.Turns[cue.Turn].Text)));
        Assert.Equal(reading.Cues.Count, reading.Cues.DistinctBy(cue => cue.Id).Count());
    }

    [Fact]
    public void Known_words_are_explained_with_what_to_ask()
    {
        var decoded = Decoder.Explain("Let us digest this internally.", "-");
        var cue = Assert.Single(decoded.Cues);
        Assert.Equal((CueKind.SoftNo, "digest"), (cue.Cue.Kind, cue.Cue.Topic));
        Assert.NotNull(cue.Means);
        Assert.Equal("Makes sense. When do you meet on it, and could we hold 15 minutes right after?", cue.Ask);
        Assert.NotNull(cue.NotWhen);
        Assert.Empty(decoded.Near);
    }

    [Fact]
    public void Unknown_words_are_compared_with_the_nearest_phrases()
    {
        var decoded = Decoder.Explain("The squirrel sat on the dishwasher.", "-");
        Assert.Empty(decoded.Cues);
        Assert.Empty(decoded.Near);
        var near = Decoder.Explain("digestion internally, us", "-");
        Assert.Empty(near.Cues);
        Assert.NotEmpty(near.Near);
        Assert.InRange(near.Near[0].Likeness, 0.34, 1);
    }

    [Fact]
    public void The_card_holds_their_pain_one_question_three_sentences_two_slots_and_the_last_line()
    {
        var reading = Readings.Of(Verdict.SoftNo, "vague-next-step", "none", """
            Dana: {{hard-question:integration|Does it write to NetSuite?}} {{pain|We lost nine hours of downtime}}.
            Camille: Yes.
            """);
        var card = Readings.Playbook.Card(reading, Readings.Options);
        Assert.Equal("We lost nine hours of downtime", Assert.Single(card.Pains).Quote);
        Assert.StartsWith("If this did what you need", card.Question, StringComparison.Ordinal);
        Assert.Equal([Move.NegativeValidation, Move.MicroCommitment, Move.BusinessPivot], card.Sentences.Select(sentence => sentence.Move));
        Assert.Equal(["Tuesday, December 1, 10 AM Eastern", "Wednesday, December 2, 11 AM Eastern"], card.Slots.Select(slot => slot.Theirs));
        Assert.Equal([16, 17], card.Slots.Select(slot => slot.Ours.Hour));
        Assert.Equal("No slot, no goodbye.", card.LastLine.En);
        Assert.Equal(Tone.Medium, card.Tone);
    }
}
