using System.Globalization;
using System.Text;

namespace SoftNo.Transcripts;

/// <summary>What reading does to words: collapses white space, and nothing else; and how names are compared.</summary>
internal static class Words
{
    /// <summary>The same of a string, which is given back itself where nothing is to be done.</summary>
    public static string Collapse(string text) =>
        text.Length > 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && IsCollapsed(text) ? text : Collapse(text.AsSpan());

    /// <summary>Every run of white space becomes one space; none is left at the ends.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (IsCollapsed(text)) return text.ToString();
        var collapsed = new StringBuilder(text.Length);
        bool gap = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = true;
                continue;
            }

            if (gap) collapsed.Append(' ');
            gap = false;
            collapsed.Append(c);
        }

        return collapsed.ToString();
    }

    /// <summary>A name or its like made comparable: no case, no accents, only letters and digits, one space between words.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        bool gap = false;
        foreach (char c in NormalForm.Of(name, NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '.') continue;
            if (!char.IsLetterOrDigit(c))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (gap) folded.Append(' ');
            gap = false;
            folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    private static bool IsCollapsed(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || text[i + 1] == ' ')) return false;
        }

        return true;
    }
}
