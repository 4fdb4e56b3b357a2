namespace SoftNo.Cues.Phrases;

/// <summary>How much of the words is quoted when a rule fires.</summary>
public enum QuotedSpan
{
    /// <summary>The phrase itself.</summary>
    Phrase,

    /// <summary>The clause around it, between commas.</summary>
    Clause,

    /// <summary>The sentence around it.</summary>
    Sentence,
}

/// <summary>Where alone a rule fires; several mean all of them.</summary>
[Flags]
public enum FiresOnly
{
    /// <summary>Anywhere.</summary>
    Anywhere = 0,

    /// <summary>In something asked, with or without a question mark.</summary>
    Question = 1,

    /// <summary>In something that is not asked.</summary>
    Statement = 2,

    /// <summary>In a sentence with a case of their own: an anchor.</summary>
    Own = 4,

    /// <summary>Where the phrase is all of its clause, calls and fillers apart.</summary>
    Alone = 8,

    /// <summary>In answer to a request to commit: the run before, of somebody else, holds one.</summary>
    Answer = 16,

    /// <summary>Where the run before does not end in a question, or there is none.</summary>
    Unasked = 32,
}

/// <summary>What a rule of <c>lexicon/en/context/</c> does to the cues around it.</summary>
public enum ContextRole
{
    /// <summary>Makes words specific; its topic says how (<c>own-system</c>, <c>number</c>, …).</summary>
    Anchor,

    /// <summary>Right before a phrase: the phrase is denied.</summary>
    Negation,

    /// <summary>Before a phrase in its sentence: somebody else's words, or words of another day.</summary>
    Reported,

    /// <summary>In the sentence: said in jest, or the contrary is meant.</summary>
    Irony,

    /// <summary>Opens a question, also where no question mark is written.</summary>
    Question,

    /// <summary>In the turn: a reason of their own, so that praise is not generic.</summary>
    Reason,

    /// <summary>A result the praise is tied to: growth, cost, speed of theirs.</summary>
    Result,

    /// <summary>Asks the other side to commit to something, with no day and hour; what answers it is heard in its light.</summary>
    Request,

    /// <summary>Tells that the call is recorded, or asks whether it may be.</summary>
    Notice,

    /// <summary>Agrees to being recorded.</summary>
    Agreement,

    /// <summary>Refuses to be recorded.</summary>
    Declines,

    /// <summary>Ties a way out to an owner, a date or a condition they bind themselves to.</summary>
    Commitment,
}

/// <summary>An example of a rule.</summary>
/// <param name="Text">The words, without brackets.</param>
/// <param name="Start">Where the bracketed span starts; 0 for a quiet example.</param>
/// <param name="End">Where it ends; 0 for a quiet example.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Before">What somebody else says right before (in the file, what stands before <c>&gt;&gt;</c>), or null.</param>
public sealed record RuleExample(string Text, int Start, int End, FilePlace Place, string? Before = null);

/// <summary>One rule of the lexicon: phrases that do one thing, with what they mean and the examples that prove them.</summary>
public sealed record Rule
{
    /// <summary>Unique over the lexicon, in words and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What its phrases do; null for a rule of context.</summary>
    public CueKind? Kind { get; init; }

    /// <summary>What it does to cues around it; null for a rule that finds cues.</summary>
    public ContextRole? Role { get; init; }

    /// <summary>The topic, where the kind has topics; an anchor's class; else null.</summary>
    public string? Topic { get; init; }

    /// <summary>0 to 1: how strongly the words carry the kind.</summary>
    public double Weight { get; init; }

    /// <summary>Where phrases and weight come from.</summary>
    public required string Source { get; init; }

    /// <summary>Where alone it fires.</summary>
    public FiresOnly Only { get; init; }

    /// <summary>What is quoted.</summary>
    public QuotedSpan Quoted { get; init; }

    /// <summary>What clears its cues for signals: anchors' classes, or <c>hard-question</c>, <c>objection</c>, <c>result</c>, <c>firm-step</c>.</summary>
    public IReadOnlyList<string> ClearedBy { get; init; } = [];

    /// <summary>What an American usually means; null for a rule of context.</summary>
    public Bilingual? Gloss { get; init; }

    /// <summary>Rival readings.</summary>
    public IReadOnlyList<Bilingual> AlsoMeans { get; init; } = [];

    /// <summary>Examples that fire, with the exact span.</summary>
    public required IReadOnlyList<RuleExample> Fires { get; init; }

    /// <summary>Look-alikes that stay quiet.</summary>
    public required IReadOnlyList<RuleExample> Quiet { get; init; }

    /// <summary>Where it is written.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>The phrases as written.</summary>
    public IReadOnlyList<string> PhraseTexts => [.. Phrases.Select(phrase => phrase.Text)];

    /// <summary>The phrases, parsed.</summary>
    internal IReadOnlyList<Phrase> Phrases { get; init; } = [];

    /// <summary>Phrases that keep it silent when they stand in the same sentence.</summary>
    internal IReadOnlyList<Phrase> Unless { get; init; } = [];

    /// <summary>Phrases of which one must stand in the same run; none asked where it is empty.</summary>
    internal IReadOnlyList<Phrase> With { get; init; } = [];

    /// <summary>Phrases of which one must stand in the run right before, of somebody else; none asked where it is empty.</summary>
    internal IReadOnlyList<Phrase> After { get; init; } = [];

    /// <summary>Kind and topic, or role and topic, as text.</summary>
    public string Label => (Kind?.Name() ?? Role!.Value.ToString().ToLowerInvariant()) + (Topic is null ? "" : ":" + Topic);
}
