namespace SoftNo.Transcripts.Formats;

/// <summary>One cue of a WebVTT file as it stands there.</summary>
/// <param name="Line">The line of its times, from 1.</param>
/// <param name="Id">The line above the times, or empty.</param>
/// <param name="StartMs">Milliseconds; null where the time cannot be read.</param>
/// <param name="EndMs">Milliseconds; null where the time cannot be read.</param>
/// <param name="Column">Where the times cannot be read, the column, from 1, at which they break.</param>
/// <param name="ByTheLetter">Whether the times are written as the standard asks.</param>
/// <param name="Payload">The cue's text, undecoded, its lines joined by LF.</param>
internal sealed record WebVttCue(int Line, string Id, long? StartMs, long? EndMs, int Column, bool ByTheLetter, string Payload);

/// <summary>
/// Splits a WebVTT file into cues, after "WebVTT parser algorithm" and "collect a WebVTT block" (https://www.w3.org/TR/webvtt1/#file-parsing).
/// Notes, style sheets, regions and cue settings are read over. Cues whose times the standard would refuse are given too, marked so.
/// </summary>
internal static class WebVttCues
{
    private const string Arrow = "-->";

    /// <summary>Whether the text opens as a WebVTT file must.</summary>
    public static bool HasSignature(SourceText text) => text.LineCount > 0 && IsSignature(text.Line(0));

    /// <summary>The cues, in the file's order.</summary>
    public static List<WebVttCue> Read(SourceText text)
    {
        var cues = new List<WebVttCue>();
        if (!HasSignature(text)) return cues;
        bool thousandths = CaptionFractions.AreThousandths(text);
        int line = SkipHeader(text);
        while (line < text.LineCount)
        {
            if (text.Line(line).IsEmpty) line++;
            else line = ReadBlock(text, line, cues, thousandths);
        }

        return cues;
    }

    /// <summary>Where a line begins with a time and has no arrow after it (<c>-&gt;</c>, <c>—&gt;</c>): line and column, from 1; null where there is none.</summary>
    public static (int Line, int Column)? BrokenArrow(SourceText text)
    {
        for (int line = 1; line < text.LineCount; line++)
        {
            int at = 0;
            if (ClockTime.TryRead(text.Line(line), ref at, out _) && text.Line(line)[at..].ContainsAny('>', '→')) return (line + 1, at + 1);
        }

        return null;
    }

    private static bool IsSignature(ReadOnlySpan<char> line) =>
        line.StartsWith("WEBVTT", StringComparison.Ordinal) && (line.Length == 6 || line[6] is ' ' or '\t');

    // The header runs to the first blank line, or to a line with an arrow, which opens a cue.
    private static int SkipHeader(SourceText text)
    {
        int line = 1;
        while (line < text.LineCount && !text.Line(line).IsEmpty && !HasArrow(text.Line(line))) line++;
        return line;
    }

    private static int ReadBlock(SourceText text, int first, List<WebVttCue> cues, bool thousandths)
    {
        int line = first;
        WebVttCue? cue = null;
        bool seenArrow = false;
        int body = first;
        for (; line < text.LineCount && !text.Line(line).IsEmpty; line++)
        {
            if (!HasArrow(text.Line(line))) continue;
            if (seenArrow || line - first > 1) break;
            seenArrow = true;
            cue = ReadTimes(text.Line(line), line + 1, line > first ? text.Line(first).ToString() : "", thousandths);
            body = line + 1;
        }

        if (cue is not null) cues.Add(cue with { Payload = Payload(text, body, line) });
        return line;
    }

    private static string Payload(SourceText text, int from, int to)
    {
        if (to - from == 1) return text.Line(from).ToString();
        var lines = new string[Math.Max(0, to - from)];
        for (int i = 0; i < lines.Length; i++) lines[i] = text.Line(from + i).ToString();
        return string.Join('\n', lines);
    }

    private static bool HasArrow(ReadOnlySpan<char> line) => line.Contains(Arrow, StringComparison.Ordinal);

    private static WebVttCue ReadTimes(ReadOnlySpan<char> line, int number, string id, bool thousandths)
    {
        int at = 0;
        SkipBlank(line, ref at);
        if (TryReadStrictly(line, ref at, out long start) && Skip(line, ref at) && TryReadStrictly(line, ref at, out long end))
            return new WebVttCue(number, id, start, end, 0, true, "");
        at = 0;
        SkipBlank(line, ref at);
        if (!ClockTime.TryRead(line, ref at, out start, signed: true, thousandths) || !Skip(line, ref at))
            return new WebVttCue(number, id, null, null, at + 1, false, "");
        if (!ClockTime.TryRead(line, ref at, out end, signed: true, thousandths) || (at < line.Length && !char.IsWhiteSpace(line[at])))
            return new WebVttCue(number, id, start, null, at + 1, false, "");
        return new WebVttCue(number, id, start, end, 0, false, "");
    }

    private static bool Skip(ReadOnlySpan<char> line, ref int at)
    {
        SkipBlank(line, ref at);
        if (!line[at..].StartsWith(Arrow, StringComparison.Ordinal)) return false;
        at += Arrow.Length;
        SkipBlank(line, ref at);
        return true;
    }

    private static void SkipBlank(ReadOnlySpan<char> line, ref int at)
    {
        while (at < line.Length && (line[at] is ' ' or '\t' or '\f')) at++;
    }

    // "Collect a WebVTT timestamp": hours perhaps, of any length from two digits where minutes need two, then exactly three digits of a fraction.
    private static bool TryReadStrictly(ReadOnlySpan<char> line, ref int at, out long milliseconds)
    {
        milliseconds = 0;
        int i = at;
        int digits = Number(line, ref i, out long first);
        if (digits == 0) return false;
        bool hours = digits != 2 || first > 59;
        if (!Field(line, ref i, ':', 2, out long second)) return false;
        long third = second;
        if (hours || (i < line.Length && line[i] == ':'))
        {
            if (!Field(line, ref i, ':', 2, out third)) return false;
        }
        else
        {
            second = first;
            first = 0;
        }

        if (second > 59 || third > 59 || !Field(line, ref i, '.', 3, out long thousandths)) return false;
        milliseconds = (((((first * 60) + second) * 60) + third) * 1000) + thousandths;
        at = i;
        return true;
    }

    private static bool Field(ReadOnlySpan<char> line, ref int at, char separator, int length, out long value)
    {
        value = 0;
        if (at >= line.Length || line[at] != separator) return false;
        at++;
        return Number(line, ref at, out value) == length;
    }

    private static int Number(ReadOnlySpan<char> line, ref int at, out long value)
    {
        value = 0;
        int start = at;
        for (; at < line.Length && at - start < 15 && char.IsAsciiDigit(line[at]); at++) value = (value * 10) + (line[at] - '0');
        return at - start;
    }
}
