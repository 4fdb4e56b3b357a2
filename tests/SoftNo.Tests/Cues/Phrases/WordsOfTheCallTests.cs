using SoftNo.Cues;
using SoftNo.Cues.Phrases;
using SoftNo.Evaluation;

namespace SoftNo.Tests.Cues.Phrases;

/// <summary>What the shipped lexicon hears in two turns: Luc sells and speaks first, Ann may buy; or the other way round.</summary>
public sealed class WordsOfTheCallTests
{
    private static readonly CueReader Reader = new(Lexicon.Load(Lexicon.DefaultFolder).Lexicon!);

    [Theory]
    [InlineData("integration", "Does it write back into our ledger", "Does it write back into our ledger?")]
    [InlineData("pricing", "what's it run me a truck", "what's it run me a truck")]
    [InlineData("pricing", "Is it per bed or per building", "Is it per bed or per building?")]
    [InlineData("deployment", "How long is my dock out of service", "How long is my dock out of service?")]
    [InlineData("roi", "What's the payback on nine barns", "What's the payback on nine barns?")]
    [InlineData("security", "Do you have a SOC 2", "Do you have a SOC 2?")]
    [InlineData("security", "so where does the footage sit", "so where does the footage sit")]
    [InlineData("references", "Who else has one of these in the desert", "Who else has one of these in the desert?")]
    [InlineData("references", "Give me one plant that has it on nights", "Give me one plant that has it on nights.")]
    [InlineData("procurement", "is it month to month or do you lock me in", "is it month to month or do you lock me in")]
    [InlineData("competition", "Why wouldn't I just hire a second clerk", "Why wouldn't I just hire a second clerk?")]
    [InlineData("support", "who do i call when it dies on a sunday", "who do i call when it dies on a sunday")]
    [InlineData("migration", "What happens to my eleven years of cards", "What happens to my eleven years of cards?")]
    [InlineData("adoption", "Will my older drivers actually use it", "Will my older drivers actually use it?")]
    [InlineData("capability", "Can it read a wet label", "Can it read a wet label?")]
    public void A_hard_question_is_heard_with_its_topic(string topic, string quote, string words)
    {
        var cue = Assert.Single(Heard("So that is the product.", words, CueKind.HardQuestion));
        Assert.Equal((topic, quote), (cue.Topic, cue.Quote));
    }

    [Theory]
    [InlineData("Is that your cat behind you?")]
    [InlineData("Can you hear me okay?")]
    [InlineData("How are you all doing over there?")]
    [InlineData("Is it a neural net, out of curiosity?")]
    [InlineData("Nobody does it that way anymore.")]
    [InlineData("We talk to our people every day.")]
    [InlineData("That's what it cost us.")]
    public void Small_talk_curiosity_and_statements_are_no_hard_questions(string words) =>
        Assert.Empty(Heard("So that is the product.", words, CueKind.HardQuestion));

    [Theory]
    [InlineData("It's nine hundred dollars per line.", "Nine hundred's too steep for a hinge", "Nine hundred's too steep for a hinge.")]
    [InlineData("So that is the product.", "My only worry is the winter", "My only worry is the winter.")]
    [InlineData("So that is the product.", "We got burned on a dashboard", "We got burned on a dashboard.")]
    [InlineData("So that is the product.", "That's one more screen", "That's one more screen.")]
    public void Friction_is_an_objection(string before, string quote, string words) =>
        Assert.Equal([quote], Heard(before, words, CueKind.Objection).Select(cue => cue.Quote));

    [Theory]
    [InlineData("No problem at all.")]
    [InlineData("I don't want to keep you.")]
    [InlineData("My guys are at lunch.")]
    public void Courtesy_is_no_objection(string words) => Assert.Empty(Heard("So that is the product.", words, CueKind.Objection));

    [Theory]
    [InlineData("We lost eleven thousand gallons in August", "We lost eleven thousand gallons in August.")]
    [InlineData("it takes me two days a month", "it takes me two days a month")]
    public void A_loss_of_theirs_is_pain(string quote, string words) =>
        Assert.Equal([quote], Heard("And how is it today?", words, CueKind.Pain).Select(cue => cue.Quote));

    [Theory]
    [InlineData("If you saved me two days I would call you.")]
    [InlineData("I'd pay nine bucks for that poster.")]
    public void A_supposition_is_no_pain(string words) => Assert.Empty(Heard("So that is the product.", words, CueKind.Pain));

    [Theory]
    [InlineData(CueKind.FeaturePitch, null, "We have four patents on the membrane", "We have four patents on the membrane.")]
    [InlineData(CueKind.FeaturePitch, null, "The engine reads each plan", "The engine reads each plan.")]
    [InlineData(CueKind.OutcomePitch, null, "At a mill near Nantes the rework went from nine to four", "At a mill near Nantes the rework went from nine to four.")]
    [InlineData(CueKind.OutcomePitch, null, "the scrap was divided by two", "the scrap was divided by two")]
    [InlineData(CueKind.AcceptsVagueness, null, "No problem, take all the time you need", "No problem, take all the time you need.")]
    [InlineData(CueKind.AcceptsVagueness, null, "then we wait for your sign", "then we wait for your sign")]
    [InlineData(CueKind.Rescue, "negative-validation", "Is it a polite way to say no", "Is it a polite way to say no?")]
    [InlineData(CueKind.Rescue, "micro-commitment", "Could we put fifteen minutes on Thursday", "Could we put fifteen minutes on Thursday?")]
    [InlineData(CueKind.Rescue, "business-pivot", "Let us leave the laser one minute", "Let us leave the laser one minute.")]
    public void The_seller_is_heard_too(CueKind kind, string? topic, string quote, string words)
    {
        var cue = Assert.Single(Told("Ann: That is really something.", "Luc: " + words, kind));
        Assert.Equal((topic, quote), (cue.Topic, cue.Quote));
    }

    [Theory]
    [InlineData(CueKind.FeaturePitch, "Is your camera on?")]
    [InlineData(CueKind.OutcomePitch, "The battery is at nine percent.")]
    [InlineData(CueKind.AcceptsVagueness, "You stop the machine when you want.")]
    [InlineData(CueKind.Rescue, "You can cancel the subscription with one month of notice.")]
    public void Look_alikes_of_the_seller_stay_quiet(CueKind kind, string words) =>
        Assert.Empty(Told("Ann: That is really something.", "Luc: " + words, kind));

    [Fact]
    public void A_result_told_in_answer_to_a_question_is_the_answer()
    {
        const string Result = "Luc: They went from nine to four.";
        Assert.Single(Told("Ann: I hear you.", Result, CueKind.OutcomePitch));
        Assert.Empty(Told("Ann: What did they get?", Result, CueKind.OutcomePitch));
    }

    [Fact]
    public void Kinds_keep_to_their_side()
    {
        Assert.Empty(Told("Ann: Hello.", "Luc: How long till it's up?", CueKind.HardQuestion));
        Assert.Empty(Told("Luc: Hello.", "Ann: We have four patents on it.", CueKind.FeaturePitch));
    }

    [Fact]
    public void Several_phrases_of_a_kind_in_one_breath_are_one_cue() =>
        Assert.Single(Heard("So that is the product.", "What's it cost? How much is it per door? And who's paying for the boxes?", CueKind.HardQuestion));

    private static IReadOnlyList<Cue> Heard(string before, string words, CueKind kind) => Told("Luc: " + before, "Ann: " + words, kind);

    private static IReadOnlyList<Cue> Told(string first, string second, CueKind kind)
    {
        var call = LabelledCall.Parse("x1-01.call", $"""
            id: x1-01
            when: 2026-11-17T10:00-05:00
            zone: America/New_York
            us: Luc
            them: Ann
            part: scene

            00:01 {first}
            00:09 {second}
            """).Call!;
        return [.. Reader.Read(call.Call).Cues.Where(cue => cue.Kind == kind && cue.Turn == 1)];
    }
}
