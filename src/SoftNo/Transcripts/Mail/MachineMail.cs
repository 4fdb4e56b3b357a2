using MimeKit;

namespace SoftNo.Transcripts.Mail;

/// <summary>Tells the messages of programs from those of people.</summary>
internal static class MachineMail
{
    private static readonly string[] CalendarLines = [.. MailLexicon.Machines.CalendarLines.Select(MailLine.Folded)];

    /// <summary>Who wrote a message: a report of a server, an answer for someone away, or a person.</summary>
    public static MailKind KindOf(MimeMessage message, MailPerson from)
    {
        string subject = MailLine.Folded(message.Subject ?? "");
        if (message.Body is MultipartReport report) return report.ReportType?.Contains("disposition", StringComparison.OrdinalIgnoreCase) == true ? MailKind.AutoReply : MailKind.Bounce;
        if (Local(from) is { } local && MailLexicon.Machines.BounceSenders.Exists(sender => local.StartsWith(sender, StringComparison.Ordinal))) return MailKind.Bounce;
        bool returned = message.Headers.Contains("X-Failed-Recipients") || message.Headers[HeaderId.ReturnPath]?.Trim() is "<>" or "";
        if (returned && Opens(subject, MailLexicon.Machines.BounceSubjects, alone: false)) return MailKind.Bounce;
        return IsAutomatic(message) || Opens(subject, MailLexicon.Machines.AutoReplySubjects, alone: true) ? MailKind.AutoReply : MailKind.Person;
    }

    /// <summary>Whether an address is a program's, which is on no side of a sale.</summary>
    public static bool IsProgram(MailPerson person) => Local(person) is { } local && (MailLexicon.Machines.Programs.Contains(local) || MailLexicon.Machines.BounceSenders.Exists(sender => local.StartsWith(sender, StringComparison.Ordinal)));

    /// <summary>Whether many use an address's house, so that sharing it makes nobody a colleague.</summary>
    public static bool IsFreeHouse(string domain) => MailLexicon.Machines.FreeHouses.Contains(domain.ToLowerInvariant());

    /// <summary>A calendar mail's body without what its program wrote: a note that a person added, or nothing.</summary>
    public static string NoteOf(string body)
    {
        List<MailLine> lines = MailLine.Of(body);
        int program = lines.FindIndex(line => IsProgramLine(MailLine.Folded(line.Text)));
        return program < 0 ? body : string.Join('\n', lines.Take(program).Select(line => line.Text));
    }

    private static bool IsProgramLine(string folded) => Array.Exists(CalendarLines, phrase => folded.Contains(phrase, StringComparison.Ordinal));

    private static bool IsAutomatic(MimeMessage message)
    {
        string? submitted = message.Headers["Auto-Submitted"]?.Trim();
        if (submitted is { Length: > 0 } && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase)) return true;
        if (message.Headers.Contains("X-Autoreply") || message.Headers.Contains("X-Autorespond") || message.Headers.Contains("X-Auto-Reply-From")) return true;
        return message.Headers[HeaderId.Precedence]?.Trim() is { } precedence && precedence.Replace('-', '_').Equals("auto_reply", StringComparison.OrdinalIgnoreCase);
    }

    // "Out of office: …" and "Out of office" alone; "Out of office next week?" is a person's.
    private static bool Opens(string subject, List<string> phrases, bool alone)
    {
        foreach (string phrase in phrases)
        {
            string opening = MailLine.Folded(phrase);
            if (!subject.StartsWith(opening, StringComparison.Ordinal)) continue;
            ReadOnlySpan<char> rest = subject.AsSpan(opening.Length).TrimStart();
            if (!alone || rest.IsEmpty || rest[0] is ':' or '-' or '–' or '[' or '(') return true;
        }

        return false;
    }

    private static string? Local(MailPerson person) => person.Address is { } address && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? address[..at].ToLowerInvariant() : null;
}
