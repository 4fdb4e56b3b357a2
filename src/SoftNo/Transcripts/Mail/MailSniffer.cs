using System.Text;

namespace SoftNo.Transcripts.Mail;

/// <summary>What a file is, of mail and calendar, by its first bytes.</summary>
internal enum PostKind
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>One message (<c>.eml</c>, a file of a Maildir).</summary>
    Message,

    /// <summary>Many messages (<c>.mbox</c>).</summary>
    Mailbox,

    /// <summary>A calendar (<c>.ics</c>).</summary>
    Calendar,
}

/// <summary>Tells mail and calendars by their first lines, never by the file's name.</summary>
internal static class MailSniffer
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Head = 16_384;

    // RFC 5322, section 3.6, and what servers put above.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Cc", "Bcc", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Received", "Return-Path", "MIME-Version", "Content-Type", "Delivered-To", "Reply-To", "Sender",
        "X-Original-To", "Content-Transfer-Encoding", "DKIM-Signature", "ARC-Seal", "Authentication-Results", "Auto-Submitted", "X-Mailer", "User-Agent", "Thread-Topic", "X-GM-THRID", "X-Gmail-Labels",
    };

    /// <summary>The kind of a file that opens with these bytes.</summary>
    public static PostKind Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> first = bytes[..Math.Min(bytes.Length, Head)];
        // A calendar may be saved in UTF-16.
        string head = (first switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.Latin1,
        }).GetString(first).TrimStart('\uFEFF');
        if (head.StartsWith("ï»¿", StringComparison.Ordinal)) head = head[3..];
        string start = head.TrimStart();
        if (start.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return PostKind.Calendar;
        if (head.StartsWith("From ", StringComparison.Ordinal) && head.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end && IsHeader(head.AsSpan(end + 1), fewest: 1)) return PostKind.Mailbox;
        return IsHeader(start, fewest: 2) ? PostKind.Message : PostKind.None;
    }

    // A header of names that mail knows, a sender, a date or an id among them, before the first blank line.
    private static bool IsHeader(ReadOnlySpan<char> text, int fewest)
    {
        int known = 0, lines = 0;
        bool telling = false;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (line.Trim().IsEmpty || ++lines > 200) break;
            if (line[0] is ' ' or '\t') continue;
            int colon = line.IndexOf(':');
            if (colon <= 0 || line[..colon].IndexOfAnyExceptInRange('!', '~') >= 0)
            {
                if (lines > 1 && line.StartsWith(">From ", StringComparison.Ordinal)) continue;
                return known >= 4 && telling;
            }

            string name = line[..colon].ToString();
            if (!Known.Contains(name)) continue;
            known++;
            telling |= name.ToLowerInvariant() is "from" or "message-id" or "received" or "date" or "return-path" or "mime-version";
        }

        return known >= fewest && telling;
    }
}
