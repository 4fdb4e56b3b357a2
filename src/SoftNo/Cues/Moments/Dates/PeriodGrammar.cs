using System.Globalization;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>Weeks, months, quarters, years and stretches of them.</summary>
internal sealed class PeriodGrammar(Grammar grammar)
{
    private readonly Wording _words = grammar.Words;

    /// <summary>The longest period at a place.</summary>
    public Found<PeriodTerm> TryPeriod(int at) => _words[at].IsSign ? default : Nth(at).Or(Stretched(at)).Or(Within(at)).Or(TryPlain(at));

    /// <summary>A period without "early" or "the last week of".</summary>
    public Found<PeriodTerm> TryPlain(int at) =>
        Week(at).Or(Counted(at)).Or(Calendar(at)).Or(Month(at)).Or(Quarter(at)).Or(Season(at)).Or(Year(at)).Or(HolidayWeek(at));

    private Found<PeriodTerm> Week(int at)
    {
        var from = grammar.Past(at, "the");
        if (_words.Are(from, "week", "after", "next")) return new(new PeriodTerm.Calendar(Unit.Week, 2), from + 3);
        if (_words.Are(from, "weekend", "of") && grammar.Days.TryAnchorDay(from + 2) is { Yes: true } day) return new(new PeriodTerm.WeekendOf(day.Value!), day.Next);
        if (_words.Are(from, "w", "/", "c") && grammar.Days.TryFixed(from + 3) is { Yes: true } start) return new(new PeriodTerm.WeekOf(start.Value!), start.Next);
        if (!_words.Is(from, "week")) return default;
        switch (_words[from + 1].Text)
        {
            case "of" or "beginning" or "starting" or "commencing":
                var first = grammar.Days.TryFixed(grammar.Past(from + 2, "on"));
                return first.Yes ? new(new PeriodTerm.WeekOf(first.Value!), first.Next) : default;
            case "after" or "before" when from > at:
                var anchor = grammar.Days.TryAnchorDay(from + 2);
                var sign = _words.Is(from + 1, "after") ? 1 : -1;
                return anchor.Yes ? new(new PeriodTerm.WeekOf(anchor.Value!, sign), anchor.Next)
                    : new(new PeriodTerm.WeekOf(new DayTerm.ThatDay(), sign), _words.Is(from + 2, "that") ? from + 3 : from + 2);
        }

        if (from > at || !_words[from + 1].IsDigits || _words[from + 1].Text.Length > 2) return default;
        var number = int.Parse(_words[from + 1].Text, CultureInfo.InvariantCulture);
        if (number is < 1 or > 53) return default;
        var year = _words.Is(from + 2, "of") ? Year(from + 3).Or(Calendar(from + 3)) : default;
        return new(new PeriodTerm.NumberedWeek(number, year.Value), year.Yes ? year.Next : from + 2);
    }

    // "the next 3 days", "past two quarters", "5 upcoming years", "next couple weeks".
    private Found<PeriodTerm> Counted(int at)
    {
        var from = at;
        if (grammar.TryWhich(from, out var which, out var next) && which != Which.This)
        {
            if (_words[next].Text is not ("a" or "an" or "half") && grammar.Relative.TryUnits(next, out var parts, out var after) && parts is [var only] && !(only.Count == 1 && _words[next].IsLetters && !_words.Is(next, "one")))
                return new(new PeriodTerm.Running(only.Count, only.Unit, which is Which.Next or Which.Coming), after);
            return default;
        }

        if (!grammar.Numbers.TryCardinal(from, out var count, out next) || !grammar.TryWhich(next, out which, out next) || which == Which.This) return default;
        return grammar.Spoken.Units.TryGetValue(_words[next].Text, out var unit) && unit >= Unit.Day
            ? new(new PeriodTerm.Running(count, unit, which is Which.Next or Which.Coming), next + 1) : default;
    }

    // "this week", "next quarter", "the following month", "last fiscal year", "the weekend".
    private Found<PeriodTerm> Calendar(int at)
    {
        var from = grammar.Past(at, "the");
        var said = grammar.TryWhich(from, out var which, out var next);
        if (said && from > at) return default;
        if (!said)
        {
            if (_words[from].Text is "same" && from > at) return default;
            next = _words[from].Text is "same" or "that" ? from + 1 : from;
            which = Which.This;
            if (next == at && _words[at].Text is not ("weekend" or "fiscal" or "calendar")) return default;
        }

        var kind = _words[next].Text;
        if (kind is "calendar" or "working" or "business" or "fiscal" or "school") next++;
        if (!grammar.Spoken.Units.TryGetValue(_words[next].Text, out var unit) || unit < Unit.Week || _words[next].Text.EndsWith('s') || _words[next].Text.Length < 3) return default;
        if (kind is "fiscal" or "school") return new(new PeriodTerm.Unresolved(Grain.Year), next + 1);
        if (kind is "working" or "business" && unit == Unit.Week) unit = Unit.Workweek;
        if (!said && (_words.Is(next + 1, "of") || (_words[next + 1].IsDigits && from > at))) return default;
        var offset = which switch { Which.This or Which.Any => 0, Which.Next or Which.Coming => 1, _ => -1 };
        return new(new PeriodTerm.Calendar(unit, offset), next + 1);
    }

    private Found<PeriodTerm> Month(int at)
    {
        var from = at;
        if (!grammar.TryWhich(from, out var which, out var next)) next = from;
        var name = next;
        if (grammar.TryMonth(next, out var month, out next))
        {
            if (WithYear(next, out var year, out var end)) return new(new PeriodTerm.NamedMonth(month, year), end);
            if (_words.Is(name, "may") && which == Which.This && _words[next].IsLetters) return default;
            return which == Which.Any && IsOtherWord(name) ? default : new(new PeriodTerm.NamedMonth(month, null, which), next);
        }

        if (!_words[at].IsDigits || grammar.OpensInside(at)) return default;
        return YearAndMonth(at);
    }

    // "2015-3", "12-2015", "2017 april".
    private Found<PeriodTerm> YearAndMonth(int at)
    {
        if (grammar.Numbers.TryYear(at, out var year, out var next))
        {
            if (grammar.TryMonth(next, out var named, out var end)) return new(new PeriodTerm.NamedMonth(named, year), end);
            if (_words.Is(next, "-") && _words[next].Glued && Number(next + 1) is >= 1 and <= 12 and var month && !grammar.ClosesInside(next + 2)) return new(new PeriodTerm.NamedMonth(month, year), next + 2);
            return default;
        }

        return Number(at) is >= 1 and <= 12 and var first && _words.Is(at + 1, "-") && _words[at + 1].Glued && _words[at + 2].Glued && grammar.Numbers.TryYear(at + 2, out year, out next) && !grammar.ClosesInside(next)
            ? new(new PeriodTerm.NamedMonth(first, year), next) : default;
    }

    private int Number(int at) => _words[at].IsDigits && _words[at].Text.Length <= 2 ? int.Parse(_words[at].Text, CultureInfo.InvariantCulture) : 0;

    private bool WithYear(int next, out int year, out int end)
    {
        var at = _words[next].Text is "," or "/" or "-" or "of" or "in" ? next + 1 : next;
        if (_words.Is(next, "of") && _words[at].IsDigits && _words[at].Text.Length == 2)
        {
            (year, end) = (Numbers.Century(int.Parse(_words[at].Text, CultureInfo.InvariantCulture)), at + 1);
            return true;
        }

        return grammar.Numbers.TryYear(at, out year, out end) && !grammar.ClosesInside(end);
    }

    // "may", "march": months only where a word before says so.
    private bool IsOtherWord(int at)
    {
        if (!grammar.Spoken.MonthHomonyms.Contains(_words[at].Text)) return false;
        if (at == 0 || !grammar.Spoken.MonthOpeners.Contains(_words[at - 1].Text)) return true;
        return _words.Is(at, "may") && _words[at - 1].Text is "and" or "or" or "this" or "to" or "the" or "maybe" or "about" && _words[at + 1].IsLetters;
    }

    // "q3 2019", "2017-q1", "the first quarter of next year", "H2", "next year's first quarter".
    private Found<PeriodTerm> Quarter(int at)
    {
        var from = grammar.Past(at, "the");
        if (from > at && (_words[from].Text is "q" or "h" || _words[from].IsDigits)) return default;
        if (grammar.Numbers.TryYear(from, out var before, out var next) && _words[from].IsDigits && TryQuarter(grammar.Past(next, "-"), out var kind, out var number, out next))
            return new(new PeriodTerm.NumberedPart(kind, number, new PeriodTerm.NamedYear(before)), next);
        if (grammar.TryWhich(from, out var which, out next) && _words.Is(next, "year") && _words.Is(next + 1, "'s") && TryQuarter(next + 2, out kind, out number, out next))
            return new(new PeriodTerm.NumberedPart(kind, number, new PeriodTerm.Calendar(Unit.Year, which == Which.Next ? 1 : which == Which.This ? 0 : -1)), next);
        if (!TryQuarter(from, out kind, out number, out next)) return default;
        if (_words.Is(next, "of") || _words[next].Text is "-" or "," or "in")
        {
            var year = Year(next + 1).Or(Year(grammar.Past(next + 1, "the")));
            if (!year.Yes && _words.Is(next, "of")) year = _words.Are(next + 1, "the", "year") ? new(null, next + 3) : Calendar(next + 1);
            if (year.Yes) return new(new PeriodTerm.NumberedPart(kind, number, year.Value), year.Next);
            if (_words.Are(next, "of", "the", "year")) return new(new PeriodTerm.NumberedPart(kind, number), next + 3);
        }

        var plain = grammar.Numbers.TryYear(next, out var after, out var end) ? new PeriodTerm.NamedYear(after) : null;
        return new(new PeriodTerm.NumberedPart(kind, number, plain), plain is null ? next : end);
    }

    private bool TryQuarter(int at, out Unit kind, out int number, out int next)
    {
        kind = _words[at].Text is "h" ? Unit.Half : Unit.Quarter;
        next = at + 2;
        number = 0;
        if (_words[at].Text is "q" or "h" && ((_words[at + 1].IsDigits && _words[at + 1].Glued && _words[at + 1].Text.Length == 1) || (_words.Is(at, "q") && _words[at + 1].IsLetters)))
            return grammar.Numbers.TryCardinal(at + 1, out number, out next) && number >= 1 && number <= (kind == Unit.Half ? 2 : 4);
        if (!grammar.Numbers.TryOrdinal(at, out number, out next) || number > 4) return false;
        if (_words.Is(next, "quarter")) return Pass(ref next);
        kind = Unit.Half;
        return _words.Is(next, "half") && number <= 2 && (_words.Are(next + 1, "of", "the", "year") || _words.Is(next + 1, "of")) && Pass(ref next);
    }

    private static bool Pass(ref int next)
    {
        next++;
        return true;
    }

    private Found<PeriodTerm> Season(int at)
    {
        var from = grammar.Past(at, "the");
        if (!grammar.TryWhich(from, out _, out var next)) next = from;
        if (!grammar.Spoken.Seasons.Contains(_words[next].Text)) return default;
        if (next == at && _words[next].Text is "fall" or "spring" && _words[next - 1].Text is not ("in" or "come" or "by" or "of" or "till" or "until" or "early" or "late" or "think" or "a" or "after")) return default;
        return new(new PeriodTerm.Season(), WithYear(next + 1, out _, out var end) && _words[next + 1].Text is "of" or "20" ? end : next + 1);
    }

    private Found<PeriodTerm> Year(int at)
    {
        var from = at;
        if (_words[from].Text is "fiscal" or "calendar" or "school" && _words.Is(from + 1, "year")) from++;
        if (_words.Is(from, "year"))
        {
            var number = grammar.Past(from + 1, "of");
            if (!grammar.Numbers.TryYear(number, out var named, out var after)) return default;
            return _words[from - 1].Text is "fiscal" or "school" ? new(new PeriodTerm.Unresolved(Grain.Year), after) : new(new PeriodTerm.NamedYear(named), after);
        }

        if (grammar.OpensInside(at) && !_words.Is(at - 1, "-") || !grammar.Numbers.TryYear(at, out var year, out var next)) return default;
        if (grammar.ClosesInside(next) && !(_words.Is(next, "-") && grammar.Numbers.TryYear(next + 1, out _, out var last) && !grammar.ClosesInside(last))) return default;
        if (_words[at].IsDigits && (_words.Is(next, "-") && _words[next + 1].IsDigits && _words[next + 1].Text.Length < 4 || _words.Is(at - 1, "-") && _words[at - 2].IsDigits && _words[at - 2].Text.Length < 4)) return default;
        return new(new PeriodTerm.NamedYear(year), next);
    }

    private Found<PeriodTerm> HolidayWeek(int at)
    {
        var from = grammar.Past(at, "the");
        if (!grammar.Spoken.Holidays.TryAt(_words, from, out var holiday, out var next)) return default;
        int? year = grammar.Numbers.TryYear(next, out var number, out var after) && _words[next].IsDigits ? number : null;
        if (year is not null) next = after;
        if (_words.Is(next, "week")) return new(new PeriodTerm.WeekOf(new DayTerm.Named(holiday, year)), next + 1);
        if (!_words.Is(next, "weekend")) return default;
        if (grammar.Numbers.TryYear(next + 1, out number, out after)) return new(new PeriodTerm.WeekendOf(new DayTerm.Named(holiday, number)), after);
        return new(new PeriodTerm.WeekendOf(new DayTerm.Named(holiday, year)), next + 1);
    }

    // "the last week of January", "first week in March", "the first 2 weeks of 2021", "the third month of 2021".
    private Found<PeriodTerm> Nth(int at)
    {
        var from = grammar.Past(at, "the");
        int place = -1, next = from + 1;
        if (!_words.Is(from, "last") && !grammar.Numbers.TryOrdinal(from, out place, out next)) return default;
        if (_words[next].Text is "full" or "whole" or "business" or "working") next++;
        if (!grammar.Numbers.TryCardinal(next, out var count, out var unitAt)) (count, unitAt) = (1, next);
        if (!grammar.Spoken.Units.TryGetValue(_words[unitAt].Text, out var unit) || unit < Unit.Day || unit == Unit.Year) return default;
        if (_words[unitAt + 1].Text is not ("of" or "in")) return default;
        var whole = TryPlain(unitAt + 2).Or(TryPlain(grammar.Past(unitAt + 2, "the")));
        if (!whole.Yes) return default;
        return new(new PeriodTerm.Nth(place, count, unit, whole.Value!), whole.Next);
    }

    // "early March", "mid-month", "end of the quarter", "later this week", "the rest of the week", "EOM".
    private Found<PeriodTerm> Stretched(int at)
    {
        var from = at;
        if (Initials(from).Or(UnitEnd(from)) is { Yes: true } short_) return short_;
        if (Opener(from, out var next) is not { } stretch) return default;
        var whole = TryPlain(next).Or(TryPlain(grammar.Past(next, "the"))).Or(BareUnit(grammar.Past(next, "the")));
        return whole.Yes ? new(new PeriodTerm.Part(stretch, whole.Value!), whole.Next) : default;
    }

    private Found<PeriodTerm> Initials(int at) => _words[at].Text switch
    {
        "eow" => new(new PeriodTerm.Part(Stretch.End, new PeriodTerm.Calendar(Unit.Week, 0)), at + 1),
        "eom" => new(new PeriodTerm.Part(Stretch.End, new PeriodTerm.Calendar(Unit.Month, 0)), at + 1),
        "eoq" => new(new PeriodTerm.Part(Stretch.End, new PeriodTerm.Calendar(Unit.Quarter, 0)), at + 1),
        "eoy" => new(new PeriodTerm.Part(Stretch.End, new PeriodTerm.Calendar(Unit.Year, 0)), at + 1),
        "year" when _words.Are(at + 1, "to", "date") => new(new PeriodTerm.Part(Stretch.ToDate, new PeriodTerm.Calendar(Unit.Year, 0)), at + 3),
        _ => default,
    };

    private Found<PeriodTerm> BareUnit(int at) => _words[at].Text switch
    {
        "week" => new(new PeriodTerm.Calendar(Unit.Week, 0), at + 1),
        "month" => new(new PeriodTerm.Calendar(Unit.Month, 0), at + 1),
        "quarter" => new(new PeriodTerm.Calendar(Unit.Quarter, 0), at + 1),
        "year" => new(new PeriodTerm.Calendar(Unit.Year, 0), at + 1),
        _ => default,
    };

    private Stretch? Opener(int at, out int next) => grammar.Spoken.Stretches.TryAt(_words, at, out var stretch, out next) ? stretch : null;

    // "Month's end", "year-end".
    private Found<PeriodTerm> UnitEnd(int at)
    {
        var unit = BareUnit(at);
        var next = grammar.Past(grammar.Past(at + 1, "'s"), "-");
        return unit.Yes && _words.Is(next, "end") ? new(new PeriodTerm.Part(Stretch.End, unit.Value!), next + 1) : default;
    }

    // "within 9 months", "within the next 10 months", "over the next couple of weeks".
    private Found<PeriodTerm> Within(int at)
    {
        if (!_words.Is(at, "within")) return default;
        var from = grammar.Past(at + 1, "the");
        from = grammar.Past(from, "next");
        return grammar.Relative.TryUnits(from, out var parts, out var next) && parts is [var only] ? new(new PeriodTerm.Within(only.Count, only.Unit), next) : default;
    }
}
