using NodaTime;
using PublicHoliday;

namespace SoftNo.Cues.Moments;

/// <summary>Days on which Americans work: no weekend, no US federal holiday as observed.</summary>
public static class UsBusinessDays
{
    private static readonly USAPublicHoliday Holidays = new();
    private static readonly Lock Asking = new();

    /// <summary>Whether Americans work that day.</summary>
    public static bool Is(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>How many there are after one day, up to and including another.</summary>
    /// <param name="after">The day after which the count begins.</param>
    /// <param name="until">The last day counted.</param>
    /// <param name="without">Days that do not count, or null.</param>
    public static int Between(LocalDate after, LocalDate until, Func<LocalDate, bool>? without = null)
    {
        var count = 0;
        for (var day = after.PlusDays(1); day <= until; day = day.PlusDays(1))
        {
            if (Is(day) && without?.Invoke(day) != true) count++;
        }

        return count;
    }

    // The New Year that falls on a Saturday is kept on the last day of the year before.
    private static bool IsHoliday(LocalDate day)
    {
        if (day is { Month: 12, Day: 31, DayOfWeek: IsoDayOfWeek.Friday }) return true;
        lock (Asking) return Holidays.IsPublicHoliday(day.ToDateTimeUnspecified());
    }
}
