using SoftNo.Signals;

namespace SoftNo.Tests.Signals;

public class VagueNextStepTests
{
    [Theory]
    [InlineData("{{next-step:vague|Sometime next month}}", SignalState.Present)]
    [InlineData("{{next-step:refused|No meeting, thanks}}", SignalState.Present)]
    [InlineData("{{soft-no:circle-back|We'll circle back}}", SignalState.Present)]
    [InlineData("{{next-step:firm|Works for me, send the invite}}", SignalState.Absent)]
    [InlineData("{{next-step:firm|Can we meet Tuesday at two}}", SignalState.Absent)]
    [InlineData("{{next-step:booked|I accepted it}}", SignalState.Absent)]
    [InlineData("{{next-step:task|You'll have the files by Friday}}", SignalState.Absent)]
    public void What_stands_at_the_end_decides_whatever_the_weights_say(string end, SignalState expected) =>
        Assert.Equal(expected, Told.Read($"01:00 Luc: And now?\n01:10 Ann: {end}.\n01:20 Luc: Good.", Told.Always()).Signals[1].State);

    [Fact]
    public void A_placeholder_won_by_a_micro_commitment_never_raises_it()
    {
        const string turns = "01:00 Luc: {{rescue:micro-commitment|Fifteen minutes on Thursday at ten, you cancel if it's no}}?\n01:10 Ann: {{next-step:tentative|Sure, put it in}}.\n01:20 Luc: Done.";

        Assert.Equal(SignalState.Absent, Told.Read(turns, Told.Always()).Signals[1].State);
    }

    [Fact]
    public void A_tentative_step_that_no_micro_commitment_won_is_for_the_weights()
    {
        const string turns = "01:00 Luc: Thursday at ten?\n01:10 Ann: {{next-step:tentative|Sure, maybe}}.\n01:20 Luc: Good.";

        Assert.Equal(SignalState.Present, Told.Read(turns, Told.Always()).Signals[1].State);
        Assert.Equal(SignalState.Absent, Told.Read(turns, Told.Never).Signals[1].State);
    }

    [Fact]
    public void A_micro_commitment_refused_and_a_later_loose_yes_to_something_else_is_not_one_that_was_taken()
    {
        const string turns = "01:00 Luc: {{rescue:micro-commitment|Fifteen minutes on Thursday}}?\n01:10 Ann: No need.\n01:20 Luc: Ah.\n01:30 Ann: It's fine.\n01:40 Luc: And in May?\n01:50 Ann: {{next-step:tentative|Maybe the fifth}}.";

        Assert.Equal(SignalState.Present, Told.Read(turns, Told.Always()).Signals[1].State);
    }

    [Fact]
    public void After_a_clear_no_there_is_no_vagueness() =>
        Assert.Equal(SignalState.Absent, Told.Read("01:00 Luc: So?\n01:10 Ann: {{refusal|We're not buying}}. {{next-step:refused|No call}}.", Told.Always(Verdict.ClearNo)).Signals[1].State);

    [Fact]
    public void It_says_which_steps_it_looked_for_and_which_words_let_it_stand()
    {
        var reading = Told.Read("01:00 Luc: So?\n01:10 Ann: {{soft-no:digest|We'll digest it}}, {{next-step:vague|next month}}.\n01:20 Luc: {{accepts-vagueness|No problem}}.", Told.Always());

        Assert.Equal(["next-step:booked", "next-step:firm", "next-step:task"], reading.Signals[1].LookedFor);
        Assert.Equal(["We'll digest it", "next month", "No problem"], reading.Quotes(reading.Signals[1].For));
    }
}
