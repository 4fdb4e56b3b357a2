using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>How a time bounds what is said of it.</summary>
internal enum Limit
{
    None,
    Before,
    After,
    Since,
    Until,
    By,
    About,
}

/// <summary>A part of a day as said, and which stretch of it.</summary>
internal sealed record PartTerm(string Name, LocalTime From, LocalTime To, Stretch? Stretch = null);

/// <summary>Whose clock an hour was said on: a zone by its name, or the speaker's own, or the other side's.</summary>
internal sealed record ClockZone(NamedZone? Named, bool IsOther = false);

/// <summary>Words that say when, with what they say taken apart. Days, hours and zones may each be absent.</summary>
internal sealed record TimeExpression(int First, int Next) : SaidTime
{
    /// <summary>The words, the zone left out.</summary>
    public TextSpan Span { get; init; }

    /// <summary>The words with the zone.</summary>
    public TextSpan Whole { get; init; }

    public Limit Limit { get; init; }

    /// <summary>The end of "from Tuesday to Friday", of the same shape.</summary>
    public TimeExpression? To { get; init; }

    /// <summary>"fifteen minutes": how long, not when.</summary>
    public Duration? Length { get; init; }

    /// <summary>"every Monday", "Tuesdays": no single time.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>"end of day", "close of business".</summary>
    public bool IsEndOfDay { get; init; }

    /// <summary>"right now", "at the moment".</summary>
    public bool IsNow { get; init; }

    public bool HasHour => Clock is not null || Offset is not null || IsTopOfHour || IsSameHour;

    public bool HasDate => Day is not null || Period is not null;
}
