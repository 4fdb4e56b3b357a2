using SoftNo.Cues.Moments;
using SoftNo.Cues.Sides;

namespace SoftNo.Cues;

/// <summary>Everything heard in a call before it is weighed.</summary>
/// <param name="Cues">Every cue, in order of turn and start.</param>
/// <param name="NextStep">What was agreed at the end.</param>
/// <param name="Anchors">What makes words specific, in order of turn and start.</param>
public sealed record CueReading(IReadOnlyList<Cue> Cues, NextStep NextStep, IReadOnlyList<Anchor> Anchors)
{
    /// <summary>How surely the conversation is a sale; taken for one where nobody asked.</summary>
    public SaleChance Sale { get; init; } = SaleChance.Taken;

    /// <summary>What to know of the cues.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}
