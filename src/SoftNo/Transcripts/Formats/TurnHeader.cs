using System.Buffers;

namespace SoftNo.Transcripts.Formats;

/// <summary>
/// A line that tells only who speaks and when, in the layouts that products copy out: <c>Sidney  55:21</c>, <c>Dana (00:03)</c>, <c>[00:03] Dana</c>,
/// <c>0:05 - Dana</c>, <c>Dana | 00:03</c>, or the time alone.
/// </summary>
internal static class TurnHeader
{
    private static readonly SearchValues<char> NeverInName = SearchValues.Create("?!;:•\"“”");

    /// <summary>Reads such a line; the name is empty where only a time stands.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out string name, out long milliseconds)
    {
        name = "";
        line = line.Trim().TrimStart("*#@_>").TrimEnd("*_:").Trim();
        if (TryLeadingTime(ref line, out milliseconds, out _))
        {
            line = line.Trim().Trim("*_").TrimEnd(':');
            if (line.IsEmpty) return true;
            name = Words.Collapse(line);
            return IsName(line);
        }

        if (!TryTrailingTime(ref line, out milliseconds, out bool set) || line.IsEmpty) return false;
        line = line.TrimEnd("*_: ");
        name = Words.Collapse(line);
        return (set || LooksLikeName(name)) && IsName(line) && !WrittenDate.HasDate(name);
    }

    /// <summary>Takes a time off the front: bare, in brackets, or a range of two; with what parts it from the rest.</summary>
    public static bool TryLeadingTime(ref ReadOnlySpan<char> line, out long start, out long? end)
    {
        end = null;
        ReadOnlySpan<char> rest = line.TrimStart();
        char close = Closing(rest);
        int at = close == '\0' ? 0 : 1;
        if (!ClockTime.TryRead(rest, ref at, out start)) return false;
        int afterFirst = at;
        if (TrySkipRange(rest, ref at) && ClockTime.TryRead(rest, ref at, out long to)) end = to;
        else at = afterFirst;
        if (close != '\0')
        {
            if (at >= rest.Length || rest[at] != close) return false;
            at++;
        }
        else if (at < rest.Length && !char.IsWhiteSpace(rest[at]) && rest[at] is not ('-' or '–' or '|'))
        {
            return false;
        }

        line = rest[at..].TrimStart(" \t\u00A0-–—|:");
        return true;
    }

    /// <summary>Takes a time off the end: in brackets, or bare after a blank. <paramref name="setApart"/> when more than one blank or a mark parts it from the name.</summary>
    public static bool TryTrailingTime(ref ReadOnlySpan<char> line, out long milliseconds, out bool setApart)
    {
        milliseconds = 0;
        setApart = false;
        ReadOnlySpan<char> rest = line.TrimEnd();
        bool bracketed = rest is [.., ')' or ']'];
        if (bracketed) rest = rest[..^1];
        int from = rest.Length;
        while (from > 0 && (char.IsAsciiDigit(rest[from - 1]) || rest[from - 1] is ':' or '.')) from--;
        if (from == rest.Length || !ClockTime.TryParse(rest[from..], out milliseconds)) return false;
        if (bracketed)
        {
            if (from == 0 || rest[from - 1] is not ('(' or '[')) return false;
            from--;
        }
        else if (from > 0 && !char.IsWhiteSpace(rest[from - 1]))
        {
            return false;
        }

        ReadOnlySpan<char> before = rest[..from];
        line = before.TrimEnd(" \t\u00A0-–—|,•·@");
        setApart = bracketed || before.Length - line.Length > 1;
        return true;
    }

    /// <summary>Whether a line could be a name alone.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        if (name.IsEmpty || name.Length > 64 || name.ContainsAny(NeverInName)) return false;
        int words = 1;
        foreach (char c in name) if (char.IsWhiteSpace(c)) words++;
        bool opens = char.IsLetterOrDigit(name[0]) || name[0] is '(' or '[' or '+' or '~';
        bool closes = name[^1] != ',' && (name[^1] != '.' || words <= 3);
        return opens && closes && words <= 8;
    }

    // One blank parts the name from the time: each word must open with a capital or a digit, for a sentence may end in a time as well.
    private static bool LooksLikeName(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 5 && words.All(word => !char.IsLower(word[0]) && (char.IsLetterOrDigit(word[0]) || word[0] is '(' or '|' or '-'));
    }

    private static bool TrySkipRange(ReadOnlySpan<char> text, ref int at)
    {
        int i = at;
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        if (text[i..].StartsWith("-->", StringComparison.Ordinal)) i += 3;
        else if (i < text.Length && (text[i] is '-' or '–' or '—')) i++;
        else return false;
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        at = i;
        return true;
    }

    private static char Closing(ReadOnlySpan<char> text) => text is ['[', ..] ? ']' : text is ['(', ..] ? ')' : '\0';
}
