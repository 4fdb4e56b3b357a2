using System.Text;

namespace SoftNo.Transcripts;

/// <summary>
/// A file's bytes that can be looked at before they are read, and read twice: as they are where the stream can go back, else kept in memory, and on disk
/// from 32 MB on.
/// </summary>
internal sealed class RereadStream : IDisposable
{
    private const int HeadSize = 4096;
    private const int MostInMemory = 32 * 1024 * 1024;

    private readonly Stream _source;
    private readonly long _start;
    private readonly byte[] _head;
    private Stream? _kept;

    public RereadStream(Stream source)
    {
        _source = source;
        _start = source.CanSeek ? source.Position : 0;
        // A stream that tells its length and is over every limit is not read for its head alone.
        _head = new byte[HeadSize];
        int filled = 0;
        for (int read; filled < HeadSize && (read = source.Read(_head, filled, HeadSize - filled)) > 0;) filled += read;
        Array.Resize(ref _head, filled);
        if (source.CanSeek) source.Position = _start;
    }

    /// <summary>The first bytes, at most 4,096.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <summary>Whether it is a ZIP archive, which Word documents are too.</summary>
    public bool IsZip => Head is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <summary>Whether it opens like JSON, in UTF-8 or UTF-16. A cue or a name in brackets (<c>[00:03]</c>, <c>[Dana]</c>) does not.</summary>
    public bool IsJson
    {
        get
        {
            string head = HeadText().TrimStart();
            if (head.Length == 0 || head[0] is not ('{' or '[')) return false;
            string rest = head[1..].TrimStart();
            if (rest.Length == 0) return true;
            return head[0] == '{' ? rest[0] is '"' or '}' : rest[0] is '{' or '[' or ']' or '"';
        }
    }

    /// <summary>The whole, from its start, in a stream that can go back; in UTF-8.</summary>
    public Stream Whole()
    {
        if (WideEncoding() is { } wide)
        {
            using Stream utf8 = Encoding.CreateTranscodingStream(Once(), wide, Encoding.UTF8, leaveOpen: true);
            return _kept = Kept(utf8);
        }

        return _source.CanSeek ? _source : _kept = Kept(Once());
    }

    /// <summary>The whole again, in UTF-8, taken as Windows-1252 because it is no UTF-8. Only after <see cref="Whole"/>.</summary>
    public Stream WholeFromOlderSet()
    {
        Stream bytes = _kept ?? _source;
        bytes.Position = _kept is null ? _start : 0;
        using Stream utf8 = Encoding.CreateTranscodingStream(bytes, TextDecoding.Western, Encoding.UTF8, leaveOpen: true);
        Stream read = Kept(utf8);
        _kept?.Dispose();
        return _kept = read;
    }

    private static Stream Kept(Stream once)
    {
        Stream kept = new MemoryStream();
        byte[] buffer = new byte[81920];
        for (int read; (read = once.Read(buffer)) > 0;)
        {
            if (kept is MemoryStream && kept.Length + read > MostInMemory) kept = OnDisk(kept);
            kept.Write(buffer, 0, read);
        }

        kept.Position = 0;
        return kept;
    }

    /// <summary>The whole, from its start, to be read once.</summary>
    public Stream Once() => _source.CanSeek ? _source : new HeadThenRest(_head, _source);

    public void Dispose() => _kept?.Dispose();

    private static FileStream OnDisk(Stream kept)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
        kept.Position = 0;
        kept.CopyTo(file);
        kept.Dispose();
        return file;
    }

    private UnicodeEncoding? WideEncoding() => _head switch
    {
        [0xFF, 0xFE, ..] or [(byte)'{' or (byte)'[', 0, ..] => new UnicodeEncoding(false, true),
        [0xFE, 0xFF, ..] or [0, (byte)'{' or (byte)'[', ..] => new UnicodeEncoding(true, true),
        _ => null,
    };

    private string HeadText() => (WideEncoding() ?? Encoding.UTF8).GetString(_head).TrimStart('\uFEFF');

    private sealed class HeadThenRest(byte[] head, Stream rest) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at >= head.Length) return rest.Read(buffer, offset, count);
            int taken = Math.Min(count, head.Length - _at);
            Buffer.BlockCopy(head, _at, buffer, offset, taken);
            _at += taken;
            return taken;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
