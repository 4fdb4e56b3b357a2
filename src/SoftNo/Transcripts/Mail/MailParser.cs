using MimeKit;
using NodaTime;
using SoftNo.Transcripts.Calendar;

namespace SoftNo.Transcripts.Mail;

/// <summary>Reduces one RFC 5322 message to what is read of it.</summary>
internal static class MailParser
{
    /// <summary>Headers beyond this many are not looked at: no server writes so many.</summary>
    private const int MostReferences = 500;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 32, MaxAddressGroupDepth = 3, CharsetEncoding = System.Text.Encoding.UTF8 };

    // Half of the mails from Outlook are in Windows-1252.
    static MailParser() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    /// <summary>The message, or null where the bytes are none.</summary>
    /// <param name="bytes">The message from its first header on.</param>
    /// <param name="file">Its file as the user gave it.</param>
    /// <param name="inMailbox">Whether it stood in an mbox, where lines that open with "From " are written with a mark before.</param>
    public static MailMessage? Parse(Stream bytes, string file, bool inMailbox)
    {
        try
        {
            using var message = MimeMessage.Load(Options, bytes);
            return Reduce(message, file, inMailbox);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException or NotSupportedException or IOException)
        {
            return null;
        }
    }

    private static MailMessage? Reduce(MimeMessage message, string file, bool inMailbox)
    {
        MailPerson[] from = [.. People(message.From).Concat(message.Sender is { } sender ? [Person(sender)] : [])];
        if (from.Length == 0 && message.Headers[HeaderId.Date] is null && message.MessageId is null && string.IsNullOrEmpty(message.Subject)) return null;
        MailPerson author = from.Length == 0 ? new MailPerson(null, null) : from[0];
        List<CalendarMessage> calendar = Calendar(message, file);
        OffsetDateTime? at = MailDates.Of(message);
        MailKind kind = calendar.Exists(one => one.IsAnswer || one.IsCancel) ? MailKind.Calendar : MachineMail.KindOf(message, author);
        if (calendar.Count > 0 && kind == MailKind.AutoReply) kind = MailKind.Calendar;
        string text = NewWordsOf(message, author, kind, calendar, inMailbox);
        return new MailMessage
        {
            File = file,
            Id = Bare(message.MessageId),
            Answers = Answers(message),
            Subject = Words.Collapse(message.Subject ?? ""),
            From = AuthorOf(author, calendar),
            To = [.. People(message.To).Concat(People(message.Cc)).Take(MostReferences)],
            At = at,
            Text = text,
            Kind = kind,
            Calendar = calendar,
            Absence = kind is MailKind.AutoReply or MailKind.Person ? Absences.In(text, at, isAutoReply: kind == MailKind.AutoReply) : null,
            Mailbox = Bare(message.Headers["Delivered-To"] ?? message.Headers["X-Original-To"] ?? message.Headers["Envelope-To"]),
        };
    }

    private static string NewWordsOf(MimeMessage message, MailPerson author, MailKind kind, List<CalendarMessage> calendar, bool inMailbox)
    {
        string body = MailBody.Of(message);
        if (inMailbox) body = Unmarked(body);
        if (calendar.Count > 0) body = MachineMail.NoteOf(body);
        string words = kind == MailKind.Bounce ? Words.Collapse(body) : NewWords.Of(body, author.Name);
        if (calendar.Count == 0) return words;
        // What the invitation's own description says again is nobody's answer.
        string? note = calendar.Select(one => one.Comment).FirstOrDefault(comment => comment is { Length: > 0 });
        bool repeats = calendar.Exists(one => one.Description is { Length: > 0 } description && words.Length > 0 && kind == MailKind.Calendar && description.Contains(words, StringComparison.Ordinal));
        return repeats || words.Length == 0 ? note ?? "" : words;
    }

    // A calendar's program writes for the guest whose answer it carries.
    private static MailPerson AuthorOf(MailPerson author, List<CalendarMessage> calendar)
    {
        if (!MachineMail.IsProgram(author)) return author;
        if (calendar.Find(one => one.IsAnswer) is { Guests: [var guest] }) return new MailPerson(guest.Address, guest.Name);
        return calendar.Find(one => !one.IsAnswer && one.Organizer is not null)?.Organizer is { } organizer ? new MailPerson(organizer.Address, organizer.Name) : author;
    }

    private static List<CalendarMessage> Calendar(MimeMessage message, string file)
    {
        var found = new List<CalendarMessage>();
        foreach (MimePart part in MailBody.Parts(message.Body))
        {
            bool named = part.FileName?.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) == true;
            if (!part.ContentType.IsMimeType("text", "calendar") && !part.ContentType.IsMimeType("application", "ics") && !named) continue;
            string text = part is TextPart words ? words.Text : DecodedOf(part);
            foreach (CalendarMessage one in InvitationParser.Parse(text, file, out _))
            {
                // The same invitation stands twice in most mails, once to read and once to open.
                if (!found.Exists(other => other.Uid == one.Uid && other.Method == one.Method && other.Sequence == one.Sequence && other.Occurrence == one.Occurrence)) found.Add(one);
            }
        }

        return found;
    }

    private static string DecodedOf(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return TextDecoding.Decode(bytes.ToArray(), "", out _) ?? "";
    }

    private static List<string> Answers(MimeMessage message)
    {
        IEnumerable<string?> ids = message.References.Append(message.InReplyTo).Concat(Returned(message));
        return [.. ids.Select(Bare).OfType<string>().Where(id => id.Length > 0).Distinct().Take(MostReferences)];
    }

    // A report of a server carries the header of what it could not deliver.
    private static IEnumerable<string> Returned(MimeMessage message)
    {
        if (message.Body is not MultipartReport report) yield break;
        foreach (MimeEntity part in report)
        {
            if (part is MessagePart { Message: { } returned } && returned.MessageId is { } id) yield return id;
            if (part is TextPart text && text.ContentType.IsMimeType("text", "rfc822-headers") && IdIn(text.Text) is { } named) yield return named;
        }
    }

    private static string? IdIn(string headers)
    {
        foreach (ReadOnlySpan<char> line in headers.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)) return line["Message-ID:".Length..].ToString();
        }

        return null;
    }

    private static string? Bare(string? id)
    {
        string? bare = id?.Trim().Trim('<', '>', ' ');
        return string.IsNullOrEmpty(bare) ? null : bare;
    }

    private static IEnumerable<MailPerson> People(InternetAddressList list) => list.Mailboxes.Select(Person);

    private static MailPerson Person(MailboxAddress mailbox)
    {
        string? address = string.IsNullOrWhiteSpace(mailbox.Address) ? null : mailbox.Address.Trim().ToLowerInvariant();
        string name = Words.Collapse(mailbox.Name ?? "").Trim('\'', '"');
        return new MailPerson(address, name.Length == 0 || name.Equals(address, StringComparison.OrdinalIgnoreCase) ? null : MailPerson.InOrder(name));
    }

    // ">From here on" in an mbox is "From here on": the mark keeps it from looking like the next message. Among marked lines it is a quote.
    private static string Unmarked(string body)
    {
        if (!body.Contains(">From ", StringComparison.Ordinal)) return body;
        string[] lines = body.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            bool beside = (i > 0 && lines[i - 1].StartsWith('>')) || (i + 1 < lines.Length && lines[i + 1].StartsWith('>') && !lines[i + 1].StartsWith(">From ", StringComparison.Ordinal));
            if (!beside && lines[i].StartsWith(">From ", StringComparison.Ordinal)) lines[i] = lines[i][1..];
        }

        return string.Join('\n', lines);
    }
}
