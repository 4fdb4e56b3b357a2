using System.Text;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Signals;

namespace SoftNo.Rescue.Files;

/// <summary>A file that a rescue leaves to be opened in another program.</summary>
/// <param name="Name">Its name, which says nothing of the analysis.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record RescueFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>The mail and the 15 minutes of a rescue, as files: <c>mail.eml</c>, and where a time is proposed <c>hold.ics</c> and <c>invite.ics</c>.</summary>
public static class RescueFiles
{
    /// <summary>The files.</summary>
    /// <param name="playbook">The moves.</param>
    /// <param name="reading">The call.</param>
    /// <param name="rescue">The rescue, filled from it.</param>
    /// <param name="us">The seller; without a name, the first seller heard is taken.</param>
    /// <param name="ourZone">Our zone.</param>
    /// <param name="now">The moment of writing.</param>
    public static IReadOnlyList<RescueFile> Of(Playbook playbook, Reading reading, FilledRescue rescue, Person us, DateTimeZone ourZone, Instant now)
    {
        var prospect = Playbook.Addressee(rescue.Move, reading) is { } speaker
            ? new Person(playbook.PersonName(speaker), rescue.Mail.To ?? speaker.Address)
            : new Person(null, rescue.Mail.To);
        var named = us.Name is null ? us with { Name = reading.Call.Speakers.FirstOrDefault(person => person.Side == Side.Seller)?.Name } : us;
        var files = new List<RescueFile> { new("mail.eml", "message/rfc822", MailFile.Write(rescue.Mail, named, prospect, now.InZone(ourZone).ToOffsetDateTime())) };
        if (rescue.Hold is not { } hold) return files;
        files.Add(new("hold.ics", "text/calendar", Encoding.UTF8.GetBytes(playbook.Calendar.Hold(hold, prospect, reading, now))));
        files.Add(new("invite.ics", "text/calendar", Encoding.UTF8.GetBytes(playbook.Calendar.Invite(hold, prospect, named, reading, now))));
        return files;
    }
}
