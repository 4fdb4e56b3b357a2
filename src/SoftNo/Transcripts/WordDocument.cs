using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SoftNo.Transcripts.Formats;

namespace SoftNo.Transcripts;

/// <summary>
/// The text of a Word document: a paragraph a line, breaks kept, a blank line between paragraphs. Where each block of speech is one paragraph (Teams), a paragraph
/// without a header ("X stopped transcription", in any language) is no speech and is left out.
/// </summary>
internal static class WordDocument
{
    /// <summary>The largest body that is read, in bytes once unpacked: a ten-hour call has one or two million.</summary>
    public const long LargestBody = 50_000_000;

    /// <summary>The text, or null where the bytes are no Word document. The body is read as a stream; entities that XML lets one declare are refused.</summary>
    public static SourceText? Read(Stream bytes, string file)
    {
        List<string> paragraphs = [];
        try
        {
            using WordprocessingDocument document = WordprocessingDocument.Open(bytes, false, new OpenSettings { MaxCharactersInPart = LargestBody });
            if (document.MainDocumentPart is not { } part) return null;
            using OpenXmlReader reader = OpenXmlReader.Create(part);
            ReadParagraphs(reader, paragraphs);
        }
        catch (Exception error) when (error is FileFormatException or OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or IOException or InvalidOperationException)
        {
            return null;
        }

        paragraphs.RemoveAll(string.IsNullOrWhiteSpace);
        int first = paragraphs.FindIndex(IsBlock);
        int alone = paragraphs.Count(paragraph => !paragraph.Trim().Contains('\n', StringComparison.Ordinal) && TurnHeader.TryParse(paragraph, out string name, out _) && name.Length > 0);
        bool blocks = first >= 0 && paragraphs.Count(IsBlock) > alone;
        if (blocks) paragraphs = [.. paragraphs.Where((paragraph, index) => index < first || IsBlock(paragraph))];
        // Times on a paragraph of their own: what follows, up to the next, is one caption.
        bool apart = paragraphs.Exists(paragraph => paragraph.Contains("-->", StringComparison.Ordinal) && !paragraph.Trim().Contains('\n', StringComparison.Ordinal));
        return new SourceText(file, string.Join(apart ? "\n" : "\n\n", paragraphs)) { UniversalHeader = blocks };
    }

    // A header and its words in one paragraph.
    private static bool IsBlock(string paragraph)
    {
        string trimmed = paragraph.Trim();
        int end = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && (TurnHeader.TryParse(trimmed.AsSpan(0, end), out _, out _) || trimmed.AsSpan(0, end).Contains("-->", StringComparison.Ordinal));
    }

    private static void ReadParagraphs(OpenXmlReader reader, List<string> paragraphs)
    {
        var text = new StringBuilder();
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Paragraph) && reader.IsEndElement)
            {
                paragraphs.Add(text.ToString());
                text.Clear();
            }
            else if (reader.IsStartElement)
            {
                Append(reader, text);
            }
        }
    }

    private static void Append(OpenXmlReader reader, StringBuilder text)
    {
        if (reader.ElementType == typeof(Text)) text.Append(reader.GetText());
        else if (reader.ElementType == typeof(Break) || reader.ElementType == typeof(CarriageReturn)) text.Append('\n');
        else if (reader.ElementType == typeof(TabChar)) text.Append('\t');
    }
}
