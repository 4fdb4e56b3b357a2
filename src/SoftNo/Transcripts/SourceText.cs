namespace SoftNo.Transcripts;

/// <summary>A file's text, decoded, with its lines. Line ends are LF, CRLF or CR.</summary>
internal sealed class SourceText
{
    private readonly List<(int Start, int Length)> _lines = [];

    public SourceText(string file, string text)
    {
        File = file;
        Text = text;
        for (int at = 0; at <= text.Length;)
        {
            int length = text.AsSpan(at).IndexOfAny('\r', '\n');
            if (length < 0)
            {
                if (at < text.Length) _lines.Add((at, text.Length - at));
                break;
            }

            _lines.Add((at, length));
            at += length + (text[at + length] == '\r' && at + length + 1 < text.Length && text[at + length + 1] == '\n' ? 2 : 1);
        }
    }

    /// <summary>The file's name as the user gave it.</summary>
    public string File { get; }

    /// <summary>The whole text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>Whether a time above the words without an offset is UTC (the Word files of Teams) rather than the seller's clock.</summary>
    public bool UniversalHeader { get; init; }

    /// <summary>How many lines there are; a last line end opens no line.</summary>
    public int LineCount => _lines.Count;

    /// <summary>A line's characters, from 0, without its end.</summary>
    public ReadOnlySpan<char> Line(int index) => Text.AsSpan(_lines[index].Start, _lines[index].Length);
}
