using NodaTime;

namespace SoftNo.Calls;

/// <summary>What a call's words rest on.</summary>
public enum CallOrigin
{
    /// <summary>A transcript.</summary>
    Transcript,

    /// <summary>Someone's memory: a debrief. Quotes are as remembered.</summary>
    Memory,
}

/// <summary>Where a call came from and when it was held.</summary>
public sealed record CallSource
{
    /// <summary>The file's name as the user gave it; <c>-</c> for standard input.</summary>
    public required string File { get; init; }

    /// <summary>The format's name, such as <c>webvtt/zoom</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Why this format was chosen, by what was seen in the content, or null.</summary>
    public Bilingual? FormatReason { get; init; }

    /// <summary>What its words rest on.</summary>
    public CallOrigin Origin { get; init; }

    /// <summary>The language of the call as the source has it (<c>en</c>), or null.</summary>
    public string? Language { get; init; }

    /// <summary>When the call began, or null where nothing says.</summary>
    public OffsetDateTime? StartedAt { get; init; }

    /// <summary>What <see cref="StartedAt"/> rests on.</summary>
    public Basis StartedAtBasis { get; init; }

    /// <summary>The prospect's zone (IANA), or null until it is settled.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>What <see cref="Zone"/> rests on; <see cref="Basis.None"/> for the fall-back, which warns.</summary>
    public Basis ZoneBasis { get; init; }

    /// <summary>The seller's zone (IANA).</summary>
    public DateTimeZone? OurZone { get; init; }

    /// <summary>How long the call lasted, or null.</summary>
    public Duration? Duration { get; init; }

    /// <summary>The title the source gives the call, or null.</summary>
    public string? Title { get; init; }
}

/// <summary>One conversation: its source, who spoke, and what was said.</summary>
public sealed record Call
{
    /// <summary>The <see cref="Turn.Speaker"/> of a turn whose source names nobody.</summary>
    public const int Nobody = -1;

    /// <summary>Where it came from and when it was held.</summary>
    public required CallSource Source { get; init; }

    /// <summary>Everyone heard, in order of first turn.</summary>
    public required IReadOnlyList<Speaker> Speakers { get; init; }

    /// <summary>Every turn, in order of time.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>What the reader of the file noticed.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Messages, invitations and absences, where this is a thread or several sources together; null for a call alone.</summary>
    public Exchange? Exchange { get; init; }

    /// <summary>Whether it is a thread of mails or invitations in which nobody was heard speaking.</summary>
    public bool IsMailAlone => Exchange is { Conversations.Count: 0 };

    /// <summary>Everyone: who is heard, then who only took part.</summary>
    public IReadOnlyList<Speaker> People => Exchange is { Others.Count: > 0 } exchange ? [.. Speakers, .. exchange.Others] : Speakers;

    /// <summary>The call as it was known at a moment: turns and acts that came later are gone. Turns without a moment of their own stay.</summary>
    public Call UpTo(NodaTime.Instant moment)
    {
        if (Exchange is null) return this;
        var known = Turns.Where(turn => turn.At is not { } at || at.ToInstant() <= moment).Select((turn, index) => turn with { Index = index }).ToList();
        return this with { Turns = known, Exchange = Exchange.UpTo(moment) };
    }

    /// <summary>The side of a turn's speaker.</summary>
    public Side SideOf(Turn turn) => turn.Speaker == Nobody ? Side.Unknown : Speakers[turn.Speaker].Side;

    /// <summary>
    /// When a turn was said: its own moment, else the call's start and its offset, else the call's start, else null.
    /// In the prospect's zone where that is known.
    /// </summary>
    public OffsetDateTime? MomentOf(Turn turn)
    {
        if (turn.At is { } own) return own;
        if (Source.StartedAt is not { } start) return null;
        var instant = start.ToInstant() + NodaTime.Duration.FromMilliseconds(turn.EndMs ?? turn.StartMs ?? 0);
        return Source.Zone is { } zone ? instant.InZone(zone).ToOffsetDateTime() : instant.WithOffset(start.Offset);
    }
}
