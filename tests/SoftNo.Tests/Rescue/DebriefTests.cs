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
    public void Nothing_remembered_is_insufficient()
    {
        var reading = Debrief.Read(new DebriefAnswers { Words = "" });
        Assert.Equal((Verdict.Insufficient, 1.0), (reading.Verdict, reading.Confidence));
        Assert.Equal(1, reading.Probabilities.Values.Sum(), 9);
    }

    [Fact]
    public void A_date_that_they_named_is_read_from_now_on_the_eastern_clock_and_says_so()
    {
        var reading = Debrief.Read(new DebriefAnswers { Words = "Great", DateNamer = DateNamer.Them, DateWords = "Tuesday at 2 PM", Now = Readings.Options.Now });
        Assert.Equal("2026-12-01T14:00-05:00", reading.NextStep.When!.ToString());
        Assert.Equal(["from-memory", "start-assumed", "zone-assumed"], reading.Warnings.Select(warning => warning.Code));
        Assert.Equal(["from-memory"], Debrief.Read(new DebriefAnswers { Words = "Great" }).Warnings.Select(warning => warning.Code));
    }

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
    public void A_pasted_mail_is_read_over_its_wrapped_lines_and_without_the_older_mail()
    {
        var decoded = Decoder.Explain(
            "Hi Camille,\n\nThanks for the demo yesterday, the whole team watched it. Let us\ndigest this internally.\n\nOn Mon, Nov 16, 2026 at 9:12 AM Camille Roy <camille@lumenor.example> wrote:\n> We'll circle back next month.\n", "mail.txt");
        Assert.Equal("Let us digest this internally", Assert.Single(decoded.Cues).Cue.Quote);
        Assert.Equal(2, decoded.Call.Turns.Count);
    }

    [Fact]
    public void A_step_is_explained_too_and_look_alikes_come_likest_first()
    {
        var step = Assert.Single(Decoder.Explain("Can we meet next Tuesday at 2 PM to discuss the technical specs?", "-").Cues, found => found.Cue.Kind == CueKind.NextStep);
        Assert.NotNull(step.Means);
        Assert.Equal("We'll circle back Thursday at ten.", Decoder.Explain("We'll circle back", "-").Cues[0].LookAlikes[0]);
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
