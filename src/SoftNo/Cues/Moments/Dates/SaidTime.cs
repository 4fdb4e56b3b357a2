using NodaTime;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>When, taken apart: what an expression says, and what is known of a step's time. Each part may be absent.</summary>
internal abstract record SaidTime
{
    public DayTerm? Day { get; init; }

    public PeriodTerm? Period { get; init; }

    public ClockTerm? Clock { get; init; }

    /// <summary>The end of "from one to three".</summary>
    public ClockTerm? Until { get; init; }

    public PartTerm? Part { get; init; }

    public ClockZone? Zone { get; init; }

    /// <summary>Less than a day from now: "in twenty minutes"; null where nothing is counted so.</summary>
    public Duration? Offset { get; init; }

    /// <summary>"at the top of the hour".</summary>
    public bool IsTopOfHour { get; init; }

    /// <summary>"same time", "same hour": the hour of the call itself, or the one spoken of.</summary>
    public bool IsSameHour { get; init; }
}
