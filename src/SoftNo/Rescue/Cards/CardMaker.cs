using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Rescue.Templates;
using SoftNo.Signals;

namespace SoftNo.Rescue.Cards;

/// <summary>Makes the card of a call.</summary>
internal static class CardMaker
{
    private const int SlotCount = 2;

    public static Card Make(Playbook playbook, PlaybookFiles.CardFile data, Reading reading, AdviceOptions options)
    {
        var pains = reading.Cues.Where(cue => cue.Kind == CueKind.Pain && cue.Side == Side.Prospect)
            .OrderByDescending(cue => cue.Strength).ThenByDescending(cue => cue.Quote.Length).Take(data.PainsAtMost).OrderBy(cue => cue.Turn).ToList();
        var question = data.Questions.Find(question => !reading.Friction.Topics.Contains(question.Topic)) ?? data.Questions[^1];
        var sentences = new[] { Move.NegativeValidation, Move.MicroCommitment, Move.BusinessPivot }.Select(move => playbook.Fill(move, reading, options)).ToList();
        var slots = sentences[1].Hold is { } hold
            ? hold.Alternatives.Prepend(hold.Start).Take(SlotCount).Select(start => new CardSlot(playbook.Clock.Of(start), start.WithZone(hold.OurStart.Zone))).ToList()
            : [];
        return new Card(reading, pains, question.Say, question.Why.Bilingual, sentences, slots, data.LastLine.Bilingual)
        {
            Tone = reading.Verdict switch
            {
                Verdict.Engaged or Verdict.Wavering or Verdict.Insufficient => Tone.Soft,
                Verdict.SoftNo or Verdict.ClearNo => Tone.Medium,
            },
        };
    }
}
