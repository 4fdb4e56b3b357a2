using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>A step as some words left it.</summary>
/// <param name="Grade">How firm.</param>
/// <param name="Slot">When, as said.</param>
/// <param name="At">When it was said, or null where nothing tells.</param>
/// <param name="Bound">Who bound themselves.</param>
/// <param name="Turn">The turn.</param>
/// <param name="Span">The words.</param>
/// <param name="Rule">The rule that read them.</param>
internal sealed record Standing(Grade Grade, Slot Slot, OffsetDateTime? At, Bound Bound, int Turn, TextSpan Span, string Rule)
{
    /// <summary>A named thing is owed, not a meeting held.</summary>
    public bool IsTask => Grade == Grade.Task;

    /// <summary>The deliverable's words, or null.</summary>
    public TextSpan? Owed { get; init; }
}
