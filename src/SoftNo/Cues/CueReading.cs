using SoftNo.Cues.Moments;

namespace SoftNo.Cues;

/// <summary>Everything heard in a call before it is weighed.</summary>
/// <param name="Cues">Every cue, in order of turn and start.</param>
/// <param name="NextStep">What was agreed at the end.</param>
/// <param name="Anchors">What makes words specific, in order of turn and start.</param>
public sealed record CueReading(IReadOnlyList<Cue> Cues, NextStep NextStep, IReadOnlyList<Anchor> Anchors);
