using NodaTime;
using SoftNo.Calls;
using SoftNo.Transcripts.Calendar;

namespace SoftNo.Transcripts;

/// <summary>Makes an <see cref="Exchange"/> of what a thread holds, people by their places.</summary>
/// <param name="places">Each key's place among the call's people.</param>
/// <param name="zone">The prospect's zone.</param>
/// <param name="ourZone">The seller's, on which times without a zone are read.</param>
internal sealed class ExchangeSettling(IReadOnlyDictionary<string, int> places, DateTimeZone zone, DateTimeZone ourZone)
{
    /// <summary>The exchange.</summary>
    /// <param name="draft">What was found.</param>
    /// <param name="others">People without a turn.</param>
    public Exchange Settle(DraftExchange draft, IReadOnlyList<Speaker> others)
    {
        var acts = draft.Acts.Select(act => new PersonAct(act.At, act.Kind, places[act.Key]) { To = [.. act.To.Select(key => places[key]).Distinct()] }).ToList();
        var invitations = Invitations(draft, acts);
        return new Exchange
        {
            Others = others,
            Acts = [.. acts.OrderBy(act => act.At.ToInstant())],
            Conversations = [.. draft.Conversations.OrderBy(one => one.At.ToInstant()).Select(one => new Conversation(one.At, [.. one.Keys.Select(key => places[key]).Distinct()]))],
            Absences = [.. draft.Absences.OrderBy(one => one.Told.ToInstant()).Select(one => new Absence(one.Told, places[one.Key], one.From ?? one.Told.Date, one.Until))],
            Invitations = invitations,
            Ids = [.. draft.Ids],
        };
    }

    private List<Invitation> Invitations(DraftExchange draft, List<PersonAct> acts)
    {
        var invitations = new List<Invitation>();
        var apart = draft.Calendar.Where(one => one.Message.Replaces is not null).Select(one => (one.Message.Uid, MomentOf(one.Message.Replaces!))).ToHashSet();
        foreach (var group in draft.Calendar.GroupBy(one => (one.Message.Uid, one.Message.Occurrence)))
        {
            // What has no time of its own stands first: an exported event is what was known before any answer to it.
            DraftCalendar[] messages = [.. Distinct(group).OrderBy(one => MomentOf(one)?.ToInstant() ?? Instant.MinValue).ThenBy(one => one.Message.Sequence)];
            var changes = messages.Select(one => Change(one) with { Repeats = [.. one.Message.Repeats.Select(MomentOf).Where(start => !apart.Contains((one.Message.Uid, start)))] }).ToList();
            EventGuest? organizer = messages.Select(one => one.Message.Organizer).FirstOrDefault(one => one is not null);
            string title = messages.Select(one => one.Message.Summary).FirstOrDefault(one => one.Length > 0) ?? "";
            invitations.Add(new Invitation(group.Key.Uid, title, PlaceOf(organizer), changes) { Occurrence = group.Key.Occurrence });
            AddActs(messages, changes, acts);
        }

        return invitations;
    }

    // A message and the file saved from it are one.
    private static IEnumerable<DraftCalendar> Distinct(IEnumerable<DraftCalendar> messages) => messages
        .GroupBy(one => (one.Message.Method, one.Message.Sequence, one.Message.Start, one.Message.IsAnswer ? string.Join(';', one.Message.Guests.Select(guest => $"{guest.Address}{guest.Answer}")) : ""))
        .Select(same => same.OrderBy(one => one.At is null).First());

    private InvitationChange Change(DraftCalendar one)
    {
        CalendarMessage message = one.Message;
        InvitationChangeKind kind = message.IsCancel ? InvitationChangeKind.Cancelled
            : message.Method == CalendarMethod.Counter ? InvitationChangeKind.Proposed
            : message.Method == CalendarMethod.Reply ? InvitationChangeKind.Answered : InvitationChangeKind.Sent;
        return new InvitationChange
        {
            At = MomentOf(one),
            Kind = kind,
            By = one.By is { } key && places.TryGetValue(key, out int by) ? by : message.IsAnswer ? PlaceOf(message.Guests.Count > 0 ? message.Guests[0] : null) : PlaceOf(message.Organizer),
            Sequence = message.Sequence,
            Start = message.Start is { } start ? MomentOf(start) : null,
            Day = message.Start is { IsDay: true } day ? day.Local.Date : null,
            Guests = [.. message.Guests.Where(guest => PlaceOf(guest) is not null).Select(guest => new Guest(PlaceOf(guest)!.Value, guest.Answer))],
        };
    }

    // Answers, moves and cancellations are acts of who sent them. A first invitation of a mail already stands as that mail.
    private static void AddActs(DraftCalendar[] messages, List<InvitationChange> changes, List<PersonAct> acts)
    {
        Instant? start = null;
        for (int i = 0; i < changes.Count; i++)
        {
            InvitationChange change = changes[i];
            bool moves = change is { Kind: InvitationChangeKind.Sent, Start: not null } && start is not null && change.Start != start;
            bool first = start is null;
            if (change is { Kind: InvitationChangeKind.Sent, Start: not null }) start = change.Start;
            if (change.At is not { } at || change.By is not { } by || messages[i].Message.Method == CalendarMethod.Publish) continue;
            ActKind? kind = change.Kind switch
            {
                InvitationChangeKind.Cancelled => ActKind.Cancelled,
                InvitationChangeKind.Proposed => ActKind.Moved,
                InvitationChangeKind.Answered => AnswerOf(change, by),
                _ => moves ? ActKind.Moved : messages[i].At is null && first ? ActKind.Invited : null,
            };
            if (kind is not { } done) continue;
            // The mail that carried it is one act with it.
            if (messages[i].At is not null) acts.RemoveAll(act => act.Kind == ActKind.Mail && act.At == at && act.Person == by);
            acts.Add(new PersonAct(at, done, by));
        }
    }

    private static ActKind? AnswerOf(InvitationChange change, int by) => (change.Guests.FirstOrDefault(guest => guest.Person == by) ?? (change.Guests.Count > 0 ? change.Guests[0] : null))?.Answer switch
    {
        GuestAnswer.Accepted => ActKind.Accepted,
        GuestAnswer.Tentative => ActKind.Tentative,
        GuestAnswer.Declined => ActKind.Declined,
        _ => null,
    };

    private OffsetDateTime? MomentOf(DraftCalendar one) =>
        one.At ?? (one.Message.Method == CalendarMethod.Publish ? one.Message.Changed : one.Message.Stamp ?? one.Message.Changed)?.InZone(zone).ToOffsetDateTime();

    private Instant MomentOf(EventStart start) => start.On(start.IsDay ? zone : ourZone);

    private int? PlaceOf(EventGuest? guest) => guest is not null && places.TryGetValue(Mail.ThreadDraft.KeyOf(guest), out int place) ? place : null;
}
