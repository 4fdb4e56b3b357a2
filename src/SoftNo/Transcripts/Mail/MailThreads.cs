using NodaTime;
using SoftNo.Transcripts.Calendar;

namespace SoftNo.Transcripts.Mail;

/// <summary>Joins messages into threads: by the ids they answer, else by subject and people; calendar messages by their event, else by title and people.</summary>
internal static class MailThreads
{
    private static readonly HashSet<string> Prefixes = [.. MailLexicon.Quoting.SubjectPrefixes.Select(MailLine.Folded)];

    /// <summary>The threads, in order of their first message.</summary>
    /// <param name="all">Messages, in the order found.</param>
    /// <param name="calendar">Events of files of their own.</param>
    /// <param name="together">Whether everything is one exchange.</param>
    public static List<MailThread> Of(IReadOnlyList<MailMessage> all, IReadOnlyList<CalendarMessage> calendar, bool together)
    {
        MailMessage[] messages = [.. Distinct(all)];
        if (together) return messages.Length + calendar.Count == 0 ? [] : [new MailThread(Ordered(messages), calendar)];
        var groups = new Groups(messages.Length + calendar.Count);
        ById(messages, groups);
        ByEvent(messages, calendar, groups);
        BySubject(messages, groups);
        CalendarByTitle(messages, calendar, groups);
        var threads = Enumerable.Range(0, messages.Length + calendar.Count).GroupBy(groups.Root)
            .Select(group => new MailThread(Ordered([.. group.Where(at => at < messages.Length).Select(at => messages[at])]), [.. group.Where(at => at >= messages.Length).Select(at => calendar[at - messages.Length])]));
        return [.. threads.OrderBy(thread => thread.Messages.Select(message => message.At?.ToInstant()).FirstOrDefault() ?? thread.Calendar.Select(one => one.Stamp).FirstOrDefault() ?? Instant.MaxValue)];
    }

    /// <summary>A subject without "Re:", "Fwd:", "Accepted:" and their like, and without a calendar's date behind "@".</summary>
    public static string Bare(string subject)
    {
        string bare = MailLine.Folded(subject);
        for (int guard = 0; guard < 20; guard++)
        {
            int colon = bare.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !Prefixes.Contains(WithoutCount(bare[..colon]))) break;
            bare = bare[(colon + 1)..].TrimStart();
        }

        int when = bare.IndexOf(" @ ", StringComparison.Ordinal);
        return when > 0 ? bare[..when].TrimEnd() : bare;
    }

    // "Re[2]" and "RE (3)" are "re".
    private static string WithoutCount(string prefix)
    {
        int mark = prefix.AsSpan().IndexOfAny('[', '(');
        return (mark > 0 ? prefix[..mark] : prefix).Trim();
    }

    /// <summary>A message found twice (in an inbox and among the sent ones) is one; one id with two bodies is two.</summary>
    private static IEnumerable<MailMessage> Distinct(IReadOnlyList<MailMessage> all)
    {
        var seen = new HashSet<(string, string, string)>();
        foreach (MailMessage message in all)
        {
            string id = message.Id ?? $"{message.From.Key} {message.At?.ToInstant()}";
            if (seen.Add((id, message.Text, string.Join(' ', message.Calendar.Select(one => $"{one.Uid} {one.Sequence} {one.Method}"))))) yield return message;
        }
    }

    private static void ById(MailMessage[] messages, Groups groups)
    {
        var first = new Dictionary<string, int>();
        for (int at = 0; at < messages.Length; at++)
        {
            foreach (string id in messages[at].Answers.Concat(messages[at].Id is { } own ? [own] : []))
            {
                if (!first.TryAdd(id, at)) groups.Join(first[id], at);
            }
        }
    }

    private static void ByEvent(MailMessage[] messages, IReadOnlyList<CalendarMessage> calendar, Groups groups)
    {
        var first = new Dictionary<string, int>();
        IEnumerable<(int At, string Uid)> events = messages.SelectMany((message, at) => message.Calendar.Select(one => (at, one.Uid))).Concat(calendar.Select((one, at) => (messages.Length + at, one.Uid)));
        foreach ((int at, string uid) in events)
        {
            if (!first.TryAdd(uid, at)) groups.Join(first[uid], at);
        }
    }

    // Where no id tells: a message that answers nothing that is here, with the subject of others and two people of theirs.
    private static void BySubject(MailMessage[] messages, Groups groups)
    {
        var known = new HashSet<string>(messages.Select(message => message.Id).OfType<string>());
        var bySubject = new Dictionary<string, List<int>>();
        for (int at = 0; at < messages.Length; at++)
        {
            string subject = Bare(messages[at].Subject);
            if (subject.Length == 0) continue;
            if (!bySubject.TryGetValue(subject, out List<int>? same)) bySubject[subject] = same = [];
            bool lost = !messages[at].Answers.Any(known.Contains);
            // Of the last ones only, so that a mailbox full of one newsletter stays linear.
            foreach (int other in same.TakeLast(50))
            {
                if (lost && SharePeople(messages[at], messages[other])) groups.Join(other, at);
            }

            same.Add(at);
        }
    }

    private static bool SharePeople(MailMessage one, MailMessage other)
    {
        var people = new HashSet<string>(one.People.Select(person => person.Key));
        int shared = other.People.Select(person => person.Key).Distinct().Count(people.Contains);
        // A server's report and an answer to it have only the addressee in common with what they speak of.
        return shared >= 2 || (shared == 1 && (one.Kind is MailKind.Bounce or MailKind.AutoReply || other.Kind is MailKind.Bounce or MailKind.AutoReply || one.People.Count() == 1 || other.People.Count() == 1));
    }

    // An invitation whose title is a thread's subject, or whose people are those of one thread alone.
    private static void CalendarByTitle(MailMessage[] messages, IReadOnlyList<CalendarMessage> calendar, Groups groups)
    {
        for (int at = 0; at < messages.Length + calendar.Count; at++)
        {
            IReadOnlyList<CalendarMessage> events = at < messages.Length ? messages[at].Calendar : [calendar[at - messages.Length]];
            if (events.Count == 0 || (at < messages.Length && Enumerable.Range(0, messages.Length).Any(other => other != at && messages[other].Calendar.Count == 0 && groups.Root(other) == groups.Root(at)))) continue;
            var people = new HashSet<string>(events.SelectMany(one => one.Guests.Append(one.Organizer)).OfType<EventGuest>().Select(ThreadDraft.KeyOf));
            string title = Bare(events[0].Summary);
            int[] fitting = [.. Enumerable.Range(0, messages.Length).Where(other => other != at && messages[other].Calendar.Count == 0 && messages[other].People.Count(person => people.Contains(person.Key)) >= 2)];
            int[] titled = [.. fitting.Where(other => title.Length > 0 && Bare(messages[other].Subject) == title)];
            int[] roots = [.. (titled.Length > 0 ? titled : fitting).Select(groups.Root).Distinct()];
            if (roots.Length == 1) groups.Join(roots[0], at);
        }
    }

    // In order of time; what has no date of its own follows what it answers, else what stood before it.
    private static MailMessage[] Ordered(MailMessage[] messages)
    {
        var byId = messages.Where(message => message is { Id: not null, At: not null }).GroupBy(message => message.Id!).ToDictionary(same => same.Key, same => same.First().At!.Value);
        OffsetDateTime? before = null;
        var dated = new List<MailMessage>(messages.Length);
        foreach (MailMessage message in messages)
        {
            OffsetDateTime? at = message.At ?? message.Answers.Reverse().Where(byId.ContainsKey).Select(id => (OffsetDateTime?)byId[id]).FirstOrDefault() ?? before;
            before = at;
            dated.Add(message with { At = at });
        }

        return [.. dated.OrderBy(message => message.At?.ToInstant() ?? Instant.MinValue)];
    }

    /// <summary>Sets that are joined.</summary>
    private sealed class Groups(int count)
    {
        private readonly int[] _parent = [.. Enumerable.Range(0, count)];

        public int Root(int at)
        {
            while (_parent[at] != at) at = _parent[at] = _parent[_parent[at]];
            return at;
        }

        public void Join(int one, int other)
        {
            (int first, int second) = (Root(one), Root(other));
            if (first != second) _parent[Math.Max(first, second)] = Math.Min(first, second);
        }
    }
}
