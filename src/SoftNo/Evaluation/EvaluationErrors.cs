using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>Each error of a result with its context, one JSON object a line.</summary>
public static class EvaluationErrors
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Misses, false alarms, wrong topics and times, wrong signals, verdicts, steps; then wrong sides with headers hidden.</summary>
    public static void Write(EvaluationResult result, TextWriter writer)
    {
        foreach (var score in result.Stated)
        {
            foreach (var line in Of(score)) writer.WriteLine(line.ToJsonString(Plain));
        }

        foreach (var score in result.Hidden)
        {
            foreach (var line in Sides(score)) writer.WriteLine(line.ToJsonString(Plain));
        }
    }

    private static IEnumerable<JsonObject> Of(CallScore score)
    {
        foreach (var label in score.Match.Missed)
        {
            yield return Line(score, "miss", label.Kind.Name(), label.Topic, null, label.Turn, label.Span, null);
        }

        foreach (var cue in score.Match.FalseAlarms)
        {
            yield return Line(score, "false-alarm", cue.Kind.Name(), null, cue.Topic, cue.Turn, cue.Span, cue.Rule);
        }

        foreach (var (label, cue) in score.Match.Pairs)
        {
            if (label.Topic is not null && label.Topic != cue.Topic)
                yield return Line(score, "topic", label.Kind.Name(), label.Topic, cue.Topic, cue.Turn, cue.Span, cue.Rule);
            if (label.When is not null && !CallScore.SameTime(label.When, cue.Resolved))
                yield return Line(score, "time", label.Kind.Name(), label.When, cue.Resolved?.ToString(), cue.Turn, cue.Span, cue.Rule);
        }

        if (score.Labelled.Whole is not { } whole) yield break;
        if (whole.Verdict != score.Reading.Verdict) yield return Whole(score, "verdict", whole.Verdict.Name(), score.Reading.Verdict.Name());
        if (whole.Grade != score.Reading.NextStep.Grade) yield return Whole(score, "next-step", whole.Grade.Name(), score.Reading.NextStep.Grade.Name());
        foreach (var signal in score.Reading.Signals)
        {
            if (whole.Signals.Contains(signal.Kind) != (signal.State == SignalState.Present))
                yield return Whole(score, "signal:" + signal.Kind.Name(), whole.Signals.Contains(signal.Kind) ? "present" : "absent", signal.State.Name());
        }
    }

    private static IEnumerable<JsonObject> Sides(CallScore score)
    {
        for (var speaker = 0; speaker < score.Labelled.Call.Speakers.Count; speaker++)
        {
            var labelled = score.Labelled.Call.Speakers[speaker];
            var read = score.Reading.Call.Speakers[speaker];
            if (labelled.Side == read.Side || labelled.Side == Side.Unknown) continue;
            yield return new JsonObject
            {
                ["error"] = "side",
                ["call"] = score.Labelled.Id,
                ["speaker"] = labelled.Name,
                ["label"] = labelled.Side.ToString().ToLowerInvariant(),
                ["found"] = read.Side.ToString().ToLowerInvariant(),
                ["reason"] = read.Reason?.En,
                ["turns"] = score.Labelled.Call.Turns.Count(turn => turn.Speaker == speaker),
            };
        }
    }

    private static JsonObject Whole(CallScore score, string error, string label, string found) => new()
    {
        ["error"] = error,
        ["call"] = score.Labelled.Id,
        ["label"] = label,
        ["found"] = found,
        ["why"] = score.Labelled.Whole?.Why,
        ["step"] = score.Reading.NextStep.Quote,
    };

    private static JsonObject Line(
        CallScore score, string error, string kind, string? label, string? found, int turn, TextSpan span, string? rule)
    {
        var call = score.Labelled.Call;
        return new()
        {
            ["error"] = error,
            ["call"] = score.Labelled.Id,
            ["noise"] = score.Labelled.Noise,
            ["kind"] = kind,
            ["label"] = label,
            ["found"] = found,
            ["rule"] = rule,
            ["turn"] = turn,
            ["side"] = call.SideOf(call.Turns[turn]).ToString().ToLowerInvariant(),
            ["quote"] = span.Of(call.Turns[turn].Text),
            ["text"] = call.Turns[turn].Text,
            ["before"] = turn > 0 ? call.Turns[turn - 1].Text : null,
            ["after"] = turn + 1 < call.Turns.Count ? call.Turns[turn + 1].Text : null,
        };
    }
}
