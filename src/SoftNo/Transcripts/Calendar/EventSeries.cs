using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace SoftNo.Transcripts.Calendar;

/// <summary>The later meetings of an event that repeats.</summary>
internal static class EventSeries
{
    /// <summary>So many are known of a series: two years of weeks.</summary>
    private const int Most = 104;

    /// <summary>A rule that fits nothing is given up after so many steps.</summary>
    private static readonly EvaluationOptions Bounded = new() { MaxUnmatchedIncrementsLimit = 1000 };

    /// <summary>When they begin, in order; none where the event stands alone.</summary>
    /// <param name="one">The event.</param>
    /// <param name="start">Its first meeting, on whose wall clock the others are.</param>
    public static IReadOnlyList<EventStart> Later(CalendarEvent one, EventStart start)
    {
        if (one.RecurrenceIdentifier is not null || one.RecurrenceRule?.Copy<RecurrenceRule>() is not { } rule) return [];
        // On the wall clock alone: names of zones that only a mail program knows are no matter to it.
        if (rule.Until is { } until) rule.Until = Floating(OnClock(until, start), start.IsDay);
        var series = new CalendarEvent { DtStart = Floating(start.Local, start.IsDay), RecurrenceRule = rule };
        var off = one.ExceptionDates.GetAllDates().Take(1000).Select(date => OnClock(date, start)).ToHashSet();
        return [.. series.GetOccurrences(series.DtStart, Bounded).Take(Most + 1).Select(occurrence => LocalOf(occurrence.Period.StartTime))
            .Where(local => local > start.Local && !off.Contains(local)).Select(local => start with { Local = local })];
    }

    private static CalDateTime Floating(LocalDateTime local, bool isDay) => new(local.ToDateTimeUnspecified(), !isDay);

    private static LocalDateTime OnClock(CalDateTime time, EventStart start) =>
        time.IsUtc && start.Zone is { } zone ? LocalOf(time).InUtc().WithZone(zone).LocalDateTime : LocalOf(time);

    private static LocalDateTime LocalOf(CalDateTime time) => LocalDateTime.FromDateTime(DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified));
}
