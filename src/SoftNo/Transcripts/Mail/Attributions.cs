namespace SoftNo.Transcripts.Mail;

/// <summary>Finds what introduces an earlier message: "On … wrote:" in the languages of mail programs, rows of "Original Message", copied headers.</summary>
internal static class Attributions
{
    /// <summary>An attribution runs over at most so many lines.</summary>
    private const int MostLines = 5;

    /// <summary>And over at most so many characters.</summary>
    private const int MostLength = 600;

    private static readonly string[] Wrote = [.. MailLexicon.Quoting.Wrote.Select(MailLine.Folded)];
    private static readonly string[] Openers = [.. MailLexicon.Quoting.Openers.Select(opener => MailLine.Folded(opener) + " ")];
    private static readonly string[] Originals = [.. MailLexicon.Quoting.Originals.Select(MailLine.Folded)];

    /// <summary>How many lines from here are an attribution: "On … wrote:", "2014-10-17 11:28 GMT+03:00 Name &lt;address&gt;:"; 0 where none is.</summary>
    public static int At(IReadOnlyList<MailLine> lines, int first)
    {
        if (lines[first].IsQuoted || !Opens(MailLine.Folded(lines[first].Text))) return 0;
        string joined = "";
        for (int at = first; at < lines.Count && at < first + MostLines && !lines[at].IsBlank && !lines[at].IsQuoted; at++)
        {
            joined = Words.Collapse(joined + " " + MailLine.Folded(lines[at].Text));
            if (joined.Length > MostLength) return 0;
            if (IsWhole(joined)) return at - first + 1;
        }

        return 0;
    }

    /// <summary>Where on a line an attribution begins behind words of the sender's own; null where none does.</summary>
    public static int? Within(string line)
    {
        string lower = line.ToLowerInvariant();
        if (lower.Length > MostLength || !Wrote.Any(verb => lower.AsSpan().TrimEnd(": -").EndsWith(verb, StringComparison.Ordinal))) return null;
        for (int at = lower.IndexOf("on ", StringComparison.Ordinal); at >= 0; at = lower.IndexOf("on ", at + 1, StringComparison.Ordinal))
        {
            bool apart = at > 0 && (lower[at - 1] is ' ' or '-');
            if (apart && lower.AsSpan(at).IndexOfAnyInRange('0', '9') >= 0 && IsWhole(MailLine.Folded(line[at..])))
                return line.AsSpan(0, at).TrimEnd(" -").Length;
        }

        return null;
    }

    /// <summary>Whether a line stands above a whole earlier message: "-----Original Message-----", "---- Name wrote ----".</summary>
    public static bool IsOriginal(string line)
    {
        string folded = MailLine.Folded(line);
        string bare = folded.Trim('-', '_', '=', ' ', ':');
        if (folded.Length > MostLength || bare.Length == 0) return false;
        bool dashed = folded[0] is '-' or '_' or '=' && folded[^1] is '-' or '_' or '=' or ':';
        if (!dashed) return bare is "begin forwarded message";
        return Originals.Contains(bare) || (folded.StartsWith("--", StringComparison.Ordinal) && folded.EndsWith("--", StringComparison.Ordinal) && EndsInWrote(bare));
    }

    private static bool Opens(string folded)
    {
        string bare = folded.TrimStart('-', ' ');
        if (bare.Length == 0) return false;
        if (char.IsAsciiDigit(bare[0]) || Array.Exists(Openers, opener => bare.StartsWith(opener, StringComparison.Ordinal))) return true;
        // A weekday, in any language: a short word before a comma, a point or a number.
        int end = bare.AsSpan().IndexOfAny(" ,.");
        return (end is > 1 and <= 10 && bare.AsSpan(end).IndexOfAnyInRange('0', '9') is >= 0 and <= 4) || bare.StartsWith("sent from ", StringComparison.Ordinal);
    }

    private static bool IsWhole(string joined)
    {
        string bare = joined.Trim('-', ' ');
        int digits = Groups(bare);
        bool addressed = HasAddress(bare);
        if (bare.EndsWith(':') || bare.EndsWith(": >", StringComparison.Ordinal))
        {
            string said = bare.TrimEnd(':', '>', ' ');
            if (EndsInWrote(said)) return digits >= 1 || addressed;
            return addressed && digits >= 2 && (said.EndsWith('>') || said.EndsWith(')') || HasWrote(said) || bare.Contains(" <", StringComparison.Ordinal));
        }

        if (EndsInWrote(bare)) return digits >= 2 && (addressed || joined.StartsWith("--", StringComparison.Ordinal));
        return char.IsAsciiDigit(bare[0]) && bare.EndsWith('>') && addressed && digits >= 3 && bare.AsSpan(0, Math.Min(10, bare.Length)).IndexOfAny("/-.") > 0;
    }

    private static bool EndsInWrote(string bare) => Array.Exists(Wrote, verb => bare.EndsWith(verb, StringComparison.Ordinal) && (bare.Length == verb.Length || !char.IsLetter(bare[^(verb.Length + 1)])));

    private static bool HasWrote(string bare) => Array.Exists(Wrote, verb => bare.Contains($" {verb} ", StringComparison.Ordinal));

    private static bool HasAddress(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 2 && !char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at + 1]);
    }

    private static int Groups(string text)
    {
        int groups = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsAsciiDigit(text[i - 1]))) groups++;
        }

        return groups;
    }
}
