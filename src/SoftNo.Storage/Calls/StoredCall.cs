using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Storage.Calls;

/// <summary>An imported call: its words while they are kept, and the deal it is of.</summary>
public sealed class StoredCall
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>A hash of its turns (<see cref="Reading.Id"/>): the same call is stored once.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The file's name without its folder.</summary>
    public required string File { get; set; }

    /// <summary>The title that the source gives, or null.</summary>
    public string? Title { get; set; }

    /// <summary>When it began, or null.</summary>
    public OffsetDateTime? StartedAt { get; set; }

    /// <summary>When it was imported.</summary>
    public Instant ImportedAt { get; set; }

    /// <summary>Who agreed to its recording, when and how; null where nobody said.</summary>
    public string? Consent { get; set; }

    /// <summary>The call with every word, as it was read from the file; null once its words are gone.</summary>
    public string? Content { get; set; }

    /// <summary>The deal, or null while it waits for one.</summary>
    public long? DealNumber { get; set; }

    /// <summary>What the match rests on: <c>given</c>, <c>address</c>, <c>domain</c>, <c>company</c>, <c>name</c>; null while it waits.</summary>
    public string? MatchedBy { get; set; }

    /// <summary>How sure the match is, 0 to 1.</summary>
    public double MatchConfidence { get; set; }

    /// <summary>Its readings, oldest first.</summary>
    public List<StoredReading> Readings { get; } = [];
}

/// <summary>One reading of a call, with what made it.</summary>
public sealed class StoredReading
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The call.</summary>
    public long CallNumber { get; set; }

    /// <summary>When it was made.</summary>
    public Instant At { get; set; }

    /// <summary>The lexicon's version.</summary>
    public required string Lexicon { get; set; }

    /// <summary><c>used</c>, <c>off</c> or <c>absent</c>.</summary>
    public required string Listener { get; set; }

    /// <summary>The trained reader's id, or null.</summary>
    public string? Model { get; set; }

    /// <summary>The verdict.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>The figures that stay when the words go, as JSON of <see cref="SoftNo.Deals.ReadingFigures"/>; never with a sentence.</summary>
    public required string Figures { get; set; }

    /// <summary>The prospect's words that decide; null once the words are gone.</summary>
    public string? Sentence { get; set; }

    /// <summary>The whole reading; null once its words are gone, or when a later one took its place.</summary>
    public string? Content { get; set; }
}

/// <summary>A cue of a stored reading, without its words.</summary>
public sealed class StoredCue
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The cue's id.</summary>
    public required string CueId { get; set; }

    /// <summary>The call.</summary>
    public long CallNumber { get; set; }

    /// <summary>What it does.</summary>
    public CueKind Kind { get; set; }

    /// <summary>The topic, or null.</summary>
    public string? Topic { get; set; }

    /// <summary>The turn.</summary>
    public int Turn { get; set; }

    /// <summary>Where in it, included.</summary>
    public int Start { get; set; }

    /// <summary>Where in it, excluded.</summary>
    public int End { get; set; }
}

/// <summary>A cue that the user says is none, or another; it holds for the overlapping cue of every later reading.</summary>
public sealed class StoredDismissal
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The call's fingerprint: dismissals outlive its words.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The kind that was wrong.</summary>
    public CueKind Kind { get; set; }

    /// <summary>The turn.</summary>
    public int Turn { get; set; }

    /// <summary>Where in it, included.</summary>
    public int Start { get; set; }

    /// <summary>Where in it, excluded.</summary>
    public int End { get; set; }

    /// <summary>The words, while they are kept; else null.</summary>
    public string? Quote { get; set; }

    /// <summary>Why, in the user's words.</summary>
    public string? Why { get; set; }

    /// <summary>When.</summary>
    public Instant At { get; set; }

    /// <summary>The kind that it is instead; null where it is no cue.</summary>
    public CueKind? Instead { get; set; }

    /// <summary>The topic that it has then, or null.</summary>
    public string? Topic { get; set; }

    /// <summary>What the reader is told.</summary>
    public Correction ToCorrection() => new(Kind, Turn, new TextSpan(Start, End)) { Instead = Instead, Topic = Topic };
}

/// <summary>An act on a deal.</summary>
public sealed class StoredAct
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The deal, or null while it waits for one.</summary>
    public long? DealNumber { get; set; }

    /// <summary>The call it is, or null.</summary>
    public long? CallNumber { get; set; }

    /// <summary>When.</summary>
    public Instant At { get; set; }

    /// <summary>The offset of the clock it was noted by, in minutes.</summary>
    public int OffsetMinutes { get; set; }

    /// <summary>What it was.</summary>
    public ActKind Kind { get; set; }

    /// <summary>Who did it.</summary>
    public Side Side { get; set; }

    /// <summary>The person, or null.</summary>
    public string? Who { get; set; }

    /// <summary>Whether a message asked something; null where its words are unknown.</summary>
    public bool? Asked { get; set; }

    /// <summary>What it is known again by within its source: a message's id, an invitation's; null where there is none.</summary>
    public string? SourceKey { get; set; }

    /// <summary>How sure it is that the act is of this deal, 0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>The act itself.</summary>
    public Act ToAct() => new(At.WithOffset(Offset.FromSeconds(OffsetMinutes * 60)), Kind, Side, Who);
}
