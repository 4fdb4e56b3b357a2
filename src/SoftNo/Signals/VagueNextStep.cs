using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;

namespace SoftNo.Signals;

/// <summary>
/// Signal 2: the call ends with the next step vague, none or refused, and it was not a clear no. A booked, firm or task
/// step is never the signal, nor is a slot of theirs that was accepted, nor a placeholder won by a micro-commitment.
/// </summary>
public static class VagueNextStep
{
    private static readonly string[] Binding = ["booked", "firm", "task"];

    /// <summary>Weighs the call.</summary>
    public static Signal Read(CallEvidence evidence, SignalWeighing weighing)
    {
        var steps = evidence.Of(CueKind.NextStep).ToList();
        var loose = steps.Where(cue => cue.Topic is "vague" or "refused").Concat(evidence.Of(CueKind.SoftNo).Where(cue => cue.ClearedBy is null)).Concat(evidence.Of(CueKind.AcceptsVagueness));
        var against = steps.Where(cue => cue.Topic is "booked" or "firm" or "task" or "tentative").Concat(evidence.Of(CueKind.SoftNo).Where(cue => cue.ClearedBy is not null)).Concat(evidence.Of(CueKind.BuyingStep));
        var found = steps.Select(cue => cue.Topic).ToHashSet();
        return weighing.Decide(
            SignalKind.VagueNextStep, MayBePresent(evidence), loose, against,
            [.. Binding.Where(grade => !found.Contains(grade)).Select(grade => $"{CueKind.NextStep.Name()}:{grade}")]);
    }

    /// <summary>Whether the end leaves room for the signal.</summary>
    public static bool MayBePresent(CallEvidence evidence) => evidence.Step.Grade switch
    {
        Grade.Booked or Grade.Firm or Grade.Task => false,
        Grade.Tentative => !MicroCommitmentTaken(evidence),
        Grade.None or Grade.Refused or Grade.Vague => true,
    };

    /// <summary>Whether a small, cancellable step was proposed and what stands at the end is the prospect's yes to it.</summary>
    public static bool MicroCommitmentTaken(CallEvidence evidence)
    {
        if (evidence.Step is not { Grade: Grade.Tentative or Grade.Firm or Grade.Booked, Turn: { } turn }) return false;
        var move = evidence.Heard.Cues.LastOrDefault(cue => cue is { Kind: CueKind.Rescue, Topic: "micro-commitment" } && cue.Turn <= turn);
        if (move is null) return false;
        var between = evidence.Runs.Take(evidence.RunOf(turn) + 1).Skip(evidence.RunOf(move.Turn) + 1).Count(run => run.Side == Side.Prospect);
        return between <= 2;
    }
}
