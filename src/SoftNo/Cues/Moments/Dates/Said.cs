using NodaTime;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>When words were said, and the day they may refer back to.</summary>
/// <param name="Now">On the clock meant.</param>
/// <param name="Anchor">The day last spoken of ("the Tuesday after", "that afternoon"), or null.</param>
internal sealed record Said(LocalDateTime Now, LocalDate? Anchor = null)
{
    public LocalDate Today => Now.Date;

    /// <summary>The Monday of today's week.</summary>
    public LocalDate Monday => Dates.MondayOf(Today);
}

/// <summary>Arithmetic on dates that Noda Time does not name.</summary>
internal static class Dates
{
    public static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>The first of a weekday on or after a day.</summary>
    public static LocalDate OnOrAfter(LocalDate day, IsoDayOfWeek weekday) => day.PlusDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);

    /// <summary>A day by its numbers, or null where the calendar has none (February 30).</summary>
    public static LocalDate? Make(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && year is > 0 and < 9999 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    /// <summary>The first day of a quarter, 1 to 4.</summary>
    public static LocalDate Quarter(int year, int quarter) => new(year, (quarter * 3) - 2, 1);

    public static int QuarterOf(LocalDate day) => ((day.Month - 1) / 3) + 1;

    /// <summary>A day moved by working days, Monday to Friday.</summary>
    public static LocalDate PlusBusinessDays(LocalDate day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.PlusDays(step);
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)) left--;
        }

        return day;
    }

    /// <summary>A day moved by units; halves of a month or less are dropped.</summary>
    public static LocalDate Plus(LocalDate day, double count, Unit unit) => unit switch
    {
        Unit.BusinessDay => PlusBusinessDays(day, (int)count),
        Unit.Week or Unit.Workweek or Unit.Weekend => day.PlusDays((int)(count * 7)),
        Unit.Fortnight => day.PlusDays((int)(count * 14)),
        Unit.Month => day.PlusMonths((int)count),
        Unit.Quarter => day.PlusMonths((int)(count * 3)),
        Unit.Half => day.PlusMonths((int)(count * 6)),
        Unit.Year => day.PlusMonths((int)(count * 12)),
        Unit.Decade => day.PlusYears((int)(count * 10)),
        Unit.Century => day.PlusYears((int)(count * 100)),
        Unit.Day or Unit.Night => day.PlusDays((int)count),
        Unit.Second or Unit.Minute or Unit.Hour => day,
    };
}
