using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Rescue.Words;
using SoftNo.Signals;

namespace SoftNo.Rescue;

/// <summary>When bold is allowed: a polite exit that nothing contradicts.</summary>
internal sealed record BoldRules(double VerdictConfidence, double EngagedAtMost, int HardQuestionsAtMost, int ObjectionsAtMost, int BuyingStepsAtMost);

/// <summary>The move to recommend, how hard to push it, and the words that decided where words did.</summary>
internal sealed record Chosen(Move Move, Tone Tone, Place? Evidence);

/// <summary>Chooses the recommended move: the doctrine's, for the most confident present signal; a gentler one only on quoted evidence or below the stated confidence.</summary>
internal sealed class Choice
{
    /// <summary>At a tie: the date first, then the truth, then the pivot.</summary>
    private static readonly Move[] TieOrder = [Move.MicroCommitment, Move.NegativeValidation, Move.BusinessPivot];

    private readonly Templates.PlaybookFiles.ChoiceFile _data;
    private readonly BoldRules _bold;
    private readonly List<string[]> _indecision;

    public Choice(Templates.PlaybookFiles.ChoiceFile data)
    {
        _data = data;
        _bold = new BoldRules(
            data.Bold.VerdictConfidence, data.Bold.EngagedAtMost, data.Bold.HardQuestionsAtMost, data.Bold.ObjectionsAtMost, data.Bold.BuyingStepsAtMost);
        _indecision = data.Indecision.ConvertAll(SpokenWords.Sequence);
    }

    /// <summary>The stated confidence, 0 to 1.</summary>
    public double Confidence => _data.Confidence;

    /// <summary>The recommended move for a reading.</summary>
    public Chosen For(Reading reading, int? silentBusinessDays)
    {
        if (reading.Verdict == Verdict.Insufficient) return Ask;
        if (reading.Verdict == Verdict.ClearNo && SaidNo(reading) is { } no) return new Chosen(Move.CloseWithThanks, Tone.Soft, no);
        if (silentBusinessDays >= _data.SilentBusinessDays) return new Chosen(Move.LastMail, Tone.Medium, null);
        if (reading.Verdict == Verdict.Engaged && Engagement(reading) is { } engaged) return new Chosen(Move.ConfirmAndGo, Tone.Medium, engaged);
        if (MayWaver(reading) && Indecision(reading) is { } hesitation) return new Chosen(Move.ReduceRisk, Tone.Soft, hesitation);
        return Doctrine(reading) is { } move ? new Chosen(move, ToneFor(reading), null) : Ask;
    }

    private static Chosen Ask { get; } = new(Move.AskOneQuestion, Tone.Soft, null);

    /// <summary>The doctrine's move, or null where no signal is present at the stated confidence.</summary>
    private Move? Doctrine(Reading reading)
    {
        var present = reading.Signals.Where(signal => signal.State == SignalState.Present).ToList();
        if (present.Count == 0) return null;
        var most = present.Max(signal => signal.Confidence);
        if (most < _data.Confidence) return null;
        return present.Where(signal => most - signal.Confidence < _data.Tie).Select(signal => Moves.Answering(signal.Kind))
            .MinBy(move => Array.IndexOf(TieOrder, move));
    }

    private Tone ToneFor(Reading reading)
    {
        if (reading.Verdict != Verdict.SoftNo) return Tone.Soft;
        var bold = reading.Confidence >= _bold.VerdictConfidence
            && reading.Probabilities.GetValueOrDefault(Verdict.Engaged) <= _bold.EngagedAtMost
            && reading.Friction.HardQuestions <= _bold.HardQuestionsAtMost
            && reading.Friction.Objections <= _bold.ObjectionsAtMost
            && reading.Cues.Count(cue => cue.Kind == CueKind.BuyingStep) <= _bold.BuyingStepsAtMost
            && reading.StepAhead.Grade < Grade.Task;
        return bold ? Tone.Bold : Tone.Medium;
    }

    private bool MayWaver(Reading reading) =>
        reading.Verdict == Verdict.Wavering || reading.Probabilities.GetValueOrDefault(Verdict.Wavering) >= _data.WaveringAtLeast;

    private static Place? SaidNo(Reading reading) =>
        reading.Cues.LastOrDefault(cue => cue.Side == Side.Prospect && (cue.Kind == CueKind.Refusal || cue is { Kind: CueKind.NextStep, Topic: "refused" })) is { } said
            ? new Place(said.Turn, said.Span)
            : null;

    private static Place? Engagement(Reading reading) =>
        reading.Cues.Where(cue => cue.Side == Side.Prospect)
            .Where(cue => cue.Kind is CueKind.BuyingStep or CueKind.HardQuestion || cue is { Kind: CueKind.NextStep, Topic: "booked" or "firm" or "task" })
            .OrderByDescending(cue => cue.Kind == CueKind.NextStep).ThenByDescending(cue => cue.Kind == CueKind.BuyingStep).ThenByDescending(cue => cue.Turn)
            .Select(cue => new Place(cue.Turn, cue.Span)).FirstOrDefault();

    /// <summary>Where the prospect says a hesitation, the last one; null where no words say it.</summary>
    private Place? Indecision(Reading reading)
    {
        foreach (var turn in reading.Call.Turns.Reverse())
        {
            if (reading.Call.SideOf(turn) != Side.Prospect || turn.LeftOut is not null) continue;
            var words = SpokenWords.Of(turn.Text);
            foreach (var sequence in _indecision)
                if (SpokenWords.Find(words, sequence) is >= 0 and var at)
                    return new Place(turn.Index, new TextSpan(words[at].Span.Start, words[at + sequence.Length - 1].Span.End));
        }
        return null;
    }
}
