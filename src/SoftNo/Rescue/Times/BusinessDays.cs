using NodaTime;
using PublicHoliday;
using SoftNo.Cues.Moments;

namespace SoftNo.Rescue.Times;

/// <summary>Days on which both sides work: no weekend, no US federal holiday as observed, no French public holiday.</summary>
internal sealed class BusinessDays
{
    private readonly FrancePublicHoliday _french = new();

    /// <summary>Whether Americans work that day.</summary>
#pragma warning disable CA1822 // Asked of the same clock as the French days.
    public bool InUs(LocalDate date) => UsBusinessDays.Is(date);
#pragma warning restore CA1822

    /// <summary>Whether the French work that day.</summary>
    public bool InFrance(LocalDate date) => Weekday(date) && !_french.IsPublicHoliday(date.ToDateTimeUnspecified());

    /// <summary>Whether both do.</summary>
    public bool OnBothSides(LocalDate date) => InUs(date) && InFrance(date);

    private static bool Weekday(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
