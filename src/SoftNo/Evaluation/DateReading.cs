using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Evaluation;

/// <summary>What the grammar reads, in the conventions of the public test set: ends are not included, an afternoon ends at four, both halves of the day are named.</summary>
internal static class DateReading
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    private static readonly Dictionary<string, (LocalTime From, LocalTime To)> Parts = new()
    {
        ["afternoon"] = (new(12, 0), new(16, 0)), ["pm"] = (new(12, 0), new(16, 0)), ["evening"] = (new(16, 0), new(20, 0)),
        ["tonight"] = (new(20, 0), new(23, 59, 59)), ["tonite"] = (new(20, 0), new(23, 59, 59)), ["night"] = (new(20, 0), new(23, 59, 59)),
    };

    public static IReadOnlyList<DateResult> Of(DateCase test)
    {
        var words = Wording.Of(test.Input, Spoken.Default);
        return [.. TimeGrammar.Scan(words, Spoken.Default, test.Now.Date).Where(time => !(time.Clock is { IsBare: true } && time.Day is null && time.Part is null && time.Until is null)).Select(time => ResultOf(time, test.Now))];
    }

    private static DateResult ResultOf(TimeExpression time, LocalDateTime now)
    {
        var said = new Said(now);
        var (type, values) = Values(time, said);
        return new DateResult(time.Span.Start, time.Span.End, type, [.. values.Distinct()]);
    }

    private static (string Type, IEnumerable<DateValue> Values) Values(TimeExpression time, Said said)
    {
        if (time.IsRecurring) return ("set", []);
        if (time.Length is { } length) return ("duration", [new DateValue(length.TotalSeconds.ToString(CultureInfo.InvariantCulture), null)]);
        if (time.Offset is { } offset)
        {
            var then = said.Now.PlusTicks((long)offset.TotalTicks);
            return time.Limit == Limit.Before ? ("datetimerange", [new DateValue(Minute.Format(said.Now), Minute.Format(then))]) : ("datetime", [new DateValue(Minute.Format(then), null)]);
        }

        if (time.IsNow) return ("datetime", [new DateValue(Minute.Format(said.Now), null)]);
        if (time.To is not null) return ("daterange", Range(time, time.To, said));
        if (time.Period is { } period) return ("daterange", period.Range(said) is { } range ? [Within(time.Limit, period, range)] : []);
        if (time.IsEndOfDay) return ("datetime", [new DateValue(Minute.Format((time.Day?.Day(said) ?? said.Today).At(new LocalTime(23, 59, 59))), null)]);
        if (time.Day is { } day) return Dated(time, day.Day(said), said);
        return Timed(time, null);
    }

    private static (string, IEnumerable<DateValue>) Dated(TimeExpression time, LocalDate? day, Said said)
    {
        if (day is not { } date) return ("date", []);
        if (time.Clock is null && time.Part is null) return time.Limit is Limit.None or Limit.About ? ("date", [new DateValue(Text(date), null)]) : ("daterange", [Bound(time.Limit, Text(date), Text(date))]);
        return Timed(time, date);
    }

    private static (string, IEnumerable<DateValue>) Timed(TimeExpression time, LocalDate? date)
    {
        string At(LocalTime hour, LocalTime? from = null) => date is null ? Hour.Format(hour) : Minute.Format((from is { } start && hour <= start ? date.Value.PlusDays(1) : date.Value).At(hour));
        if (time.Clock is { } clock)
        {
            var starts = clock.IsAbout ? [clock.Readings[0]] : Readings(clock, time.Part);
            if (time.Until is { } until) return ("timerange", Windows(clock, until, time.Part).Select(pair => new DateValue(At(pair.From), At(pair.To, date is null ? null : pair.From))));
            if (time.Limit is not (Limit.None or Limit.About)) return ("timerange", starts.Select(start => Bound(time.Limit, At(start), At(start))));
            return ("time", starts.Select(start => new DateValue(At(start), null)));
        }

        var part = time.Part!;
        var (from, to) = Parts.GetValueOrDefault(part.Name, (part.From, part.To));
        if (part.Stretch is Stretch.Early) to = from.PlusHours(2);
        else if (part.Stretch is not null) from = to.PlusHours(-2);
        if (time.Limit is Limit.After or Limit.Before) return ("timerange", [Bound(time.Limit, At(to), At(from))]);
        return ("timerange", [new DateValue(At(from), At(to))]);
    }

    private static IReadOnlyList<LocalTime> Readings(ClockTerm clock, PartTerm? part)
    {
        if (part is null || clock.Readings.Count < 2) return clock.Readings;
        if (part.Name is "tonight" or "night" or "tonite") return clock.Hour is >= 1 and < 5 or 12 ? [clock.Readings[0]] : [clock.Readings[1]];
        return part.Name is "morning" or "am" ? [clock.Readings[0]] : [clock.Readings[1]];
    }

    // "5 to 6pm" is all in the afternoon; "9 to 3" goes over noon.
    private static IEnumerable<(LocalTime From, LocalTime To)> Windows(ClockTerm clock, ClockTerm until, PartTerm? part)
    {
        var starts = Readings(clock, part);
        var ends = Readings(until, part);
        if (starts.Count == 1 && ends.Count == 1) return [(starts[0], ends[0])];
        if (ends.Count == 1) return [(starts.Where(start => start < ends[0]).DefaultIfEmpty(starts[0]).Max(), ends[0])];
        if (starts.Count == 1) return [(starts[0], ends.Where(end => end > starts[0]).DefaultIfEmpty(ends[0]).First())];
        return starts.Select(start => (start, ends.Where(end => end > start).DefaultIfEmpty(ends[0]).First()));
    }

    // "before the end of March" is before April, "before early March" before March.
    private static DateValue Within(Limit limit, PeriodTerm period, DateRange range) => period switch
    {
        PeriodTerm.Part { Stretch: Stretch.End or Stretch.Late } when limit is Limit.Before or Limit.By or Limit.Until => new DateValue(null, Text(range.End)),
        PeriodTerm.Part { Stretch: Stretch.Beginning or Stretch.Early } when limit is Limit.After => new DateValue(Text(range.First), ""),
        _ => Bound(limit, Text(range.First), Text(range.End)),
    };

    // The end lies ahead; the start is the last one before it. A month or year said at the end is the start's too.
    private static IEnumerable<DateValue> Range(TimeExpression from, TimeExpression to, Said said)
    {
        var first = Edge(Inherited(from, to), said);
        if (first is not { } start) return [];
        var end = Edge(to, to.Day is DayTerm.OfWeek ? new Said(start.AtMidnight()) : said);
        if (end is not { } last) return [];
        while (start > last && from.Day is not DayTerm.Full) start = start.PlusYears(-1);
        return [new DateValue(Text(start), Text(last))];
    }

    private static TimeExpression Inherited(TimeExpression opening, TimeExpression to) => (opening.Day, opening.Period, to.Day, to.Period) switch
    {
        (DayTerm.OfMonth day, _, DayTerm.Full full, _) => opening with { Day = new DayTerm.Full(full.Year, day.Month, day.Number) },
        (DayTerm.OfThisOrNextMonth { Month: null } day, _, DayTerm.OfMonth end, _) => opening with { Day = new DayTerm.OfMonth(end.Month, day.Number) },
        (DayTerm.OfThisOrNextMonth { Month: null } day, _, DayTerm.Full end, _) => opening with { Day = new DayTerm.Full(end.Year, end.Month, day.Number) },
        (_, PeriodTerm.NamedMonth { Year: null } month, _, PeriodTerm.NamedMonth { Year: { } year }) => opening with { Period = month with { Year = year } },
        (_, PeriodTerm.NamedMonth { Year: null } month, DayTerm.Full end, _) => opening with { Period = month with { Year = end.Year } },
        _ => opening,
    };

    private static LocalDate? Edge(TimeExpression time, Said said) => time.Day is { } day ? day.Day(said) : time.Period switch
    {
        PeriodTerm.Part { Stretch: Stretch.End } end => end.Whole.Range(said)?.End,
        PeriodTerm.Part { Stretch: Stretch.Mid } mid when mid.Whole.Range(said) is { } whole => whole.Unit == Grain.Year ? whole.First.PlusMonths(6).PlusDays(1) : whole.First.PlusDays(15),
        PeriodTerm.Part { Stretch: Stretch.Beginning } start => start.Whole.Range(said)?.First,
        { } period => period.Range(said)?.First,
        null => time.IsNow ? said.Today : null,
    };

    private static DateValue Bound(Limit limit, string start, string end) => limit switch
    {
        Limit.Before or Limit.By => new DateValue(null, start),
        Limit.Until => new DateValue(null, start),
        Limit.After => new DateValue(end, ""),
        Limit.Since => new DateValue(start, ""),
        _ => new DateValue(start, end),
    };

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
