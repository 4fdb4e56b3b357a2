using System.Globalization;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>Dates by numbers and months: <c>3/4</c> (March 4), <c>2027-02-25</c>, "the twenty-fifth of February", "June 26th of 2020".</summary>
internal sealed class WrittenDates(Grammar grammar)
{
    private readonly Wording _words = grammar.Words;

    public Found<DayTerm> TryDate(int at) => Numeric(at).Or(MonthFirst(at)).Or(DayFirst(at)).Or(YearFirst(at));

    /// <summary>A month and a day in digits, without a year: read only beside a weekday or a preposition where a dash or a point parts them.</summary>
    public Found<DayTerm> TryMonthSlashDay(int at, bool anySign)
    {
        var sign = _words[at + 1].Text;
        if (!Part(at, out var first) || !(sign == "/" || (anySign && sign is "-" or ".")) || !Part(at + 2, out var second)) return default;
        if (!_words[at + 1].Glued || !_words[at + 2].Glued || grammar.OpensInside(at) || grammar.ClosesInside(at + 3)) return default;
        return MonthAndDay(first, second) is { } found ? new Found<DayTerm>(new DayTerm.OfMonth(found.Month, found.Day), at + 3) : default;
    }

    private Found<DayTerm> Numeric(int at)
    {
        if (!_words[at].IsDigits || grammar.OpensInside(at)) return default;
        if (_words[at].Text.Length == 8 && !grammar.ClosesInside(at + 1)) return Compact(at);
        if (IsoParts(at) is { Yes: true } iso) return iso;
        var three = ThreeParts(at);
        return three.Yes ? three : TryMonthSlashDay(at, false);
    }

    private Found<DayTerm> Compact(int at)
    {
        var text = _words[at].Text;
        int year = Number(text[..4]), month = Number(text[4..6]), day = Number(text[6..]);
        return year is > 1900 and < 2200 && Dates.Make(year, month, day) is not null ? new(new DayTerm.Full(year, month, day), at + 1) : default;
    }

    // 2027-2-25, 2027/02/25, 2016 10 16.
    private Found<DayTerm> IsoParts(int at)
    {
        if (!grammar.Numbers.TryYear(at, out var year, out _) || !_words[at].IsDigits) return default;
        var sign = _words[at + 1].Text;
        if (sign is "-" or "/" or "." && Part(at + 2, out var month) && _words.Is(at + 3, sign) && Part(at + 4, out var day) && !grammar.ClosesInside(at + 5))
            return Valid(year, month, day, at + 5);
        return Part(at + 1, out month) && Part(at + 2, out day) && _words[at + 1].Text.Length == 2 && _words[at + 2].Text.Length == 2
            ? Valid(year, month, day, at + 3) : default;
    }

    private static Found<DayTerm> Valid(int year, int month, int day, int next) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 31 ? new(new DayTerm.Full(year, month, day), next) : default;

    private Found<DayTerm> ThreeParts(int at)
    {
        var sign = _words[at + 1].Text;
        if (sign is not ("/" or "-" or ".") || !Part(at, out var first) || !Part(at + 2, out var second) || !_words.Is(at + 3, sign)) return default;
        if (!_words[at + 1].Glued || !_words[at + 2].Glued || !_words[at + 3].Glued || !_words[at + 4].IsDigits || !_words[at + 4].Glued || grammar.ClosesInside(at + 5)) return default;
        var digits = _words[at + 4].Text;
        if (digits.Length is not (2 or 4) || MonthAndDay(first, second) is not { } found) return default;
        var year = digits.Length == 2 ? Numbers.Century(Number(digits)) : Number(digits);
        return new(new DayTerm.Full(year, found.Month, found.Day), at + 5);
    }

    // "June 26th of 2020", "Dec. 31, 1994", "May/22", "mar4", "September-2020-23".
    private Found<DayTerm> MonthFirst(int at)
    {
        if (!grammar.TryMonth(at, out var month, out var next)) return default;
        if (YearThenDay(next, month) is { Yes: true } odd) return odd;
        if (_words[next].Text is "," or "/" or "-") next++;
        next = grammar.Past(next, "the");
        if (!TryDayNumber(next, out var day, out var after) || IsYearInWords(next, after)) return default;
        return WithYear(month, day, after);
    }

    // "the 09th of May", "second of Aug", "28 june in 2020", "05-Aug-2016", "the twenty third day of September".
    private Found<DayTerm> DayFirst(int at)
    {
        var from = grammar.Past(at, "the");
        if (_words[from].IsDigits && grammar.OpensInside(from)) return default;
        var rank = grammar.Numbers.TryOrdinal(from, out var day, out var next);
        if (!rank && !grammar.Numbers.TryCardinal(from, out day, out next)) return default;
        if (day is < 1 or > 31) return default;
        if (!rank && YearThenMonth(next, day) is { Yes: true } odd) return odd;
        if (rank) next = grammar.Past(next, "day");
        var joined = _words[next].Text is "of" or "-" or "/";
        if (joined) next++;
        next = grammar.Past(next, "the");
        if (!grammar.TryMonth(next, out var month, out var after)) return default;
        if (!rank && !joined && !_words[from].IsDigits && grammar.Spoken.MonthHomonyms.Contains(_words[next].Text)) return default;
        return WithYear(month, day, after);
    }

    // 2019/aug/01, 2020/23/Sep.
    private Found<DayTerm> YearFirst(int at)
    {
        if (!_words[at].IsDigits || !grammar.Numbers.TryYear(at, out var year, out _) || _words[at + 1].Text is not ("-" or "/")) return default;
        if (grammar.TryMonth(at + 2, out var month, out var next) && _words[next].Text is "-" or "/" && Part(next + 1, out var day)) return Valid(year, month, day, next + 2);
        if (Part(at + 2, out day) && _words[at + 3].Text is "-" or "/" && grammar.TryMonth(at + 4, out month, out next)) return Valid(year, month, day, next);
        return default;
    }

    private Found<DayTerm> YearThenDay(int next, int month) =>
        _words.Is(next, "-") && _words[next + 1].IsDigits && grammar.Numbers.TryYear(next + 1, out var year, out var after) && _words.Is(after, "-") && Part(after + 1, out var day)
            ? Valid(year, month, day, after + 2) : default;

    private Found<DayTerm> YearThenMonth(int next, int day) =>
        _words.Is(next, "-") && _words[next + 1].IsDigits && grammar.Numbers.TryYear(next + 1, out var year, out var after) && _words.Is(after, "-") && grammar.TryMonth(after + 1, out var month, out var end)
            ? Valid(year, month, day, end) : default;

    private Found<DayTerm> WithYear(int month, int day, int next)
    {
        var at = _words[next].Text is "," or "-" or "/" ? next + 1 : next;
        if (_words[at].Text is "of" or "in") at++;
        if (grammar.Numbers.TryYear(at, out var year, out var after) && !grammar.ClosesInside(after)) return new(new DayTerm.Full(year, month, day), after);
        if (_words.Is(at - 1, "of") && _words[at].IsDigits && _words[at].Text.Length == 2) return new(new DayTerm.Full(Numbers.Century(Number(_words[at].Text)), month, day), at + 1);
        return new(new DayTerm.OfMonth(month, day), next);
    }

    /// <summary>A day's number, as rank or count; not the hour of "march 3pm".</summary>
    public bool TryDayNumber(int at, out int day, out int next)
    {
        var rank = grammar.Numbers.TryOrdinal(at, out day, out next);
        if (!rank && !grammar.Numbers.TryCardinal(at, out day, out next)) return false;
        if (day is < 1 or > 31) return false;
        if (rank) return true;
        return !(_words[next].Text is "thousand" or "hundred" or "%" or "percent" || grammar.Clocks.IsMeridiem(next) || grammar.ClosesInside(next) || _words.Is(next, ":"));
    }

    private bool IsYearInWords(int at, int after) => _words[at].IsLetters && grammar.Numbers.TryYear(at, out var year, out var end) && end > after && year is < 2000 or > 2019;

    private bool Part(int at, out int value)
    {
        value = 0;
        return _words[at].IsDigits && _words[at].Text.Length <= 2 && int.TryParse(_words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    // American order: month first, unless it cannot be one.
    private static (int Month, int Day)? MonthAndDay(int first, int second) =>
        first is >= 1 and <= 12 && second is >= 1 and <= 31 ? (first, second)
        : second is >= 1 and <= 12 && first is > 12 and <= 31 ? (second, first) : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
