using NodaTime;
using SoftNo.Cues;

namespace SoftNo.Rescue.Cards;

/// <summary>A time ready to be offered, on both clocks.</summary>
/// <param name="Theirs">As an American says it.</param>
/// <param name="Ours">On our clock.</param>
public sealed record CardSlot(string Theirs, ZonedDateTime Ours);

/// <summary>One page to keep beside the screen in the next call.</summary>
/// <param name="Reading">The reading it was made from.</param>
/// <param name="Pains">Their pain, in their words: for our eyes only.</param>
/// <param name="Question">The one hard question to provoke, in American English.</param>
/// <param name="QuestionWhy">Why that one.</param>
/// <param name="Sentences">The doctrine's three sentences, filled with this call's words, in the doctrine's order.</param>
/// <param name="Slots">Two times ready to be offered; fewer where no hour suits both sides.</param>
/// <param name="LastLine">No slot, no goodbye.</param>
public sealed record Card(
    Signals.Reading Reading, IReadOnlyList<Cue> Pains, string Question, Bilingual QuestionWhy, IReadOnlyList<FilledRescue> Sentences, IReadOnlyList<CardSlot> Slots,
    Bilingual LastLine)
{
    /// <summary>The tone in which a sentence is shown: the one recommended for the call, else medium; never bold to an engaged prospect.</summary>
    public Tone Tone { get; init; } = Tone.Medium;
}
