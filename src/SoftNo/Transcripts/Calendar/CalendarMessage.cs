using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Transcripts.Calendar;

/// <summary>What a calendar message does (iTIP, RFC 5546).</summary>
internal enum CalendarMethod
{
    /// <summary>An event as a calendar keeps it: exported, no message.</summary>
    Publish,

    /// <summary>An invitation, or a change of one.</summary>
    Request,

    /// <summary>A guest's answer.</summary>
    Reply,

    /// <summary>A guest proposes another time.</summary>
    Counter,

    /// <summary>The organizer does not take the other time.</summary>
    DeclineCounter,

    /// <summary>Called off.</summary>
    Cancel,
}

/// <summary>A guest of an event.</summary>
/// <param name="Address">In lower case, or null.</param>
/// <param name="Name">The name beside it, or null.</param>
/// <param name="Answer">The answer as this message has it.</param>
internal sealed record EventGuest(string? Address, string? Name, GuestAnswer Answer);

/// <summary>When an event begins.</summary>
/// <param name="Local">The local time; midnight where only a day is given.</param>
/// <param name="Zone">The zone it is in, or null where it floats.</param>
/// <param name="IsDay">Whether only a day is given.</param>
internal sealed record EventStart(LocalDateTime Local, DateTimeZone? Zone, bool IsDay)
{
    /// <summary>The moment; a floating one on the clock given.</summary>
    public Instant On(DateTimeZone clock) => Local.InZoneLeniently(Zone ?? clock).ToInstant();
}

/// <summary>One event of a calendar file or of a mail's calendar part.</summary>
internal sealed record CalendarMessage
{
    /// <summary>The file it was in, as the user gave it.</summary>
    public required string File { get; init; }

    public required string Uid { get; init; }

    /// <summary>Which occurrence of a series is meant, or null.</summary>
    public string? Occurrence { get; init; }

    /// <summary>When that occurrence would have begun, or null.</summary>
    public EventStart? Replaces { get; init; }

    public CalendarMethod Method { get; init; }

    /// <summary>The version of the event, from 0.</summary>
    public int Sequence { get; init; }

    /// <summary>When the message was made (<c>DTSTAMP</c>), or null.</summary>
    public Instant? Stamp { get; init; }

    /// <summary>When the event was last changed, or null.</summary>
    public Instant? Changed { get; init; }

    public EventStart? Start { get; init; }

    /// <summary>The later meetings of a series, in order.</summary>
    public IReadOnlyList<EventStart> Repeats { get; init; } = [];

    public EventGuest? Organizer { get; init; }

    public IReadOnlyList<EventGuest> Guests { get; init; } = [];

    public string Summary { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>A guest's own words, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>The event is off.</summary>
    public bool IsCancel { get; init; }

    /// <summary>Whether a guest answers with it.</summary>
    public bool IsAnswer => Method is CalendarMethod.Reply or CalendarMethod.Counter;
}
