using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Evaluation;

/// <summary>
/// Cuts labelled calls into stretches of a few turns, each around one labelled step of the prospect's: exchanges by many hands, on which the grammar was not written
/// case by case.
/// </summary>
internal static class StepWindows
{
    // An exchange of corpus/steps has two to five turns.
    private const int Before = 3;
    private const int After = 1;

    // One call in so many gives a place of small talk: about as many as corpus/steps has exchanges without a step.
    private const int SmallTalk = 5;

    /// <summary>A stretch for each labelled step of a call, and one far from any, if the call has one.</summary>
    public static IEnumerable<LabelledCall> Of(LabelledCall call)
    {
        var steps = call.Cues.Where(cue => cue.Kind == CueKind.NextStep).Select(cue => cue.Turn).Distinct().Order().ToList();
        var theirs = steps.Where(turn => call.Call.SideOf(call.Call.Turns[turn]) == Side.Prospect).ToList();
        for (var at = 0; at < theirs.Count; at++)
        {
            var first = Math.Max(theirs[at] - Before, at > 0 ? theirs[at - 1] + 1 : 0);
            var next = Math.Min(theirs[at] + After + 1, steps.Find(turn => turn > theirs[at]) is > 0 and var other ? other : call.Call.Turns.Count);
            yield return Cut(call, first, next);
        }

        // One place of small talk, chosen by the call's own length so that it is the same on every run.
        const int size = Before + After + 1;
        var free = Enumerable.Range(0, Math.Max(0, call.Call.Turns.Count - size)).Where(from => !steps.Exists(turn => turn >= from - 1 && turn < from + size)).ToList();
        var chance = call.Call.Turns.Sum(turn => turn.Text.Length);
        if (free.Count == 0 || chance % SmallTalk != 0) yield break;
        var place = free[chance / SmallTalk % free.Count];
        yield return Cut(call, place, place + size);
    }

    private static LabelledCall Cut(LabelledCall call, int first, int next) => call with
    {
        Whole = null,
        Call = call.Call with { Turns = [.. call.Call.Turns.Take(first..next).Select((turn, index) => turn with { Index = index })] },
        Cues = [.. call.Cues.Where(cue => cue.Turn >= first && cue.Turn < next).Select(cue => cue with { Turn = cue.Turn - first })],
    };
}
