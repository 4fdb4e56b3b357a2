namespace SoftNo.Transcripts;

/// <summary>Times as transcripts write them: <c>m:ss</c>, <c>h:mm:ss</c>, with or without a fraction, padded or not.</summary>
internal static class ClockTime
{
    /// <summary>Reads a whole text as a time, in milliseconds; a sign is allowed where <paramref name="signed"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long milliseconds, bool signed = false, bool thousandths = false)
    {
        int at = 0;
        return TryRead(text, ref at, out milliseconds, signed, thousandths) && at == text.Length;
    }

    /// <summary>
    /// Reads a time at an offset and moves past it: two or three numbers with colons between, minutes and seconds below 60 after the
    /// first number, then perhaps <c>.</c> or <c>,</c> and a fraction of a second, or milliseconds where <paramref name="thousandths"/>. The sign may
    /// stand before any of the numbers (<c>0:0:-2.-100</c>).
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, ref int at, out long milliseconds, bool signed = false, bool thousandths = false)
    {
        milliseconds = 0;
        int i = at;
        bool negative = false;
        Span<long> parts = stackalloc long[3];
        int count = 0;
        while (count < 3)
        {
            negative |= signed && SkipSign(text, ref i);
            int digits = Digits(text, i, out parts[count]);
            if (digits == 0 || digits > (count == 0 ? 4 : 2)) return false;
            i += digits;
            count++;
            if (count == 3 || i + 1 >= text.Length || text[i] != ':' || !(char.IsAsciiDigit(text[i + 1]) || (signed && IsSign(text, i + 1)))) break;
            i++;
        }

        if (count < 2 || parts[1] > 59 || parts[2] > 59) return false;
        long seconds = count == 3 ? (((parts[0] * 60) + parts[1]) * 60) + parts[2] : (parts[0] * 60) + parts[1];
        milliseconds = (seconds * 1000) + Fraction(text, ref i, signed, thousandths, ref negative);
        if (negative) milliseconds = -milliseconds;
        at = i;
        return true;
    }

    private static int Digits(ReadOnlySpan<char> text, int at, out long value)
    {
        value = 0;
        int i = at;
        for (; i < text.Length && i - at < 18 && char.IsAsciiDigit(text[i]); i++) value = (value * 10) + (text[i] - '0');
        return i - at;
    }

    private static bool IsSign(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at] == '-' && char.IsAsciiDigit(text[at + 1]);

    private static bool SkipSign(ReadOnlySpan<char> text, ref int at)
    {
        if (!IsSign(text, at)) return false;
        at++;
        return true;
    }

    private static long Fraction(ReadOnlySpan<char> text, ref int at, bool signed, bool thousandths, ref bool negative)
    {
        if (at + 1 >= text.Length || text[at] is not ('.' or ',')) return 0;
        int i = at + 1;
        bool sign = signed && SkipSign(text, ref i);
        if (!char.IsAsciiDigit(text[i])) return 0;
        negative |= sign;
        long value = 0;
        if (thousandths && Digits(text, i, out value) is > 0 and <= 3 and var digits)
        {
            at = i + digits;
            return value;
        }

        value = 0;
        for (long unit = 100; i < text.Length && char.IsAsciiDigit(text[i]); i++, unit /= 10) value += unit * (text[i] - '0');
        at = i;
        return value;
    }
}
