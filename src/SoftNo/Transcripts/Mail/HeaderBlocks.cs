namespace SoftNo.Transcripts.Mail;

/// <summary>Finds the header of an earlier message copied into a body: "From: … Sent: … To: …", in the languages of mail programs.</summary>
internal static class HeaderBlocks
{
    /// <summary>A value may run on over so many lines.</summary>
    private const int MostWrapped = 3;

    private static readonly Dictionary<string, string> KindOfKey = Keys();

    /// <summary>Whether a block begins on this line: two lines or more whose keys tell different things, a sender or a date among them.</summary>
    public static bool Begins(IReadOnlyList<MailLine> lines, int first)
    {
        if (lines[first].IsQuoted || KeyOf(lines[first].Text) is not { } opening) return false;
        var kinds = new HashSet<string> { opening };
        int wrapped = 0;
        for (int at = first + 1; at < lines.Count && wrapped <= MostWrapped; at++)
        {
            if (lines[at].IsBlank && kinds.Count > 1) break;
            string? kind = KeyOf(lines[at].Text);
            if (kind is null && lines[at].IsBlank) break;
            wrapped = kind is null ? wrapped + 1 : 0;
            if (kind is not null) kinds.Add(kind);
            // "À : … Objet : …" on one line.
            if (kind is "to" && lines[at].Text.Contains("Objet :", StringComparison.Ordinal)) kinds.Add("subject");
        }

        return kinds.Count > 1 && (kinds.Contains("from") || (kinds.Contains("date") && (kinds.Contains("to") || kinds.Contains("subject"))));
    }

    private static string? KeyOf(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 30) return null;
        string key = MailLine.Folded(line[..colon]).TrimStart('_', '-', ' ');
        return KindOfKey.GetValueOrDefault(key);
    }

    private static Dictionary<string, string> Keys()
    {
        var keys = new Dictionary<string, string>();
        foreach ((string kind, List<string> words) in MailLexicon.Quoting.Keys)
        {
            foreach (string word in words) keys.TryAdd(MailLine.Folded(word), kind);
        }

        return keys;
    }
}
