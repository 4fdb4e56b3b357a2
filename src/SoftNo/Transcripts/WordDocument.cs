using System.Text;
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
    /// <summary>The text, or null where the bytes are no Word document.</summary>
    public static SourceText? Read(Stream bytes, string file)
    {
        List<string> paragraphs = [];
        try
        {
            using WordprocessingDocument document = WordprocessingDocument.Open(bytes, false, new OpenSettings { MaxCharactersInPart = 200_000_000 });
            if (document.MainDocumentPart?.Document?.Body is not { } body) return null;
            paragraphs.AddRange(body.Descendants<Paragraph>().Select(TextOf));
        }
        catch (Exception error) when (error is FileFormatException or OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or IOException)
        {
            return null;
        }

        paragraphs.RemoveAll(string.IsNullOrWhiteSpace);
        int first = paragraphs.FindIndex(IsBlock);
        int alone = paragraphs.Count(paragraph => !paragraph.Trim().Contains('\n', StringComparison.Ordinal) && TurnHeader.TryParse(paragraph, out string name, out _) && name.Length > 0);
        bool blocks = first >= 0 && paragraphs.Count(IsBlock) > alone;
        if (blocks) paragraphs = [.. paragraphs.Where((paragraph, index) => index < first || IsBlock(paragraph))];
        return new SourceText(file, string.Join("\n\n", paragraphs)) { UniversalHeader = blocks };
    }

    // A header and its words in one paragraph.
    private static bool IsBlock(string paragraph)
    {
        string trimmed = paragraph.Trim();
        int end = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && (TurnHeader.TryParse(trimmed.AsSpan(0, end), out _, out _) || trimmed.AsSpan(0, end).Contains("-->", StringComparison.Ordinal));
    }

    private static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            switch (element)
            {
                case Text words:
                    text.Append(words.Text);
                    break;
                case Break or CarriageReturn:
                    text.Append('\n');
                    break;
                case TabChar:
                    text.Append('\t');
                    break;
            }
        }

        return text.ToString();
    }
}
