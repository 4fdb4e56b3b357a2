using SoftNo.Calls;
using SoftNo.Cues.Listener;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>A sentence with the probability of each grade it may give the next step; <see cref="Grade.None"/> where it gives none.</summary>
internal sealed record Judged(Utterance Said, IReadOnlyList<double> Chances)
{
    /// <summary>The grade, where a step is as likely as the rest times this.</summary>
    /// <param name="doubt">What the probability of no step is multiplied by, 0 to 1: the lower, the sooner a step is found.</param>
    public Grade Pick(double doubt)
    {
        var best = Grade.None;
        var top = Chances[0] * doubt;
        for (var grade = 1; grade < Chances.Count; grade++)
            if (Chances[grade] > top) (best, top) = ((Grade)grade, Chances[grade]);
        return best;
    }
}

/// <summary>Weighs what each sentence of a call does to the next step.</summary>
internal static class StepJudge
{
    /// <summary>How much of the next steps that people label the trained reader is taken to miss [expert prior, not measured].</summary>
    private const double Unheard = 0.35;

    /// <summary>Judges every sentence.</summary>
    /// <param name="said">The sentences of a call, in order.</param>
    /// <param name="model">The weights.</param>
    /// <param name="heard">Next steps of the trained reader; null where it does not read.</param>
    public static List<Judged> Of(IReadOnlyList<Utterance> said, StepModel model, IReadOnlyList<HeardCue>? heard)
    {
        var steps = heard?.Where(cue => cue.Kind == CueKind.NextStep).ToLookup(cue => cue.Turn);
        return [.. said.Select(one => new Judged(one, Weighed(one, model, steps)))];
    }

    private static double[] Weighed(Utterance said, StepModel model, ILookup<int, HeardCue>? heard)
    {
        var weights = said.Side == Side.Seller ? model.Seller : model.Prospect;
        var chances = weights.Chances(StepTraits.Of(said).Select(trait => KeyValuePair.Create(trait, 1.0)));
        if (heard is null) return chances;
        var cue = heard[said.Turn.Index].Where(one => one.Span.Overlaps(said.Sentence.Whole)).MaxBy(one => one.Probability);
        return Together(chances, cue);
    }

    // Two readers who err apart: their odds multiply.
    private static double[] Together(double[] chances, HeardCue? cue)
    {
        var together = new double[chances.Length];
        var topic = cue?.Topic is { } name && Enum.TryParse<Grade>(name, true, out var grade) ? (int)grade : -1;
        for (var one = 0; one < chances.Length; one++)
        {
            var likelihood = cue is null ? (one == 0 ? 1 : Unheard)
                : one == 0 ? 1 - Math.Min(cue.Probability, 0.97)
                : one == topic ? cue.Probability * Math.Clamp(cue.TopicProbability, 0.05, 0.95)
                : cue.Probability * (1 - Math.Clamp(cue.TopicProbability, 0.05, 0.95)) / (chances.Length - 2);
            together[one] = chances[one] * likelihood;
        }

        var sum = together.Sum();
        for (var one = 0; one < together.Length; one++) together[one] /= sum;
        return together;
    }
}
