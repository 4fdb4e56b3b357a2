using System.IO.Compression;

namespace SoftNo.Transcripts;

/// <summary>
/// A <c>.zip</c> of exports, read inside; nothing is unpacked to disk. Limits: members, bytes in all, the ratio of packing, one level, and no name that climbs out.
/// </summary>
internal sealed class Archive(CallOptions options)
{
    private const int MostMembers = 10_000;
    private const long MostBytes = 4_000_000_000;
    private const int HighestRatio = 500;

    /// <summary>Reads every transcript in it; a member's name is <c>a.zip!b.vtt</c>.</summary>
    public TranscriptResult Read(ZipArchive zip, string file, Func<Stream, string, CallOptions, TranscriptResult> read)
    {
        if (zip.Entries.Count > MostMembers) return TranscriptResult.Failed(TranscriptProblems.ArchiveTooLarge(file));
        ZipArchiveEntry[] members = [.. zip.Entries.Where(entry => LastName(entry).Length > 0 && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) && TranscriptReader.LooksLikeTranscript(LastName(entry)))];
        if (members.Length == 0) return TranscriptResult.Failed(TranscriptProblems.NoTranscripts(file));
        if (members.Sum(entry => entry.Length) > MostBytes) return TranscriptResult.Failed(TranscriptProblems.ArchiveTooLarge(file));

        // Mails of one archive are threads over its members.
        Mail.Mailbox box = options.Mailbox ?? new Mail.Mailbox();
        CallOptions within = options with { Companions = Gather(members), Mailbox = box };
        var calls = new List<Calls.Call>();
        var problems = new List<Problem>();
        foreach (ZipArchiveEntry member in members)
        {
            TranscriptResult result = Refused(member, $"{file}!{member.FullName}") is { } problem ? TranscriptResult.Failed(problem) : ReadMember(member, file, within, read);
            calls.AddRange(result.Calls);
            problems.AddRange(result.Problems);
        }

        if (options.Mailbox is not null || box.IsEmpty) return new TranscriptResult(calls, problems);
        TranscriptResult threads = box.Threads(options);
        return new TranscriptResult([.. calls, .. threads.Calls], [.. problems, .. threads.Problems]);
    }

    private static TranscriptResult ReadMember(ZipArchiveEntry member, string file, CallOptions within, Func<Stream, string, CallOptions, TranscriptResult> read)
    {
        string name = $"{file}!{member.FullName}";
        try
        {
            using Stream bytes = new BoundedStream(member.Open(), member.Length);
            return read(bytes, name, within);
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException or IOException)
        {
            return TranscriptResult.Failed(TranscriptProblems.Unreadable(name, error.Message));
        }
    }

    private CallCompanions Gather(ZipArchiveEntry[] members)
    {
        CallCompanions companions = options.Companions?.Copy() ?? new CallCompanions();
        foreach (ZipArchiveEntry member in members)
        {
            if (!member.FullName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || Refused(member, member.FullName) is not null) continue;
            try
            {
                using Stream bytes = new BoundedStream(member.Open(), member.Length);
                companions.Add(bytes);
            }
            catch (Exception error) when (error is InvalidDataException or NotSupportedException or IOException)
            {
                continue;
            }
        }

        return companions;
    }

    // Archives made on Windows may part folders by backslashes.
    private static string LastName(ZipArchiveEntry entry) => entry.FullName[(entry.FullName.LastIndexOfAny(['/', '\\']) + 1)..];

    private static Problem? Refused(ZipArchiveEntry member, string name)
    {
        string path = member.FullName.Replace('\\', '/');
        if (path.StartsWith('/') || path.Split('/').Contains("..") || path.Contains(':', StringComparison.Ordinal)) return TranscriptProblems.UnsafeMember(name);
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return TranscriptProblems.NestedArchive(name);
        return IsBomb(member) ? TranscriptProblems.ZipBomb(name) : null;
    }

    /// <summary>Whether a member unpacks to far more than text ever does.</summary>
    public static bool IsBomb(ZipArchiveEntry member) => member.Length > 1_000_000 && member.Length / Math.Max(member.CompressedLength, 1) > HighestRatio;

    // A member that unpacks to more than it says lies about its size.
    private sealed class BoundedStream(Stream inner, long limit) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = inner.Read(buffer, offset, count);
            _read += read;
            return _read <= limit ? read : throw new InvalidDataException("The member unpacks to more than it says.");
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
