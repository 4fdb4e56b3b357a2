using SoftNo.Calls;

namespace SoftNo.Cues.Moments;

/// <summary>How firm a next step is, as <c>corpus/GUIDE.md</c> grades it.</summary>
public enum Grade
{
    /// <summary>No step.</summary>
    None,

    /// <summary>A no to the step itself.</summary>
    Refused,

    /// <summary>A period, a condition, or only the seller acts.</summary>
    Vague,

    /// <summary>A day without an hour, a hedge, or a dated proposal met by a mere yes.</summary>
    Tentative,

    /// <summary>The prospect owes a named deliverable by a date.</summary>
    Task,

    /// <summary>The prospect commits to or confirms day and hour.</summary>
    Firm,

    /// <summary>Invitation accepted or sent by the prospect, in the call.</summary>
    Booked,
}

/// <summary>Who bound themselves to a step.</summary>
public enum Bound
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The prospect.</summary>
    Prospect,

    /// <summary>The seller.</summary>
    Seller,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>What was agreed at the end, with its grade and its resolved time.</summary>
public sealed record NextStep
{
    /// <summary>The step of a call in which none was set.</summary>
    public static NextStep Nothing { get; } = new();

    /// <summary>How firm.</summary>
    public Grade Grade { get; init; }

    /// <summary>The time, or null where the words fix none or the moment of speaking is unknown.</summary>
    public Moment? When { get; init; }

    /// <summary>How fine the words' time is, known even where <see cref="When"/> is not.</summary>
    public Grain Grain { get; init; }

    /// <summary>All readings, where an American would be unsure; the likelier one is <see cref="When"/>. Empty where there is no doubt.</summary>
    public IReadOnlyList<Moment> Candidates { get; init; } = [];

    /// <summary>Who bound themselves.</summary>
    public Bound Bound { get; init; }

    /// <summary>Whether its time is past: it keeps its grade and counts nowhere as a step ahead.</summary>
    public bool Expired { get; init; }

    /// <summary>The deliverable's words, or null.</summary>
    public string? Owed { get; init; }

    /// <summary>The turn with the words that set it, or null where there is no step.</summary>
    public int? Turn { get; init; }

    /// <summary>Where in that turn, or null.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The words: the turn's own slice; or null.</summary>
    public string? Quote { get; init; }
}
