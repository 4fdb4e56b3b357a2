using NodaTime;
using SoftNo.Signals;

namespace SoftNo.Tests.Signals;

public class SignalReaderTests
{
    private const string Warm = "01:00 Ann: {{generic-praise|Really interesting}}.\n01:10 Luc: Thanks.\n01:20 Ann: {{hard-question:pricing|What does it cost}}? {{objection|Last one was a mess}}.\n";

    [Fact]
    public void Too_little_of_the_prospect_is_insufficient_and_carries_no_signal_but_its_step()
    {
        var call = SoftNo.Evaluation.LabelledCall.Parse("x.call", """
            id: x
            us: Luc
            them: Ann
            part: scene

            00:01 Ann: {{generic-praise|Wow, really interesting}}.
            00:02 Luc: Thank you. And if we speak on Thursday, would that be good for you, or is it another day that you prefer?
            00:03 Ann: {{next-step:vague|Sometime}}.
            """).Call!;

        var reading = Told.Read(call, Told.Always());

        Assert.Equal(Verdict.Insufficient, reading.Verdict);
        Assert.All(reading.Signals, signal => Assert.Equal(SignalState.Unknown, signal.State));
        Assert.Equal("Sometime", reading.NextStep.Quote);
        Assert.Contains(reading.Warnings, warning => warning.Code == "prospect-speech");
        Assert.Equal(1, reading.Probabilities.Values.Sum(), 12);
    }

    [Fact]
    public void A_poor_transcript_is_insufficient()
    {
        var call = Told.Call(Warm);
        var poor = call with { Call = call.Call with { Turns = [.. call.Call.Turns.Select(turn => turn with { Confidence = 0.3 })] } };
        var fair = call with { Call = call.Call with { Turns = [.. call.Call.Turns.Select(turn => turn with { Confidence = 0.8 })] } };

        Assert.Equal(Verdict.Insufficient, Told.Read(poor, Told.Always()).Verdict);
        Assert.Equal(Verdict.SoftNo, Told.Read(fair, Told.Always()).Verdict);
    }

    [Fact]
    public void A_conversation_that_is_likelier_no_sale_than_one_is_insufficient()
    {
        var call = Told.Call(Warm);

        var meeting = Read(0.4);

        Assert.Equal(Verdict.Insufficient, meeting.Verdict);
        Assert.Contains(meeting.Warnings, warning => warning.Code == "no-sale");
        Assert.Equal(Verdict.SoftNo, Read(0.6).Verdict);

        Reading Read(double sale) => new SignalReader(Told.Rules, Told.Always())
            .Read(call.Call, SoftNo.Evaluation.HeardLabels.Of(call) with { Sale = new(0, 0, sale) }, new("x", "absent", null));
    }

    [Fact]
    public void Every_share_is_value_times_weight_and_adds_up_to_the_score()
    {
        var weights = Told.Always() with
        {
            Signals = new Dictionary<string, LinearWeights>(Told.Always().Signals) { ["generic-enthusiasm"] = new(new Dictionary<string, double> { ["objection"] = -2, ["hard-question"] = -1, ["pain"] = 4 }, 0.5) },
        };
        var because = Told.Read(Warm, weights).Because.Where(one => one.Of == "generic-enthusiasm").ToList();

        Assert.Equal(["objection", "hard-question"], because.Select(one => one.Feature));
        Assert.All(because, one => Assert.Equal(one.Value * one.Weight, one.Share));
        Assert.Equal(Math.Log(2), because[0].Value, 12);
    }

    [Fact]
    public void Friction_is_counted_by_person_and_per_hundred_runs()
    {
        var friction = Told.Read(Warm, Told.Always()).Friction;

        Assert.Equal((1, 1), (friction.HardQuestions, friction.Objections));
        Assert.Equal(["pricing"], friction.Topics);
        // Ann and Bob speak in 6 runs.
        Assert.Equal(100.0 * 2 / 6, friction.PerHundredProspectTurns, 12);
        Assert.Equal([new PersonFriction("Ann", 1, 1, 1, 0), new PersonFriction("Bob", 0, 0, 0, 0)], friction.ByPerson);
    }

    [Fact]
    public void The_mirror_tells_pitches_by_run_and_the_answer_to_each_move()
    {
        var reading = Told.Read(
            "01:00 Luc: {{feature-pitch|It has nine patents}}. {{feature-pitch|It is neural}}.\n01:10 Luc: {{outcome-pitch|They save a day}}.\n01:20 Ann: Hm.\n"
            + "01:30 Luc: {{rescue:negative-validation|Is it a polite no}}?\n01:40 Bob: {{refusal|It's a no}}.\n01:50 Luc: {{accepts-vagueness|No problem}}.",
            Told.Always());

        Assert.Equal((1, 1), (reading.Seller.FeaturePitch, reading.Seller.OutcomePitch));
        var move = Assert.Single(reading.Seller.Moves);
        Assert.Equal("negative-validation", move.Move);
        Assert.Equal(["It's a no"], reading.Quotes(move.Answer));
        Assert.Equal(["No problem"], reading.Quotes(reading.Seller.AcceptedVagueness));
        Assert.InRange(reading.Seller.TalkShare!.Value, 0.01, 0.5);
    }

    [Fact]
    public void Indecision_comes_first_where_it_is_quoted_and_no_authority_where_that_is()
    {
        const string praise = "01:00 Ann: {{generic-praise|Great}}. {{generic-praise|Very great}}.\n01:10 Luc: So?\n";

        Assert.StartsWith("What you sell", First(praise), StringComparison.Ordinal);
        Assert.StartsWith("Indecision", First(praise + "01:20 Bob: {{objection|Part of me thinks we wait}}."), StringComparison.Ordinal);
        Assert.StartsWith("The person has no authority", First(praise + "01:20 Bob: {{soft-no:authority|It's above my pay grade}}."), StringComparison.Ordinal);

        static string First(string turns) => Told.Read(turns, Told.Always()).Signals[0].OtherReadings[0].En;
    }

    [Fact]
    public void The_id_hangs_on_words_and_offsets_and_not_on_the_start()
    {
        var call = Told.Call(Warm);
        var later = call with { Call = call.Call with { Source = call.Call.Source with { StartedAt = new OffsetDateTime(new LocalDateTime(2027, 1, 5, 9, 0), Offset.FromHours(-6)), File = "other" } } };
        var other = Told.Call(Warm + "02:00 Luc: Bye.");

        Assert.Equal(Told.Read(call, Told.Always()).Id, Told.Read(later, Told.Always()).Id);
        Assert.NotEqual(Told.Read(call, Told.Always()).Id, Told.Read(other, Told.Always()).Id);
    }

    [Fact]
    public void Turns_split_as_another_format_would_give_the_same_signals_and_figures()
    {
        var whole = Told.Read("01:00 Ann: {{tech-praise|Slick}}. {{tech-praise|So clever}}.\n01:10 Luc: Ah.\n01:20 Ann: {{soft-no:digest|We'll digest it}}.", Told.Always());
        var split = Told.Read("01:00 Ann: {{tech-praise|Slick}}.\n01:02 Ann: {{tech-praise|So clever}}.\n01:10 Luc: Ah.\n01:20 Ann: {{soft-no:digest|We'll digest it}}.", Told.Always());

        Assert.Equal(whole.Signals.Select(signal => signal.State), split.Signals.Select(signal => signal.State));
        Assert.Equal(whole.Friction.PerHundredProspectTurns, split.Friction.PerHundredProspectTurns);
        Assert.Equal(whole.Probabilities, split.Probabilities);
    }

    [Fact]
    public void An_unknown_key_in_the_rules_is_a_problem_with_its_place()
    {
        var file = Path.Combine(Path.GetTempPath(), $"signals-{nameof(An_unknown_key_in_the_rules_is_a_problem_with_its_place)}.yml");
        File.WriteAllText(file, "tech:\n  recurs: 2\n  often: 3\n");

        var problem = SignalRules.Load(file).Problem!;

        Assert.Equal("bad-signals", problem.Code);
        Assert.Equal(3, problem.Line);
        File.Delete(file);
    }

    [Fact]
    public void Every_feature_that_a_signal_weighs_exists()
    {
        var known = Features.Of(new CallEvidence(Told.Call(Warm).Call, SoftNo.Evaluation.HeardLabels.Of(Told.Call(Warm)), Told.Rules)).Keys.ToHashSet();

        Assert.All(Told.Rules.Uses.Values.SelectMany(uses => uses), feature => Assert.Contains(feature, known));
    }
}
