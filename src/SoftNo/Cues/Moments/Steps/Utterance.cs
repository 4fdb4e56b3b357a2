using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>One sentence of a call, with what stood when it was said and what the grammar made of it.</summary>
internal sealed record Utterance
{
    public required Turn Turn { get; init; }

    public required Side Side { get; init; }

    public required Sentence Sentence { get; init; }

    /// <summary>The sentences of its turn, itself among them.</summary>
    public required IReadOnlyList<Sentence> Siblings { get; init; }

    /// <summary>What the sentences of its turn do.</summary>
    public required SentenceActs Turned { get; init; }

    /// <summary>What the sentences of the seller's last turn do.</summary>
    public required SentenceActs Preceding { get; init; }

    public required OffsetDateTime? At { get; init; }

    /// <summary>How many turns the call has.</summary>
    public required int Turns { get; init; }

    /// <summary>What the seller had put and not had answered.</summary>
    public required Offers Offers { get; init; }

    /// <summary>How many turns of the seller lie between the offer and this.</summary>
    public required int OffersAge { get; init; }

    /// <summary>The sentences of the seller's last turn.</summary>
    public required IReadOnlyList<Sentence> Before { get; init; }

    /// <summary>The step that stood, or null.</summary>
    public required Standing? Stands { get; init; }

    /// <summary>When the step spoken of would be.</summary>
    public required Slot Topic { get; init; }

    /// <summary>The time it gives by itself, as the grammar puts it forward; empty where it gives none.</summary>
    public Slot Own { get; init; } = Slot.Empty;

    /// <summary>Any time it names, put forward or not.</summary>
    public Slot Named { get; init; } = Slot.Empty;

    /// <summary>Its own time with what the offer and the talk before give it.</summary>
    public Slot Whole { get; init; } = Slot.Empty;

    /// <summary>The step the grammar set with these words, or null.</summary>
    public Standing? Step { get; init; }
}

/// <summary>In how many sentences of a turn each act stands; counted once a turn, for a turn may be long.</summary>
internal sealed record SentenceActs(IReadOnlyDictionary<Act, int> Acts)
{
    /// <summary>Of no turn.</summary>
    public static SentenceActs None { get; } = new(new Dictionary<Act, int>());

    /// <summary>Of these.</summary>
    public static SentenceActs Of(IReadOnlyList<Sentence> sentences) => new(sentences.SelectMany(sentence => sentence.Acts.Select(found => found.Act).Distinct()).CountBy(act => act).ToDictionary());
}
