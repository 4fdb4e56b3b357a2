using SoftNo.Cues;
using SoftNo.Cues.Moments;

namespace SoftNo.Signals;

/// <summary>
/// The few readable numbers that verdict and signals weigh. Counts enter as ln(1 + n): the second objection says less than
/// the first. docs/signals.md tells what each is.
/// </summary>
public static class Features
{
    /// <summary>The last part of a call, where a way out or a no weighs on its end: the last third.</summary>
    private const double Late = 2.0 / 3;

    private static readonly CueKind[] Counted =
    [
        CueKind.GenericPraise, CueKind.TechPraise, CueKind.SoftNo, CueKind.HardQuestion, CueKind.Objection, CueKind.Pain, CueKind.BuyingStep,
        CueKind.Refusal, CueKind.FeaturePitch, CueKind.OutcomePitch, CueKind.AcceptsVagueness, CueKind.Rescue,
    ];

    private static readonly CueKind[] CountedLate = [CueKind.SoftNo, CueKind.Refusal, CueKind.BuyingStep, CueKind.Objection];

    private static readonly string[] AnchorClasses = ["number", "own-system", "named-person", "own-case", "risk", "trade-off", "dated-act", "result"];

    /// <summary>Every feature of a call by name.</summary>
    public static IReadOnlyDictionary<string, double> Of(CallEvidence evidence)
    {
        var values = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["prospect-words"] = Math.Log(1 + evidence.ProspectWords),
            ["prospect-share"] = evidence.ProspectWords + evidence.SellerWords == 0 ? 0 : (double)evidence.ProspectWords / (evidence.ProspectWords + evidence.SellerWords),
            ["words-a-run"] = Math.Log(1 + (evidence.ProspectRuns == 0 ? 0 : (double)evidence.ProspectWords / evidence.ProspectRuns)),
            ["praise-alone"] = Count(GenericEnthusiasm.OpenPraise(evidence)),
            ["praise-share-tech"] = TechInfatuation.ShareOfPraise(evidence),
            ["hard-topics"] = Count(evidence.Of(CueKind.HardQuestion).Select(cue => cue.Topic).Distinct()),
            ["micro-commitment-taken"] = VagueNextStep.MicroCommitmentTaken(evidence) ? 1 : 0,
            ["sale-words"] = Math.Log(1 + evidence.Sale.Words),
            ["bound-prospect"] = evidence.Step.Bound is Bound.Prospect or Bound.Both ? 1 : 0,
        };
        foreach (var kind in Counted) values[kind.Name()] = Count(evidence.Of(kind));
        foreach (var kind in CountedLate) values[kind.Name() + "-late"] = Count(evidence.Of(kind).Where(cue => evidence.PlaceOf(cue.Turn) >= Late));
        foreach (var topic in CueKind.SoftNo.Topics()) values["soft-no:" + topic] = evidence.Of(CueKind.SoftNo).Any(cue => cue.Topic == topic) ? 1 : 0;
        foreach (var grade in Enum.GetValues<Grade>()) values["step-" + grade.Name()] = evidence.Step.Grade == grade ? 1 : 0;
        foreach (var kind in AnchorClasses) values["anchor-" + kind] = Count(evidence.AnchorsOf(kind));
        for (var at = 0; at < evidence.Talk.Count; at++) values[evidence.Rules.TalkNames[at]] = Math.Log(1 + evidence.Talk[at]);
        return values;
    }

    private static double Count<T>(IEnumerable<T> of) => Math.Log(1 + of.Count());
}
