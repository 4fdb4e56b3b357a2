using System.Text;

namespace SoftNo.Reports;

/// <summary>Text from outside made safe to show: a transcript may hold terminal escapes, invisible direction marks or broken surrogates.</summary>
public static class Plain
{
    private const char Shown = '\uFFFD';

    /// <summary>
    /// The text with every control character, direction override and lone surrogate replaced by U+FFFD, so that it can neither move the cursor nor
    /// turn the words around it. Line feeds and tabs become spaces unless <paramref name="keepLines"/>.
    /// </summary>
    public static string Of(string text, bool keepLines = false)
    {
        var first = FirstHostile(text, 0, keepLines);
        if (first < 0) return text;
        var safe = new StringBuilder(text.Length);
        var from = 0;
        for (var at = first; at >= 0; at = FirstHostile(text, from, keepLines))
        {
            safe.Append(text, from, at - from);
            safe.Append(text[at] is '\n' or '\t' or '\r' ? ' ' : Shown);
            from = at + 1;
        }

        return safe.Append(text, from, text.Length - from).ToString();
    }

    private static int FirstHostile(string text, int from, bool keepLines)
    {
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // Tag characters (U+E0000–E007F) hide text in text.
                if (c == '\uDB40' && text[i + 1] <= '\uDC7F') return i;
                i++;
                continue;
            }

            if (IsHostile(c) && !(keepLines && c is '\n' or '\t')) return i;
        }

        return -1;
    }

    private static bool IsHostile(char c) =>
        char.IsControl(c) || char.IsSurrogate(c)
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or '\uFEFF'
            or (>= '\uFFF9' and <= '\uFFFB');
}
