using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Signals;

namespace SoftNo.Deals;

/// <summary>Takes from a reading what stays when its words go.</summary>
public static class FiguresOfReading
{
    private const string MicroCommitment = "micro-commitment";

    /// <summary>The figures, with the sentence that decides.</summary>
    public static ReadingFigures Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new ReadingFigures
        {
            Id = reading.Id, Verdict = reading.Verdict, Confidence = reading.Confidence,
            Signals = [.. reading.Signals.Where(signal => signal.State == SignalState.Present).Select(signal => signal.Kind)],
            Step = reading.NextStep.Grade, StepDate = reading.NextStep.When?.LastDate, HardTopics = reading.Friction.Topics, HardQuestions = reading.Friction.HardQuestions,
            Objections = reading.Friction.Objections, BuyingSteps = reading.Cues.Count(cue => cue.Kind == CueKind.BuyingStep), PainNamed = reading.Cues.Any(cue => cue.Kind == CueKind.Pain),
            RefusedFifteenMinutes = reading.Seller.Moves.Any(move => move.Move == MicroCommitment && move.Answer.Any(id => reading.CueOf(id) is { Kind: CueKind.Refusal } or { Kind: CueKind.NextStep, Topic: "refused" })),
            IsExchange = reading.Thread is not null, FromMemory = reading.Call.Source.Origin == CallOrigin.Memory, FeaturePitch = reading.Seller.FeaturePitch, OutcomePitch = reading.Seller.OutcomePitch,
            AcceptedVagueness = reading.Seller.AcceptedVagueness.Count, Moves = [.. reading.Seller.Moves.Select(move => new MadeFigure(move.Move, Answer(reading, move)))],
            OpenQuestionBy = reading.Thread?.OpenQuestion?.AskedBy, Sentence = Sentence(reading),
        };
    }

    /// <summary>What came back on a move: a no, a step with a date, else whatever was heard in the prospect's next words.</summary>
    private static string? Answer(Reading reading, MadeMove move)
    {
        var cues = move.Answer.Select(reading.CueOf).ToList();
        if (cues.Exists(cue => cue is { Kind: CueKind.Refusal } or { Kind: CueKind.NextStep, Topic: "refused" })) return "clear-no";
        return cues.Exists(cue => cue is { Kind: CueKind.NextStep, Topic: not "vague" }) ? "accepted" : cues.Count > 0 ? "answered" : null;
    }

    /// <summary>The prospect's words that decide: the no, else the loose step, else the strongest words for a signal that is there.</summary>
    private static string? Sentence(Reading reading)
    {
        if (reading.Verdict == Verdict.ClearNo && reading.Cues.LastOrDefault(cue => cue.Kind == CueKind.Refusal) is { } refusal) return refusal.Quote;
        if (reading.NextStep is { Grade: Grade.Vague or Grade.Refused, Quote: { } step }) return step;
        return reading.Signals.Where(signal => signal.State == SignalState.Present).SelectMany(signal => signal.For).Select(reading.CueOf).MaxBy(cue => cue.Strength)?.Quote;
    }
}
