using SoftNo.Calls;

namespace SoftNo.Cues.Listener;

/// <summary>A cue found by the trained reader.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Topic">Topic or grade of the cue; null where the kind has none.</param>
/// <param name="Turn">Index of the turn, from 0.</param>
/// <param name="Span">The words, in UTF-16 units of the turn's text; begins and ends with a word.</param>
/// <param name="Probability">Highest probability of the kind over the cue's pieces, 0 to 1.</param>
/// <param name="TopicProbability">Probability of the topic among the topics of the kind, 0 to 1; 1 where the kind has none.</param>
public sealed record HeardCue(CueKind Kind, string? Topic, int Turn, TextSpan Span, double Probability, double TopicProbability);
