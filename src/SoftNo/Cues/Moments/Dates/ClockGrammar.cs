using System.Globalization;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>Hours: <c>2:30pm</c>, "quarter past twelve", "ten thirty", "fourteen hundred", "two-ish", "noon".</summary>
internal sealed class ClockGrammar(Grammar grammar)
{
    private readonly Wording _words = grammar.Words;

    /// <summary>An hour at a place. A bare number is one only where its neighbours make it so.</summary>
    public Found<ClockTerm> TryClock(int at, bool bare)
    {
        var found = Named(at).Or(PastOrTo(at)).Or(Military(at)).Or(Digital(at)).Or(Spoken(at, bare));
        return found.Yes ? Finish(found) : default;
    }

    /// <summary>"am", "p.m.", "a m", "p . m ." at a place.</summary>
    public bool IsMeridiem(int at) => Meridiem(at, out _) != DayHalf.Unsaid;

    /// <summary>"o'clock", "-ish", "sharp" at a place.</summary>
    public bool IsHourMark(int at) => _words[at].Text is "o'clock" or "ish" or "sharp" || (_words.Is(at, "-") && _words.Is(at + 1, "ish")) || _words.Are(at, "o", "clock") || _words.Are(at, "on", "the", "dot");

    /// <summary>Minutes after an hour in words ("thirty" of "ten thirty") at a place.</summary>
    public bool IsMinutes(int at) => IsHourAhead(at) || _words[at].Text is "thirty" or "fifteen" or "forty" or "forty" or "oh" or "twenty" or "ten" || (_words.Is(at, "-") && _words[at + 1].Text is "thirty" or "fifteen" or "forty") || (_words.Is(at, ":") && _words[at + 1].IsDigits);

    // "to nine", "past ten", "till noon" after a number of minutes.
    private bool IsHourAhead(int at) => _words[at].Text is "to" or "past" or "till" or "til" && TryHour(at + 1, out _, out _);

    private Found<ClockTerm> Named(int at)
    {
        if (_words[at].Text is "noon" or "midday" or "noonish") return new(new ClockTerm(12, 0, DayHalf.Certain), at + 1);
        if (_words[at].Text is "12" or "twelve" && _words.Is(at + 1, "noon")) return new(new ClockTerm(12, 0, DayHalf.Certain), at + 2);
        if (_words[at].Text is "midnight") return new(new ClockTerm(0, 0, DayHalf.Certain), at + 1);
        return _words.Are(at, "mid", "night") ? new(new ClockTerm(0, 0, DayHalf.Certain), at + 2) : default;
    }

    // "half past nine", "quarter to eleven", "a quarter of three", "20 min past eight", "half eleven".
    private Found<ClockTerm> PastOrTo(int at)
    {
        var from = grammar.Past(at, "a");
        int minutes, next = from + 1;
        if (_words.Is(from, "half")) minutes = 30;
        else if (_words.Is(from, "quarter")) minutes = 15;
        else if (from != at || !grammar.Numbers.TryCardinal(from, out minutes, out next) || minutes is < 1 or > 59) return default;
        if (minutes == 30 && _words.Is(from, "half") && !_words.Is(next, "past")) return HalfHour(at, next);
        if (_words[next].Text is "minutes" or "minute" or "min" or "mins") next++;
        var sign = _words[next].Text switch { "past" or "after" => 1, "to" or "till" or "til" or "before" => -1, "of" when _words.Is(from, "quarter") || (minutes is 5 or 10 or 20 && TryHour(next + 1, out _, out var after) && !_words[after].IsLetters) => -1, _ => 0 };
        if (sign == 0 || (_words[next].Text is "after" or "before" or "to" && !_words.Is(from, "quarter") && minutes % 5 != 0)) return default;
        if (_words.Is(next, "to") && !_words.Is(from, "quarter") && !_words[next - 1].Text.StartsWith("min", StringComparison.Ordinal) && minutes < 13 && minutes != 10 && minutes != 5) return default;
        if (_words.Is(next, "to") && !_words.Is(from, "quarter") && !_words[next - 1].Text.StartsWith("min", StringComparison.Ordinal) && !(_words.Is(at - 1, "at") || OpensMinutesTo(at, minutes))) return default;
        if (!TryHour(next + 1, out var hour, out next)) return default;
        if (sign > 0) return new(new ClockTerm(hour, minutes, DayHalf.Unsaid), next);
        return new(new ClockTerm(hour == 1 ? 12 : hour - 1, 60 - minutes, DayHalf.Unsaid), next);
    }

    // "Wednesday, twenty to nine": five, ten, twenty or twenty-five before the hour, beside a day.
    private bool OpensMinutesTo(int at, int minutes) => minutes is 5 or 10 or 20 or 25 && _words[at].IsLetters
        && (grammar.TryWeekday(_words[at - 1].Text is "," ? at - 2 : at - 1, out _, out _) || _words[at - 1].Text is "tomorrow" or "today" or "around" or "about" or "say" || (_words.Is(at - 1, ",") && _words[at - 2].Text is "tomorrow" or "today"));

    private Found<ClockTerm> HalfHour(int at, int next)
    {
        if (_words.Is(at, "a") || !TryHour(next, out var hour, out var after) || _words[after].IsLetters && grammar.Spoken.Units.ContainsKey(_words[after].Text)) return default;
        return new(new ClockTerm(hour, 30, DayHalf.Unsaid) { IsHalfHour = true }, after);
    }

    // "fourteen hundred", "oh-eight-hundred", "0730", "zero nine hundred hours".
    private Found<ClockTerm> Military(int at)
    {
        if (_words[at].IsDigits && _words[at].Text.Length == 4 && !grammar.OpensInside(at))
        {
            int hour = Number(at) / 100, minute = Number(at) % 100;
            var said = IsMeridiem(at + 1) || _words.Is(at + 1, "hours");
            if (hour > 23 || minute > 59 || !(said || _words[at].Text[0] == '0')) return default;
            return new(new ClockTerm(hour, minute, hour > 12 || _words.Is(at + 1, "hours") ? DayHalf.Certain : DayHalf.Unsaid), _words.Is(at + 1, "hours") ? at + 2 : at + 1);
        }

        var oh = _words[at].Text is "oh" or "zero" or "o";
        var from = oh ? grammar.Past(at + 1, "-") : at;
        if (!grammar.Numbers.TryCardinal(from, out var hours, out var next) || hours is < 1 or > 23) return default;
        next = grammar.Past(next, "-");
        if (!_words.Is(next, "hundred") || (!oh && hours < 10)) return default;
        if (!oh && !_words.Is(next + 1, "hours") && _words[next + 1].IsLetters && !grammar.Spoken.DayFollowers.Contains(_words[next + 1].Text) && !grammar.Spoken.Zones.TryAt(_words, next + 1, out _, out _)) return default;
        return new(new ClockTerm(hours, 0, DayHalf.Certain), _words.Is(next + 1, "hours") ? next + 2 : next + 1);
    }

    // "9:30", "7:56:30", "2.30pm".
    private Found<ClockTerm> Digital(int at)
    {
        if (!_words[at].IsDigits || _words[at].Text.Length > 2 || Number(at) > 24 || (grammar.OpensInside(at) && !_words[at - 1].Text.Equals("-", StringComparison.Ordinal))) return default;
        var point = _words.Is(at + 1, ".");
        if (!(point || _words.Is(at + 1, ":")) || !_words[at + 1].Glued || !_words[at + 2].IsDigits || !_words[at + 2].Glued || _words[at + 2].Text.Length != 2 || Number(at + 2) > 59) return default;
        var next = at + 3;
        var second = 0;
        if (_words.Is(next, ":") && _words[next].Glued && _words[next + 1].IsDigits && _words[next + 1].Text.Length == 2) (second, next) = (Number(next + 1), next + 2);
        if (point && !IsMeridiem(next) && (_words[at - 1].Text is not ("at" or "between" or "to") || _words[next].Text is "percent" or "%")) return default;
        if (!point && _words[next].Glued && _words[next].IsDigits) return default;
        var hour = Number(at);
        return new(new ClockTerm(hour, Number(at + 2), hour is > 12 or 0 ? DayHalf.Certain : DayHalf.Unsaid) { Second = second }, next);
    }

    // "nine", "nine thirty", "seven forty-three", "two oh five", "five-thirty".
    private Found<ClockTerm> Spoken(int at, bool bare)
    {
        if (!grammar.Numbers.TryCardinal(at, out var hour, out var next) || hour is < 1 or > 24) return default;
        if (_words[at].IsDigits && (_words[at].Text.Length > 2 || (grammar.OpensInside(at) && !_words.Is(at - 1, "-")) || grammar.ClosesInside(next) && !_words.Is(next, "-"))) return default;
        if (_words[at].IsLetters && Minutes(at, hour, out var spoken, out var after)) return new(new ClockTerm(spoken.Hour, spoken.Minute, DayHalf.Unsaid, !bare), after);
        if (IsMeridiem(next) || IsHourMark(next) || InPart(next) != DayHalf.Unsaid || IsClockAhead(next)) return new(new ClockTerm(hour, 0, hour > 12 ? DayHalf.Certain : DayHalf.Unsaid), next);
        if (!bare || IsCounted(next) || !MayFollowHour(next)) return default;
        if (_words.Is(next, "hours") && hour > 12) next++;
        return new(new ClockTerm(hour, 0, hour > 12 ? DayHalf.Certain : DayHalf.Unsaid, true), next);
    }

    // After a bare number a noun makes it a count: "one store", "seven inches".
    private bool MayFollowHour(int next)
    {
        var word = _words[next];
        if (!word.IsLetters) return true;
        if (_words.Is(next - 2, "at") && !_words.Is(next - 1, "one") && !word.Text.EndsWith('s')) return true;
        if (grammar.Spoken.DayFollowers.Contains(word.Text) && word.Text is not ("one" or "two" or "kind" or "sort" or "half" or "hour")) return true;
        return word.Text is "that" or "hours" or "before" or "tomorrow" or "today" or "tonight" || IsClockAhead(next) || grammar.TryWeekday(next, out _, out _) || grammar.TryMonth(next, out _, out _) || grammar.Spoken.Parts.ContainsKey(word.Text) || grammar.Numbers.TryOrdinal(next, out _, out _);
    }

    // "ten Eastern", "nine my time".
    private bool IsClockAhead(int next) =>
        (grammar.Spoken.Zones.TryAt(_words, next, out _, out _) || grammar.Spoken.OwnClock.TryAt(_words, next, out _, out _) || grammar.Spoken.OtherClock.TryAt(_words, next, out _, out _)) && !_words.Is(next - 1, "in");

    private bool Minutes(int at, int _, out (int Hour, int Minute) time, out int next)
    {
        time = default;
        next = at;
        if (!grammar.Spoken.Numbers.TryGetValue(_words[at].Text, out var hour) || hour is < 1 or > 12) return false;
        var from = _words.Is(at + 1, "-") ? at + 2 : at + 1;
        if (_words[from].Text is "oh" or "o" && grammar.Spoken.Numbers.TryGetValue(_words[from + 1].Text, out var low) && low is > 0 and < 10)
        {
            (time, next) = ((hour, low), from + 2);
            return true;
        }

        if (!_words[from].IsLetters || !grammar.Numbers.TryCardinal(from, out var minute, out next) || minute is < 10 or > 59) return false;
        if (minute % 5 != 0 && !_words.Is(at - 1, "at") && !_words.Is(next, "minutes")) return false;
        if (_words.Is(next, "minutes")) next++;
        time = (hour, minute);
        return !IsCounted(next);
    }

    private bool TryHour(int at, out int hour, out int next) =>
        grammar.Numbers.TryCardinal(at, out hour, out next) && hour is >= 1 and <= 12 || (_words.Is(at, "noon") && (hour = 12) == 12 && (next = at + 1) > 0);

    // A number that counts something is no hour: "ten trucks", "five percent", "two or three".
    private bool IsCounted(int next)
    {
        var word = _words[next];
        if (word.Text is "%" or "$" or "percent" or "hundred" or "thousand" or "million" or "grand" or "bucks" or "dollars" or "cents" or "of" or "people" or "x" or "times" or "k" or "more" or "days" or "out") return true;
        if (word.Text is "a" && _words[next + 1].IsLetters && _words[next + 1].Text is not "m") return true;
        return word.IsLetters && grammar.Spoken.Units.ContainsKey(word.Text) && word.Text is not ("s" or "d" or "w" or "y" or "h") && !(word.Text == "hours" && _words.Is(next + 1, "your"));
    }

    private Found<ClockTerm> Finish(Found<ClockTerm> clock)
    {
        var next = clock.Next;
        var value = clock.Value!;
        if (_words.Are(next, "o", "clock")) (value, next) = (value with { IsBare = false }, next + 2);
        else if (_words.Is(next, "o'clock")) (value, next) = (value with { IsBare = false }, next + 1);
        if (_words.Is(next, "-") && _words.Is(next + 1, "ish")) (value, next) = (value with { IsBare = false, IsAbout = true }, next + 2);
        else if (_words.Is(next, "ish")) (value, next) = (value with { IsBare = false, IsAbout = true }, next + 1);
        if (_words.Are(next, "or", "so") || _words.Are(next, "or", "thereabouts")) (value, next) = (value with { IsBare = false, IsAbout = true }, next + 2);
        if (_words.Is(next, "sharp")) (value, next) = (value with { IsBare = false }, next + 1);
        var half = Meridiem(next, out var after);
        if (half == DayHalf.Unsaid && (half = InPart(next)) != DayHalf.Unsaid) after = AfterPart(next);
        if (half == DayHalf.Unsaid) return new(value, next);
        if (value.Half == DayHalf.Certain) return new(value with { IsBare = false }, value.Hour > 12 || value.Hour == 0 ? after : next);
        return new(value with { IsBare = false, Half = half == DayHalf.Certain ? DayHalf.Unsaid : half }, after);
    }

    private DayHalf Meridiem(int at, out int next)
    {
        var text = _words[at].Text;
        next = at + 1;
        if (text == "ampm") return DayHalf.Certain;
        if (text is "am" or "pm")
        {
            if (text == "am" && !_words[at].Glued && _words[at - 1].Text is "i") return DayHalf.Unsaid;
            return text == "am" ? DayHalf.Am : DayHalf.Pm;
        }

        if (text is not ("a" or "p")) return DayHalf.Unsaid;
        if (_words.Is(next, ".")) next++;
        if (_words.Is(next, "m"))
        {
            next++;
            if (_words.Is(next, ".") && (_words.Is(next - 2, ".") || !_words[next].Glued)) next++;
            return text == "a" ? DayHalf.Am : DayHalf.Pm;
        }

        next = at + 1;
        return _words[at].Glued ? (text == "a" ? DayHalf.Am : DayHalf.Pm) : DayHalf.Unsaid;
    }

    // "in the morning", "at night" after an hour.
    private DayHalf InPart(int at)
    {
        var part = _words.Are(at, "in", "the") ? PartName(at + 2) : _words.Is(at, "at") && _words.Is(at + 1, "night") ? "night" : "";
        return part switch { "morning" or "mornings" => DayHalf.Am, "afternoon" or "evening" or "night" => DayHalf.Pm, _ => DayHalf.Unsaid };
    }

    // "In the a.m." as "in the morning".
    private string PartName(int at) => Meridiem(at, out _) switch { DayHalf.Am => "morning", DayHalf.Pm => "afternoon", _ => _words[at].Text };

    private int AfterPart(int at) => !_words.Is(at, "in") ? at + 2 : Meridiem(at + 2, out var next) != DayHalf.Unsaid ? next : at + 3;

    private int Number(int at) => int.Parse(_words[at].Text, CultureInfo.InvariantCulture);
}
