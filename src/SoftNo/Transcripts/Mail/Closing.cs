using System.Text;

namespace SoftNo.Transcripts.Mail;

/// <summary>Cuts the end of a mail: sign-off, name, signature, disclaimer. A postscript below them stays.</summary>
internal static class Closing
{
    private static readonly System.Buffers.SearchValues<char> TitleSigns = System.Buffers.SearchValues.Create("(|•·,–—");

    /// <summary>A signature has at most so many lines that are not blank.</summary>
    private const int MostLines = 14;

    private static readonly string[] SignOffs = [.. MailLexicon.Signing.SignOffs.Select(Letters).Distinct().OrderByDescending(one => one.Length)];
    private static readonly string[] Thanks = [.. MailLexicon.Signing.Thanks.Select(Letters).Distinct().OrderByDescending(one => one.Length)];
    private static readonly string[] Disclaimers = [.. MailLexicon.Signing.Disclaimers.Select(MailLine.Folded).Distinct()];

    /// <summary>The lines without their closing.</summary>
    public static List<MailLine> Without(List<MailLine> lines, string? sender)
    {
        List<MailLine> kept = WithoutDisclaimer(lines);
        List<MailLine> postscript = TakePostscript(kept, sender);
        for (int cut = FindCut(kept, sender); cut >= 0; cut = FindCut(kept, sender)) RemoveFrom(kept, cut);
        return postscript.Count == 0 ? kept : [.. kept, .. postscript];
    }

    private static int FindCut(List<MailLine> lines, string? sender)
    {
        if (Delimiter(lines) is var row and >= 0) return row;
        if (SignOff(lines) is var signed and >= 0) return signed;
        if (Name(lines, sender) is var named and >= 0) return named;
        return Contact(lines);
    }

    private static List<MailLine> WithoutDisclaimer(List<MailLine> lines)
    {
        int paragraph = 0;
        for (int at = 0; at < lines.Count; at++)
        {
            if (at == 0 || lines[at - 1].IsBlank) paragraph = at;
            // Two lines together, since the words may be wrapped.
            string said = MailLine.Folded(lines[at].Text + (at + 1 < lines.Count ? " " + lines[at + 1].Text : ""));
            if (!Array.Exists(Disclaimers, phrase => said.Contains(phrase, StringComparison.Ordinal)) || paragraph == 0) continue;
            List<MailLine> before = [.. lines.Take(paragraph)];
            while (before.Count > 0 && (before[^1].IsBlank || Quotes.IsRow(before[^1].Text))) before.RemoveAt(before.Count - 1);
            return before;
        }

        return [.. lines];
    }

    // From the first "P.S." that stands below a closing, up to the next closing.
    private static List<MailLine> TakePostscript(List<MailLine> lines, string? sender)
    {
        int start = lines.FindIndex(line => IsPostscript(line.Text));
        if (start <= 0) return [];
        var before = lines.GetRange(0, start);
        while (before.Count > 0 && before[^1].IsBlank) before.RemoveAt(before.Count - 1);
        if (before.Count == 0 || FindCut(before, sender) < 0) return [];
        List<MailLine> postscript = lines.GetRange(start, lines.Count - start);
        lines.RemoveRange(start, lines.Count - start);
        while (lines.Count > 0 && lines[^1].IsBlank) lines.RemoveAt(lines.Count - 1);
        for (int cut = FindCut(postscript, sender); cut > 0; cut = FindCut(postscript, sender)) RemoveFrom(postscript, cut);
        return postscript;
    }

    private static bool IsPostscript(string line)
    {
        string folded = MailLine.Folded(line);
        return MailLexicon.Signing.Postscripts.Exists(mark => folded.StartsWith(mark, StringComparison.Ordinal) && folded.Length > mark.Length + 1 && folded[mark.Length] is '.' or ':' or ' ' or ',' or '-' or '–');
    }

    /// <summary>"-- " alone; a longer row only where what follows looks like a signature.</summary>
    private static int Delimiter(List<MailLine> lines)
    {
        for (int at = 0; at < lines.Count; at++)
        {
            if (!Quotes.IsRow(lines[at].Text)) continue;
            string row = lines[at].Text.Trim();
            if (row is "--" or "- --") return at;
            if (IsSignature(lines, at + 1, strict: true)) return at;
        }

        return -1;
    }

    private static int SignOff(List<MailLine> lines)
    {
        for (int at = lines.Count - 1, seen = 0; at >= 0 && seen <= MostLines; at--)
        {
            if (lines[at].IsBlank) continue;
            seen++;
            bool last = !lines.Skip(at + 1).Any(line => !line.IsBlank);
            if (IsSignOff(lines[at].Text, last) && !GoesOn(lines, at + 1) && IsSignature(lines, at + 1, strict: false)) return at > 0 || !last ? at : -1;
        }

        return -1;
    }

    // "Thanks,\nwe run McLeod.": the next line is the same sentence.
    private static bool GoesOn(List<MailLine> lines, int from) => from < lines.Count && !lines[from].IsBlank && lines[from].Text.Trim() is { Length: > 0 } next && char.IsLower(next[0]) && next.Split(' ').Length >= 3;

    private static bool IsSignOff(string line, bool last)
    {
        string text = line.Trim();
        if (text.Length > 60 || text.EndsWith('?')) return false;
        string letters = Letters(text);
        foreach (string phrase in SignOffs)
        {
            if (letters == phrase) return true;
            if (IsFollowedByName(text, letters, phrase)) return true;
        }

        foreach (string phrase in Thanks)
        {
            if (letters == phrase) return !last || text.EndsWith(',');
            if (IsFollowedByName(text, letters, phrase)) return true;
        }

        return (!last || text.EndsWith(',')) && AreSignOffs(letters, text);
    }

    // "Thanks so much, and talk soon,": several in one line.
    private static bool AreSignOffs(string letters, string text)
    {
        if (text.AsSpan().IndexOfAny(",!&/") < 0 && !letters.Contains(" and ", StringComparison.Ordinal)) return false;
        string[] parts = [.. text.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Split([',', '!', '&', '.', '/']).Select(Letters).Where(part => part.Length > 0)];
        return parts.Length > 1 && parts.All(part => SignOffs.Contains(part) || Thanks.Contains(part));
    }

    // "Best, Dana" and "Thanks! – Dana": a sign between, a name of one to three words behind.
    private static bool IsFollowedByName(string text, string letters, string phrase)
    {
        if (!letters.StartsWith(phrase + " ", StringComparison.Ordinal)) return false;
        int sign = text.AsSpan().IndexOfAny(",!-–—");
        if (sign < 0 || Letters(text[..sign]) != phrase) return false;
        string name = text[sign..].Trim(',', '!', '-', '–', '—', ' ', '.');
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 1 or 2 or 3 && words.All(word => char.IsUpper(word[0]));
    }

    private static int Name(List<MailLine> lines, string? sender)
    {
        int last = lines.FindLastIndex(line => !line.IsBlank);
        if (last <= 0) return -1;
        for (int at = last, seen = 0; at > 0 && seen < MostLines; at--)
        {
            if (lines[at].IsBlank) continue;
            seen++;
            string text = lines[at].Text.Trim();
            bool dashed = text[0] is '-' or '–' or '—' or '~' && !(text.Length > 1 && text[1] is '-' or '>');
            string name = text.TrimStart('-', '–', '—', '~', ' ').TrimEnd('.', ',', '!', ' ');
            if ((IsOf(name, sender) || IsTitledOf(name, sender)) && IsSignature(lines, at + 1, strict: false)) return at;
            if (dashed && at == last && IsNameLike(name) && !IsListed(lines, at)) return at;
        }

        return -1;
    }

    private static bool IsListed(List<MailLine> lines, int at)
    {
        int before = lines.FindLastIndex(at - 1, line => !line.IsBlank);
        return before >= 0 && lines[before].Text.TrimStart() is ['-' or '–' or '•' or '*', ..];
    }

    private static bool IsNameLike(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 1 and <= 3 } words && words.All(word => word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'')) && name.Length <= 40;

    // "Dana Whitfield (she/her)", "Dana Whitfield | VP Operations", "Dana Whitfield, CPA".
    private static bool IsTitledOf(string line, string? sender)
    {
        int sign = line.AsSpan().IndexOfAny(TitleSigns);
        if (sign < 0) sign = line.IndexOf(" - ", StringComparison.Ordinal);
        if (sign < 3) return false;
        string name = line[..sign].Trim(), title = line[sign..];
        bool whole = name.Contains(' ', StringComparison.Ordinal);
        return (whole || line[sign] is '(' or '|') && title.Length <= 70 && title[^1] is not ('.' or '?' or '!') && IsOf(name, sender);
    }

    private static bool IsOf(string name, string? sender)
    {
        if (sender is null || name.Length is 0 or > 50) return false;
        string folded = Words.Fold(name), full = Words.Fold(sender);
        string[] parts = full.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (folded.Length == 0 || parts.Length == 0) return false;
        if (sender.Contains(',', StringComparison.Ordinal)) parts = [.. parts.Skip(1), parts[0]];
        string initials = string.Concat(parts.Select(part => part[0]));
        if (folded == full || folded == string.Join(' ', parts)) return true;
        // "Dana", "Dana W.", "Dana J. Whitfield", "DW".
        string[] given = folded.Split(' ');
        if (folded.Length == 1 && folded[0] == parts[0][0]) return true;
        if (parts.Length > 1 && folded.Replace(" ", "", StringComparison.Ordinal) == initials) return true;
        return given[0] == parts[0] && (given.Length == 1 || (given.Length <= 3 && parts.Length > 1 && given[^1][0] == parts[^1][0]));
    }

    // A last paragraph of short lines, one of them a telephone, an address or a site, under a name.
    private static int Contact(List<MailLine> lines)
    {
        int last = lines.FindLastIndex(line => !line.IsBlank);
        if (last < 1) return -1;
        int first = last;
        while (first > 0 && !lines[first - 1].IsBlank) first--;
        if (first == 0 || last - first is < 1 or > 8) return -1;
        if (!IsTitled(lines[first].Text)) return -1;
        bool contact = Enumerable.Range(first + 1, last - first).Any(at => IsContact(lines[at].Text));
        return contact && IsSignature(lines, first, strict: true) ? first : -1;
    }

    // "John E. Doe, Ph.D.": a name of capitals, with what stands before and behind it.
    private static bool IsTitled(string line) =>
        line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) is { Length: >= 1 and <= 6 } words && words.All(word => char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’'));

    private static bool IsContact(string line)
    {
        int digits = line.Count(char.IsAsciiDigit);
        if (digits >= 7 && line.Count(char.IsLetter) <= 12) return true;
        string text = line.Trim().ToLowerInvariant();
        return (text.Contains('@', StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.Ordinal) || text.StartsWith("http", StringComparison.Ordinal)) && !text.Contains(". ", StringComparison.Ordinal)
            && text.Split(' ').Length <= 3;
    }

    /// <summary>Whether everything from a line on may be a signature: few, short lines that ask nothing.</summary>
    private static bool IsSignature(List<MailLine> lines, int from, bool strict)
    {
        int seen = 0;
        for (int at = from; at < lines.Count; at++)
        {
            if (lines[at].IsBlank) continue;
            string text = lines[at].Text.Trim();
            if (++seen > MostLines || text.EndsWith('?')) return false;
            if (IsContact(text) || Quotes.IsRow(text) || Quotes.IsSentFrom(text)) continue;
            int limit = strict ? 70 : seen == 1 ? 50 : 110;
            if (text.Length > limit) return false;
            bool sentence = !(at == from && IsTitled(text)) && text[^1] is '.' or '!' && text.Split(' ').Length >= 4;
            if (sentence && (strict || seen == 1)) return false;
            if (strict && (text[0] is '•' or '#' || (char.IsAsciiDigit(text[0]) && text.Contains(". ", StringComparison.Ordinal)))) return false;
        }

        return strict ? seen > 0 : true;
    }

    private static void RemoveFrom(List<MailLine> lines, int cut)
    {
        lines.RemoveRange(cut, lines.Count - cut);
        while (lines.Count > 0 && lines[^1].IsBlank) lines.RemoveAt(lines.Count - 1);
    }

    // Letters and apostrophes, lower case, one space between words.
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        bool gap = false;
        foreach (char c in MailLine.Folded(text))
        {
            if (char.IsLetter(c) || c is '\'' or '-')
            {
                if (gap && letters.Length > 0) letters.Append(' ');
                gap = false;
                letters.Append(c);
            }
            else
            {
                gap = true;
            }
        }

        return letters.ToString().Trim('-', ' ');
    }
}
