using NodaTime;

namespace SoftNo.Rescue.Memory;

/// <summary>Who named the next date.</summary>
public enum DateNamer
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>We did.</summary>
    Us,

    /// <summary>The prospect did.</summary>
    Them,
}

/// <summary>Five answers about a call that nobody recorded.</summary>
public sealed record DebriefAnswers
{
    /// <summary>The prospect's words as remembered, in English; one sentence a line.</summary>
    public required string Words { get; init; }

    /// <summary>Topics of the hard questions they asked, as in the guide; <c>other</c> for any other. Empty: none.</summary>
    public IReadOnlyList<string> HardQuestions { get; init; } = [];

    /// <summary>Who named the next date.</summary>
    public DateNamer DateNamer { get; init; }

    /// <summary>That date's words, as remembered (<c>Tuesday at 2 PM</c>); or null.</summary>
    public string? DateWords { get; init; }

    /// <summary>Which result or figure they named, in their words; or null: none.</summary>
    public string? Result { get; init; }

    /// <summary>The percentage you would enter, 0 to 100; or null.</summary>
    public double? Percent { get; init; }

    /// <summary>The prospect's name, or null.</summary>
    public string? Prospect { get; init; }

    /// <summary>When the call was held, or null.</summary>
    public OffsetDateTime? At { get; init; }

    /// <summary>The moment of the debrief: a date that was named is read as from here where nobody says when the call was held; or null.</summary>
    public Instant? Now { get; init; }

    /// <summary>The prospect's zone, or null.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Our zone, or null.</summary>
    public DateTimeZone? OurZone { get; init; }
}
