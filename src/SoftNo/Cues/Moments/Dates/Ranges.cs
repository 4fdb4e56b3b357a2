namespace SoftNo.Cues.Moments.Dates;

/// <summary>Days and months from one to another: "from Tuesday to Friday", "between January and March", "April 9th through 17th".</summary>
internal sealed class Ranges(Grammar grammar, Assembly assembly)
{
    private readonly Wording _words = grammar.Words;

    public TimeExpression? TryRange(int at)
    {
        var opened = _words[at].Text is "from" or "between";
        if (OfOneMonth(at, opened ? at + 1 : at) is { } days) return days;
        var first = assembly.TryAssemble(opened ? at + 1 : at);
        if (first is null || !first.HasDate || !Joins(at, first.Next)) return null;
        var last = assembly.TryAssemble(first.Next + 1) ?? assembly.TryAssemble(grammar.Past(first.Next + 1, "the"));
        if (last is null || !last.HasDate || (first.Clock is null) != (last.Clock is null)) return null;
        if (!opened && first.Day is DayTerm.OfWeek && last.Day is not DayTerm.OfWeek) return null;
        return first with { First = at, Next = last.Next, To = InMonthOf(first.Day, last) };
    }

    private bool Joins(int opening, int at) => _words[at].Text is "to" or "-" or "~" or "through" or "thru" or "till" or "until" || (_words.Is(at, "and") && _words.Is(opening, "between"));

    // "April 9th through 17th": the month said once is of both.
    private static TimeExpression InMonthOf(DayTerm? first, TimeExpression last) => (first, last.Day) switch
    {
        (DayTerm.OfMonth from, DayTerm.OfThisOrNextMonth { Month: null } to) => last with { Day = new DayTerm.OfMonth(from.Month, to.Number) },
        (DayTerm.Full from, DayTerm.OfThisOrNextMonth { Month: null } to) => last with { Day = new DayTerm.Full(from.Year, from.Month, to.Number) },
        _ => last,
    };

    // "November 19-20", "9 to 12 of June", "between ninth and seventeenth of April".
    private TimeExpression? OfOneMonth(int at, int from)
    {
        if (grammar.TryMonth(from, out var month, out var day) && TryDays(at, day, out var first, out var last, out var next)) return Days(at, next, new DayTerm.OfMonth(month, first), new DayTerm.OfMonth(month, last));
        if (!TryDays(at, grammar.Past(from, "the"), out first, out last, out next) || _words[next].Text is not ("of" or "in")) return null;
        if (grammar.TryMonth(next + 1, out month, out var end)) return Days(at, end, new DayTerm.OfMonth(month, first), new DayTerm.OfMonth(month, last));
        return grammar.Periods.TryPlain(next + 1) is { Yes: true, Value: { Grain: Grain.Month } whole } named ? Days(at, named.Next, new DayTerm.OfThisOrNextMonth(first, whole), new DayTerm.OfThisOrNextMonth(last, whole)) : null;
    }

    private bool TryDays(int opening, int at, out int first, out int last, out int next)
    {
        (last, next) = (0, at);
        if (!TryNumber(at, out first, out var sign) || !Joins(opening, sign) || !TryNumber(grammar.Past(sign + 1, "the"), out last, out next) || last <= first) return false;
        return !grammar.Clocks.IsMeridiem(next) && !grammar.Clocks.IsHourMark(next) && _words[next].Text is not (":" or "/" or "-" or "%") && !(_words[next].IsLetters && grammar.Spoken.Units.ContainsKey(_words[next].Text));
    }

    private bool TryNumber(int at, out int day, out int next) => (grammar.Numbers.TryOrdinal(at, out day, out next) || grammar.Numbers.TryCardinal(at, out day, out next)) && day is >= 1 and <= 31;

    private static TimeExpression Days(int at, int next, DayTerm first, DayTerm last) => new(at, next) { Day = first, To = new TimeExpression(at, next) { Day = last } };
}
