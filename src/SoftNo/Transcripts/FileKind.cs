using System.Text;

namespace SoftNo.Transcripts;

/// <summary>What a file is, by its first bytes, where it is no transcript.</summary>
internal static class FileKind
{
    /// <summary>The kind of a binary file that opens with well-known bytes, or null.</summary>
    public static string? OfBinary(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG",
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "GIF",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "PDF",
        [(byte)'P', (byte)'K', 3, 4, ..] => "ZIP",
        [0x1F, 0x8B, ..] => "gzip",
        [(byte)'I', (byte)'D', (byte)'3', ..] => "MP3",
        [0xFF, 0xFB or 0xF3 or 0xF2, ..] => "MP3",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "RIFF (WAV, AVI)",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "Ogg",
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => "FLAC",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "Matroska / WebM",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "MP4 / M4A",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "Word 97-2003 (.doc)",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "RTF",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', _, 0, ..] => "program",
        [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', ..] => "SQLite",
        _ => null,
    };

    /// <summary>The first characters of a text, to show: one line, at most 40 characters.</summary>
    public static string Head(string text)
    {
        var head = new StringBuilder(40);
        foreach (char c in Words.Collapse(text.AsSpan(0, Math.Min(text.Length, 400))))
        {
            if (head.Length == 40) return head.Append('…').ToString();
            head.Append(char.IsControl(c) ? '·' : c);
        }

        return head.ToString();
    }

    /// <summary>The first bytes in hexadecimal, to show.</summary>
    public static string Head(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes[..Math.Min(bytes.Length, 8)]);

    /// <summary>Whether a text is a web page.</summary>
    public static bool IsHtml(string text)
    {
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, 2000)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (head is ['<', ..] && head.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }
}
