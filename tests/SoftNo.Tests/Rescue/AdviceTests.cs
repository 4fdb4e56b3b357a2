using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Tests.Rescue;

public class AdviceTests
{
    private const string Polite = """
        Camille: Here is the dashboard.
        Dana: {{generic-praise|Wow, that's really interesting}}.
        Camille: Thank you. Next screen.
        Dana: {{pain|We had nine hours of unplanned downtime last week, it was brutal}}. Anyway.
        Camille: So what is the next step?
        Dana: {{soft-no:digest|Let us digest this internally}}. {{soft-no:authority|I need to run it by Preston}}.
        Camille: {{accepts-vagueness|No problem, take your time}}.
        """;

    private static Advice Advise(Reading reading) => Readings.Playbook.Advise(reading, Readings.Options);

    [Fact]
    public void The_move_of_the_most_confident_present_signal_is_recommended()
    {
        var reading = Readings.Of(Verdict.SoftNo, "generic-enthusiasm vague-next-step", "none", Polite)
            .WithSignal(SignalKind.GenericEnthusiasm, SignalState.Present, 0.93);
        var advice = Advise(reading);
        Assert.Equal(Move.NegativeValidation, advice.Recommended!.Move);
        Assert.Equal([Move.NegativeValidation, Move.MicroCommitment], advice.Rescues.Select(rescue => rescue.Move));
        Assert.Equal([Tone.Bold, null], advice.Rescues.Select(rescue => rescue.Tone));
    }

    [Fact]
    public void At_a_tie_the_micro_commitment_comes_first()
    {
        var advice = Advise(Readings.Of(Verdict.SoftNo, "generic-enthusiasm vague-next-step tech-infatuation", "none", Polite));
        Assert.Equal([Move.MicroCommitment, Move.NegativeValidation, Move.BusinessPivot], advice.Rescues.Select(rescue => rescue.Move));
    }

    [Fact]
    public void Below_the_stated_confidence_one_question_is_asked_softly()
    {
        var reading = Readings.Of(Verdict.SoftNo, "generic-enthusiasm", "none", Polite).WithSignal(SignalKind.GenericEnthusiasm, SignalState.Present, 0.55);
        var advice = Advise(reading);
        Assert.Equal((Move.AskOneQuestion, Tone.Soft), (advice.Recommended!.Move, advice.Recommended.Tone!.Value));
        Assert.Contains(advice.Rescues, rescue => rescue is { Move: Move.NegativeValidation, Recommended: false });
    }

    [Fact]
    public void Quoted_indecision_calls_for_less_risk_not_more_pressure()
    {
        var reading = Readings.Of(Verdict.Wavering, "vague-next-step", "vague", """
            Dana: I like it, but {{objection|part of me thinks we'd be better off waiting}}.
            Camille: I understand.
            Dana: {{next-step:vague|Let's see after the audit}}.
            """);
        var rescue = Advise(reading).Recommended!;
        Assert.Equal((Move.ReduceRisk, Tone.Soft), (rescue.Move, rescue.Tone!.Value));
        Assert.Equal("part of me", rescue.Evidence!.Span.Of(reading.Call.Turns[rescue.Evidence.Turn].Text));
    }

    [Fact]
    public void Wavering_without_a_quoted_hesitation_keeps_the_doctrines_move()
    {
        var reading = Readings.Of(Verdict.Wavering, "vague-next-step", "vague", """
            Dana: The freeze lifts in March.
            Camille: I understand.
            Dana: {{next-step:vague|Let's see after the audit}}.
            """);
        Assert.Equal((Move.MicroCommitment, Tone.Soft), (Advise(reading).Recommended!.Move, Advise(reading).Recommended!.Tone!.Value));
    }

    [Fact]
    public void A_clear_no_is_thanked_and_closed_without_question_or_time()
    {
        var reading = Readings.Of(Verdict.ClearNo, "none", "refused", """
            Camille: Shall we try it?
            Dana: {{refusal|No, we're going to pass}}. Thanks though.
            """);
        var advice = Advise(reading);
        Assert.Equal(Move.CloseWithThanks, advice.Recommended!.Move);
        Assert.Null(advice.Recommended.Hold);
        Assert.DoesNotContain("?", advice.Recommended.Mail.Body, StringComparison.Ordinal);
        Assert.Empty(advice.MissedMoments);
        Assert.Equal("Stage: lost, a no was said. Next step: none. Hard questions: 0. Objections: 0.", advice.CrmLine.En);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void An_engaged_prospect_is_never_pushed_whatever_signal_is_present(double confidence)
    {
        var reading = Readings.Of(Verdict.Engaged, "generic-enthusiasm vague-next-step tech-infatuation", "firm", """
            Dana: {{generic-praise|Love it}}. {{hard-question:integration|Does it write to NetSuite?}}
            Camille: Yes. Thursday the tenth at ten?
            Dana: {{next-step:firm@2026-12-10T10:00-05:00|Thursday at ten works, send the invite}}.
            """, confidence);
        var rescue = Advise(reading).Recommended!;
        Assert.Equal((Move.ConfirmAndGo, Tone.Medium), (rescue.Move, rescue.Tone!.Value));
        Assert.Equal("Perfect, Dana: Thursday, December 10, 10 AM Eastern. You'll get the invite in two minutes, and I'll come with answers to everything you asked. Who else should be in the room?", rescue.Say.Medium);
        Assert.Equal("2026-12-10T10:00:00 America/New_York (-05)", rescue.Hold!.Start.ToString("uuuu-MM-dd'T'HH:mm:ss z '('o<g>')'", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Two_weeks_of_silence_call_for_a_last_mail()
    {
        var reading = Readings.Of(Verdict.SoftNo, "vague-next-step", "none", Polite);
        Assert.Equal(Move.LastMail, Readings.Playbook.Advise(reading, Readings.Options with { SilentBusinessDays = 10 }).Recommended!.Move);
        Assert.Equal(Move.MicroCommitment, Readings.Playbook.Advise(reading, Readings.Options with { SilentBusinessDays = 9 }).Recommended!.Move);
    }

    [Fact]
    public void Too_little_to_tell_asks_one_question_and_tells_no_missed_moment()
    {
        var advice = Advise(Readings.Of(Verdict.Insufficient, "none", "none", "Dana: Hi.\nCamille: Hello."));
        Assert.Equal(Move.AskOneQuestion, Assert.Single(advice.Rescues).Move);
        Assert.Empty(advice.MissedMoments);
    }

    [Fact]
    public void Missed_moments_are_the_unprobed_praise_the_accepted_vagueness_and_the_goodbye()
    {
        var moments = Advise(Readings.Of(Verdict.SoftNo, "generic-enthusiasm vague-next-step", "none", Polite)).MissedMoments;
        Assert.Equal([(2, Move.NegativeValidation), (6, Move.MicroCommitment)], moments.Select(moment => (moment.Turn, moment.Move)));
        Assert.Equal("Thank you. When you say “that's really interesting,” is it because we'd fix something on your side, or is it a nice way to say not now?", moments[0].Say);
    }

    [Fact]
    public void A_praise_that_the_seller_probed_is_no_missed_moment()
    {
        var reading = Readings.Of(Verdict.SoftNo, "generic-enthusiasm", "tentative", """
            Dana: {{generic-praise|Really neat stuff}}.
            Camille: What makes you say that?
            Dana: Oh, you know. Everything.
            """);
        Assert.Empty(Advise(reading).MissedMoments);
    }

    [Fact]
    public void A_move_that_got_a_real_answer_rescues_its_signal()
    {
        var reading = Readings.Of(Verdict.Wavering, "generic-enthusiasm", "none", """
            Dana: {{generic-praise|Really neat stuff}}.
            Camille: {{rescue:negative-validation|Is that because it fixes something, or a nice way to say no?}}
            Dana: {{objection|Honestly, I don't see it working with our ERP}}.
            """);
        Assert.Equal(0, Playbook.RescuedBy(reading, SignalKind.GenericEnthusiasm));
        Assert.Null(Playbook.RescuedBy(reading, SignalKind.VagueNextStep));
    }

    [Fact]
    public void The_words_of_the_call_fill_the_moves()
    {
        var rescue = Advise(Readings.Of(Verdict.SoftNo, "vague-next-step", "none", Polite)).Recommended!;
        Assert.Equal(
            "Of course, Dana, talk it through with Preston. I'll send [case study] to help. Let's pencil in 15 minutes on Tuesday, December 1, 10 AM Eastern, and if it's a no by then, we just cancel. Does that sound fair?",
            rescue.Say.Soft);
        Assert.Contains(rescue.Slots, slot => slot is { Name: "case", Value: null });
        Assert.Contains(rescue.Slots, slot => slot is { Name: "colleague", Value: "Preston", From.Turn: 5 });
    }
}
