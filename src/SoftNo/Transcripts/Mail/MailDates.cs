using MimeKit;
using MimeKit.Utils;
using NodaTime;

namespace SoftNo.Transcripts.Mail;

/// <summary>When a message was sent: its <c>Date</c>, unless that is missing or cannot be; then the hour at which a server received it.</summary>
internal static class MailDates
{
    /// <summary>No message is older: mail as we know it (RFC 821) is from 1982.</summary>
    private const int OldestYear = 1982;

    /// <summary>A clock that is ahead of the server's by more is wrong.</summary>
    private static readonly Duration Ahead = Duration.FromHours(24);

    /// <summary>A message that lay longer before it was sent is likelier dated wrongly.</summary>
    private static readonly Duration Behind = Duration.FromDays(180);

    /// <summary>The moment of a message, or null where nothing tells.</summary>
    public static OffsetDateTime? Of(MimeMessage message)
    {
        OffsetDateTime? sent = Parse(message.Headers[HeaderId.Date]), received = Received(message);
        if (sent is null || received is null) return sent ?? received ?? Parse(message.Headers[HeaderId.ResentDate]);
        Duration late = received.Value.ToInstant() - sent.Value.ToInstant();
        return late < -Ahead || late > Behind ? received : sent;
    }

    /// <summary>An RFC 5322 date, or null where it is none.</summary>
    public static OffsetDateTime? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || !DateUtils.TryParse(text, out DateTimeOffset parsed) || parsed.Year < OldestYear || !NamesItsDay(text, parsed) || !HasAnHour(text)) return null;
        return OffsetDateTime.FromDateTimeOffset(parsed);
    }

    // "Mon, 31 Nov": a lenient parser makes another day of it.
    private static bool NamesItsDay(string text, DateTimeOffset parsed)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        int comma = rest.IndexOf(',');
        if (comma >= 0) rest = rest[(comma + 1)..].Trim();
        int digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits])) digits++;
        return digits is 0 or > 2 || int.Parse(rest[..digits], System.Globalization.CultureInfo.InvariantCulture) == parsed.Day;
    }

    // "24:30:00": a lenient parser makes midnight of it.
    private static bool HasAnHour(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon + 2 >= text.Length) return true;
        int hour = text[colon - 1] - '0' + (colon > 1 && char.IsAsciiDigit(text[colon - 2]) ? 10 * (text[colon - 2] - '0') : 0);
        return hour is >= 0 and <= 23 && text[colon + 1] is >= '0' and <= '5';
    }

    // The oldest of the servers' stamps, nearest to the sending: they are written on top of each other.
    private static OffsetDateTime? Received(MimeMessage message)
    {
        OffsetDateTime? found = null;
        foreach (Header header in message.Headers)
        {
            if (header.Id != HeaderId.Received) continue;
            string value = header.Value;
            int stamp = value.LastIndexOf(';');
            if (stamp >= 0 && Parse(value[(stamp + 1)..]) is { } moment) found = moment;
        }

        return found;
    }
}
