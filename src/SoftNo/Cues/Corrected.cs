using SoftNo.Cues.Moments;

namespace SoftNo.Cues;

/// <summary>Puts the user's corrections in the place of what was found, before anything is weighed.</summary>
internal static class Corrected
{
    /// <summary>The cues as corrected, and the step that then stands at the end.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="final">The step that stands at the end by what was found.</param>
    /// <param name="corrections">The user's word, oldest first.</param>
    public static (List<FoundCue> Cues, NextStep Final) Apply(IReadOnlyList<FoundCue> found, NextStep final, IReadOnlyList<Correction> corrections)
    {
        var kept = new List<FoundCue>();
        foreach (var cue in found)
        {
            if (Of(cue, corrections) is { } right && !kept.Exists(other => other.Kind == right.Kind && other.Overlaps(right))) kept.Add(right);
        }

        return (kept, FinalOf(kept, final, corrections));
    }

    /// <summary>The cue as corrected; null where it is none. A correction may be corrected in turn; each counts once.</summary>
    private static FoundCue? Of(FoundCue cue, IReadOnlyList<Correction> corrections)
    {
        foreach (var correction in corrections)
        {
            if (!cue.Parts.Any(part => correction.IsOf(cue.Kind, part.Turn, part.Span))) continue;
            if (correction.Instead is not { } kind) return null;
            cue = cue with
            {
                Kind = kind, Topic = correction.Topic, Strength = 1, FoundBy = FoundBy.User, Rule = null, Nearest = null, Heard = null, Probability = null, MovedBy = [],
                Step = kind == CueKind.NextStep ? cue.Step : null,
            };
        }

        return cue;
    }

    private static NextStep FinalOf(List<FoundCue> kept, NextStep final, IReadOnlyList<Correction> corrections)
    {
        var steps = kept.Where(cue => cue.Kind == CueKind.NextStep).OrderBy(cue => cue.Main.Turn).ThenBy(cue => cue.Main.Span.Start).ToList();
        var last = steps.LastOrDefault();
        var isWrong = final is { Turn: { } turn, Span: { } span } && corrections.Any(one => one.IsOf(CueKind.NextStep, turn, span));
        // What the user calls a step, at the end or after it, is the end.
        var isLater = last?.FoundBy == FoundBy.User && last.Main.Turn >= (final.Turn ?? 0);
        if (!isWrong && !isLater) return final;
        return last is null ? NextStep.Nothing : StepOf(last);
    }

    private static NextStep StepOf(FoundCue cue)
    {
        var grade = Enum.TryParse<Grade>(cue.Topic, ignoreCase: true, out var said) ? said : cue.Step?.Grade ?? Grade.Tentative;
        var step = new NextStep { Grade = grade, Turn = cue.Main.Turn, Span = cue.Main.Span, Quote = cue.Main.Quote };
        return cue.Step is not { } found ? step : step with { When = found.When, Grain = found.Grain, Candidates = found.Candidates, Bound = found.Bound, Owed = found.Owed };
    }
}
