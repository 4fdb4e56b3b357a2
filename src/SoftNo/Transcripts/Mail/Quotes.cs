namespace SoftNo.Transcripts.Mail;

/// <summary>Takes the words of earlier messages out of a body; answers written between quotes stay.</summary>
internal static class Quotes
{
    /// <summary>A quoted line this long was likely wrapped, its rest standing unmarked below.</summary>
    private const int Wrapped = 60;

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("-_=—–*~ ");
    private static readonly string[] SentFrom = [.. MailLexicon.Signing.SentFrom.Select(MailLine.Folded)];

    /// <summary>The lines that are the sender's own, the sign-off among them.</summary>
    public static List<MailLine> Without(List<MailLine> lines)
    {
        MarkWrapped(lines);
        var own = new List<MailLine>(lines.Count);
        for (int at = 0; at < lines.Count; at++)
        {
            MailLine line = lines[at];
            if (line.IsQuoted) continue;
            if (HeaderBlocks.Begins(lines, at) || Attributions.IsOriginal(line.Text)) break;
            int introduces = Attributions.At(lines, at);
            if (introduces > 0)
            {
                if (!IsMarkedAfter(lines, at + introduces)) break;
                at += introduces - 1;
                continue;
            }

            if (Attributions.Within(line.Text) is { } start)
            {
                own.Add(new MailLine(line.Text[..start]));
                if (!IsMarkedAfter(lines, at + 1)) break;
                continue;
            }

            if (IsSentFrom(line.Text) && !AnswersFollow(lines, at + 1)) break;
            own.Add(line);
        }

        Trim(own);
        return own;
    }

    /// <summary>Whether a program wrote the line: "Sent from my iPhone", and no sentence that happens to begin so.</summary>
    public static bool IsSentFrom(string line)
    {
        string folded = MailLine.Folded(line).TrimStart('-', '—', ' ');
        if (!Array.Exists(SentFrom, phrase => folded.StartsWith(phrase, StringComparison.Ordinal))) return false;
        int link = folded.IndexOf('<', StringComparison.Ordinal);
        string said = link > 0 ? folded[..link] : folded;
        return said.Split(' ').Length <= 12 && !said.Contains(", ", StringComparison.Ordinal) && !said.Contains(". ", StringComparison.Ordinal);
    }

    // Own words between the quotes below a phone's line: the answer was written under what it answers.
    private static bool AnswersFollow(List<MailLine> lines, int from)
    {
        bool quoted = false, blank = true;
        for (int at = from; at < lines.Count; at++)
        {
            if (lines[at].IsQuoted) quoted = true;
            else if (!lines[at].IsBlank && quoted && blank && Attributions.At(lines, at) == 0) return true;
            blank = lines[at].IsBlank;
        }

        return false;
    }

    private static bool IsMarkedAfter(List<MailLine> lines, int from)
    {
        for (int at = from; at < lines.Count; at++)
        {
            if (lines[at].IsBlank) continue;
            return lines[at].IsQuoted;
        }

        return true;
    }

    private static void MarkWrapped(List<MailLine> lines)
    {
        for (int at = 1; at + 1 < lines.Count; at++)
        {
            bool between = lines[at - 1].IsQuoted && lines[at + 1].IsQuoted && !lines[at].IsQuoted && !lines[at].IsBlank;
            if (between && lines[at - 1].Text.Length >= Wrapped && (!EndsSentence(lines[at - 1].Text) || char.IsLower(lines[at].Text.TrimStart()[0]))) lines[at] = lines[at] with { IsQuoted = true };
        }
    }

    private static bool EndsSentence(string line) => line.AsSpan().TrimEnd() is [.., '.' or '?' or '!' or ':'];

    private static void Trim(List<MailLine> lines)
    {
        while (lines.Count > 0 && lines[^1].IsBlank) lines.RemoveAt(lines.Count - 1);
        while (lines.Count > 0 && lines[0].IsBlank) lines.RemoveAt(0);
        // The row of signs that stood above what was cut.
        while (lines.Count > 0 && IsRow(lines[^1].Text))
        {
            lines.RemoveAt(lines.Count - 1);
            while (lines.Count > 0 && lines[^1].IsBlank) lines.RemoveAt(lines.Count - 1);
        }
    }

    /// <summary>Whether a line is nothing but a row of dashes, underscores or the like, two or more.</summary>
    public static bool IsRow(string line)
    {
        ReadOnlySpan<char> bare = line.AsSpan().Trim();
        return (bare.Length > 1 && bare.IndexOfAnyExcept(Signs) < 0) || bare is "—" or "–";
    }
}
