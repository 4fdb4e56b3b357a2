using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>Finds the words of a text that say when, longest first, in one pass from left to right.</summary>
internal sealed class TimeGrammar
{
    private readonly Grammar _grammar;
    private readonly Wording _words;
    private readonly Spoken _spoken;
    private readonly Assembly _assembly;
    private readonly Ranges _ranges;

    private TimeGrammar(Wording words, Spoken spoken, LocalDate? today)
    {
        (_words, _spoken) = (words, spoken);
        _grammar = new Grammar(words, spoken, today);
        _assembly = new Assembly(_grammar);
        _ranges = new Ranges(_grammar, _assembly);
    }

    /// <summary>Every time of a text, in order, none overlapping another.</summary>
    public static IReadOnlyList<TimeExpression> Scan(Wording words, Spoken spoken, LocalDate? today) => new TimeGrammar(words, spoken, today).Scan();

    private List<TimeExpression> Scan()
    {
        var found = new List<TimeExpression>();
        var at = 0;
        while (at < _words.Count)
        {
            var best = At(at);
            if (best is null)
            {
                at++;
                continue;
            }

            found.Add(Placed(best));
            at = best.Next;
        }

        return found;
    }

    private TimeExpression? At(int at)
    {
        if (!MayOpen(at)) return null;
        var best = Recurring(at);
        best = Longer(best, _ranges.TryRange(at));
        best = Longer(best, Limited(at));
        best = Longer(best, _assembly.TryAssemble(at));
        best = Longer(best, Offset(at));
        best = Longer(best, Duration(at));
        best = Longer(best, Now(at));
        if (best is { Limit: Limit.None, Length: null, Offset: null } && _words[best.Next].Text is "or" or "and" && _words[best.Next + 1].Text is "later" or "greater" && !_words.Is(best.Next + 2, "than"))
            best = Later(best);
        return best ?? BareHour(at);
    }

    // "3 pm or later on Monday".
    private TimeExpression Later(TimeExpression time)
    {
        var next = time.Next + 2;
        if (time.Day is null && _words.Is(next, "on") && _grammar.Days.TryDay(next + 1) is { Yes: true } day) return time with { Limit = Limit.Since, Day = day.Value, Next = day.Next };
        return time with { Limit = Limit.Since, Next = next };
    }

    private TimeExpression? Now(int at)
    {
        if (_words.Are(at, "right", "now")) return new TimeExpression(at, at + 2) { IsNow = true };
        if (_words.Are(at, "at", "the", "moment") || _words.Are(at, "at", "this", "time") || _words.Are(at, "at", "the", "minute")) return new TimeExpression(at, at + 3) { IsNow = true };
        if (_words.Are(at, "at", "the", "present", "time")) return new TimeExpression(at, at + 4) { IsNow = true };
        if (_words.Are(at, "at", "present")) return new TimeExpression(at, at + 2) { IsNow = true };
        return _words.Is(at, "now") && (at + 1 >= _words.Count || _words[at + 1].IsSign) ? new TimeExpression(at, at + 1) { IsNow = true } : null;
    }

    // A number that stands alone between signs may be an hour ("Eleven.", "1:30?"); who reads it knows whether an hour is spoken of.
    private TimeExpression? BareHour(int at)
    {
        var before = _words[at - 1];
        var clock = _grammar.Clocks.TryClock(at, true);
        if (!clock.Yes || clock.Value!.Hour > 12) return null;
        var next = clock.Next;
        var spelled = next > at + 1;
        var opens = at == 0 || before.IsSign || before.Text is "say" or "okay" or "so" or "yeah" or "then" or "yes" or "do" or "make" or "call" or "it" or "no" or "we" or "swing" or "take" or "or" or "and" or "but" or "at" or "maybe" or "than" or "us" or "to";
        var closes = next >= _words.Count || (_words[next].IsSign && _words[next].Text is not ("-" or "/" or "%" or "$" or "'")) || _words[next].Text is "'s" or "is" or "works" or "then" or "sounds" or "it" or "yes" or "yep" or "done" or "please" or "okay" or "good" or "for" or "fine" or "not" or "sharp";
        return (spelled && (opens || closes)) || (opens && closes) ? new TimeExpression(at, next) { Clock = clock.Value with { IsBare = true } } : null;
    }

    // Cheap refusal of most words, so that the rules run only where a time may begin.
    private bool MayOpen(int at)
    {
        var word = _words[at];
        if (word.IsSign) return word.Text is "½" or "'";
        return true;
    }

    private static TimeExpression? Longer(TimeExpression? a, TimeExpression? b) => b is not null && (a is null || b.Next > a.Next) ? b : a;

    private TimeExpression Placed(TimeExpression found)
    {
        // "at 8.30" is read as an hour for its "at", which then belongs to it.
        if (_words.Is(found.First - 1, "at") && _words[found.First].IsDigits && _words.Is(found.First + 1, ".") && _words[found.First + 2].IsDigits) found = found with { First = found.First - 1 };
        var first = _words[found.First];
        var span = new TextSpan(first.Start, _words[found.Next - 1].End);
        if (ZoneAt(found) is not { } zone) return found with { Span = span, Whole = span };
        return found with { Span = span, Whole = new TextSpan(first.Start, _words[zone.Next - 1].End), Zone = zone.Zone, Next = zone.Next };
    }

    private (ClockZone Zone, int Next)? ZoneAt(TimeExpression found)
    {
        if (found.Clock is null) return null;
        var at = found.Next;
        if (_words[at].Text is "," or "in") at++;
        if (_spoken.Zones.TryAt(_words, at, out var zone, out var next)) return (new ClockZone(zone), next);
        if (!found.Clock.IsBare && _spoken.Places.TryAt(_words, at, out var place, out next) && !_words[next].IsLetters) return (new ClockZone(new NamedZone(place, new HashSet<string>())), next);
        at = found.Next;
        if (_words[at].Text is "," or "on") at++;
        if (_spoken.OtherClock.TryAt(_words, at, out _, out next)) return (new ClockZone(null, true), next);
        if (_spoken.OwnClock.TryAt(_words, at, out _, out next)) return (new ClockZone(null), next);
        // "Yours or mine" leaves it open.
        if (_spoken.OtherSide.TryAt(_words, at, out _, out next) && !_words.Is(next, "or")) return (new ClockZone(null, true), next);
        if (_spoken.OwnSide.TryAt(_words, at, out _, out next) && !_words.Is(next, "or")) return (new ClockZone(null), next);
        return null;
    }

    // "before 4pm", "by end of day Friday", "until April 27th", "around the 21st this month".
    private TimeExpression? Limited(int at)
    {
        if (_assembly.TryLimit(at, out var limit, out var next) is false) return null;
        var inner = _ranges.TryRange(next) ?? _assembly.TryAssemble(next, true) ?? _assembly.TryAssemble(_grammar.Past(next, "the"), true);
        if (inner is null || inner.Limit != Limit.None) return null;
        return inner with { First = at, Limit = limit };
    }

    // "in twenty minutes", "half an hour from now", "at the top of the hour".
    private TimeExpression? Offset(int at)
    {
        if (_words.Are(at, "top", "of", "the", "hour") || _words.Are(at, "the", "top", "of", "the", "hour"))
            return new TimeExpression(at, _words.Is(at, "the") ? at + 5 : at + 4) { IsTopOfHour = true };
        var into = _words.Is(at, "in") || _words.Is(at, "within");
        var from = into ? _grammar.Past(_grammar.Past(at + 1, "about"), "like") : at;
        if (!TryShort(from, out var length, out var next)) return null;
        if (_words.Are(next, "from", "now")) return new TimeExpression(at, next + 2) { Offset = length };
        if (!into && _words[next].Text is "later") return new TimeExpression(at, next + 1) { Offset = length };
        return into ? new TimeExpression(at, next) { Offset = length, Limit = _words.Is(at, "within") ? Limit.Before : Limit.None } : null;
    }

    private bool TryShort(int at, out Duration length, out int next)
    {
        length = NodaTime.Duration.Zero;
        if (!_grammar.Numbers.TryAmount(at, out var count, out next) || !_spoken.Units.TryGetValue(_words[next].Text, out var unit) || unit > Unit.Hour) return false;
        if (_spoken.GluedUnits.Contains(_words[next].Text) && !_words[next].Glued) return false;
        length = LengthOf(count, unit);
        next++;
        return true;
    }

    private TimeExpression? Duration(int at)
    {
        if (_words.Is(at, "all") && _spoken.Units.TryGetValue(_words[at + 1].Text, out var all) && all >= Unit.Day && _words[at + 1].Text.Length > 2 && !_words[at + 1].Text.EndsWith('s'))
            return new TimeExpression(at, at + 2) { Length = LengthOf(1, all) };
        if (_words[at].Text is "more" or "less" && _words.Is(at + 1, "than") && Duration(at + 2) is { } bounded) return bounded with { First = at };
        var total = NodaTime.Duration.Zero;
        var next = at;
        var last = Unit.Century + 1;
        while (_grammar.Numbers.TryAmount(next, out var count, out var unitAt))
        {
            if (_words.Is(unitAt, "-")) unitAt++;
            if (!_spoken.Units.TryGetValue(_words[unitAt].Text, out var unit) || unit >= last) break;
            if (_spoken.GluedUnits.Contains(_words[unitAt].Text) && !(_words[unitAt].Glued && _words[unitAt - 1].IsDigits)) break;
            if (unit == Unit.Second && _words[at].Text is "a" or "another") break;
            next = unitAt + 1;
            _grammar.Numbers.TryFraction(ref count, ref next);
            total += LengthOf(count, unit);
            last = unit;
            var and = _grammar.Past(next, "and");
            if (!_grammar.Numbers.TryAmount(and, out _, out var after) || !_spoken.Units.TryGetValue(_words[after].Text, out var more) || more >= unit) break;
            next = and;
        }

        return next == at ? null : new TimeExpression(at, next) { Length = total };
    }

    private static Duration LengthOf(double count, Unit unit) => NodaTime.Duration.FromSeconds(count * unit switch
    {
        Unit.Second => 1,
        Unit.Minute => 60,
        Unit.Hour => 3600,
        Unit.Day or Unit.Night or Unit.BusinessDay => 86400,
        Unit.Week or Unit.Workweek => 7 * 86400,
        Unit.Fortnight => 14 * 86400,
        Unit.Weekend => 2 * 86400,
        Unit.Month => 30 * 86400,
        Unit.Quarter => 90 * 86400,
        Unit.Half => 180 * 86400,
        Unit.Year => 365 * 86400,
        Unit.Decade => 3650 * 86400,
        Unit.Century => 36500L * 86400,
    });

    // "every Monday", "each week", "Tuesdays at nine", "Friday mornings".
    private TimeExpression? Recurring(int at)
    {
        if (_words[at].Text is "every" or "each" or "any")
        {
            var from = _words[at + 1].Text is "other" ? at + 2 : at + 1;
            if (_grammar.Numbers.TryCardinal(from, out _, out var counted) || _grammar.Numbers.TryOrdinal(from, out _, out counted)) from = counted;
            if (_grammar.TryWeekday(from, out _, out var next) || Unit_(from, out next) || Part(from, out next)) return WithClock(at, next);
            return null;
        }

        if (_spoken.WeekdayPlurals.ContainsKey(_words[at].Text)) return WithClock(at, Part(at + 1, out var after) ? after : at + 1);
        if (_grammar.TryWeekday(at, out _, out var day) && _words[day].Text is "mornings" or "afternoons" or "evenings" or "nights") return WithClock(at, day + 1);
        return null;
    }

    private bool Unit_(int at, out int next)
    {
        next = at + 1;
        return _words[at].Text.Length > 2 && _spoken.Units.TryGetValue(_words[at].Text, out var unit) && unit >= Unit.Day;
    }

    private bool Part(int at, out int next)
    {
        next = at + 1;
        return _spoken.Parts.ContainsKey(_words[at].Text) || _spoken.Parts.ContainsKey(_words[at].Text.TrimEnd('s'));
    }

    private TimeExpression WithClock(int at, int next)
    {
        var clock = _grammar.Clocks.TryClock(_grammar.Past(next, "at"), _words.Is(next, "at"));
        return new TimeExpression(at, clock.Yes ? clock.Next : next) { IsRecurring = true };
    }
}
