using SoftNo.Calls;
using SoftNo.Transcripts.Calendar;

namespace SoftNo.Transcripts.Mail;

/// <summary>Mails and calendars of one file or many, gathered before they are joined into threads. Only what is read of a message is kept. Safe for many threads.</summary>
public sealed class Mailbox
{
    private readonly List<(string File, int Place, MailMessage Message)> _messages = [];
    private readonly List<(string File, CalendarMessage Event)> _calendar = [];
    private readonly Lock _lock = new();

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _messages.Count + _calendar.Count == 0;

    /// <summary>Every thread as a call, in order of their first message.</summary>
    /// <param name="options">What the user says of them.</param>
    public TranscriptResult Threads(CallOptions options)
    {
        var problems = new List<Problem>();
        var calls = new List<Call>();
        foreach (CallDraft draft in Drafts(together: false))
        {
            if (Settle(draft, options, problems) is { } call) calls.Add(call);
        }

        return new TranscriptResult(calls, problems);
    }

    /// <summary>Who is ours where the user gave some of ours: the domains of their addresses, and single addresses of mail houses.</summary>
    internal static Call? Settle(CallDraft draft, CallOptions options, List<Problem> problems)
    {
        // The user's --at speaks of a call; a message has its own date.
        CallOptions own = options with { At = null, OurDomains = [.. options.OurDomains, .. OurHouses.Of(draft, options)] };
        return new CallSettling(own).Settle(draft, draft.File ?? "", ReasonOf(draft), problems);
    }

    private static Bilingual ReasonOf(CallDraft draft) => draft.Utterances.Count == 0
        ? new Bilingual("BEGIN:VCALENDAR et un événement", "BEGIN:VCALENDAR and an event")
        : new Bilingual("des en-têtes de message (From, Date, Subject)", "headers of a message (From, Date, Subject)");

    internal List<CallDraft> Drafts(bool together)
    {
        MailMessage[] messages = [.. _messages.OrderBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Place).Select(one => one.Message)];
        CalendarMessage[] calendar = [.. _calendar.OrderBy(one => one.File, StringComparer.Ordinal).Select(one => one.Event)];
        return [.. MailThreads.Of(messages, calendar, together).Select(ThreadDraft.Of)];
    }

    /// <summary>Takes one file.</summary>
    /// <param name="bytes">From where it stands.</param>
    /// <param name="file">Its name as the user gave it.</param>
    /// <param name="kind">What its first bytes say it is.</param>
    /// <param name="limit">The largest message or calendar, in bytes.</param>
    /// <returns>What could not be read.</returns>
    internal List<Problem> Add(Stream bytes, string file, PostKind kind, long limit) => kind switch
    {
        PostKind.Mailbox => AddMailbox(bytes, file, limit),
        PostKind.Message => Whole(bytes, limit) is { } message ? AddMessage(message, file) : [TranscriptProblems.TooLarge(file, limit)],
        PostKind.Calendar => Whole(bytes, limit) is { } calendar ? AddCalendar(calendar, file) : [TranscriptProblems.TooLarge(file, limit)],
        _ => [],
    };

    private List<Problem> AddMailbox(Stream bytes, string file, long limit)
    {
        var problems = new List<Problem>();
        int place = 0;
        foreach (byte[]? one in MboxSplitter.Split(bytes, limit))
        {
            place++;
            using var message = new MemoryStream(one ?? []);
            if (one is null) problems.Add(TranscriptProblems.MessageTooLarge(file, place, limit));
            else if (MailParser.Parse(message, file, inMailbox: true) is { } parsed) Keep(file, place, parsed);
        }

        if (problems.Count == 0 && !_messages.Exists(one => one.File == file)) problems.Add(TranscriptProblems.NoWords(file));
        return problems;
    }

    private List<Problem> AddMessage(MemoryStream bytes, string file)
    {
        if (MailParser.Parse(bytes, file, inMailbox: false) is not { } parsed) return [TranscriptProblems.NoWords(file)];
        Keep(file, 0, parsed);
        return [];
    }

    private List<Problem> AddCalendar(MemoryStream bytes, string file)
    {
        string? text = TextDecoding.Decode(bytes.ToArray(), file, out Problem? problem);
        if (text is null) return [problem!];
        IReadOnlyList<CalendarMessage> events = InvitationParser.Parse(text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t'), file, out string? reason);
        if (reason is not null) return [TranscriptProblems.BrokenCalendar(file, reason)];
        if (events.Count == 0) return [TranscriptProblems.NoEvents(file)];
        lock (_lock) _calendar.AddRange(events.Select(one => (file, one)));
        return [];
    }

    private void Keep(string file, int place, MailMessage message)
    {
        lock (_lock) _messages.Add((file, place, message));
    }

    // Null where it is over the limit.
    private static MemoryStream? Whole(Stream bytes, long limit)
    {
        var content = new MemoryStream();
        byte[] buffer = new byte[81920];
        for (int read; (read = bytes.Read(buffer)) > 0;)
        {
            if (content.Length + read > limit) return null;
            content.Write(buffer, 0, read);
        }

        content.Position = 0;
        return content;
    }
}
