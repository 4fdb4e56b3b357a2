using SoftNo.Calls;

namespace SoftNo.Cues;

/// <summary>The user's word on a cue: it is none, or it is another. It holds for the overlapping cue of every later reading of the same words.</summary>
/// <param name="Kind">The kind that was wrong.</param>
/// <param name="Turn">The turn's index.</param>
/// <param name="Span">Where in the turn.</param>
public sealed record Correction(CueKind Kind, int Turn, TextSpan Span)
{
    /// <summary>The kind that it is; null where it is no cue.</summary>
    public CueKind? Instead { get; init; }

    /// <summary>The topic that it has, where its kind has topics; or null.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether it speaks of a cue of a kind at a place.</summary>
    public bool IsOf(CueKind kind, int turn, TextSpan span) => Kind == kind && Turn == turn && Span.Overlaps(span);
}
