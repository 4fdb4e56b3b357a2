namespace SoftNo.Cues.Moments.Dates;

/// <summary>Days counted from another: "in two weeks", "two weeks from today", "a week from Tuesday", "three days after Easter".</summary>
internal sealed class RelativeDays(Grammar grammar)
{
    private readonly Wording _words = grammar.Words;

    public Found<DayTerm> TryRelative(int at)
    {
        var counted = TryCounted(at);
        if (counted.Yes) return OnWeekday(counted);
        return AWeekDay(at);
    }

    /// <summary>A count of days or more, before or after something.</summary>
    public Found<DayTerm> TryCounted(int at)
    {
        var into = _words.Is(at, "in");
        var from = into ? grammar.Past(at + 1, "about") : at;
        if (!TryUnits(from, out var parts, out var next)) return default;
        if (After(parts, next) is { Yes: true } after) return into && _words.Is(next, "from") ? default : after;
        if (!into) return default;
        return new(Loose(parts, _words[from].Text is "couple" or "few" or "several" or "some" || (_words.Is(from, "a") && _words[from + 1].Text is "couple" or "few")), next);
    }

    /// <summary>"2 weeks and 2 days", "2 years 1 month 21 days": units of a day or more.</summary>
    public bool TryUnits(int at, out List<(double Count, Unit Unit)> parts, out int next)
    {
        parts = [];
        next = at;
        while (TryUnit(next, out var count, out var unit, out var after))
        {
            if (parts.Count > 0 && parts[^1].Unit <= unit) break;
            parts.Add((count, unit));
            next = after;
            var and = grammar.Past(next, "and");
            if (!TryUnit(and, out _, out var more, out _) || more >= unit) break;
            next = and;
        }

        return parts.Count > 0;
    }

    /// <summary>An amount and its unit, a day or longer.</summary>
    public bool TryUnit(int at, out double count, out Unit unit, out int next)
    {
        unit = Unit.Day;
        if (!grammar.Numbers.TryAmount(at, out count, out next)) return false;
        if (_words[next].Text is "business" or "working" or "work" && _words[next + 1].Text is "days" or "day")
        {
            (unit, next) = (Unit.BusinessDay, next + 2);
            return true;
        }

        return grammar.Spoken.Units.TryGetValue(_words[next].Text, out unit) && unit >= Unit.Day && !IsGluedOnly(next++);
    }

    private bool IsGluedOnly(int at) => grammar.Spoken.GluedUnits.Contains(_words[at].Text) && !_words[at].Glued;

    private Found<DayTerm> After(List<(double, Unit)> parts, int next)
    {
        switch (_words[next].Text)
        {
            case "ago":
                return new(Shift(new DayTerm.FromToday(0), parts, -1), next + 1);
            case "later" or "hence":
                return new(Shift(new DayTerm.FromToday(0), parts, 1), next + 1);
            case "from" or "after" or "since":
                if (_words.Is(next + 1, "now")) return new(Shift(new DayTerm.FromToday(0), parts, 1), next + 2);
                return From(parts, next + 1, 1);
            case "before":
                return From(parts, next + 1, -1);
            default:
                return default;
        }
    }

    private Found<DayTerm> From(List<(double, Unit)> parts, int at, int sign)
    {
        var day = grammar.Days.TryFixed(at);
        if (day.Yes) return new(Shift(day.Value!, parts, sign), day.Next);
        var year = grammar.Past(grammar.Past(at, "the"), "year");
        return grammar.Numbers.TryYear(year, out var number, out var next) ? new(Shift(new DayTerm.Full(number, 1, 1), parts, sign), next) : default;
    }

    private static DayTerm Shift(DayTerm from, List<(double Count, Unit Unit)> parts, int sign) =>
        parts.Aggregate(from, (day, part) => new DayTerm.Shifted(day, sign * part.Count, part.Unit));

    // "in two weeks" is said loosely: about then.
    private static DayTerm Loose(List<(double Count, Unit Unit)> parts, bool fuzzy)
    {
        var day = Shift(new DayTerm.FromToday(0), parts, 1);
        return day is DayTerm.Shifted shifted && parts is [{ Unit: not (Unit.Day or Unit.BusinessDay or Unit.Night) }] ? shifted with { IsLoose = true, IsFuzzy = fuzzy } : day;
    }

    // "in 3 days on Friday", "two months from today on Tuesday".
    private Found<DayTerm> OnWeekday(Found<DayTerm> day)
    {
        if (!_words.Is(day.Next, "on") || !grammar.TryWeekday(day.Next + 1, out var weekday, out var next)) return day;
        return new(new DayTerm.InWeekOf(weekday, day.Value!, day.Value is DayTerm.Shifted { Unit: Unit.Month }), next);
    }

    // "a week Tuesday".
    private Found<DayTerm> AWeekDay(int at) =>
        _words.Are(at, "a", "week") && grammar.TryWeekday(grammar.Past(at + 2, "on"), out var weekday, out var next)
            ? new(new DayTerm.Shifted(new DayTerm.OfWeek(weekday), 1, Unit.Week), next) : default;
}
