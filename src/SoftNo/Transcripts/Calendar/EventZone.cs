using Ical.Net;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.TimeZones;

namespace SoftNo.Transcripts.Calendar;

/// <summary>Which zone an event's time is in: an IANA name, one at the end of a path, a Windows name or the one it shows, else the rules that the file itself gives.</summary>
internal static class EventZone
{
    /// <summary>The zone, or null where the time floats or nothing tells.</summary>
    /// <param name="id">The event's <c>TZID</c>, or null.</param>
    /// <param name="calendar">The calendar, with the zones it defines.</param>
    /// <param name="local">The event's time, for which a zone by the file's own rules is right.</param>
    public static DateTimeZone? Of(string? id, Ical.Net.Calendar calendar, LocalDateTime local)
    {
        if (string.IsNullOrWhiteSpace(id)) return null;
        string name = id.Trim().Trim('"');
        return Named(name) ?? OfFile(id, calendar, local) ?? Shown(name) ?? (ZoneName.OffsetAt(name.Trim('(', ')').Split(')')[0], local) is { } offset ? DateTimeZone.ForOffset(offset) : null);
    }

    private static DateTimeZone? Named(string name)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone) return zone;
        string[] path = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.Length >= 2 && DateTimeZoneProviders.Tzdb.GetZoneOrNull($"{path[^2]}/{path[^1]}") is { } inPath) return inPath;
        return TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out string? iana) ? DateTimeZoneProviders.Tzdb[iana] : null;
    }

    // "(UTC-05:00) Eastern Time (US & Canada)" is Eastern Standard Time; "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris" names cities.
    private static DateTimeZone? Shown(string name)
    {
        int end = name.IndexOf(')', StringComparison.Ordinal);
        if (!name.StartsWith('(') || end < 0) return null;
        string shown = name[(end + 1)..].Trim();
        int note = shown.IndexOf(" (", StringComparison.Ordinal);
        if (note > 0) shown = shown[..note];
        if (shown.EndsWith(" Time", StringComparison.Ordinal) && Named(shown[..^"Time".Length] + "Standard Time") is { } standard) return standard;
        foreach (string city in shown.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string ending = "/" + city.Replace(' ', '_');
            if (DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } id) return DateTimeZoneProviders.Tzdb[id];
        }

        return null;
    }

    // The rule of the file's own that began last before the time.
    private static DateTimeZone? OfFile(string id, Ical.Net.Calendar calendar, LocalDateTime local)
    {
        VTimeZoneInfo? rule = calendar.TimeZones.FirstOrDefault(one => one.TzId == id)?.TimeZoneInfos.Where(info => info.OffsetTo is not null).MaxBy(info => BeganBefore(info, local));
        return rule?.OffsetTo is { } offset ? DateTimeZone.ForOffset(Offset.FromTimeSpan(offset.Offset)) : null;
    }

    private static LocalDateTime BeganBefore(VTimeZoneInfo info, LocalDateTime local)
    {
        LocalDateTime first = info.DtStart is { } start ? LocalDateTime.FromDateTime(DateTime.SpecifyKind(start.Value, DateTimeKind.Unspecified)) : LocalDateTime.MinIsoValue;
        if (info.RecurrenceRule is not { ByMonth: [var month, ..], ByDay: [var day, ..] }) return first <= local ? first : LocalDateTime.MinIsoValue;
        LocalDateTime begin = Onset(local.Year, month, day, first.TimeOfDay);
        return begin <= local ? begin : Onset(local.Year - 1, month, day, first.TimeOfDay);
    }

    // "2SU" is the second Sunday of the month, "-1SU" the last.
    private static LocalDateTime Onset(int year, int month, WeekDay day, LocalTime time)
    {
        var weekday = day.DayOfWeek == DayOfWeek.Sunday ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)(int)day.DayOfWeek;
        int which = day.Offset ?? 1;
        LocalDate date = which > 0
            ? new LocalDate(year, month, 1).PlusDays(-1).Next(weekday).PlusWeeks(Math.Min(which, 4) - 1)
            : new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month)).PlusDays(1).Previous(weekday);
        return date + time;
    }
}
