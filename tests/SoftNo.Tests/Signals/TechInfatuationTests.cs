using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Tests.Signals;

public class TechInfatuationTests
{
    private const string Recurs = "01:00 Ann: {{tech-praise|Amazing tech}}.\n01:10 Luc: Thanks.\n01:20 Ann: {{tech-praise|You guys are rocket scientists}}.\n";

    [Fact]
    public void Praise_of_the_technology_that_recurs_without_a_result_of_theirs_is_the_signal()
    {
        var signal = Told.Read(Recurs, Told.Always()).Signals[2];

        Assert.Equal(SignalState.Present, signal.State);
        Assert.Equal(["result", "pain", "hard-question:security", "hard-question:capability", "hard-question:references", "hard-question:support"], signal.LookedFor);
    }

    [Fact]
    public void One_word_of_it_beside_more_generic_praise_neither_recurs_nor_dominates() =>
        Assert.Equal(SignalState.Absent, Told.Read(
            "01:00 Ann: {{tech-praise|Slick}}.\n01:10 Luc: Thanks.\n01:20 Ann: {{generic-praise|Great}}. {{generic-praise|Really great}}.", Told.Always()).Signals[2].State);

    [Fact]
    public void Two_words_of_it_in_consecutive_turns_of_one_speaker_are_one_run_and_do_not_recur() =>
        Assert.Equal(SignalState.Absent, Told.Read(
            "01:00 Ann: {{tech-praise|Slick}}.\n01:10 Ann: {{tech-praise|So innovative}}.\n01:20 Ann: {{generic-praise|Great}}.\n01:30 Luc: Ah.\n01:40 Ann: {{generic-praise|Fine}} and {{generic-praise|cool}}.", Told.Always()).Signals[2].State);

    [Fact]
    public void A_result_that_the_prospect_names_rules_it_out_whatever_the_weights_say()
    {
        const string turns = Recurs + "01:30 Luc: So?\n01:40 Ann: The accuracy would save us a headcount.";
        var ofTheirs = new Anchor("result", 11, new TextSpan(13, 38), Side.Prospect, "saves-us");

        Assert.Equal(SignalState.Absent, Told.Read(turns, Told.Always(), ofTheirs).Signals[2].State);
        Assert.Equal(SignalState.Present, Told.Read(turns, Told.Always(), ofTheirs with { Side = Side.Seller }).Signals[2].State);
    }

    [Fact]
    public void Problems_of_theirs_told_again_and_again_rule_it_out()
    {
        var pains = string.Concat(Enumerable.Range(0, 3).Select(at => $"02:{at}0 Luc: And?\n02:{at}5 Ann: {{{{pain|We lose a truck a week}}}}.\n"));

        Assert.Equal(SignalState.Absent, Told.Read(Recurs + pains, Told.Always()).Signals[2].State);
    }

    [Fact]
    public void Diligence_speaks_against()
    {
        var reading = Told.Read(Recurs + "01:30 Luc: So?\n01:40 Ann: {{hard-question:capability|Does it fail over}}?", Told.Always());

        Assert.Equal(["Does it fail over"], reading.Quotes(reading.Signals[2].Against));
        Assert.DoesNotContain("hard-question:capability", reading.Signals[2].LookedFor);
    }
}
