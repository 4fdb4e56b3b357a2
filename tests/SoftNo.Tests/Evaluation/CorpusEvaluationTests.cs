using System.Text.Json.Nodes;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Evaluation;
using SoftNo.Signals;

namespace SoftNo.Tests.Evaluation;

public class CorpusEvaluationTests
{
    private static readonly LabelledCall SoftCall = Parse("x1-01", "soft-no", "vague-next-step", "vague", """
        00:01 Ann: {{soft-no:circle-back|We'll circle back}} and {{soft-no:digest|digest it}}.
        00:09 Luc: {{accepts-vagueness|No problem}}.
        """);

    private static readonly LabelledCall WarmCall = Parse("x2-01", "engaged", "none", "firm", """
        00:01 Ann: {{next-step:firm@2026-11-24T14:00-05:00|Tuesday at two}}. {{hard-question:pricing|How much for forty seats}}?
        00:09 Luc: Good.
        """);

    [Fact]
    public void Figures_are_those_counted_by_hand()
    {
        var result = CorpusEvaluation.Run([SoftCall, WarmCall], Read, new() { Shares = Shares(), BoldRescue = _ => true });

        var soft = result.Kinds.Single(kind => kind.Kind == CueKind.SoftNo);
        Assert.Equal((2, 2), (soft.Labels, soft.Cues));
        Assert.Equal((0.5, 0.5, 0.5, 1.0), (soft.Precision, soft.Recall, soft.F1, soft.Topic));
        Assert.Equal(0.0, result.Kinds.Single(kind => kind.Kind == CueKind.AcceptsVagueness).F1);
        Assert.Equal(0.0, result.Kinds.Single(kind => kind.Kind == CueKind.Pain).Precision);
        // soft-no 1/2, accepts-vagueness 0, next-step 1, hard-question 1; pain occurs in no label and is left out.
        Assert.Equal(0.625, result["cue-macro-f1"]);
        Assert.Equal(0.5, result["topic-accuracy"]);
        Assert.Equal(1.0, result["signal-f1:vague-next-step"]);
        Assert.Equal(0.0, result["signal-f1:generic-enthusiasm"]);
        Assert.Null(result["signal-f1:tech-infatuation"]);
        Assert.Equal(0.5, result["signals-macro-f1"]);
        Assert.Equal(0.5, result["verdict-accuracy"]);
        Assert.Equal(1.0 / 3, result["verdict-macro-f1"]!.Value, 12);
        Assert.Equal(1.0, result["next-step-accuracy"]);
        Assert.Equal(1.0, result["step-times"]);
        Assert.Equal(1.0, result["end-step-times"]);
        Assert.Equal(1.0, result["engaged-as-soft-no"]);
        Assert.Equal(1.0, result["engaged-bold-rescue"]);
        // Errors 0 (soft) and 2 (engaged read as soft, certain) over 0.5 twice of the even shares.
        Assert.Equal(1 - (2 / 1.0), result["verdict-brier-skill"]!.Value, 12);
        // With headers hidden this reader takes everyone for a prospect.
        Assert.Equal(0.5, result["side-accuracy"]);
    }

    [Fact]
    public void Intervals_are_the_same_for_the_same_seed_and_hold_the_value()
    {
        var calls = Enumerable.Repeat(SoftCall, 5).Concat(Enumerable.Repeat(WarmCall, 7)).ToList();
        var one = CorpusEvaluation.Run(calls, Read).Figures.Single(figure => figure.Name == "verdict-accuracy").Stated;
        var two = CorpusEvaluation.Run(calls, Read).Figures.Single(figure => figure.Name == "verdict-accuracy").Stated;

        Assert.Equal(one, two);
        Assert.Equal(5.0 / 12, one.Value!.Value, 12);
        Assert.Equal(2.0 / 12, one.Low!.Value, 12);
        Assert.Equal(8.0 / 12, one.High!.Value, 12);
    }

    [Fact]
    public void A_shared_comma_is_no_shared_word_and_a_part_is_enough()
    {
        var call = SoftCall.Call;
        var comma = Found(call, CueKind.SoftNo, "digest", 0, 17, 18);
        var part = Found(call, CueKind.AcceptsVagueness, null, 0, 0, 2) with { Parts = [new CuePart(1, new TextSpan(0, 2), "No")] };

        var match = CueMatch.Of(call, SoftCall.Cues, [comma, part]);

        Assert.Equal([comma], match.FalseAlarms);
        Assert.Equal(part, Assert.Single(match.Pairs).Cue);
    }

    [Theory]
    [InlineData("2026-11-24T14:00-05:00", true)]
    [InlineData("2026-11-24T20:00+01:00", true)]
    [InlineData("2026-11-24T14:30-05:00", false)]
    [InlineData("2026-11-24", false)]
    public void Minutes_are_compared_as_instants_and_grains_must_agree(string label, bool same) =>
        Assert.Equal(same, CallScore.SameTime(label, TuesdayAtTwo));

    [Fact]
    public void Errors_come_one_a_line_with_their_context()
    {
        var result = CorpusEvaluation.Run([SoftCall], Read, new() { Hidden = true });
        using var writer = new StringWriter();

        EvaluationErrors.Write(result, writer);

        var lines = writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(
            ["miss soft-no digest it", "miss accepts-vagueness No problem", "false-alarm soft-no No"],
            lines.Where(line => line["quote"] is not null).Select(line => $"{line["error"]} {line["kind"]} {line["quote"]}"));
        Assert.Contains(lines, line => (string?)line["error"] == "side" && (string?)line["speaker"] == "Luc");
    }

    [Fact]
    public void Json_tells_the_same_figures()
    {
        var result = CorpusEvaluation.Run([SoftCall, WarmCall], Read);
        var json = JsonNode.Parse(EvaluationJson.Write(result))!;

        Assert.Equal("softno.evaluation/1", (string?)json["schema"]);
        Assert.Equal(0.625, (double)json["figures"]!["cue-macro-f1"]!["stated"]!["value"]!);
        Assert.Equal(1, (int)json["confusion"]!["engaged"]!["soft-no"]!);
        Assert.Contains("cue-macro-f1                    0.625", EvaluationText.Write(result), StringComparison.Ordinal);
    }

    private static Moment TuesdayAtTwo => new Moment.AtMinute(new OffsetDateTime(new LocalDateTime(2026, 11, 24, 14, 0), Offset.FromHours(-5)));

    private static Dictionary<Verdict, double> Shares() => new() { [Verdict.SoftNo] = 0.5, [Verdict.Engaged] = 0.5 };

    /// <summary>A reader that finds some cues and takes every call for a soft no.</summary>
    private static Reading Read(Call call)
    {
        var warm = call.Turns[0].Text.StartsWith("Tuesday", StringComparison.Ordinal);
        var cues = warm
            ? (Cue[])
            [
                Found(call, CueKind.NextStep, "firm", 0, 0, 7) with { Resolved = TuesdayAtTwo, Grain = Grain.Minute },
                Found(call, CueKind.HardQuestion, "roi", 0, 16, 24),
                Found(call, CueKind.Pain, null, 1, 0, 4),
            ]
            : [Found(call, CueKind.SoftNo, "circle-back", 0, 6, 12), Found(call, CueKind.SoftNo, null, 1, 0, 2)];
        return new()
        {
            Id = "x",
            Reader = new("x", "absent", null),
            Call = call with { Speakers = [.. call.Speakers.Select(speaker => speaker.Side == Side.Unknown ? speaker with { Side = Side.Prospect } : speaker)] },
            Cues = cues,
            Signals =
            [
                new(SignalKind.GenericEnthusiasm, warm ? SignalState.Present : SignalState.Absent, 1, [], [], [], []),
                new(SignalKind.VagueNextStep, warm ? SignalState.Absent : SignalState.Present, 1, [], [], [], []),
            ],
            NextStep = new() { Grade = warm ? Grade.Firm : Grade.Vague, When = warm ? TuesdayAtTwo : null },
            Verdict = Verdict.SoftNo,
            Confidence = 1,
            Probabilities = new Dictionary<Verdict, double> { [Verdict.SoftNo] = 1 },
            Because = [],
            Friction = new(0, [], 0, 0, []),
            Seller = new(0, 0, null, [], []),
        };
    }

    private static Cue Found(Call call, CueKind kind, string? topic, int turn, int start, int end)
    {
        var span = new TextSpan(start, end);
        var quote = span.Of(call.Turns[turn].Text);
        return new()
        {
            Id = $"{turn}.{start}", Kind = kind, Topic = topic, Turn = turn, Span = span, Quote = quote, Parts = [new(turn, span, quote)],
            Speaker = 0, Side = Side.Prospect, Strength = 1, FoundBy = [FoundBy.Phrase], Why = new("x", "x"),
        };
    }

    private static LabelledCall Parse(string id, string verdict, string signals, string step, string turns) =>
        LabelledCall.Parse(id + ".call", $"""
            id: {id}
            when: 2026-11-17T10:00-05:00
            zone: America/New_York
            us: Luc
            them: Ann
            verdict: {verdict}
            signals: {signals}
            next-step: {step}
            why: x

            """ + "\n" + turns).Call!;
}
