namespace SoftNo.Cues.Moments.Dates;

/// <summary>Puts a day, an hour and a part of the day together, in any order: "Tuesday at ten", "nine on the twelfth", "tomorrow morning".</summary>
internal sealed class Assembly(Grammar grammar)
{
    private readonly Wording _words = grammar.Words;

    /// <summary>The time at a place, with all that belongs to it.</summary>
    /// <param name="at">The place.</param>
    /// <param name="bare">Whether a number alone is an hour ("by five").</param>
    public TimeExpression? TryAssemble(int at, bool bare = false)
    {
        var found = new TimeExpression(at, at);
        bare |= _words[at - 1].Text is "at" or "around" or "about" or "till" or "until" or "@" or "by" or "before";
        var leading = false;
        if (EndOf(at) is { } ending) return ending;
        if (EndOfDay(at) is { } end) found = found with { IsEndOfDay = true, Next = end };
        else if (SameHour(at) is { } same) found = found with { IsSameHour = true, Next = same };
        else if (First(found, at, bare) is { } first) found = first;
        else if (!bare && First(found, at, true) is { Clock: not null } lone) (found, leading) = (lone, true);
        else return null;

        while (More(found) is { } more) found = more;
        if (leading && found.Day is null && found.Part is null && found.Until is null) return null;
        if (leading && found.Day is null && found is { Part: not null, Clock: { IsBare: true }, Until: null } && grammar.Spoken.Parts.ContainsKey(_words[found.Next - 1].Text) && grammar.Numbers.TryCardinal(found.Next - 2, out _, out _)) return null;
        if (found.Clock is { IsBare: true } && found.Day is null && found.Part is null && !bare && found.Until is null) return null;
        return found;
    }

    /// <summary>"before", "after", "by", "no later than"… at a place.</summary>
    public bool TryLimit(int at, out Limit limit, out int next)
    {
        next = at + 1;
        limit = Limit.None;
        if (_words.Are(at, "no", "later", "than") || _words.Are(at, "not", "later", "than")) return Is(Limit.Until, at + 3, out limit, out next);
        if (_words.Are(at, "later", "than")) return Is(Limit.After, at + 2, out limit, out next);
        if (_words.Are(at, "as", "late", "as")) return Is(Limit.Until, at + 3, out limit, out next);
        if (_words.Are(at, "as", "early", "as")) return Is(Limit.Since, at + 3, out limit, out next);
        if (_words[at].Text is "starting" or "beginning") return Is(Limit.Since, grammar.Past(grammar.Past(at + 1, "on"), "from"), out limit, out next);
        if (_words.Is(at, "about") && _words[at - 1].Text is "how" or "what") return false;
        limit = _words[at].Text switch
        {
            "before" => Limit.Before,
            "after" or "past" => Limit.After,
            "since" => Limit.Since,
            "until" or "till" or "til" => Limit.Until,
            "by" => Limit.By,
            "around" or "about" or "circa" => Limit.About,
            _ => Limit.None,
        };
        if (limit == Limit.None || (_words.Is(at, "past") && !_words[at + 1].IsDigits)) return false;
        if (limit is Limit.Before or Limit.After && _words[next].Text is "about" or "around") next++;
        return true;
    }

    private static bool Is(Limit value, int after, out Limit limit, out int next)
    {
        (limit, next) = (value, after);
        return true;
    }

    private TimeExpression? First(TimeExpression found, int at, bool bare)
    {
        var day = grammar.Days.TryDay(at);
        var period = grammar.Periods.TryPeriod(at);
        var clock = Clock(found, at, bare);
        var part = Part(at);
        var best = Math.Max(Math.Max(day.Next, period.Next), Math.Max(clock?.Next ?? 0, part.Next));
        if (best == 0) return null;
        if (part.Yes && part.Next == best) return found with { Part = part.Value, Next = best, Day = IsToday(at) ? new DayTerm.FromToday(0) : _words.Is(at, "that") ? new DayTerm.ThatDay() : (DayTerm?)LastNight(at) };
        if (day.Yes && day.Next == best) return found with { Day = day.Value, Next = best };
        if (clock is not null && clock.Next == best) return clock;
        return found with { Period = period.Value, Next = best };
    }

    private bool IsToday(int at) => _words[at].Text is "this" or "tonight" or "tonite" || (_words[at].Text is "later" or "late" or "early" && _words.Is(at + 1, "this"));

    private DayTerm.FromToday? LastNight(int at) => _words[at].Text switch
    {
        "last" => new DayTerm.FromToday(-1),
        "next" => new DayTerm.FromToday(1),
        _ => null,
    };

    private TimeExpression? More(TimeExpression found)
    {
        var at = found.Next;
        var comma = _words.Is(at, ",");
        if (comma) at++;
        if (_words.Are(at, "i", "mean")) at += 2;
        if (found.Period is not null) return null;
        return AddWeek(found, at) ?? AddDate(found, at) ?? AddWeekday(found, at, comma) ?? AddHour(found, at, comma) ?? AddDay(found, at) ?? AddPart(found, at) ?? AddEnd(found, at);
    }

    // "Thursday afternoon next week", "Tuesday at two of the following week".
    private TimeExpression? AddWeek(TimeExpression found, int at) =>
        found is { Day: DayTerm.OfWeek { Which: Which.Any } day } && (found.Clock is not null || found.Part is not null) && grammar.Days.OtherWeek(at) is { } week
            ? found with { Day = new DayTerm.OfOtherWeek(day.Weekday, week.Weeks), Next = week.Next } : null;

    // "Monday morning the twelfth", "Tuesday at two, the fifteenth", "Thursday at nine, March fourth".
    private TimeExpression? AddDate(TimeExpression found, int at)
    {
        if (found is not { Day: DayTerm.OfWeek { Which: Which.Any } day } || (found.Clock is null && found.Part is null)) return null;
        var written = grammar.Written.TryDate(at);
        if (written.Yes) return found with { Day = written.Value, Next = written.Next };
        return _words.Is(at, "the") && grammar.Numbers.TryOrdinal(at + 1, out var number, out var next) && number <= 31 && !(_words[next].IsLetters && !grammar.Spoken.DayFollowers.Contains(_words[next].Text))
            ? found with { Day = new DayTerm.WeekdayOfMonth(day.Weekday, number), Next = next } : null;
    }

    // "November fifth, Thursday, seven": the weekday of the date.
    private TimeExpression? AddWeekday(TimeExpression found, int at, bool comma) =>
        comma && found is { Day: DayTerm.OfMonth or DayTerm.Full or DayTerm.OfThisOrNextMonth, Clock: null, Part: null } && grammar.TryWeekday(at, out _, out var next) && !grammar.Numbers.TryOrdinal(grammar.Past(next, "the"), out _, out _) && _words[next].Text is "," or "at" or "."
            ? found with { Next = next } : null;

    private TimeExpression? AddHour(TimeExpression found, int at, bool comma)
    {
        if (found.Clock is not null || found.IsSameHour || (found.Day is null && found.Part is null)) return null;
        if (SameHour(grammar.Past(at, "at")) is { } same) return found with { IsSameHour = true, Next = same };
        var from = at;
        var limit = Limit.None;
        if (_words[at].Text is "at" or "@" or "for" or "-" or "around" or "about" or "say" or "like" or "from" or "between" or "then") from = _words[at + 1].Text is "around" or "about" or "like" ? at + 2 : at + 1;
        else if (TryLimit(at, out limit, out from) is false) from = at;
        if (limit == Limit.About) limit = Limit.None;
        var said = from > at && !_words.Is(at, "for") && !_words.Is(at, "like");
        var bare = said || found.Part is not null || (found.Day is not null && !comma) || (comma && EndsHere(from));
        return Clock(found, from, bare) is not { } hour ? null : hour with { Limit = limit == Limit.None ? found.Limit : limit };
    }

    // A number alone after a comma is an hour only where nothing follows that it could count.
    private bool EndsHere(int at) => grammar.Numbers.TryCardinal(at, out _, out var next) && (!_words[next].IsLetters || grammar.Spoken.Zones.TryAt(_words, next, out _, out _) || _words[next].Text is "sharp" or "my" or "your" or "our" or "on" or "in" or "at");

    private TimeExpression? AddDay(TimeExpression found, int at)
    {
        if (found.Day is not null) return null;
        var from = _words[at].Text is "on" or "of" or "for" or "in" or "at" or "that" ? at + 1 : at;
        if (_words.Is(at, "for") && found.Clock is { IsBare: true }) return null;
        if (_words.Is(at, "that") && !grammar.TryWeekday(from, out _, out _) && !_words.Is(from, "day")) return null;
        if (_words.Is(from, "at")) return null;
        var day = grammar.Days.TryDay(from);
        if (day.Yes && !(day.Value is DayTerm.Shifted && _words.Is(at, "in"))) return found with { Day = day.Value, Next = day.Next };
        if (Part(at) is { Yes: true } part && (IsToday(at) || _words.Is(at, "that") || LastNight(at) is not null))
            return found with { Part = part.Value, Next = part.Next, Day = IsToday(at) ? new DayTerm.FromToday(0) : (DayTerm?)LastNight(at) ?? new DayTerm.ThatDay() };
        return null;
    }

    private TimeExpression? AddPart(TimeExpression found, int at)
    {
        if (found.Part is not null) return null;
        var part = Part(at);
        return part.Yes ? found with { Part = part.Value, Next = part.Next } : null;
    }

    private TimeExpression? AddEnd(TimeExpression found, int at)
    {
        if (found.Day is null || found.IsEndOfDay) return null;
        var from = _words[at].Text is "by" or "before" or "at" ? at + 1 : at;
        return EndOfDay(from) is { } end ? found with { IsEndOfDay = true, Next = end } : null;
    }

    // An hour, or "one to three", "from 10 to 4", "between 3 and 5".
    private TimeExpression? Clock(TimeExpression found, int at, bool bare)
    {
        var opened = _words[at].Text is "from" or "between";
        var from = opened ? at + 1 : at;
        var first = grammar.Clocks.TryClock(from, bare || opened || RangeAhead(from));
        if (!first.Yes) return null;
        var to = first.Next;
        if (_words[to].Text is "to" or "-" or "and" or "until" or "till" or "til" or "through")
        {
            var isRange = !_words.Is(to, "and") || _words.Is(at, "between") || _words.Is(at - 1, "between");
            var last = isRange ? grammar.Clocks.TryClock(to + 1, true) : default;
            if (last.Yes && !(last.Value!.IsBare && first.Value!.IsBare && !bare && !opened)) return found with { Clock = first.Value, Until = last.Value, Next = last.Next };
            if (last.Yes && DayFollows(last.Next)) return found with { Clock = first.Value, Until = last.Value, Next = last.Next };
        }

        return opened ? null : found with { Clock = first.Value, Next = first.Next };
    }

    private bool RangeAhead(int at) => grammar.Numbers.TryCardinal(at, out _, out var next) && _words[next].Text is "-" or "to"
        && grammar.Clocks.TryClock(next + 1, true) is { Yes: true } last && (!last.Value!.IsBare || DayFollows(last.Next));

    private bool DayFollows(int at) => grammar.Days.TryDay(grammar.Past(at, "on")).Yes;

    private Found<PartTerm> Part(int at)
    {
        var from = at;
        Stretch? stretch = null;
        if (_words[from].Text is "later" or "late" or "early" or "mid")
        {
            stretch = _words.Is(from, "early") ? Stretch.Early : _words.Is(from, "mid") ? Stretch.Mid : Stretch.Late;
            from++;
        }

        if (_words.Are(at, "first", "thing") && !_words.Is(at + 2, "s")) return Named("morning", _words.Are(at + 2, "in", "the", "morning") ? at + 5 : at + 2);
        if (_words[at].Text is "after" or "before" && _words.Is(at + 1, "lunch")) return Named(_words.Is(at, "after") ? "afternoon" : "morning", at + 2);
        if (_words.Are(at, "mid", "-") || _words.Is(at, "mid")) from = grammar.Past(from, "-");
        if (_words.Are(from, "in", "the") || _words.Are(from, "in", "that")) from += 2;
        else if (_words[from].Text is "this" or "that" or "the" or "at" or "in" or "next" or "last") from++;
        var name = _words[from].Text;
        if (_words[at - 1].Text is "good" && from == at) return default;
        if (name is "lunch" or "dinner" or "breakfast" && from == at && !grammar.Spoken.Weekdays.ContainsKey(_words[at - 1].Text) && _words[at - 1].Text is not ("tomorrow" or "today" or "around" or "over" or "during")) return default;
        if (name is "lunch" or "dinner" && from > at && _words[from - 1].Text is "this" or "that" or "the" or "next" or "last") return default;
        if (name is "am" or "pm" && from == at && at == 0) return default;
        if (!grammar.Spoken.Parts.TryGetValue(name, out var hours)) return default;
        if (name is "night" or "lunch" or "dinner" or "breakfast" && from == at && at > 0 && _words[at - 1].IsLetters && !grammar.Spoken.Weekdays.ContainsKey(_words[at - 1].Text) && _words[at - 1].Text is not ("tomorrow" or "yesterday")) return default;
        if (name is "am" or "pm" && _words[from - 1].Text is not ("tomorrow" or "today") && !grammar.Spoken.Weekdays.ContainsKey(_words[from - 1].Text)) return default;
        return new(new PartTerm(name, hours.From, hours.To, stretch), from + 1);
    }

    private Found<PartTerm> Named(string name, int next) => new(new PartTerm(name, grammar.Spoken.Parts[name].From, grammar.Spoken.Parts[name].To), next);

    // "end of day", "the end of the day", "EOD", "close of business", "end of business", "end of Tuesday".
    private int? EndOfDay(int at)
    {
        var from = grammar.Past(at, "the");
        if (_words[from].Text is "eod" or "cob" or "eob") return from + 1;
        if (_words[from].Text is not ("end" or "close") || !_words.Is(from + 1, "of")) return null;
        var next = grammar.Past(from + 2, "the");
        if (_words[next].Text is "day" or "business" or "play") return _words.Is(next + 1, "on") ? next + 2 : next + 1;
        return null;
    }

    // "End of tomorrow", "end of this Friday", "close of Tuesday".
    private TimeExpression? EndOf(int at)
    {
        var from = grammar.Past(at, "the");
        if (_words[from].Text is not ("end" or "close") || !_words.Is(from + 1, "of")) return null;
        var day = grammar.Days.TryDay(from + 2).Or(grammar.Days.TryDay(grammar.Past(from + 2, "the")));
        return day.Value is DayTerm.OfWeek or DayTerm.FromToday ? new TimeExpression(at, day.Next) { Day = day.Value, IsEndOfDay = true } : null;
    }

    // "same time", "the same hour", "this time": the hour already spoken of.
    private int? SameHour(int at)
    {
        var from = _words[at].Text is "at" ? at + 1 : at;
        from = grammar.Past(from, "the");
        if (_words.Are(from, "this", "same", "time")) return from + 3;
        if (_words.Is(from, "same") && _words[from + 1].Text is "time" or "hour") return from + 2;
        return null;
    }
}
