namespace SoftNo.Transcripts.Mail;

/// <summary>
/// Cuts an mbox into its messages: a line that opens with "From ", at the start or below a blank line, and a header line under it. Other lines that open so
/// are words. Reads the stream once; holds one message at a time.
/// </summary>
internal static class MboxSplitter
{
    /// <summary>Each message's bytes, the line "From …" left out; null for one over the limit.</summary>
    /// <param name="mbox">The file, from where it stands.</param>
    /// <param name="limit">The largest message, in bytes.</param>
    public static IEnumerable<byte[]?> Split(Stream mbox, long limit)
    {
        using var lines = new ByteLines(mbox);
        var message = new MemoryStream();
        byte[]? postmark = null;
        bool blank = true, tooLarge = false, any = false, opening = true;
        while (lines.Next() is { } read)
        {
            byte[] line = opening && read.AsSpan().StartsWith("\uFEFF"u8) ? read[3..] : read;
            opening = false;
            if (postmark is not null)
            {
                if (IsHeader(line))
                {
                    if (any) yield return tooLarge ? null : message.ToArray();
                    message.SetLength(0);
                    (any, tooLarge) = (true, false);
                }
                else
                {
                    Add(message, postmark, limit, ref tooLarge);
                }

                postmark = null;
            }

            if (blank && IsPostmark(line))
            {
                postmark = line;
                blank = false;
                continue;
            }

            blank = line.AsSpan().IndexOfAnyExcept((byte)'\r', (byte)'\n', (byte)' ') < 0;
            Add(message, line, limit, ref tooLarge);
        }

        if (postmark is not null) Add(message, postmark, limit, ref tooLarge);
        if (any || message.Length > 0) yield return tooLarge ? null : message.ToArray();
    }

    private static void Add(MemoryStream message, byte[] line, long limit, ref bool tooLarge)
    {
        tooLarge |= message.Length + line.Length > limit;
        if (!tooLarge) message.Write(line);
    }

    // "From dana@… Tue Nov 17 09:00:00 2026", "From -"; "From Russia with love" is words.
    private static bool IsPostmark(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8)) return false;
        ReadOnlySpan<byte> rest = line["From "u8.Length..].Trim(" \t\r\n"u8);
        return rest.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 || rest.IndexOf((byte)' ') < 0;
    }

    private static bool IsHeader(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        return colon is > 0 and < 80 && line[..colon].IndexOfAnyExceptInRange((byte)33, (byte)126) < 0;
    }

    /// <summary>A stream's lines, each with its end; one over 64 MB is given in pieces.</summary>
    private sealed class ByteLines(Stream stream) : IDisposable
    {
        private const int Longest = 64_000_000;
        private readonly byte[] _buffer = new byte[65536];
        private readonly MemoryStream _line = new();
        private int _at;
        private int _end;

        public byte[]? Next()
        {
            _line.SetLength(0);
            while (true)
            {
                if (_at == _end)
                {
                    (_at, _end) = (0, stream.Read(_buffer, 0, _buffer.Length));
                    if (_end == 0) return _line.Length == 0 ? null : _line.ToArray();
                }

                int feed = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
                int take = feed < 0 ? _end - _at : feed + 1;
                _line.Write(_buffer, _at, take);
                _at += take;
                if (feed >= 0 || _line.Length > Longest) return _line.ToArray();
            }
        }

        public void Dispose() => _line.Dispose();
    }
}
