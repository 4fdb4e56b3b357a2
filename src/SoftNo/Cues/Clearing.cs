using SoftNo.Calls;
using SoftNo.Cues.Phrases;

namespace SoftNo.Cues;

/// <summary>
/// EVIDENCE's master rule: soft words do not count for a signal where something specific stands within three runs of the same side,
/// or a firm step comes later. The cue stays, with the place that clears it.
/// </summary>
internal static class Clearing
{
    /// <summary>How far a specific word reaches, in runs of the same side.</summary>
    private const int Reach = 3;

    public static List<Cue> Apply(Call call, List<Cue> cues, IReadOnlyList<Anchor> anchors, Lexicon lexicon)
    {
        var runs = RunNumbers(call);
        var anchorsBySide = anchors.GroupBy(anchor => anchor.Side).ToDictionary(group => group.Key, group => group.ToList());
        var lastFirm = cues.FindLastIndex(cue => cue.Kind == CueKind.NextStep && cue.Topic is "booked" or "firm" or "task");
        for (var i = 0; i < cues.Count; i++)
        {
            var cue = cues[i];
            var clearers = lexicon.Kinds.ClearersOf(cue.Kind, cue.Rule is null ? null : lexicon.Find(cue.Rule));
            if (clearers.Count == 0) continue;
            var place = ByAnchor(cue, clearers, anchorsBySide, runs) ?? ByCue(cue, clearers, cues, i, runs)
                ?? (clearers.Contains("firm-step") && lastFirm > i ? new Place(cues[lastFirm].Turn, cues[lastFirm].Span) : null);
            if (place is not null) cues[i] = cue with { ClearedBy = place };
        }

        return cues;
    }

    /// <summary>For each turn, the number of its run among the runs of its side.</summary>
    private static int[] RunNumbers(Call call)
    {
        var numbers = new int[call.Turns.Count];
        var counts = new int[Enum.GetValues<Side>().Length];
        foreach (var run in TurnRun.Of(call))
        {
            var number = counts[(int)run.Side]++;
            foreach (var turn in run.Turns) numbers[turn.Index] = number;
        }

        return numbers;
    }

    private static Place? ByAnchor(Cue cue, IReadOnlyList<string> clearers, Dictionary<Side, List<Anchor>> anchors, int[] runs)
    {
        if (!anchors.TryGetValue(cue.Side, out var own)) return null;
        var run = runs[cue.Turn];
        for (var i = Ordered.From(own, anchor => runs[anchor.Turn], run - Reach); i < own.Count && runs[own[i].Turn] <= run + Reach; i++)
        {
            var anchor = own[i];
            if (clearers.Contains(anchor.Class) && !(anchor.Turn == cue.Turn && anchor.Span.Overlaps(cue.Span))) return new Place(anchor.Turn, anchor.Span);
        }

        return null;
    }

    private static Place? ByCue(Cue cue, IReadOnlyList<string> clearers, List<Cue> cues, int index, int[] runs)
    {
        foreach (var step in new[] { 1, -1 })
        {
            for (var i = index + step; i >= 0 && i < cues.Count; i += step)
            {
                var other = cues[i];
                if (other.Side != cue.Side) continue;
                if (Math.Abs(runs[other.Turn] - runs[cue.Turn]) > Reach) break;
                if (other.Speaker == cue.Speaker && clearers.Contains(other.Kind.Name())) return new Place(other.Turn, other.Span);
            }
        }

        return null;
    }
}
