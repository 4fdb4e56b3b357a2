using MimeKit;
using NodaTime;

namespace SoftNo.Rescue.Files;

/// <summary>Writes a mail as an unsent message (RFC 5322) that a mail program opens for editing.</summary>
/// <remarks>No Message-ID, no user agent, no header that names the product: the mail program gives its own when it is sent.</remarks>
public static class MailFile
{
    /// <summary>The bytes of the <c>.eml</c> file.</summary>
    /// <param name="mail">What it says.</param>
    /// <param name="from">The seller; left out where no address is known.</param>
    /// <param name="to">The prospect; left open where no address is known.</param>
    /// <param name="now">The moment of writing, with the seller's offset.</param>
    public static byte[] Write(Mail mail, Person from, Person to, OffsetDateTime now)
    {
        using var message = new MimeMessage();
        message.Headers.Clear();
        message.Headers.Add("X-Unsent", "1");
        message.Date = now.ToDateTimeOffset();
        if (from.Address is not null) message.From.Add(new MailboxAddress(from.Name, from.Address));
        if ((mail.To ?? to.Address) is { } address) message.To.Add(new MailboxAddress(to.Name, address));
        message.Subject = mail.Subject;
        message.Body = new TextPart("plain") { Text = mail.Body };
        using var bytes = new MemoryStream();
        message.WriteTo(FormatOptions.Default, bytes);
        return bytes.ToArray();
    }
}
