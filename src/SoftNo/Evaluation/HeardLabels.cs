using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;

namespace SoftNo.Evaluation;

/// <summary>The labels of a call as if a perfect reader had heard them: what the weights could give at best.</summary>
public static class HeardLabels
{
    /// <summary>Every label as a cue, with the header's end grade; anchors are not labelled, so there are none.</summary>
    public static CueReading Of(LabelledCall labelled)
    {
        var fingerprint = CallFingerprint.Of(labelled.Call);
        var cues = labelled.Cues.Select(label => CueOf(labelled.Call, label, fingerprint)).ToList();
        var last = cues.LastOrDefault(cue => cue.Kind == CueKind.NextStep);
        var grade = labelled.Whole?.Grade ?? (last?.Topic is { } topic ? Signals.Names.ParseGrade(topic) : null) ?? Grade.None;
        var step = last is null ? NextStep.Nothing with { Grade = grade } : new NextStep
        {
            Grade = grade,
            Turn = last.Turn,
            Span = last.Span,
            Quote = last.Quote,
            Bound = last.Side == Side.Prospect ? Bound.Prospect : Bound.Seller,
        };
        return new(cues, step, []);
    }

    private static Cue CueOf(Call call, LabelledCue label, string fingerprint)
    {
        var turn = call.Turns[label.Turn];
        var quote = label.Span.Of(turn.Text);
        return new()
        {
            Id = CallFingerprint.CueId(fingerprint, label.Turn, label.Span.Start, label.Kind),
            Kind = label.Kind,
            Topic = label.Topic,
            Turn = label.Turn,
            Span = label.Span,
            Quote = quote,
            Parts = [new(label.Turn, label.Span, quote)],
            Speaker = turn.Speaker,
            Side = call.SideOf(turn),
            Strength = 1,
            FoundBy = [FoundBy.User],
            Why = new("Étiqueté.", "Labelled."),
        };
    }
}
