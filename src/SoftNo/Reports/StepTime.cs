using System.Globalization;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;

namespace SoftNo.Reports;

/// <summary>Moments written out for a reader: weekday and date always, the prospect's clock and ours.</summary>
/// <param name="words">The language's words.</param>
/// <param name="source">The call's zones.</param>
public sealed class StepTime(ReportWords words, CallSource source)
{
    private readonly TimeWords _time = words.Time;

    /// <summary>A moment in words.</summary>
    public string Of(Moment moment) => moment switch
    {
        Moment.AtMinute minute => AtMinute(minute.At),
        Moment.OnDay day => Date(day.Date),
        Moment.InPart part => Fill(_time.Part, ("date", Date(part.FirstDate)), ("from", Time(part.Start.TimeOfDay)), ("to", Time(part.End.TimeOfDay))),
        Moment.During period => Fill(_time.Period, ("from", Date(period.First)), ("to", Date(period.Last))),
        _ => moment.ToString(),
    };

    /// <summary>A date with its weekday.</summary>
    public string Date(LocalDate date) => Fill(
        _time.Date, ("weekday", _time.Weekdays[(int)date.DayOfWeek - 1]), ("month", _time.Months[date.Month - 1]),
        ("day", date.Day == 1 ? _time.FirstDay.Replace("{day}", "1", StringComparison.Ordinal) : date.Day.ToString(CultureInfo.InvariantCulture)),
        ("year", date.Year.ToString(CultureInfo.InvariantCulture)));

    /// <summary>An hour: <c>2:00 PM</c>, <c>14 h</c>.</summary>
    public string Time(LocalTime time)
    {
        if (words.Language == "fr")
        {
            return time.Minute == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{time.Hour}\u00A0h")
                : string.Create(CultureInfo.InvariantCulture, $"{time.Hour}\u00A0h\u00A0{time.Minute:00}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{time.ClockHourOfHalfDay}:{time.Minute:00} {(time.Hour < 12 ? "AM" : "PM")}");
    }

    private string AtMinute(OffsetDateTime at)
    {
        var theirs = Fill(_time.At, ("date", Date(at.Date)), ("time", Fill(_time.Clock, ("time", Time(at.TimeOfDay)), ("city", Clock(at)))));
        if (source.OurZone is not { } ours) return theirs;
        var here = at.InZone(ours);
        if (here.Offset == at.Offset) return theirs;
        var time = here.Date == at.Date ? Time(here.TimeOfDay) : $"{Date(here.Date)}, {Time(here.TimeOfDay)}";
        return $"{theirs}, {Fill(_time.OurClock, ("time", time), ("city", City(ours.Id)))}";
    }

    /// <summary>The city whose clock it is: the prospect's where the offset is theirs that day, else the offset itself.</summary>
    private string Clock(OffsetDateTime at) =>
        source.Zone is { } zone && zone.GetUtcOffset(at.ToInstant()) == at.Offset ? City(zone.Id) : $"UTC{at.Offset}";

    private static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static string Fill(string pattern, params (string Name, string Value)[] parts)
    {
        foreach (var (name, value) in parts) pattern = pattern.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return pattern;
    }
}
