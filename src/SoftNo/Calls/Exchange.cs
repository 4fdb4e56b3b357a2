using NodaTime;

namespace SoftNo.Calls;

/// <summary>A guest's answer to an invitation.</summary>
public enum GuestAnswer
{
    /// <summary>None yet.</summary>
    None,

    /// <summary>Yes.</summary>
    Accepted,

    /// <summary>Yes, with a reserve.</summary>
    Tentative,

    /// <summary>No.</summary>
    Declined,
}

/// <summary>A guest of an invitation, with the answer as one message has it.</summary>
/// <param name="Person">The place among <see cref="Call.People"/>.</param>
/// <param name="Answer">The answer.</param>
public sealed record Guest(int Person, GuestAnswer Answer);

/// <summary>What one calendar message did to an invitation.</summary>
public enum InvitationChangeKind
{
    /// <summary>Sent, or sent again with something changed.</summary>
    Sent,

    /// <summary>A guest answered.</summary>
    Answered,

    /// <summary>A guest proposed another time.</summary>
    Proposed,

    /// <summary>Called off.</summary>
    Cancelled,
}

/// <summary>One calendar message about an invitation.</summary>
public sealed record InvitationChange
{
    /// <summary>When it was sent, or null where nothing tells.</summary>
    public OffsetDateTime? At { get; init; }

    /// <summary>What it did.</summary>
    public required InvitationChangeKind Kind { get; init; }

    /// <summary>Who did it: the place among <see cref="Call.People"/>, or null.</summary>
    public int? By { get; init; }

    /// <summary>The event's version, from 0: an answer to an older one answers nothing.</summary>
    public int Sequence { get; init; }

    /// <summary>When the meeting would begin, or null where the message does not say.</summary>
    public Instant? Start { get; init; }

    /// <summary>The day, where the meeting has no hour; else null.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>When the later meetings of a series begin, in order, those left out that were moved or called off by themselves; none for a single meeting.</summary>
    public IReadOnlyList<Instant> Repeats { get; init; } = [];

    /// <summary>The guests it names.</summary>
    public IReadOnlyList<Guest> Guests { get; init; } = [];
}

/// <summary>An invitation, by everything that was done to it.</summary>
/// <param name="Uid">The calendar's own id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Organizer">Who invites: the place among <see cref="Call.People"/>, or null.</param>
/// <param name="Changes">In order of time; what has no time stands first.</param>
public sealed record Invitation(string Uid, string Title, int? Organizer, IReadOnlyList<InvitationChange> Changes)
{
    /// <summary>Which meeting of a series it is, as the calendar names it; null for a single one.</summary>
    public string? Occurrence { get; init; }
}

/// <summary>An act as a message or a calendar shows it, before sides are known.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Person">Who: the place among <see cref="Call.People"/>.</param>
public sealed record PersonAct(OffsetDateTime At, ActKind Kind, int Person)
{
    /// <summary>Whom a message was sent to: places among <see cref="Call.People"/>; none where that is not known.</summary>
    public IReadOnlyList<int> To { get; init; } = [];
}

/// <summary>A time in which someone is away, both days included.</summary>
/// <param name="Told">When it was told.</param>
/// <param name="Person">Who: the place among <see cref="Call.People"/>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day away, or null where it was not told.</param>
public sealed record Absence(OffsetDateTime Told, int Person, LocalDate From, LocalDate? Until);

/// <summary>A conversation that took place within an exchange.</summary>
/// <param name="At">When it began.</param>
/// <param name="People">Who spoke, in order of first turn: places among <see cref="Call.People"/>.</param>
public sealed record Conversation(OffsetDateTime At, IReadOnlyList<int> People);

/// <summary>What an exchange holds beside its words: who did what when, who is away, which invitations stand. A call alone has none.</summary>
public sealed record Exchange
{
    /// <summary>Whether a person was erased from it: its files must not bring them back.</summary>
    public bool Erased { get; init; }

    /// <summary>People who took part without a turn of their own; they follow <see cref="Call.Speakers"/> in <see cref="Call.People"/>.</summary>
    public IReadOnlyList<Speaker> Others { get; init; } = [];

    /// <summary>Messages and answers of people, in order of time; conversations stand apart.</summary>
    public IReadOnlyList<PersonAct> Acts { get; init; } = [];

    /// <summary>Conversations, in order of time.</summary>
    public IReadOnlyList<Conversation> Conversations { get; init; } = [];

    /// <summary>Absences, in the order told.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>Invitations, in the order of their first message.</summary>
    public IReadOnlyList<Invitation> Invitations { get; init; } = [];

    /// <summary>
    /// What joins it to the same exchange read another day: the ids of its messages and of those they answer (<c>mail:…</c>), and of its calendar's events
    /// (<c>event:…</c>), each once.
    /// </summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The moment of the last thing known, or null where nothing has a date.</summary>
    public Instant? LastKnown
    {
        get
        {
            var moments = Acts.Select(act => act.At).Concat(Conversations.Select(one => one.At)).Concat(Absences.Select(one => one.Told)).Concat(Invitations.SelectMany(one => one.Changes).Select(change => change.At).OfType<OffsetDateTime>());
            return moments.Select(moment => (Instant?)moment.ToInstant()).Max();
        }
    }

    /// <summary>The exchange as it was known at a moment: what came later is gone.</summary>
    public Exchange UpTo(Instant moment) => this with
    {
        Acts = [.. Acts.Where(act => act.At.ToInstant() <= moment)],
        Conversations = [.. Conversations.Where(one => one.At.ToInstant() <= moment)],
        Absences = [.. Absences.Where(one => one.Told.ToInstant() <= moment)],
        Invitations = [.. Invitations.Select(one => one with { Changes = [.. one.Changes.Where(change => change.At is not { } at || at.ToInstant() <= moment)] }).Where(one => one.Changes.Count > 0)],
    };
}
