namespace SoftNo.Transcripts.Mail;

/// <summary>What the sender wrote anew in a mail: quotes, signature, sign-off, disclaimers and banners cut; greeting and postscript kept.</summary>
internal static class NewWords
{
    private static readonly string[] Banners = [.. MailLexicon.Signing.Banners.Select(MailLine.Folded)];

    /// <summary>The new words of a body, white space collapsed.</summary>
    /// <param name="body">The body as text; quoted parts of HTML marked with <c>&gt;</c>.</param>
    /// <param name="sender">The sender's name, or null.</param>
    public static string Of(string body, string? sender)
    {
        List<MailLine> own = WithoutBanner(Quotes.Without(MailLine.Of(body)));
        return Joined(Closing.Without(own, sender));
    }

    /// <summary>The same with the sign-off and signature kept.</summary>
    public static string WithClosing(string body) => Joined(WithoutBanner(Quotes.Without(MailLine.Of(body))));

    private static string Joined(IEnumerable<MailLine> lines) => Words.Collapse(string.Join('\n', lines.Select(line => line.Text)));

    private static List<MailLine> WithoutBanner(List<MailLine> lines)
    {
        for (int guard = 0; guard < 4; guard++)
        {
            int end = lines.FindIndex(line => line.IsBlank);
            int length = end < 0 ? lines.Count : end;
            if (length == lines.Count || length > 8) return lines;
            string paragraph = MailLine.Folded(string.Join(' ', lines.Take(length).Select(line => line.Text)));
            bool marked = paragraph is "[external]" or "external" or "caution" or "external email";
            if (!marked && !Array.Exists(Banners, banner => paragraph.Contains(banner, StringComparison.Ordinal))) return lines;
            lines = [.. lines.Skip(length).SkipWhile(line => line.IsBlank || Quotes.IsRow(line.Text))];
        }

        return lines;
    }
}
