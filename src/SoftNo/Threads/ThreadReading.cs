using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;

namespace SoftNo.Threads;

/// <summary>A question that nobody of the other side has answered.</summary>
/// <param name="AskedBy">The side that asked.</param>
/// <param name="Words">The question: its turn's own slice.</param>
/// <param name="At">When it was first asked.</param>
/// <param name="BusinessDays">US business days since, without holidays and days the prospect is away.</param>
public sealed record OpenQuestion(Side AskedBy, string Words, OffsetDateTime At, int BusinessDays);

/// <summary>Who is away until when.</summary>
/// <param name="Who">The name, or the address where there is none.</param>
/// <param name="Until">The last day away, or null where it was not told.</param>
public sealed record OutOfOffice(string Who, LocalDate? Until);

/// <summary>Where an invitation stands.</summary>
public sealed record InvitationStanding
{
    /// <summary>When the meeting begins, or null where no message says.</summary>
    public Moment? Start { get; init; }

    /// <summary>How firm it is.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Who bound themselves.</summary>
    public Bound Bound { get; init; }

    /// <summary>Guests who accepted the time that stands.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>Guests who accepted with a reserve.</summary>
    public IReadOnlyList<string> Tentative { get; init; } = [];

    /// <summary>Guests who declined.</summary>
    public IReadOnlyList<string> Declined { get; init; } = [];

    /// <summary>Guests who have not answered.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    /// <summary>How often it was moved to another time.</summary>
    public int Moved { get; init; }

    /// <summary>Whether it was called off.</summary>
    public bool Cancelled { get; init; }

    /// <summary>When it was last changed or answered, or null.</summary>
    public Instant? Changed { get; init; }
}

/// <summary>What an exchange says beside its words: who did what, how long the silence lasts, what stands unanswered, which invitations stand.</summary>
public sealed record ThreadReading
{
    /// <summary>The moment it is read at: what came later is not known.</summary>
    public required OffsetDateTime AsOf { get; init; }

    /// <summary>Acts of people, in order of time. Auto-replies and bounces are none.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];

    /// <summary>The prospect's last act, or null.</summary>
    public OffsetDateTime? LastActOfProspect { get; init; }

    /// <summary>US business days after the local day of the prospect's last act, up to and including that of as-of; null with no act of theirs.</summary>
    public int? SilentBusinessDays { get; init; }

    /// <summary>The latest question that the other side has not answered, or null.</summary>
    public OpenQuestion? OpenQuestion { get; init; }

    /// <summary>Absences told, of both sides; only the prospect's stop the clock.</summary>
    public IReadOnlyList<OutOfOffice> OutOfOffice { get; init; } = [];

    /// <summary>Invitations, in order of their first message.</summary>
    public IReadOnlyList<InvitationStanding> Invitations { get; init; } = [];
}
