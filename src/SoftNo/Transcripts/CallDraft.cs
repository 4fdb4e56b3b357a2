using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Transcripts;

/// <summary>A person as a format found them: the key joins utterances to it.</summary>
internal sealed record DraftSpeaker(string Key, string Name)
{
    /// <summary>The side that the source's own flag or header states.</summary>
    public Side Side { get; init; }

    /// <summary>What in the source states it.</summary>
    public Bilingual? Reason { get; init; }

    public string? Address { get; init; }

    public string? Role { get; init; }

    public string? Company { get; init; }

    /// <summary>The account the source knows the person by, whatever name is shown; or null.</summary>
    public string? Account { get; init; }

    public IReadOnlyList<AlsoKnownAs> AlsoKnownAs { get; init; } = [];

    /// <summary>A mail program or server, which is on no side.</summary>
    public bool IsProgram { get; init; }
}

/// <summary>One cue, line or utterance as a format found it.</summary>
/// <param name="Speaker">The key of a <see cref="DraftSpeaker"/>, or null for nobody.</param>
/// <param name="Text">The words; white space need not be collapsed yet.</param>
/// <param name="StartMs">Milliseconds from the call's start, or null.</param>
/// <param name="EndMs">Milliseconds from the call's start, or null.</param>
internal sealed record Utterance(string? Speaker, string Text, long? StartMs, long? EndMs = null)
{
    private Moments? _moments;

    /// <summary>The moment it was said, where the source tells moments.</summary>
    public OffsetDateTime? At
    {
        get => _moments?.Start;
        init => _moments = new Moments(value, _moments?.End);
    }

    /// <summary>The moment it ended, where the source tells moments.</summary>
    public OffsetDateTime? EndAt
    {
        get => _moments?.End;
        init => _moments = new Moments(_moments?.Start, value);
    }

    public double? Confidence { get; init; }

    public string? Language { get; init; }

    /// <summary>Why the words are not read, or null.</summary>
    public string? LeftOut { get; init; }

    // Apart, for few sources tell moments and a long call has many utterances.
    private sealed record Moments(OffsetDateTime? Start, OffsetDateTime? End);
}

/// <summary>One call as a format found it, before order, sides, start and zone are settled. Formats fill it.</summary>
internal sealed class CallDraft(string format)
{
    private readonly Dictionary<string, DraftSpeaker> _speakers = [];

    public string Format { get; set; } = format;

    /// <summary>The source's own id of the call, by which a companion joins.</summary>
    public string? Id { get; set; }

    /// <summary>The file, where a draft is gathered from several.</summary>
    public string? File { get; init; }

    /// <summary>Whose mailboxes a thread lay in.</summary>
    public IReadOnlyList<string> Mailboxes { get; init; } = [];

    public string? Title { get; set; }

    public string? Language { get; set; }

    /// <summary>When the source says the call began.</summary>
    public OffsetDateTime? StartedAt { get; set; }

    /// <summary>When the source says the call began, on the seller's clock, where it gives no offset.</summary>
    public LocalDateTime? StartedOnOurClock { get; set; }

    /// <summary>The day on which it began, where the source has no hour.</summary>
    public LocalDate? StartedOn { get; set; }

    /// <summary>The hour at which it began, on the seller's clock, where the source has no date.</summary>
    public LocalTime? StartClock { get; set; }

    /// <summary>The prospect's zone where the source says it.</summary>
    public DateTimeZone? Zone { get; set; }

    public Duration? Duration { get; set; }

    /// <summary>Takes a duration that the source has in seconds.</summary>
    public void TakeSeconds(System.Text.Json.JsonElement value)
    {
        if (Json.JsonValues.NumberOf(value) is { } seconds && Json.JsonValues.Milliseconds(seconds, 1000) is { } milliseconds and > 0)
            Duration = NodaTime.Duration.FromMilliseconds(milliseconds);
    }

    public IReadOnlyCollection<DraftSpeaker> Speakers => _speakers.Values;

    public List<Utterance> Utterances { get; } = [];

    public List<Warning> Warnings { get; } = [];

    /// <summary>What a thread holds beside its words; null for a call.</summary>
    public DraftExchange? Exchange { get; set; }

    /// <summary>Makes a speaker known, unless the key already is.</summary>
    public void Know(DraftSpeaker speaker) => _speakers.TryAdd(speaker.Key, speaker);

    /// <summary>Makes a speaker known by the name alone, which is the key too; null and blank name nobody.</summary>
    public string? Know(string? name)
    {
        string collapsed = Words.Collapse(name ?? "");
        if (collapsed.Length == 0) return null;
        Know(new DraftSpeaker(collapsed, collapsed));
        return collapsed;
    }

    public DraftSpeaker? Speaker(string? key) => key is null ? null : _speakers.GetValueOrDefault(key);

    public void Replace(DraftSpeaker speaker) => _speakers[speaker.Key] = speaker;
}
