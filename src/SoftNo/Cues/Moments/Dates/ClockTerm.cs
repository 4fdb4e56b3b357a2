using NodaTime;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>Which half of the day was said.</summary>
internal enum DayHalf
{
    /// <summary>None: both may be meant.</summary>
    Unsaid,

    Am,

    Pm,

    /// <summary>Said on the 24-hour clock, or as noon or midnight.</summary>
    Certain,
}

/// <summary>An hour as said.</summary>
/// <param name="Hour">0 to 24.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="Half">Which half of the day.</param>
/// <param name="IsBare">A number alone, which only its neighbours make an hour.</param>
internal sealed record ClockTerm(int Hour, int Minute, DayHalf Half, bool IsBare = false)
{
    public int Second { get; init; }

    /// <summary>Said as a Londoner does ("half eleven"): an American may hear half an hour less.</summary>
    public bool IsHalfHour { get; init; }

    /// <summary>"-ish", "around", "about".</summary>
    public bool IsAbout { get; init; }

    /// <summary>Both hours of the day it may be, morning first; one where the words say which.</summary>
    public IReadOnlyList<LocalTime> Readings => Half switch
    {
        DayHalf.Unsaid when Hour is >= 1 and <= 12 => [Make(Hour % 12), Make((Hour % 12) + 12)],
        DayHalf.Am => [Make(Hour % 12)],
        DayHalf.Pm => [Make(Hour < 12 ? Hour + 12 : Hour)],
        _ => [Make(Hour % 24)],
    };

    /// <summary>The hour an American means in business: 7 to 11 the morning, 12 to 5 the afternoon, 6 the morning.</summary>
    public LocalTime InBusiness => Half != DayHalf.Unsaid ? Readings[0] : Hour is 12 or (>= 1 and <= 5) ? Readings[^1] : Readings[0];

    /// <summary>Whether even in business both halves of the day could be meant.</summary>
    public bool IsAmbiguous => Half == DayHalf.Unsaid && Hour == 6;

    private LocalTime Make(int hour) => new(hour, Minute, Second);
}
