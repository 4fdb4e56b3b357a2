using SoftNo.Calls;

namespace SoftNo.Cues;

/// <summary>What makes words specific: own system, number, named person, dated act, trade-off, risk.</summary>
/// <param name="Class"><c>own-system</c>, <c>number</c>, <c>named-person</c>, <c>dated-act</c>, <c>trade-off</c>, <c>risk</c>, <c>own-case</c> or <c>result</c>.</param>
/// <param name="Turn">The turn's index.</param>
/// <param name="Span">Where in the turn.</param>
/// <param name="Side">Whose.</param>
/// <param name="Rule">The lexicon's rule of context that found it.</param>
public sealed record Anchor(string Class, int Turn, TextSpan Span, Side Side, string Rule);
