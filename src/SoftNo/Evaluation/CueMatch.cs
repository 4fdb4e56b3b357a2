using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Evaluation;

/// <summary>Labels and found cues of one call, matched: a cue counts when kind and words overlap.</summary>
/// <param name="Pairs">Labels with the cue that found them.</param>
/// <param name="Missed">Labels nobody found.</param>
/// <param name="FalseAlarms">Cues on no label of their kind.</param>
public sealed record CueMatch(
    IReadOnlyList<(LabelledCue Label, Cue Cue)> Pairs, IReadOnlyList<LabelledCue> Missed, IReadOnlyList<Cue> FalseAlarms)
{
    /// <summary>Matches one call's cues, kind by kind, one to one and as many as can be.</summary>
    public static CueMatch Of(Call call, IReadOnlyList<LabelledCue> labels, IReadOnlyList<Cue> cues)
    {
        var pairs = new List<(LabelledCue, Cue)>();
        var missed = new List<LabelledCue>();
        var alarms = new List<Cue>();
        foreach (var kind in CueKinds.All)
        {
            var asked = labels.Where(label => label.Kind == kind).ToList();
            var found = cues.Where(cue => cue.Kind == kind).ToList();
            var edges = asked.Select(label => Candidates(call, label, found)).ToList();
            var match = MaximumMatching.Match(edges, found.Count);
            for (var place = 0; place < asked.Count; place++)
            {
                if (match[place] < 0) missed.Add(asked[place]);
                else pairs.Add((asked[place], found[match[place]]));
            }

            var taken = match.ToHashSet();
            alarms.AddRange(found.Where((_, place) => !taken.Contains(place)));
        }

        return new(pairs, missed, alarms);
    }

    /// <summary>Those that overlap, the ones of the same topic first, so that a choice between equals is not held against the reader.</summary>
    private static List<int> Candidates(Call call, LabelledCue label, List<Cue> found) =>
        [.. Enumerable.Range(0, found.Count)
            .Where(place => Overlap(call, label, found[place]))
            .OrderBy(place => found[place].Topic == label.Topic ? 0 : 1)];

    private static bool Overlap(Call call, LabelledCue label, Cue cue) =>
        cue.Parts.Any(part => part.Turn == label.Turn && ShareWords(call.Turns[label.Turn].Text, part.Span, label.Span))
        || (cue.Turn == label.Turn && ShareWords(call.Turns[label.Turn].Text, cue.Span, label.Span));

    /// <summary>Whether the overlap holds a letter or a digit: a shared comma is no shared word.</summary>
    private static bool ShareWords(string text, TextSpan one, TextSpan other)
    {
        for (var at = Math.Max(one.Start, other.Start); at < Math.Min(one.End, other.End); at++)
        {
            if (char.IsLetterOrDigit(text[at])) return true;
        }

        return false;
    }
}
