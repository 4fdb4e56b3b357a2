using System.Globalization;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>Numbers in digits and in words.</summary>
internal sealed class Numbers(Wording words, Spoken spoken)
{
    /// <summary>A whole number from 0: <c>15</c>, "fifteen", "twenty-one", "a hundred and five".</summary>
    public bool TryCardinal(int at, out int value, out int next)
    {
        if (TryDigits(at, out value, out next)) return true;
        if (!spoken.Numbers.TryGetValue(words[at].Text, out value)) return false;
        next = at + 1;
        if (value >= 20)
        {
            var unit = words.Is(next, "-") && words[next].Glued ? next + 1 : next;
            if (spoken.Numbers.TryGetValue(words[unit].Text, out var ones) && ones is > 0 and < 10) (value, next) = (value + ones, unit + 1);
        }

        return true;
    }

    /// <summary>A rank from 1 to 99: <c>14th</c>, "fourteenth", "twenty-third".</summary>
    public bool TryOrdinal(int at, out int value, out int next)
    {
        next = at + 2;
        if (TryDigits(at, out value, out _)) return words[at + 1].Glued && spoken.OrdinalEndings.Contains(words[at + 1].Text);
        next = at + 1;
        if (spoken.Ordinals.TryGetValue(words[at].Text, out value)) return true;
        if (!spoken.Numbers.TryGetValue(words[at].Text, out var tens) || tens < 20 || tens % 10 != 0) return false;
        var unit = words.Is(next, "-") && words[next].Glued ? next + 1 : next;
        if (!spoken.Ordinals.TryGetValue(words[unit].Text, out var ones) || ones > 9) return false;
        (value, next) = (tens + ones, unit + 1);
        return true;
    }

    /// <summary>How many of a unit: a number, perhaps with a fraction, "a", "half a", "a couple of", "a few" (3), "several" (3).</summary>
    public bool TryAmount(int at, out double value, out int next)
    {
        if (words.Is(at, "½")) return Found(0.5, at + 1, out value, out next);
        if (words.Are(at, "half", "a") || words.Are(at, "half", "an")) return Found(0.5, at + 2, out value, out next);
        if (words.Are(at, "a", "half")) return Found(0.5, at + 2, out value, out next);
        if (TryVague(at, out value, out next)) return true;
        if (words[at].Text is "a" or "an" or "another") return Found(1, at + 1, out value, out next);
        if (!TryCardinal(at, out var whole, out next)) return Found(0, at, out value, out next) && false;
        value = whole;
        if (words[at].IsDigits && words.Is(next, ".") && words[next].Glued && words[next + 1].IsDigits && words[next + 1].Glued)
        {
            value = double.Parse($"{words[at].Text}.{words[next + 1].Text}", CultureInfo.InvariantCulture);
            next += 2;
        }
        else if (words.Is(next, "and") && TryCardinal(next + 1, out var more, out var after) && words[at].IsLetters && more < 10 && value >= 20 && value % 10 == 0)
        {
            (value, next) = (value + more, after);
        }

        return TryFraction(ref value, ref next);
    }

    /// <summary>"and a half", "and half", "and a quarter" after an amount.</summary>
    public bool TryFraction(ref double value, ref int next)
    {
        if (!words.Is(next, "and")) return true;
        var at = words[next + 1].Text is "a" or "one" ? next + 2 : next + 1;
        if (words.Is(at, "half")) (value, next) = (value + 0.5, at + 1);
        else if (words.Is(at, "quarter") && at == next + 2) (value, next) = (value + 0.25, at + 1);
        return true;
    }

    /// <summary>A year: <c>2027</c>, <c>'28</c>, "twenty twenty-seven", "two thousand and fifteen", "nineteen ninety six".</summary>
    public bool TryYear(int at, out int year, out int next)
    {
        year = 0;
        next = at + 1;
        if (words[at].IsDigits)
        {
            if (words[at].Text.Length != 4 || words.Is(at + 1, "%")) return false;
            year = int.Parse(words[at].Text, CultureInfo.InvariantCulture);
            return year is >= 1500 and < 2200;
        }

        if (words.Is(at, "'") && words[at + 1].IsDigits && words[at + 1].Glued && words[at + 1].Text.Length == 2)
        {
            year = Century(int.Parse(words[at + 1].Text, CultureInfo.InvariantCulture));
            next = at + 2;
            return true;
        }

        return TryYearInWords(at, out year, out next);
    }

    /// <summary>The year that two digits stand for: 00–39 this century, else the last.</summary>
    public static int Century(int twoDigits) => twoDigits < 40 ? 2000 + twoDigits : 1900 + twoDigits;

    private bool TryYearInWords(int at, out int year, out int next)
    {
        (year, next) = (0, at);
        if (!spoken.Numbers.TryGetValue(words[at].Text, out var first)) return false;
        if (first is 1 or 2 && words.Is(at + 1, "thousand"))
        {
            year = first * 1000;
            next = at + 2;
            var rest = words.Is(next, "and") ? next + 1 : next;
            if (words[rest].IsLetters && TryCardinal(rest, out var more, out var after) && more is > 0 and < 100) (year, next) = (year + more, after);
            return true;
        }

        if (first is not (17 or 18 or 19 or 20)) return false;
        var second = words.Is(at + 1, "hundred") ? at + 2 : at + 1;
        if (second == at + 2 && words.Is(second, "and")) second++;
        if (!words[second].IsLetters || !TryCardinal(second, out var low, out next) || low < 10) return false;
        if (first == 20 && low is < 15 or > 49) return false;
        year = (first * 100) + low;
        return true;
    }

    private bool TryDigits(int at, out int value, out int next)
    {
        (value, next) = (0, at + 1);
        return words[at].IsDigits && words[at].Text.Length <= 4 && int.TryParse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private bool TryVague(int at, out double value, out int next)
    {
        var from = words.Is(at, "a") ? at + 1 : at;
        if (words[from].Text is "couple") return Found(2, words.Is(from + 1, "of") ? from + 2 : from + 1, out value, out next);
        if (words[from].Text is "few") return Found(3, from + 1, out value, out next);
        if (from == at && words[at].Text is "several" or "some") return Found(3, at + 1, out value, out next);
        return Found(0, at, out value, out next) && false;
    }

    private static bool Found(double number, int after, out double value, out int next)
    {
        (value, next) = (number, after);
        return true;
    }
}
