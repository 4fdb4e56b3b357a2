using SoftNo.Calls;

namespace SoftNo.Cues.Consent;

/// <summary>What words say of recording the call.</summary>
public enum ConsentWords
{
    /// <summary>They tell that it is recorded, or ask whether it may be.</summary>
    Notice,

    /// <summary>They agree, right after a notice of somebody else.</summary>
    Agreement,

    /// <summary>They refuse.</summary>
    Declined,
}

/// <summary>Words about recording the call: a proposal with its quote, never a consent by itself.</summary>
/// <param name="Words">What they say.</param>
/// <param name="Turn">The turn's index.</param>
/// <param name="Span">The sentence, in the turn's text.</param>
/// <param name="Rule">The rule of <c>lexicon/consent/said.yml</c> that found them.</param>
public sealed record HeardConsent(ConsentWords Words, int Turn, TextSpan Span, string Rule);

/// <summary>What is known of the consent to a recording, to be written beside a reading.</summary>
/// <param name="Given">Who, when and how, as the user says; null where he says nothing.</param>
/// <param name="Heard">What was heard, in order of time.</param>
/// <param name="Ask">The sentence to say next time, in English; null where a consent is given or heard.</param>
public sealed record ConsentNote(string? Given, IReadOnlyList<HeardConsent> Heard, string? Ask);
