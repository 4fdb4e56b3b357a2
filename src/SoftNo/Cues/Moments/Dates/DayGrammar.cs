using NodaTime;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>Days by name: weekdays, holidays, numbers of a month, today and its neighbours.</summary>
internal sealed class DayGrammar(Grammar grammar)
{
    private readonly Wording _words = grammar.Words;

    /// <summary>The longest day at a place.</summary>
    public Found<DayTerm> TryDay(int at) =>
        _words[at].IsSign ? default
        : grammar.Written.TryDate(at)
            .Or(WithWeekday(at)).Or(Weekday(at)).Or(NextWeekDay(at)).Or(Numbered(at)).Or(NthOfPeriod(at)).Or(NthDay(at))
            .Or(Holiday(at)).Or(Near(at)).Or(DatedWhich(at)).Or(grammar.Relative.TryRelative(at));

    /// <summary>A day that another is counted from: no relative one, which would count again.</summary>
    public Found<DayTerm> TryFixed(int at) =>
        grammar.Written.TryDate(at).Or(WithWeekday(at)).Or(Weekday(at)).Or(Numbered(at)).Or(Holiday(at)).Or(Near(at)).Or(NthOfPeriod(at));

    // "this 5/12", "next 6th of April", "next friday 5/12".
    private Found<DayTerm> DatedWhich(int at)
    {
        if (!grammar.TryWhich(at, out var which, out var next)) return default;
        var date = grammar.Written.TryDate(next);
        if (date.Value is DayTerm.OfMonth day) return new(day with { Which = which }, date.Next);
        if (!grammar.TryWeekday(next, out var weekday, out next)) return default;
        date = grammar.Written.TryDate(next).Or(OnWeekday(grammar.Written.TryMonthSlashDay(next, true), weekday));
        return date.Value is DayTerm.OfMonth beside ? new(beside with { Which = Which.This }, date.Next) : default;
    }

    // "Tuesday, the 15th of January", "friday (jun-15)", "Monday the twenty-seventh", "Friday 29".
    private Found<DayTerm> WithWeekday(int at)
    {
        var from = grammar.Past(at, "the");
        var which = grammar.TryWhich(from, out var said, out var after) ? said : Which.Any;
        if (which != Which.Any) from = after;
        if (!grammar.TryWeekday(from, out var weekday, out var next)) return default;
        if (_words.Are(next, "next", "week") || _words.Are(next, "this", "week")) next += 2;
        if (_words[next].Text is "," or "-" or "(" or ".") next++;
        var bracket = _words.Is(next - 1, "(");
        var date = grammar.Written.TryDate(next).Or(OnWeekday(grammar.Written.TryMonthSlashDay(next, true), weekday));
        if (date.Value is DayTerm.OfMonth fixedYear && which != Which.Any) date = new(fixedYear with { Which = Which.This }, date.Next);
        if (date.Yes) return new(date.Value, bracket && _words.Is(date.Next, ")") ? date.Next + 1 : date.Next);
        var number = grammar.Past(next, "the");
        if (grammar.Numbers.TryOrdinal(number, out var day, out after) && day <= 31 && MayFollowDay(after, number > next)) return Beside(weekday, day, after);
        return CountBeside(weekday, number, number > next);
    }

    // "friday 7-6" is a date only where the calendar agrees; else hours from seven to six.
    private Found<DayTerm> OnWeekday(Found<DayTerm> date, IsoDayOfWeek weekday) =>
        date.Yes && grammar.Today is { } today && date.Value!.Day(new Said(today.AtMidnight()))?.DayOfWeek == weekday ? date : default;

    // A bare number beside a weekday is its date where the calendar agrees soon; else an hour is meant.
    private Found<DayTerm> CountBeside(IsoDayOfWeek weekday, int number, bool the)
    {
        if (_words.Is(number - 1, ".") || !grammar.Numbers.TryCardinal(number, out var day, out var after) || day is < 1 or > 31) return default;
        if (_words.Is(after, "hundred") || grammar.ClosesInside(after) || grammar.Clocks.IsMeridiem(after) || grammar.Clocks.IsHourMark(after) || grammar.Clocks.IsMinutes(after)) return default;
        var term = new DayTerm.WeekdayOfMonth(weekday, day);
        if (day <= 12 && !the)
        {
            if (grammar.Today is not { } today || term.Days(new Said(today.AtMidnight())) is not [var date] || Period.DaysBetween(today, date) > 13) return default;
        }

        return _words[after].IsLetters && grammar.Spoken.Units.ContainsKey(_words[after].Text) ? default : new(term, after);
    }

    private Found<DayTerm> Beside(IsoDayOfWeek weekday, int day, int next) => _words.Is(next, "of") && TryMonthAfter(next, out var month, out var after)
        ? new(new DayTerm.OfThisOrNextMonth(day, month), after) : new(new DayTerm.WeekdayOfMonth(weekday, day), next);

    private bool TryMonthAfter(int of, out PeriodTerm month, out int next)
    {
        var found = grammar.Periods.TryPlain(grammar.Past(of, "of"));
        (month, next) = (found.Value!, found.Next);
        return found.Value is { Grain: Grain.Month };
    }

    private Found<DayTerm> Weekday(int at)
    {
        var from = grammar.Past(at, "the");
        var said = grammar.TryWhich(from, out var which, out var next);
        if (said && which == Which.Next && _words.Is(next, "week")) return default;
        if (!said) next = from;
        if (_words[next].Text is "that" && from == at) (next, from) = (next + 1, next);
        if (!grammar.TryWeekday(next, out var weekday, out next)) return default;
        if (from == at && _words[at - 1].Text is "a" or "one" or "some" or "every" or "each" && !_words.Are(at - 2, "that", "one")) return default;
        if (said) return Following(weekday, which, next);
        return AfterWeekday(at, weekday, next);
    }

    private Found<DayTerm> Following(IsoDayOfWeek weekday, Which which, int next) =>
        _words.Are(next, "of", "next", "week") ? new(new DayTerm.OfOtherWeek(weekday, 1), next + 3) : new(new DayTerm.OfWeek(weekday, which), next);

    // What may come after a weekday and change its week.
    private Found<DayTerm> AfterWeekday(int at, IsoDayOfWeek weekday, int next)
    {
        if (OtherWeek(next) is { } other) return new(new DayTerm.OfOtherWeek(weekday, other.Weeks), other.Next);
        if (_words.Is(next, "week") && !_words.Is(next + 1, "of") && !_words.Is(next + 1, "after")) return new(new DayTerm.Shifted(new DayTerm.OfWeek(weekday), 1, Unit.Week), next + 1);
        if (_words.Are(next, "after", "next")) return new(new DayTerm.Shifted(new DayTerm.OfWeek(weekday), 1, Unit.Week), next + 2);
        if (_words[next].Text is "after" or "before" && grammar.Days.TryAnchorDay(grammar.Past(next + 1, "the")) is { Yes: true } anchor)
            return new(new DayTerm.AfterDay(weekday, anchor.Value!, _words.Is(next, "before")), anchor.Next);
        if (_words.Are(next, "after", "that")) return new(new DayTerm.AfterAnchor(weekday), next + 2);
        if (_words.Is(at, "the") && _words.Is(next, "after")) return new(new DayTerm.AfterAnchor(weekday), next + 1);
        var comma = grammar.Past(next, ",");
        var relative = grammar.Relative.TryCounted(comma);
        return relative.Value is DayTerm.Shifted { Unit: not Unit.Second } shifted
            ? new(new DayTerm.InWeekOf(weekday, shifted, false), relative.Next)
            : new(new DayTerm.OfWeek(weekday), next);
    }

    /// <summary>"next week", "of the following week", "in two weeks"… after a weekday.</summary>
    public (int Weeks, int Next)? OtherWeek(int at)
    {
        var from = _words[at].Text is "of" or "in" or "," ? at + 1 : at;
        from = grammar.Past(from, "the");
        if (_words[from].Text is "next" or "following" or "coming" && _words.Is(from + 1, "week")) return (1, from + 2);
        if (_words.Are(from, "this", "week")) return (0, from + 2);
        if (_words[from].Text is "last" or "previous" && _words.Is(from + 1, "week")) return (-1, from + 2);
        if (_words.Are(from, "week", "after", "next")) return (2, from + 3);
        return null;
    }

    // "next week Wednesday", "next week on Tuesday", "this week monday", "previous week - Monday".
    private Found<DayTerm> NextWeekDay(int at)
    {
        var from = grammar.Past(at, "the");
        if (OtherWeek(from) is not { } week || _words[from].Text is "of" or "in" or ",") return default;
        var next = _words[week.Next].Text is "on" or "-" or "," ? week.Next + 1 : week.Next;
        next = grammar.Past(next, "the");
        return grammar.TryWeekday(next, out var weekday, out var after) && !WithWeekday(next).Yes ? new(new DayTerm.OfOtherWeek(weekday, week.Weeks), after) : default;
    }

    // "the 18th", "the twenty-fifth", "the 17"; "twenty second" without article where nothing else can be meant.
    private Found<DayTerm> Numbered(int at)
    {
        var from = grammar.Past(at, "the");
        var the = from > at;
        if (_words[from].IsDigits && grammar.OpensInside(from)) return default;
        if (grammar.Numbers.TryOrdinal(from, out var day, out var next))
        {
            if (day > 31 || !MayFollowDay(next, the || IsDayOpener(at - 1))) return default;
            if (!the && day < 13 && !IsDayOpener(at - 1)) return default;
            if (day <= 3 && !IsDayOpener(at - 1) && !(the && _words[next].Text is "at" or "works" or "of" or "or" or "and")) return default;
            return OfMonth(day, next);
        }

        if (!the || !grammar.Numbers.TryCardinal(from, out day, out next) || day is < 1 or > 31) return default;
        if (day < 13 && !(_words[from].IsDigits && IsDayOpener(at - 1))) return default;
        return MayFollowDay(next, false) && !_words.Is(next, "of") && !grammar.ClosesInside(next) ? new(new DayTerm.OfThisOrNextMonth(day), next) : default;
    }

    private Found<DayTerm> OfMonth(int day, int next)
    {
        if (_words.Is(next, "of") && TryMonthAfter(next, out var month, out var after)) return new(new DayTerm.OfThisOrNextMonth(day, month), after);
        if (_words.Is(next, "of")) return default;
        return _words.Are(next, "this", "month") ? new(new DayTerm.OfThisOrNextMonth(day, new PeriodTerm.Calendar(Unit.Month, 0)), next + 2) : new(new DayTerm.OfThisOrNextMonth(day), next);
    }

    // After a rank, a noun makes it no day: "the fourth quarter", "the first round".
    private bool MayFollowDay(int next, bool the)
    {
        var word = _words[next];
        if (!word.IsLetters) return word.Text is not ("-" or "'" or "%") || !word.Glued;
        if (word.Text is "one") return IsClockWord(next);
        return grammar.Spoken.DayFollowers.Contains(word.Text) || (the && grammar.TryMonth(next, out _, out _));
    }

    // "the second one o'clock" is a day and an hour, "the second one" neither.
    private bool IsClockWord(int at) => grammar.Clocks.IsHourMark(at + 1) || grammar.Clocks.IsMeridiem(at + 1) || grammar.Clocks.IsMinutes(at + 1) || grammar.Spoken.Zones.TryAt(_words, at + 1, out _, out _);

    private bool IsDayOpener(int at) => at < 0 || _words[at].Text is "on" or "by" or "," or "." or "for" or "till" or "until" or "then" or "and" or "of" or "say" or "do" or "says" or "from" or "before" or "after" or "?" or "around";

    // "the first Monday of next month", "last Friday of the month", "second Tuesday in January".
    private Found<DayTerm> NthOfPeriod(int at)
    {
        var from = grammar.Past(at, "the");
        var last = _words.Is(from, "last");
        var nth = -1;
        var next = from + 1;
        if (!last && !grammar.Numbers.TryOrdinal(from, out nth, out next)) return default;
        if (nth > 5 || !grammar.TryWeekday(next, out var weekday, out next) || _words[next].Text is not ("of" or "in")) return default;
        var period = grammar.Periods.TryPlain(grammar.Past(next + 1, "the")).Or(grammar.Periods.TryPlain(next + 1));
        return period.Yes ? new(new DayTerm.OfPeriod(weekday, nth, period.Value!), period.Next) : default;
    }

    // "the 15th day of next month", "the thirty-first day of the month".
    private Found<DayTerm> NthDay(int at)
    {
        var from = grammar.Past(at, "the");
        if (!grammar.Numbers.TryOrdinal(from, out var day, out var next) || !_words.Are(next, "day", "of")) return default;
        var month = grammar.Periods.TryPlain(next + 2);
        return month.Value is { Grain: Grain.Month } ? new(new DayTerm.OfThisOrNextMonth(day, month.Value), month.Next) : default;
    }

    private Found<DayTerm> Holiday(int at)
    {
        var from = at;
        if (!grammar.TryWhich(from, out var which, out var name)) name = at;
        if (!grammar.Spoken.Holidays.TryAt(_words, name, out var holiday, out var next)) return default;
        if (_words[next].Text is "of" or "in" && grammar.TryWhich(next + 1, out var year, out var after) && _words.Is(after, "year")) return new(new DayTerm.Named(holiday, null, year), after + 1);
        var number = grammar.Past(next, ",");
        return grammar.Numbers.TryYear(number, out var of, out after) && _words[number].IsDigits
            ? new(new DayTerm.Named(holiday, of), after) : new(new DayTerm.Named(holiday, null, which), next);
    }

    /// <summary>A day that another may stand before or after: a holiday, a date, "tomorrow".</summary>
    public Found<DayTerm> TryAnchorDay(int at) => Holiday(at).Or(Holiday(grammar.Past(at, "the"))).Or(grammar.Written.TryDate(at)).Or(Numbered(at)).Or(Near(at));

    private Found<DayTerm> Near(int at)
    {
        switch (_words[at].Text)
        {
            case "today":
                return new(new DayTerm.FromToday(0), at + 1);
            case "tomorrow":
                return new(new DayTerm.FromToday(1), at + 1);
            case "yesterday":
                return new(new DayTerm.FromToday(-1), at + 1);
            case "that" or "same":
                return _words.Is(at + 1, "day") ? new(new DayTerm.ThatDay(), at + 2) : _words.Are(at, "that", "same", "day") ? new(new DayTerm.ThatDay(), at + 3) : default;
        }

        var from = grammar.Past(at, "the");
        if (_words.Are(from, "same", "day")) return new(new DayTerm.ThatDay(), from + 2);
        if (_words[from].Text is "next" or "following" && _words.Is(from + 1, "day") && from > at) return new(new DayTerm.Shifted(new DayTerm.ThatDay(), 1, Unit.Day), from + 2);
        if (!_words.Is(from, "day") || _words[from + 1].Text is not ("after" or "before") || (from == at && !_words.Is(from + 2, "tomorrow"))) return default;
        var sign = _words.Is(from + 1, "after") ? 1 : -1;
        var anchor = TryAnchorDay(from + 2).Or(Weekday(from + 2));
        return anchor.Yes ? new(new DayTerm.Shifted(anchor.Value!, sign, Unit.Day), anchor.Next)
            : _words[from + 2].IsLetters && !grammar.Spoken.DayFollowers.Contains(_words[from + 2].Text) ? default
            : new(new DayTerm.Shifted(new DayTerm.ThatDay(), sign, Unit.Day), from + 2);
    }
}
