using NodaTime;
using SoftNo.Calls;
using SoftNo.Transcripts.Calendar;

namespace SoftNo.Transcripts.Mail;

/// <summary>Makes of a thread what a transcript's reader makes of a call: utterances, people, acts.</summary>
internal static class ThreadDraft
{
    /// <summary>The format's name.</summary>
    public const string Format = "mail";

    /// <summary>The format's name where there is a calendar and no mail.</summary>
    public const string CalendarFormat = "calendar";

    /// <summary>What joins a guest to the same person's messages.</summary>
    public static string KeyOf(EventGuest guest) => new MailPerson(guest.Address, guest.Name).Key;

    /// <summary>The draft.</summary>
    public static CallDraft Of(MailThread thread)
    {
        var draft = new CallDraft(thread.Messages.Count > 0 ? Format : CalendarFormat)
        {
            Title = thread.Messages.Select(message => message.Subject).FirstOrDefault(subject => subject.Length > 0) ?? thread.Calendar.Select(one => one.Summary).FirstOrDefault(),
            Exchange = new DraftExchange(),
            File = thread.Messages.Select(message => message.File).FirstOrDefault() ?? thread.Calendar[0].File,
            Mailboxes = [.. thread.Messages.Select(message => message.Mailbox).OfType<string>().Distinct()],
        };
        foreach (MailMessage message in thread.Messages) Add(draft, message);
        foreach (CalendarMessage one in thread.Calendar) Add(draft, new DraftCalendar(one, null, null));
        foreach (DraftSpeaker person in draft.Exchange.People) draft.Know(person);
        draft.StartedAt = thread.Messages.Select(message => message.At).FirstOrDefault(at => at is not null) ?? FirstOf(thread.Calendar);
        return draft;
    }

    private static OffsetDateTime? FirstOf(IReadOnlyList<CalendarMessage> calendar) =>
        calendar.Select(one => one.Stamp ?? one.Changed).OfType<Instant>().Order().Select(moment => (OffsetDateTime?)moment.InUtc().ToOffsetDateTime()).FirstOrDefault();

    private static void Add(CallDraft draft, MailMessage message)
    {
        DraftExchange exchange = draft.Exchange!;
        string key = Know(exchange, message.From);
        exchange.Ids.Add($"mail:{message.Id ?? $"{message.From.Key} {message.At?.ToInstant()}"}");
        exchange.Ids.UnionWith(message.Answers.Select(id => $"mail:{id}"));
        foreach (MailPerson person in message.To) Know(exchange, person);
        if (message.Text.Length > 0)
        {
            draft.Utterances.Add(new Utterance(key, message.Text, null)
            {
                At = message.At,
                LeftOut = message.Kind switch
                {
                    MailKind.AutoReply => "auto-reply",
                    MailKind.Bounce => "bounce",
                    _ => null,
                },
            });
        }

        foreach (CalendarMessage one in message.Calendar) Add(draft, new DraftCalendar(one, message.At, key));
        if (message.At is not { } at) return;
        if (message.Kind == MailKind.Person) exchange.Acts.Add((at, ActKind.Mail, key, [.. message.To.Select(person => person.Key).Distinct()]));
        if (message.Absence is { } absence) exchange.Absences.Add((at, key, absence.From, absence.Until));
    }

    private static void Add(CallDraft draft, DraftCalendar one)
    {
        draft.Exchange!.Calendar.Add(one);
        draft.Exchange.Ids.Add($"event:{one.Message.Uid}");
        foreach (EventGuest guest in one.Message.Guests.Append(one.Message.Organizer).OfType<EventGuest>()) Know(draft.Exchange, new MailPerson(guest.Address, guest.Name));
        // A guest's own words in an answer kept as a file.
        if (one is { At: null, Message: { IsAnswer: true, Comment: { Length: > 0 } comment, Guests: [var answering, ..] } })
            draft.Utterances.Add(new Utterance(KeyOf(answering), comment, null) { At = one.Message.Stamp?.InUtc().ToOffsetDateTime() });
    }

    private static string Know(DraftExchange exchange, MailPerson person)
    {
        exchange.Know(new DraftSpeaker(person.Key, person.Shown) { Address = person.Address, IsProgram = MachineMail.IsProgram(person) });
        return person.Key;
    }
}
