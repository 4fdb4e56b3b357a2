using SoftNo.Cues;

namespace SoftNo.Signals;

/// <summary>
/// Signal 3: what they value is the technology, and no result of theirs is named. It needs praise of the technology that
/// recurs or dominates AND no result (growth, cost, speed) named by the prospect; diligence weighs against.
/// </summary>
public static class TechInfatuation
{
    private static readonly string[] Diligence = ["security", "capability", "references", "support"];

    /// <summary>Weighs the call.</summary>
    public static Signal Read(CallEvidence evidence, SignalWeighing weighing)
    {
        var praise = Praise(evidence).ToList();
        var may = RecursOrDominates(evidence) && !ResultNamed(evidence);
        var diligence = evidence.Of(CueKind.HardQuestion);
        var against = evidence.Of(CueKind.TechPraise).Except(praise).Concat(evidence.Of(CueKind.Pain)).Concat(diligence).Concat(evidence.Of(CueKind.BuyingStep));
        var looked = new List<string>();
        if (!evidence.AnchorsOf("result").Any()) looked.Add("result");
        if (!evidence.Of(CueKind.Pain).Any()) looked.Add(CueKind.Pain.Name());
        var asked = diligence.Select(cue => cue.Topic).ToHashSet();
        looked.AddRange(Diligence.Where(topic => !asked.Contains(topic)).Select(topic => $"{CueKind.HardQuestion.Name()}:{topic}"));
        return weighing.Decide(SignalKind.TechInfatuation, may, praise, against, looked);
    }

    /// <summary>The share of praise that is of the technology; 0 where there is none.</summary>
    public static double ShareOfPraise(CallEvidence evidence)
    {
        var tech = evidence.Of(CueKind.TechPraise).Count();
        var all = tech + evidence.Of(CueKind.GenericPraise).Count();
        return all == 0 ? 0 : (double)tech / all;
    }

    private static IEnumerable<Cue> Praise(CallEvidence evidence) => evidence.Of(CueKind.TechPraise).Where(cue => cue.ClearedBy is null);

    private static bool RecursOrDominates(CallEvidence evidence)
    {
        var runs = Praise(evidence).Select(cue => evidence.RunOf(cue.Turn)).Distinct().Count();
        return runs >= evidence.Rules.Tech.Recurs || (runs > 0 && ShareOfPraise(evidence) >= evidence.Rules.Tech.Dominates);
    }

    private static bool ResultNamed(CallEvidence evidence) =>
        evidence.AnchorsOf("result").Any() || evidence.RunsOf(CueKind.Pain) >= evidence.Rules.Tech.Pains;
}
