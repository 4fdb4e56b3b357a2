namespace SoftNo.Cues.Phrases;

/// <summary>A rule that fired in a run.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Phrase">The phrase of it that matched.</param>
/// <param name="Matched">The tokens that matched.</param>
/// <param name="Span">The tokens quoted.</param>
internal sealed record PhraseHit(Rule Rule, Phrase Phrase, TokenSpan Matched, TokenSpan Span);

/// <summary>What stands around the hits of a run: anchors, denials, others' words.</summary>
/// <param name="Rule">The rule of context.</param>
/// <param name="Span">Its tokens.</param>
internal sealed record ContextHit(Rule Rule, TokenSpan Span);

/// <summary>A rule whose phrase stands in a run and which its own <c>unless</c> keeps silent.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Matched">The tokens of its phrase.</param>
/// <param name="By">The tokens of the <c>unless</c>.</param>
internal sealed record SilencedHit(Rule Rule, TokenSpan Matched, TokenSpan By);

/// <summary>Everything found in a run.</summary>
/// <param name="Run">Its tokens.</param>
/// <param name="Hits">The cues' phrases, in order of first token.</param>
/// <param name="Contexts">What stands around, in order of first token.</param>
/// <param name="Prepares">Rules that may fire in the run right after, for their <c>after</c> stands here.</param>
/// <param name="EndsAsked">Its last sentence asks.</param>
internal sealed record RunReading(TokenRun Run, IReadOnlyList<PhraseHit> Hits, IReadOnlyList<ContextHit> Contexts, IReadOnlySet<Rule> Prepares, bool EndsAsked)
{
    /// <summary>Rules that their own <c>unless</c> keeps silent.</summary>
    public IReadOnlyList<SilencedHit> Silenced { get; init; } = [];

    /// <summary>How near its end, in tokens, a run must ask for what the next one answers.</summary>
    private const int NearEnd = 45;

    /// <summary>Whether it ends by asking to commit to something.</summary>
    public bool Requests => Contexts.Any(context => context.Rule.Role == ContextRole.Request && context.Span.End >= Run.Tokens.Length - NearEnd);
}
