using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using SoftNo.Rescue.Templates;
using SoftNo.Rescue.Words;
using SoftNo.Signals;

namespace SoftNo.Rescue.Files;

/// <summary>Someone in a calendar file or a mail's header.</summary>
/// <param name="Name">The full name, or null.</param>
/// <param name="Address">The mail address, or null: left open.</param>
public sealed record Person(string? Name, string? Address)
{
    /// <summary>Nobody known.</summary>
    public static Person Unknown { get; } = new(null, null);
}

/// <summary>Writes the 15 minutes as iCalendar files (RFC 5545), by IANA zone, with its VTIMEZONE.</summary>
/// <remarks>Nothing in them names the product or the analysis: PRODID and UID neither.</remarks>
public sealed class CalendarFiles
{
    private readonly PlaybookFiles.CalendarFile _texts;

    internal CalendarFiles(PlaybookFiles.CalendarFile texts) => _texts = texts;

    /// <summary><c>hold.ics</c>, for our own calendar: tentative, no attendee.</summary>
    /// <param name="hold">The time.</param>
    /// <param name="prospect">Who it is with.</param>
    /// <param name="reading">The call: it makes the UID, so that a second import replaces the first, and its words are not given back.</param>
    /// <param name="now">The moment of writing.</param>
    public string Hold(Hold hold, Person prospect, Reading reading, Instant now)
    {
        var entry = Entry(hold, $"hold {reading.Id}", now);
        entry.Summary = Filled(_texts.Hold.Title, hold, prospect, Person.Unknown);
        entry.Description = Note(_texts.Hold.Note, hold, reading);
        entry.Status = EventStatus.Tentative;
        return Text(entry, hold, CalendarMethods.Publish);
    }

    /// <summary><c>invite.ics</c>, to send once they say yes: attendee, organizer, title and note in American English.</summary>
    /// <param name="hold">The time.</param>
    /// <param name="prospect">The attendee.</param>
    /// <param name="organizer">The seller.</param>
    /// <param name="reading">The call: it makes the UID, and its words are not given back.</param>
    /// <param name="now">The moment of writing.</param>
    public string Invite(Hold hold, Person prospect, Person organizer, Reading reading, Instant now)
    {
        var entry = Entry(hold, $"invite {reading.Id}", now);
        entry.Summary = Filled(_texts.Invite.Title, hold, prospect, organizer);
        entry.Description = Note(_texts.Invite.Note, hold, reading);
        entry.Status = EventStatus.Confirmed;
        entry.Organizer = new Organizer { Value = Link(organizer), CommonName = organizer.Name };
        entry.Attendees.Add(new Attendee
        {
            Value = Link(prospect),
            CommonName = prospect.Name,
            Role = ParticipationRole.RequiredParticipant,
            ParticipationStatus = EventParticipationStatus.NeedsAction,
            Rsvp = true,
        });
        return Text(entry, hold, CalendarMethods.Request);
    }

    private static CalendarEvent Entry(Hold hold, string key, Instant now) => new()
    {
        Uid = $"{Hash($"{key} {hold.Start.ToInstant()}")}@calendar.invalid",
        DtStamp = new CalDateTime(now.ToDateTimeUtc()),
        DtStart = Local(hold.Start),
        DtEnd = Local(hold.End),
        Sequence = 0,
    };

    private string Text(CalendarEvent entry, Hold hold, string method)
    {
        var calendar = new Calendar { Method = method, ProductId = _texts.Product };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(hold.Start.Zone.Id, hold.Start.Date.PlusYears(-1).ToDateTimeUnspecified(), false));
        calendar.Events.Add(entry);
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar writer gave nothing.");
    }

    private string Filled(string text, Hold hold, Person prospect, Person organizer)
    {
        if (prospect.Name is null) return text.Contains("{person}", StringComparison.Ordinal) ? _texts.Nobody : Minutes(text, hold);
        if (organizer.Name is null) text = text.Replace(" and {ours}", "", StringComparison.Ordinal);
        return Minutes(text, hold).Replace("{person}", prospect.Name, StringComparison.Ordinal).Replace("{ours}", organizer.Name, StringComparison.Ordinal);
    }

    private static string Note(List<string> alternatives, Hold hold, Reading reading)
    {
        var discretion = Discretion.Of(reading.Call);
        return Minutes(alternatives.Find(text => !discretion.Betrays(Minutes(text, hold))) ?? alternatives[^1], hold);
    }

    private static string Minutes(string text, Hold hold) =>
        text.Replace("{minutes}", $"{(int)(hold.End - hold.Start).TotalMinutes}", StringComparison.Ordinal);

    private Uri Link(Person person) => new(person.Address is null ? _texts.NoAddress : $"mailto:{person.Address}");

    private static CalDateTime Local(ZonedDateTime time) => new(time.ToDateTimeUnspecified(), time.Zone.Id);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}
