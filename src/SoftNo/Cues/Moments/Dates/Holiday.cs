using NodaTime;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>A day that is known by its name, and the rule that gives its date in a year.</summary>
internal sealed class Holiday(HolidayEntry entry)
{
    public string Name => entry.Names[0];

    /// <summary>Its name alone stands for days around it ("after New Year's").</summary>
    public bool IsSeason => entry.Week;

    /// <summary>Its date in a year, as named, not as observed.</summary>
    public LocalDate In(int year)
    {
        if (entry.Fixed is { } day)
            return new LocalDate(year, int.Parse(day.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture), int.Parse(day.AsSpan(3, 2), System.Globalization.CultureInfo.InvariantCulture));
        if (entry.Nth is [var nth, var weekday, var month]) return NthWeekday(year, month, (IsoDayOfWeek)weekday, nth).PlusDays(entry.Shift);
        return Easter(year).PlusDays(entry.Easter ?? 0);
    }

    /// <summary>The nth of a weekday in a month; −1 is the last.</summary>
    public static LocalDate NthWeekday(int year, int month, IsoDayOfWeek weekday, int nth)
    {
        if (nth > 0)
        {
            var first = new LocalDate(year, month, 1);
            return first.PlusDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
        }

        var last = new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month));
        return last.PlusDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7) + (7 * (nth + 1)));
    }

    /// <summary>Western Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991).</summary>
    public static LocalDate Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        return new LocalDate(year, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}
