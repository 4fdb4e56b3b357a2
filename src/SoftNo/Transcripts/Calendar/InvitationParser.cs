using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Transcripts.Calendar;

/// <summary>Reads calendar files (RFC 5545) and the messages in them (RFC 5546).</summary>
internal static class InvitationParser
{
    /// <summary>The largest calendar that is read, in characters: a year of meetings is a tenth of it.</summary>
    private const int MostLength = 20_000_000;

    /// <summary>So many events are read of one file.</summary>
    private const int MostEvents = 20_000;

    /// <summary>So many guests are read of one event.</summary>
    private const int MostGuests = 500;

    private static readonly HashSet<string> Read = new(StringComparer.OrdinalIgnoreCase)
    {
        "BEGIN", "END", "VERSION", "METHOD", "UID", "DTSTART", "DTSTAMP", "SUMMARY", "ORGANIZER", "ATTENDEE", "SEQUENCE", "STATUS", "COMMENT", "RECURRENCE-ID", "TZID", "TZOFFSETFROM", "TZOFFSETTO",
    };

    /// <summary>The events of a calendar.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name as the user gave it.</param>
    /// <param name="reason">Why nothing could be read, or null.</param>
    public static IReadOnlyList<CalendarMessage> Parse(string text, string file, out string? reason)
    {
        reason = null;
        if (text.Length > MostLength)
        {
            reason = $"{text.Length} > {MostLength}";
            return [];
        }

        // What breaks the parser is seldom what is read: without the rest most calendars can be.
        return Tried(text, file, out _) ?? Tried(Essential(text), file, out reason) ?? [];
    }

    private static List<CalendarMessage>? Tried(string text, string file, out string? reason)
    {
        reason = null;
        try
        {
            var found = new List<CalendarMessage>();
            foreach (Ical.Net.Calendar calendar in CalendarCollection.Load(text))
            {
                foreach (CalendarEvent one in calendar.Events.Take(MostEvents - found.Count)) found.Add(Message(one, MethodOf(calendar.Method), calendar, file));
            }

            return found;
        }
#pragma warning disable CA1031 // The parser throws whatever breaks in it; a broken calendar is a problem of the file.
        catch (Exception error)
#pragma warning restore CA1031
        {
            reason = error.Message;
            return null;
        }
    }

    // The lines of what is read, with those that continue them.
    private static string Essential(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        bool keeps = false;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line is not [' ' or '\t', ..])
            {
                int end = line.IndexOfAny(":;");
                keeps = end > 0 && Read.Contains(line[..end].ToString());
            }

            if (keeps) kept.Append(line).Append("\r\n");
        }

        return kept.ToString();
    }

    private static CalendarMessage Message(CalendarEvent one, CalendarMethod method, Ical.Net.Calendar calendar, string file)
    {
        EventStart? start = StartOf(one.DtStart, calendar);
        bool off = method == CalendarMethod.Cancel || string.Equals(one.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase);
        return new CalendarMessage
        {
            File = file,
            Uid = string.IsNullOrWhiteSpace(one.Uid) ? $"{one.Summary} {one.DtStart}" : one.Uid.Trim(),
            Occurrence = one.RecurrenceIdentifier?.StartTime.ToString(),
            Replaces = StartOf(one.RecurrenceIdentifier?.StartTime, calendar),
            Method = method,
            Sequence = Math.Max(0, one.Sequence),
            Stamp = InstantOf(one.DtStamp),
            Changed = InstantOf(one.LastModified) ?? InstantOf(one.Created),
            Start = start,
            Repeats = start is null ? [] : EventSeries.Later(one, start),
            Organizer = one.Organizer is { } organizer ? new EventGuest(AddressOf(organizer.Value), NameOf(organizer.CommonName), GuestAnswer.None) : null,
            Guests = [.. one.Attendees.Where(IsPerson).Take(MostGuests).Select(GuestOf).Where(guest => guest.Address is not null || guest.Name is not null)],
            Summary = Words.Collapse(one.Summary ?? ""),
            Description = Words.Collapse(one.Description ?? ""),
            Comment = one.Comments.FirstOrDefault(comment => !string.IsNullOrWhiteSpace(comment)) is { } comment ? Words.Collapse(comment) : null,
            IsCancel = off,
        };
    }

    // A room accepts whatever finds it free.
    private static bool IsPerson(Attendee attendee) => attendee.Type?.ToUpperInvariant() is not ("ROOM" or "RESOURCE");

    private static EventGuest GuestOf(Attendee attendee) => new(AddressOf(attendee.Value), NameOf(attendee.CommonName), attendee.ParticipationStatus?.ToUpperInvariant() switch
    {
        "ACCEPTED" => GuestAnswer.Accepted,
        "TENTATIVE" => GuestAnswer.Tentative,
        "DECLINED" => GuestAnswer.Declined,
        _ => GuestAnswer.None,
    });

    private static CalendarMethod MethodOf(string? method) => method?.Trim().ToUpperInvariant() switch
    {
        "REQUEST" or "ADD" => CalendarMethod.Request,
        "REPLY" => CalendarMethod.Reply,
        "COUNTER" => CalendarMethod.Counter,
        "DECLINECOUNTER" => CalendarMethod.DeclineCounter,
        "CANCEL" => CalendarMethod.Cancel,
        _ => CalendarMethod.Publish,
    };

    private static string? NameOf(string? name)
    {
        string collapsed = Words.Collapse(name ?? "").Trim('"', '\'');
        return collapsed.Length == 0 || collapsed.Contains('@', StringComparison.Ordinal) ? null : Mail.MailPerson.InOrder(collapsed);
    }

    private static string? AddressOf(Uri? uri)
    {
        string? text = uri?.OriginalString.Trim();
        if (text is null) return null;
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) text = text["mailto:".Length..];
        return text.Contains('@', StringComparison.Ordinal) ? text.Trim().ToLowerInvariant() : null;
    }

    private static EventStart? StartOf(CalDateTime? time, Ical.Net.Calendar calendar)
    {
        if (time is null) return null;
        LocalDateTime local = LocalDateTime.FromDateTime(DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified));
        if (!time.HasTime) return new EventStart(local.Date.AtMidnight(), null, true);
        if (time.IsUtc) return new EventStart(local, DateTimeZone.Utc, false);
        return new EventStart(local, EventZone.Of(time.TzId, calendar, local), false);
    }

    private static Instant? InstantOf(CalDateTime? time)
    {
        if (time is null || time.Value.Year < 1980) return null;
        LocalDateTime local = LocalDateTime.FromDateTime(DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified));
        return local.InZoneLeniently(DateTimeZone.Utc).ToInstant();
    }
}
