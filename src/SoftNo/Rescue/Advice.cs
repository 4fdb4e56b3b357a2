using NodaTime;
using SoftNo.Cues;

namespace SoftNo.Rescue;

/// <summary>How hard a rescue pushes. Every rescue is written in all three.</summary>
public enum Tone
{
    /// <summary>Gentle.</summary>
    Soft,

    /// <summary>Straight.</summary>
    Medium,

    /// <summary>Blunt, with a smile. Never for a prospect who reads as engaged.</summary>
    Bold,
}

/// <summary>What to say aloud, in at most 20 seconds at 150 words a minute.</summary>
/// <param name="Soft">Gentle.</param>
/// <param name="Medium">Straight.</param>
/// <param name="Bold">Blunt, with a smile.</param>
public sealed record Say(string Soft, string Medium, string Bold)
{
    /// <summary>The text in a tone.</summary>
    public string In(Tone tone) => tone switch
    {
        Tone.Soft => Soft,
        Tone.Medium => Medium,
        Tone.Bold => Bold,
    };
}

/// <summary>A mail that may go today. Nothing in it betrays the analysis.</summary>
/// <param name="To">The prospect's address, or null where none is known: left open.</param>
/// <param name="Subject">At most six words.</param>
/// <param name="Body">At most 90 words, at most one question and one proposed time; lines end in LF.</param>
public sealed record Mail(string? To, string Subject, string Body);

/// <summary>A place of a template and what filled it.</summary>
/// <param name="Name">The slot's name, such as <c>first</c>, <c>compliment</c>, <c>pain</c>, <c>case</c>; for a slot that only the seller can fill, its own words.</param>
/// <param name="Value">What filled it; null where it stays open, visibly, as <c>[case study]</c>.</param>
/// <param name="From">The words of the call it came from, or null where it came from elsewhere.</param>
public sealed record Slot(string Name, string? Value, Place? From)
{
    /// <summary>How it stands in the texts: its value, or while it is open the words between the brackets.</summary>
    public string Shown { get; init; } = Value ?? Name;
}

/// <summary>An answer the prospect may give to a move, and what it means.</summary>
/// <param name="Answer">A stable word for programs, such as <c>true-objection</c>.</param>
/// <param name="IfTheySay">An example of it, in American English.</param>
/// <param name="Say">What to say back, in American English.</param>
/// <param name="Means">What it means.</param>
/// <param name="Do">What to do.</param>
public sealed record Then(string Answer, string IfTheySay, string Say, Bilingual Means, Bilingual Do);

/// <summary>15 minutes in the calendar.</summary>
/// <param name="Start">On the prospect's clock.</param>
/// <param name="End">On the prospect's clock.</param>
/// <param name="OurStart">The same start on our clock.</param>
/// <param name="Alternatives">Three other starts, on other days, on the prospect's clock.</param>
/// <param name="Note">What the seller should know, such as a late hour on our side; or null.</param>
public sealed record Hold(ZonedDateTime Start, ZonedDateTime End, ZonedDateTime OurStart, IReadOnlyList<ZonedDateTime> Alternatives, Bilingual? Note);

/// <summary>One of the moves, filled with this call's own words.</summary>
public sealed record FilledRescue
{
    /// <summary>Which move.</summary>
    public required Move Move { get; init; }

    /// <summary>Whether it is the one to make. At most one of an <see cref="Advice"/> is.</summary>
    public required bool Recommended { get; init; }

    /// <summary>The tone to make it in; null unless recommended.</summary>
    public Tone? Tone { get; init; }

    /// <summary>Why this move, here.</summary>
    public required Bilingual Why { get; init; }

    /// <summary>The words that decided for it, such as a quoted hesitation; null where a signal did.</summary>
    public Place? Evidence { get; init; }

    /// <summary>What to say.</summary>
    public required Say Say { get; init; }

    /// <summary>How to say it.</summary>
    public required Bilingual Delivery { get; init; }

    /// <summary>What may be sent.</summary>
    public required Mail Mail { get; init; }

    /// <summary>Why an American respects it, and what a French ear gets wrong.</summary>
    public required Bilingual Coaching { get; init; }

    /// <summary>What not to say, and the French reflex it replaces.</summary>
    public required Bilingual Avoid { get; init; }

    /// <summary>What follows each answer.</summary>
    public required IReadOnlyList<Then> Then { get; init; }

    /// <summary>Every slot of the say, the mail and what follows, filled or open, each once.</summary>
    public required IReadOnlyList<Slot> Slots { get; init; }

    /// <summary>The time it proposes; null where the move closes, or no hour suits both sides.</summary>
    public Hold? Hold { get; init; }
}

/// <summary>A moment of the call at which a move was there to be made.</summary>
/// <param name="Turn">The seller's turn.</param>
/// <param name="Move">The move that would have fit.</param>
/// <param name="Say">What could have been said there, in American English.</param>
/// <param name="Coaching">Why.</param>
public sealed record MissedMoment(int Turn, Move Move, string Say, Bilingual Coaching);

/// <summary>What to do about a reading.</summary>
/// <param name="Rescues">The recommended one first, then one for each other signal that is present.</param>
/// <param name="MissedMoments">In order of turn.</param>
/// <param name="CrmLine">Facts only, to copy.</param>
/// <param name="Warnings">What the reader of the advice should know, such as no common hour.</param>
public sealed record Advice(
    IReadOnlyList<FilledRescue> Rescues, IReadOnlyList<MissedMoment> MissedMoments, Bilingual CrmLine, IReadOnlyList<Warning> Warnings)
{
    /// <summary>The rescue to make, or null.</summary>
    public FilledRescue? Recommended => Rescues.FirstOrDefault(rescue => rescue.Recommended);
}
