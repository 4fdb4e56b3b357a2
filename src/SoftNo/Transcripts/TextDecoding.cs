using System.Text;
using UtfUnknown;

namespace SoftNo.Transcripts;

/// <summary>Turns a file's bytes into text: UTF-8, UTF-16 or UTF-32 with or without a mark, else the likeliest of the older sets, Windows-1252 before others.</summary>
internal static class TextDecoding
{
    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Windows-1252, the older set of Western Europe.</summary>
    public static Encoding Western => Encoding.GetEncoding(1252);

    /// <summary>The text, or null and the problem where the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string file, out Problem? problem)
    {
        problem = null;
        if (bytes.IndexOfAnyExcept((byte)' ', (byte)'\n', (byte)'\r') < 0)
        {
            problem = TranscriptProblems.Empty(file);
            return null;
        }

        Encoding? marked = Marked(bytes, out int skip);
        if (marked is not null) return marked.GetString(bytes[skip..]);
        if (Wide(bytes) is { } wide) return wide.GetString(bytes);
        if (LooksBinary(bytes))
        {
            problem = TranscriptProblems.Binary(file, bytes);
            return null;
        }

        return IsMostlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : Older(bytes, file, out problem);
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes, out int skip)
    {
        skip = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => 3,
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => 4,
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => 2,
            _ => 0,
        };
        return skip switch
        {
            3 => Encoding.UTF8,
            4 => new UTF32Encoding(bytes[0] == 0, false),
            2 => bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    // Latin text in UTF-16 has a zero in every other place.
    private static Encoding? Wide(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        if (head.Length < 4) return null;
        int even = 0, odd = 0;
        for (int i = 0; i < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        int pairs = head.Length / 2;
        if (odd * 10 > pairs * 7 && even * 10 < pairs) return Encoding.Unicode;
        return even * 10 > pairs * 7 && odd * 10 < pairs ? Encoding.BigEndianUnicode : null;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (FileKind.OfBinary(bytes) is not null) return true;
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 65536)];
        int controls = 0;
        foreach (byte b in head)
        {
            if (b < 32 && b is not (9 or 10 or 12 or 13 or 27)) controls++;
        }

        return controls * 20 > head.Length;
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int valid = 0, broken = 0;
        while (!bytes.IsEmpty)
        {
            int next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0) break;
            bytes = bytes[next..];
            if (Rune.DecodeFromUtf8(bytes, out _, out int consumed) == System.Buffers.OperationStatus.Done) valid++;
            else broken++;
            bytes = bytes[Math.Max(consumed, 1)..];
        }

        return broken == 0 || broken * 4 < valid;
    }

    private static string? Older(ReadOnlySpan<byte> bytes, string file, out Problem? problem)
    {
        problem = null;
        byte[] copy = bytes[..Math.Min(bytes.Length, 200_000)].ToArray();
        string read = Western.GetString(bytes);
        if (!HasControls(read)) return read;
        Encoding? guessed = CharsetDetector.DetectFromBytes(copy).Detected is { Confidence: > 0.5f } found ? found.Encoding : null;
        string? other = guessed?.GetString(bytes);
        if (other is not null && !HasControls(other)) return other;
        problem = TranscriptProblems.WrongEncoding(file);
        return null;
    }

    // Windows-1252 leaves five bytes without a letter; they come out as C1 controls.
    private static bool HasControls(string text) => text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') || text.Contains('\uFFFD', StringComparison.Ordinal);
}
