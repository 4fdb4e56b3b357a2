using MimeKit;
using MimeKit.Tnef;

namespace SoftNo.Transcripts.Mail;

/// <summary>The text of a message: of alternatives the plain one, else the HTML one; attachments and attached messages are passed over.</summary>
internal static class MailBody
{
    /// <summary>Parts inside parts are followed so deep.</summary>
    private const int MostDepth = 16;

    /// <summary>So many characters of text are read of one message.</summary>
    private const int MostText = 2_000_000;

    /// <summary>The body as text, quoted parts marked with <c>&gt;</c>; empty where there is none.</summary>
    public static string Of(MimeMessage message)
    {
        string text = Text(message.Body, 0);
        return text.Length > MostText ? text[..MostText] : text;
    }

    /// <summary>Every part that is no container, attached messages left closed.</summary>
    public static IEnumerable<MimePart> Parts(MimeEntity? entity, int depth = 0)
    {
        if (entity is MimePart part) yield return part;
        if (entity is not Multipart many || depth > MostDepth) yield break;
        foreach (MimeEntity child in many)
        {
            foreach (MimePart inside in Parts(child, depth + 1)) yield return inside;
        }
    }

    private static string Text(MimeEntity? entity, int depth) => entity switch
    {
        null => "",
        _ when depth > MostDepth => "",
        TextPart text => IsBody(text) ? text.IsHtml ? HtmlText.Of(Decoded(text)) : Decoded(text) : "",
        TnefPart tnef => OfTnef(tnef, depth),
        MultipartReport report => report.Count > 0 ? Text(report[0], depth + 1) : "",
        MultipartAlternative alternative => Best(alternative, depth),
        MultipartRelated related => Text(related.Root, depth + 1),
        Multipart many => string.Join("\n\n", many.Select(child => Text(child, depth + 1)).Where(text => text.Length > 0)),
        _ => "",
    };

    private static bool IsBody(TextPart text) => !text.IsAttachment && (text.IsPlain || text.IsHtml || text.ContentType.IsMimeType("text", "enriched") || text.ContentType.IsMimeType("text", "*") && !IsCalendar(text));

    private static bool IsCalendar(TextPart text) => text.ContentType.IsMimeType("text", "calendar") || text.ContentType.IsMimeType("text", "csv") || text.ContentType.IsMimeType("text", "x-vcard") || text.ContentType.IsMimeType("text", "vcard");

    private static string Best(MultipartAlternative alternative, int depth)
    {
        string html = "";
        foreach (MimeEntity child in alternative)
        {
            string text = Text(child, depth + 1);
            if (text.AsSpan().Trim().IsEmpty) continue;
            if (child is TextPart { IsHtml: false }) return text;
            html = text;
        }

        return html;
    }

    private static string Decoded(TextPart text)
    {
        string decoded = text.Text ?? "";
        if (decoded.Length > MostText * 3) decoded = decoded[..(MostText * 3)];
        // What calls itself ISO-8859-1 is Windows-1252: the controls between the two are its quotes and dashes.
        return decoded.AsSpan().ContainsAnyInRange('\u0080', '\u009F') ? string.Create(decoded.Length, decoded, Westernized) : decoded;
    }

    private static void Westernized(Span<char> target, string source)
    {
        Span<byte> one = stackalloc byte[1];
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = source[i];
            if (source[i] is < '\u0080' or > '\u009F') continue;
            one[0] = (byte)source[i];
            TextDecoding.Western.GetChars(one, target.Slice(i, 1));
        }
    }

    private static string OfTnef(TnefPart tnef, int depth)
    {
        try
        {
            return Text(tnef.ConvertToMessage().Body, depth + 1);
        }
#pragma warning disable CA1031 // A broken winmail.dat is an attachment that cannot be opened, whatever breaks in it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return "";
        }
    }
}
