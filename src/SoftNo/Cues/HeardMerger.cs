using SoftNo.Calls;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Phrases;

namespace SoftNo.Cues;

/// <summary>
/// Brings what phrases, grammar and the trained reader found together. The trained reader hears far more than the phrases name, and
/// its probability weighs what they found: a phrase it does not hear stays only where the rule is sure of itself; a step it does not hear
/// stays only where it is the one that stands at the end. Where both agree on the words, the topic is the phrase's unless the trained reader is sure of another.
/// </summary>
internal sealed class HeardMerger(Lexicon lexicon)
{
    private readonly NearestRules _nearest = new(lexicon);

    private readonly BesideListener _beside = lexicon.Kinds.Beside;

    /// <summary>One list without two cues of a kind on the same words.</summary>
    /// <param name="call">The call.</param>
    /// <param name="found">Cues of phrases and grammar, merged.</param>
    /// <param name="heard">Cues of the trained reader.</param>
    /// <param name="settled">The turn of the step that stands at the end, or null.</param>
    public List<FoundCue> Merge(Call call, IReadOnlyList<FoundCue> found, IReadOnlyList<HeardCue> heard, int? settled)
    {
        var merged = new List<FoundCue>();
        var taken = new HashSet<FoundCue>(ReferenceEqualityComparer.Instance);
        var byTurn = found.SelectMany(cue => cue.Parts.Select(part => (part.Turn, cue))).ToLookup(one => one.Turn, one => one.cue);
        foreach (var one in heard)
        {
            var match = byTurn[one.Turn].Where(cue => cue.Kind == one.Kind && !taken.Contains(cue) && Shared(cue, one) > 0).MaxBy(cue => Shared(cue, one));
            if (match is null && StepOf(one, byTurn[one.Turn], taken) is { } step)
            {
                taken.Add(step);
                merged.Add(step with { Probability = one.Probability, Parts = Alone(call, one).Parts });
            }
            else if (match is null && one.Kind != CueKind.NextStep && byTurn[one.Turn].Any(cue => IsSure(cue) && cue.Step is null && 2 * Shared(cue, one) >= one.Span.Length))
            {
                // The same words under another kind: the rule says which.
            }
            else if (match is null)
            {
                merged.Add(Alone(call, one));
            }
            else
            {
                taken.Add(match);
                merged.Add(match with { Probability = one.Probability, Strength = Math.Max(match.Strength, one.Probability), Topic = TopicOf(match, one) });
            }
        }

        var places = merged.SelectMany(cue => cue.Parts).ToLookup(part => part.Turn);
        merged.AddRange(found.Where(cue => !taken.Contains(cue) && Stands(cue, places, settled)));
        return merged;
    }

    /// <summary>The grammar's step of the same turn, whose grade and time belong to the words that were heard; null where there is none.</summary>
    private static FoundCue? StepOf(HeardCue heard, IEnumerable<FoundCue> turn, HashSet<FoundCue> taken) =>
        heard.Kind == CueKind.NextStep ? turn.FirstOrDefault(cue => cue.Step is not null && !taken.Contains(cue)) : null;

    private bool Stands(FoundCue cue, ILookup<int, CuePart> standing, int? settled)
    {
        if (cue.Step is not null) return cue.Main.Turn == settled;
        return IsSure(cue) && !cue.Parts.Any(part => standing[part.Turn].Any(one => one.Span.Overlaps(part.Span)));
    }

    private bool IsSure(FoundCue cue) => cue.Strength >= _beside.Sure;

    private string? TopicOf(FoundCue cue, HeardCue heard) => cue.Topic is null || (cue.Step is null && heard.TopicProbability >= _beside.Topic) ? heard.Topic ?? cue.Topic : cue.Topic;

    /// <summary>How many characters the two share.</summary>
    private static int Shared(FoundCue cue, HeardCue heard) => cue.Parts
        .Where(part => part.Turn == heard.Turn)
        .Sum(part => Math.Max(0, Math.Min(part.Span.End, heard.Span.End) - Math.Max(part.Span.Start, heard.Span.Start)));

    private FoundCue Alone(Call call, HeardCue heard)
    {
        var turn = call.Turns[heard.Turn];
        return new()
        {
            Kind = heard.Kind,
            Topic = heard.Topic,
            Parts = [new CuePart(heard.Turn, heard.Span, heard.Span.Of(turn.Text))],
            Speaker = turn.Speaker,
            Side = call.SideOf(turn),
            Strength = heard.Probability,
            Probability = heard.Probability,
            FoundBy = FoundBy.Listener,
            Nearest = _nearest.Of(heard, turn.Text),
            Heard = heard,
        };
    }
}
