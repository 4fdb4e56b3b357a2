namespace SoftNo.Calls;

/// <summary>The sentences of a written text, such as a mail. Speech has its own, for its points are not to be trusted.</summary>
public static class WrittenSentences
{
    /// <summary>Cut after . ! ? before white space, unless the point is a short form's ("p.m.", "e.g.", an initial); in order, white space between them left out.</summary>
    public static IEnumerable<TextSpan> Of(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('.' or '!' or '?')) continue;
            while (at + 1 < text.Length && text[at + 1] is '.' or '!' or '?' or ')' or '"' or '”') at++;
            if (at + 1 < text.Length && (text[at + 1] != ' ' || (text[at] == '.' && IsShortForm(text, start, at)))) continue;
            if (at + 1 > start) yield return new TextSpan(start, at + 1);
            start = at + 1;
            while (start < text.Length && text[start] == ' ') start++;
        }

        if (start < text.Length) yield return new TextSpan(start, text.Length);
    }

    // "p.m", "e.g", "Ph.D": one or two letters between the points. "$3.60" and "larkspur.com" end a sentence like any word.
    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        if (!word.Contains('.')) return false;
        foreach (var part in word.Split('.'))
        {
            var between = word[part].TrimStart("(\"“'");
            if (between.Length is 0 or > 2 || !char.IsLetter(between[0]) || !char.IsLetter(between[^1])) return false;
        }

        return true;
    }

    private static bool IsShortForm(string text, int start, int point)
    {
        var first = text.LastIndexOf(' ', point - 1, point - start) + 1;
        var word = text.AsSpan(Math.Max(first, start), point - Math.Max(first, start));
        return IsLetters(word) || (word.Length == 1 && char.IsLetter(word[0])) || word is "Mr" or "Mrs" or "Ms" or "Dr" or "vs" or "approx" or "Inc" or "Nov" or "Dec" or "Jan" or "Feb" or "Sept" or "Oct";
    }
}
