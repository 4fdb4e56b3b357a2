using NodaTime;

namespace SoftNo.Calls;

/// <summary>One cue, line or utterance of the source: one speaker's words, with their time. Never merged with its neighbours.</summary>
public sealed record Turn
{
    /// <summary>The place in <see cref="Call.Turns"/>, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The place in <see cref="Call.Speakers"/>, or <see cref="Call.Nobody"/> where the source names nobody.</summary>
    public required int Speaker { get; init; }

    /// <summary>The source's words, decoded, with white space collapsed and nothing else changed.</summary>
    public required string Text { get; init; }

    /// <summary>Milliseconds from the call's start, or null where the source has no times.</summary>
    public long? StartMs { get; init; }

    /// <summary>Milliseconds from the call's start at which the turn ends, or null.</summary>
    public long? EndMs { get; init; }

    /// <summary>The moment itself, where the source gives it (mail, clock times), or null.</summary>
    public OffsetDateTime? At { get; init; }

    /// <summary>The source's confidence in its words, 0 to 1, or null.</summary>
    public double? Confidence { get; init; }

    /// <summary>The language of the words (<c>en</c>, <c>fr</c>), or null where the call's stands.</summary>
    public string? Language { get; init; }

    /// <summary>Why the turn is not read (<c>french</c>, <c>auto-reply</c>, …), or null where it is.</summary>
    public string? LeftOut { get; init; }

    /// <summary>How many words are said: runs of what is not white space that have a letter or a digit.</summary>
    public int CountWords()
    {
        var words = 0;
        var inside = false;
        foreach (var letter in Text)
        {
            if (char.IsWhiteSpace(letter)) inside = false;
            else if (!inside && char.IsLetterOrDigit(letter)) (inside, words) = (true, words + 1);
        }

        return words;
    }
}
