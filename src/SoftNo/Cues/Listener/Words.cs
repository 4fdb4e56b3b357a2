using SoftNo.Calls;

namespace SoftNo.Cues.Listener;

/// <summary>Where words begin and end in a turn's text.</summary>
internal static class Words
{
    /// <summary>
    /// Widens [start, end) to whole words and takes the punctuation and spaces off its ends, so that a quote begins and
    /// ends with a word. Where nothing but punctuation is left, the span stays as it was.
    /// </summary>
    public static TextSpan Around(string text, int start, int end)
    {
        int from = start;
        int to = end;
        while (from > 0 && Inside(text, from - 1) && Inside(text, from))
        {
            from--;
        }

        while (to < text.Length && Inside(text, to) && Inside(text, to - 1))
        {
            to++;
        }

        while (from < to && !Bears(text[from]))
        {
            from++;
        }

        while (to > from && !Bears(text[to - 1]))
        {
            to--;
        }

        return from < to ? new(from, to) : new(start, end);
    }

    private static bool Inside(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at])
        || (Joins(text[at]) && at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]));

    private static bool Joins(char c) => c is '\'' or '\u2019' or '-' or '.' or ',' or ':';

    /// <summary>Characters that belong to a quote even at its ends: letters, digits, money and shares.</summary>
    private static bool Bears(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '$' or '€' or '£' or '%' or '#' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
