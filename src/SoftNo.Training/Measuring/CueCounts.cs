using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Evaluation;

namespace SoftNo.Training.Measuring;

/// <summary>Counts what the Listener alone found of a call's cues, by the rules of <c>softno eval</c>.</summary>
internal static class CueCounts
{
    /// <summary>Labels found and missed, false alarms and topics of one call.</summary>
    public static Counts Of(LabelledCall call, IReadOnlyList<HeardCue> heard)
    {
        var match = CueMatch.Of(call.Call, call.Cues, [.. heard.Select(cue => AsCue(call, cue))]);
        var counts = new Counts();
        foreach ((LabelledCue label, Cue cue) in match.Pairs)
        {
            counts.Found[(int)label.Kind]++;
            counts.TopicAsked[(int)label.Kind] += label.Topic is null ? 0 : 1;
            counts.TopicRight[(int)label.Kind] += label.Topic is not null && label.Topic == cue.Topic ? 1 : 0;
        }

        foreach (LabelledCue label in match.Missed)
        {
            counts.Missed[(int)label.Kind]++;
        }

        foreach (Cue cue in match.FalseAlarms)
        {
            counts.FalseAlarms[(int)cue.Kind]++;
        }

        return counts;
    }

    private static Cue AsCue(LabelledCall call, HeardCue heard)
    {
        var turn = call.Call.Turns[heard.Turn];
        string quote = heard.Span.Of(turn.Text);
        return new Cue
        {
            Id = $"{call.Id}:{heard.Turn}:{heard.Span.Start}",
            Kind = heard.Kind,
            Topic = heard.Topic,
            Turn = heard.Turn,
            Span = heard.Span,
            Quote = quote,
            Parts = [new(heard.Turn, heard.Span, quote)],
            Speaker = turn.Speaker,
            Side = call.Call.Speakers[turn.Speaker].Side,
            Strength = heard.Probability,
            FoundBy = [FoundBy.Listener],
            Why = new("", ""),
        };
    }
}
