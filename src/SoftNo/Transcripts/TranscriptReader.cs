using System.IO.Compression;
using System.Reflection;
using System.Text;
using SoftNo.Calls;
using SoftNo.Transcripts.Formats;
using SoftNo.Transcripts.Json;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Transcripts;

/// <summary>Reads a file into calls. The format is told by the content, never by the extension alone.</summary>
public static class TranscriptReader
{
    /// <summary>The text formats in the order in which they are tried: the more telling first.</summary>
    private static readonly TextFormat[] Formats = [new WebVtt(), new Srt(), new WhisperTsv(), new CallFileFormat(), new ZoomChat(), new ZoomCaptions(), new HeadedText(named: true), new NamedLines(), new HeadedText(named: false)];

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".vtt", ".srt", ".txt", ".call", ".json", ".jsonl", ".docx", ".zip", ".tsv", ".md", ".text", ".transcript", ".eml", ".mbox", ".mbx", ".ics",
    };

    /// <summary>Every format that is read: its name and what it is, for people.</summary>
    public static IEnumerable<(string Name, Bilingual Title)> Known =>
    [
        .. Formats.Select(format => (format.Name, format.Title)),
        .. JsonReading.Formats.Select(format => (format.Name, format.Title)),
        ("mail", new("Messages (.eml), boîtes .mbox et dossiers Maildir : une lecture par fil", "Messages (.eml), .mbox files and Maildir folders: a reading a thread")),
        ("calendar", new("Invitations et réponses .ics", "Invitations and answers in .ics")),
        ("docx", new("Document Word de Teams, d’Otter ou de Google Meet", "Word document of Teams, Otter or Google Meet")),
        ("zip", new("Archive d’exports, lue sans la décompresser", "Archive of exports, read inside")),
    ];

    /// <summary>A short sample of a format of <see cref="Known"/>, or null where it is not text.</summary>
    public static string? Sample(string name)
    {
        Assembly assembly = typeof(TranscriptReader).Assembly;
        string stem = $"SoftNo.Transcripts.Samples.{name.Replace('/', '-')}.";
        if (Array.Find(assembly.GetManifestResourceNames(), resource => resource.StartsWith(stem, StringComparison.Ordinal)) is not { } found) return null;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(found)!);
        return reader.ReadToEnd();
    }

    /// <summary>Whether a file of a folder is worth trying, by its name: its content decides later.</summary>
    public static bool LooksLikeTranscript(string path)
    {
        string name = Path.GetFileName(path);
        return !name.StartsWith('.') && (Extensions.Contains(Path.GetExtension(name)) || IsOfMaildir(path));
    }

    /// <summary>Whether a file lies in a Maildir: in <c>cur</c> or <c>new</c>, with the other beside.</summary>
    private static bool IsOfMaildir(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        string? above = Path.GetDirectoryName(folder);
        return above is not null && Path.GetFileName(folder) is "cur" or "new" && Directory.Exists(Path.Combine(above!, "cur")) && Directory.Exists(Path.Combine(above!, "new"));
    }

    /// <summary>Reads several files as one exchange, in order of time.</summary>
    /// <param name="files">Files of the disk, or <c>-</c> with its bytes from <paramref name="open"/>.</param>
    /// <param name="open">Opens a file by its name.</param>
    /// <param name="options">What the user says of the exchange.</param>
    /// <returns>One call at most, and what could not be read.</returns>
    public static TranscriptResult ReadTogether(IReadOnlyList<string> files, Func<string, Stream> open, CallOptions options)
    {
        var mail = new Mailbox();
        // Sides are settled over the whole: somebody who only writes is no stranger in a call.
        CallOptions parts = options with { Mailbox = mail, Us = [], UsualUs = [], Them = [], OurDomains = [] };
        var problems = new List<Problem>();
        var calls = new List<Call>();
        foreach (string file in files)
        {
            TranscriptResult found = Opened(file, open, parts);
            problems.AddRange(found.Problems);
            calls.AddRange(found.Calls);
        }

        Call? whole = Together.Join(mail, calls, options, problems);
        return new TranscriptResult(whole is null ? [] : [whole], problems);
    }

    private static TranscriptResult Opened(string file, Func<string, Stream> open, CallOptions options)
    {
        try
        {
            using Stream bytes = open(file);
            return Read(bytes, file, options);
        }
        catch (FileNotFoundException)
        {
            return TranscriptResult.Failed(TranscriptProblems.Missing(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return TranscriptResult.Failed(TranscriptProblems.Unreadable(file, error.Message));
        }
    }

    /// <summary>Reads a file from disk; a file that cannot be opened is a problem, not an exception.</summary>
    public static TranscriptResult ReadFile(string path, CallOptions options)
    {
        if (!File.Exists(path)) return TranscriptResult.Failed(TranscriptProblems.Missing(path));
        try
        {
            using FileStream bytes = File.OpenRead(path);
            return Read(bytes, path, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return TranscriptResult.Failed(TranscriptProblems.Unreadable(path, error.Message));
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="bytes">The file, from where it stands.</param>
    /// <param name="file">Its name as the user gave it; <c>-</c> for standard input.</param>
    /// <param name="options">What the user says of the calls.</param>
    public static TranscriptResult Read(Stream bytes, string file, CallOptions options)
    {
        using var source = new RereadStream(bytes);
        if (source.IsJson) return ReadJson(source, file, options);
        if (source.IsZip) return ReadZip(source.Whole(), file, options);
        if (MailSniffer.Of(source.Head) is not PostKind.None and var kind) return ReadPost(source, file, kind, options);
        if (ReadAll(source.Once(), options.MaxBytes) is not { } content) return TranscriptResult.Failed(TranscriptProblems.TooLarge(file, options.MaxBytes));
        string? decoded = TextDecoding.Decode(content, file, out Problem? problem);
        if (decoded is null) return TranscriptResult.Failed(problem!);
        return ReadText(new SourceText(file, decoded.TrimStart('\uFEFF')), options);
    }

    /// <summary>Reads a file that holds plain words and no transcript, such as a pasted mail.</summary>
    /// <param name="bytes">The file, from where it stands.</param>
    /// <param name="file">Its name as the user gave it.</param>
    /// <param name="limit">The most bytes that are read.</param>
    /// <returns>The text; or null and what is wrong: empty, no text, too large.</returns>
    public static (string? Text, Problem? Problem) ReadWords(Stream bytes, string file, long limit)
    {
        if (ReadAll(bytes, limit) is not { } content) return (null, TranscriptProblems.TooLarge(file, limit));
        PostKind kind = MailSniffer.Of(content);
        if (kind != PostKind.None) return WordsOfPost(content, file, kind, limit);
        string? decoded = TextDecoding.Decode(content, file, out Problem? problem);
        return (decoded?.TrimStart('\uFEFF'), problem);
    }

    // Of a mail the new words of people; none where it has none.
    private static (string? Text, Problem? Problem) WordsOfPost(byte[] content, string file, PostKind kind, long limit)
    {
        var mail = new Mailbox();
        using var bytes = new MemoryStream(content);
        if (mail.Add(bytes, file, kind, limit) is [var problem, ..]) return (null, problem);
        return (string.Join("\n\n", mail.Drafts(together: true).SelectMany(draft => draft.Utterances).Where(words => words.LeftOut is null).Select(words => words.Text)), null);
    }

    // JSON is UTF-8 or UTF-16; an export saved in an older set is read all the same.
    private static TranscriptResult ReadJson(RereadStream source, string file, CallOptions options)
    {
        var settling = new CallSettling(options);
        var calls = new List<Call>();
        var problems = new List<Problem>();
        Problem? problem;
        int seen = 0, skip = 0;
        try
        {
            problem = JsonReading.Read(source.Whole(), file, options.Companions, Take);
        }
        catch (InvalidOperationException error) when (error.InnerException is DecoderFallbackException)
        {
            // What was read before the first letter that is no UTF-8 is not read twice.
            (skip, seen) = (seen, 0);
            problem = JsonReading.Read(source.WholeFromOlderSet(), file, options.Companions, Take);
        }

        if (problem is not null) problems.Add(problem);
        return new TranscriptResult(calls, problems);

        void Take(CallDraft draft, Bilingual reason)
        {
            if (++seen <= skip || settling.Settle(draft, file, reason, problems) is not { } call) return;
            if (options.Taker is { } taker) taker(call);
            else calls.Add(call);
        }
    }

    private static TranscriptResult ReadPost(RereadStream source, string file, PostKind kind, CallOptions options)
    {
        Mailbox box = options.Mailbox ?? new Mailbox();
        List<Problem> problems = box.Add(source.Once(), file, kind, options.MaxBytes);
        if (options.Mailbox is not null) return new TranscriptResult([], problems);
        TranscriptResult threads = box.Threads(options);
        return threads with { Problems = [.. problems, .. threads.Problems] };
    }

    private static TranscriptResult ReadZip(Stream bytes, string file, CallOptions options)
    {
        try
        {
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("word/document.xml") is not { } body) return new Archive(options).Read(zip, file, Read);
            if (Archive.IsBomb(body)) return TranscriptResult.Failed(TranscriptProblems.ZipBomb(file));
            if (body.Length > WordDocument.LargestBody) return TranscriptResult.Failed(TranscriptProblems.TooLarge(file, WordDocument.LargestBody));
        }
        catch (InvalidDataException error)
        {
            return TranscriptResult.Failed(TranscriptProblems.Unreadable(file, error.Message));
        }

        bytes.Position = 0;
        return WordDocument.Read(bytes, file) is { } text ? ReadText(text, options) : TranscriptResult.Failed(TranscriptProblems.BrokenDocument(file));
    }

    private static TranscriptResult ReadText(SourceText text, CallOptions options)
    {
        if (FileKind.IsHtml(text.Text)) return TranscriptResult.Failed(TranscriptProblems.HtmlPage(text.File));
        foreach (TextFormat format in Formats)
        {
            if (format.Recognise(text) is { } reason) return Settle(format.Read(text), text.File, reason, options);
        }

        return TranscriptResult.Failed(TranscriptProblems.UnknownFormat(text.File, text.Text));
    }

    private static TranscriptResult Settle(FormatResult found, string file, Bilingual? reason, CallOptions options)
    {
        var problems = new List<Problem>(found.Problems);
        var settling = new CallSettling(options);
        var calls = new List<Call>(found.Calls.Count);
        foreach (CallDraft draft in found.Calls)
        {
            if (settling.Settle(draft, file, reason, problems) is { } call) calls.Add(call);
        }

        return new TranscriptResult(calls, problems);
    }

    // Null where it is over the limit: known from the length unread, else once that many bytes have come.
    private static byte[]? ReadAll(Stream bytes, long limit)
    {
        if (bytes.CanSeek && bytes.Length - bytes.Position > limit) return null;
        using var content = new MemoryStream(bytes.CanSeek ? (int)Math.Min(bytes.Length - bytes.Position, int.MaxValue) : 0);
        byte[] buffer = new byte[81920];
        for (int read; (read = bytes.Read(buffer)) > 0;)
        {
            if (content.Length + read > limit) return null;
            content.Write(buffer, 0, read);
        }

        return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }
}
