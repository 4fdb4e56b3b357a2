using SoftNo.Calls;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Phrases;

namespace SoftNo.Cues;

/// <summary>A cue on its way: found, not yet merged with its neighbours.</summary>
internal sealed record FoundCue
{
    public required CueKind Kind { get; init; }

    public string? Topic { get; init; }

    public required IReadOnlyList<CuePart> Parts { get; init; }

    public required int Speaker { get; init; }

    public required Side Side { get; init; }

    public required double Strength { get; init; }

    public required FoundBy FoundBy { get; init; }

    public Rule? Rule { get; init; }

    /// <summary>The trained reader's probability, where it heard the cue.</summary>
    public double? Probability { get; init; }

    /// <summary>For a cue of the trained reader alone: as it was heard.</summary>
    public HeardCue? Heard { get; init; }

    /// <summary>For a cue of the trained reader alone: the words that moved it most, where they were looked for.</summary>
    public IReadOnlyList<MovedBy> MovedBy { get; init; } = [];

    /// <summary>For a cue of the trained reader alone: the rule that lends its gloss.</summary>
    public Rule? Nearest { get; init; }

    public FoundStep? Step { get; init; }

    /// <summary>The part that carries the cue: the longest, the first of equals.</summary>
    public CuePart Main => Parts.MaxBy(part => part.Span.Length)!;

    public bool Overlaps(FoundCue other)
    {
        foreach (var part in Parts)
        {
            foreach (var theirs in other.Parts)
            {
                if (part.Turn == theirs.Turn && part.Span.Overlaps(theirs.Span)) return true;
            }
        }

        return false;
    }

    /// <summary>A step of the grammar as a cue.</summary>
    public static FoundCue Of(FoundStep step, Call call)
    {
        var turn = call.Turns[step.Turn];
        return new FoundCue
        {
            Kind = CueKind.NextStep,
            Topic = step.Grade.ToString().ToLowerInvariant(),
            Parts = [new CuePart(step.Turn, step.Span, step.Quote)],
            Speaker = turn.Speaker,
            Side = call.SideOf(turn),
            Strength = 1,
            FoundBy = FoundBy.Grammar,
            Step = step,
        };
    }
}
