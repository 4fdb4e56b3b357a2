using SoftNo.Calls;
using SoftNo.Cues.Moments;

namespace SoftNo.Cues;

/// <summary>Who found a cue.</summary>
public enum FoundBy
{
    /// <summary>A phrase of the lexicon.</summary>
    Phrase,

    /// <summary>The grammar of next steps.</summary>
    Grammar,

    /// <summary>The trained reader.</summary>
    Listener,

    /// <summary>The user, by a correction.</summary>
    User,
}

/// <summary>One part of a cue that runs over consecutive turns of one speaker.</summary>
/// <param name="Turn">The turn's index.</param>
/// <param name="Span">Where in that turn.</param>
/// <param name="Quote">The words: the turn's own slice.</param>
public sealed record CuePart(int Turn, TextSpan Span, string Quote);

/// <summary>Words in a turn, used as evidence for or against something.</summary>
/// <param name="Turn">The turn's index.</param>
/// <param name="Span">Where in that turn.</param>
public sealed record Place(int Turn, TextSpan Span);

/// <summary>Words that moved the trained reader, and how much.</summary>
/// <param name="Span">Where in the cue's turn.</param>
/// <param name="Weight">How much the probability falls without them, −1 to 1.</param>
public sealed record MovedBy(TextSpan Span, double Weight);

/// <summary>A run of words in one turn that does something, with why it was found.</summary>
public sealed record Cue
{
    /// <summary>Unique over all calls; the same for the same words of the same call.</summary>
    public required string Id { get; init; }

    /// <summary>What it does.</summary>
    public required CueKind Kind { get; init; }

    /// <summary>The topic, where the kind has topics; else null.</summary>
    public string? Topic { get; init; }

    /// <summary>The turn's index.</summary>
    public required int Turn { get; init; }

    /// <summary>Where in the turn.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words: always the turn's own slice.</summary>
    public required string Quote { get; init; }

    /// <summary>All parts, where the phrase runs over consecutive turns of one speaker; one part otherwise.</summary>
    public required IReadOnlyList<CuePart> Parts { get; init; }

    /// <summary>The speaker's index in the call.</summary>
    public required int Speaker { get; init; }

    /// <summary>The speaker's side when it was found.</summary>
    public required Side Side { get; init; }

    /// <summary>How strongly the words carry the kind, 0 to 1: the phrase's weight, or the trained reader's probability.</summary>
    public required double Strength { get; init; }

    /// <summary>The trained reader's probability, 0 to 1, or null where it did not read.</summary>
    public double? Probability { get; init; }

    /// <summary>Everyone who found it.</summary>
    public required IReadOnlyList<FoundBy> FoundBy { get; init; }

    /// <summary>The id of the lexicon's rule that fired, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>For a cue of the trained reader alone: the nearest rule, whose gloss it borrows; or null.</summary>
    public string? NearestRule { get; init; }

    /// <summary>For a cue of the trained reader alone: the words that moved it most.</summary>
    public IReadOnlyList<MovedBy> MovedBy { get; init; } = [];

    /// <summary>Why it was found, in both languages.</summary>
    public required Bilingual Why { get; init; }

    /// <summary>The words that clear it (EVIDENCE's master rule): it stays a cue and speaks against the signal. Null where it counts.</summary>
    public Place? ClearedBy { get; init; }

    /// <summary>For a next step: the time its words fix; null where they fix none or the start is unknown.</summary>
    public Moment? Resolved { get; init; }

    /// <summary>For a next step: how fine its time is.</summary>
    public Grain Grain { get; init; }

    /// <summary>What the words usually mean, in both languages; null where the rule has none.</summary>
    public Bilingual? Gloss { get; init; }
}
