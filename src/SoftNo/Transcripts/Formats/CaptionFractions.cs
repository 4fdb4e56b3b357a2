namespace SoftNo.Transcripts.Formats;

/// <summary>
/// How a file of captions writes parts of a second. Teams writes neither field padded, thousandths included: its <c>0:0:6.90</c> is six seconds and 90
/// milliseconds. Taken so only where the file shows it; anything else is a decimal fraction.
/// </summary>
internal static class CaptionFractions
{
    /// <summary>Whether the digits behind the point count milliseconds, without zeros before them.</summary>
    public static bool AreThousandths(SourceText text)
    {
        bool told = false;
        for (int line = 0; line < text.LineCount && !told; line++)
        {
            ReadOnlySpan<char> here = text.Line(line);
            int arrow = here.IndexOf("-->", StringComparison.Ordinal);
            if (arrow < 0) continue;
            told = EndsInZero(here[..arrow]) || EndsInZero(here[(arrow + 3)..]) || EndsTooSoon(here[..arrow].Trim(), here[(arrow + 3)..].Trim());
        }

        return told && AreUnpadded(text);
    }

    /// <summary>Whether some time has a field of one digit behind a colon, as Teams writes them.</summary>
    public static bool AreUnpadded(SourceText text)
    {
        for (int line = 0; line < text.LineCount; line++)
        {
            ReadOnlySpan<char> here = text.Line(line);
            int arrow = here.IndexOf("-->", StringComparison.Ordinal);
            if (arrow >= 0 && (IsUnpadded(here[..arrow]) || IsUnpadded(here[(arrow + 3)..]))) return true;
        }

        return false;
    }

    private static bool IsUnpadded(ReadOnlySpan<char> time)
    {
        for (int at = 0; at + 1 < time.Length; at++)
        {
            if (time[at] == ':' && char.IsAsciiDigit(time[at + 1]) && (at + 2 >= time.Length || !char.IsAsciiDigit(time[at + 2]))) return true;
        }

        return false;
    }

    // Nobody writes a decimal as .90 who writes other fields unpadded.
    private static bool EndsInZero(ReadOnlySpan<char> time)
    {
        time = time.Trim();
        int point = time.LastIndexOf('.');
        return point >= 0 && time.Length - point == 3 && time[^1] == '0' && time[^2] is > '0' and <= '9';
    }

    private static bool EndsTooSoon(ReadOnlySpan<char> from, ReadOnlySpan<char> to) =>
        ClockTime.TryParse(from, out long start, signed: true) && ClockTime.TryParse(to, out long end, signed: true) && end < start
        && ClockTime.TryParse(from, out start, signed: true, thousandths: true) && ClockTime.TryParse(to, out end, signed: true, thousandths: true) && end >= start;
}
