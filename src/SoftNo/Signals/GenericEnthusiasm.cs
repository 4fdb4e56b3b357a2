using SoftNo.Cues;

namespace SoftNo.Signals;

/// <summary>
/// Signal 1: approval that stays generic, without hard questions or objections of their own. A conjunction: whoever asks a
/// hard question with a case behind it, or objects, has their own praise cleared, whatever the weights say.
/// </summary>
public static class GenericEnthusiasm
{
    /// <summary>Weighs the call.</summary>
    public static Signal Read(CallEvidence evidence, SignalWeighing weighing)
    {
        var open = OpenPraise(evidence).ToList();
        var frictions = evidence.People.SelectMany(person => person.Friction);
        var cleared = Praise(evidence).Except(open);
        var against = cleared.Concat(frictions).Concat(evidence.Of(CueKind.BuyingStep));
        return weighing.Decide(SignalKind.GenericEnthusiasm, open.Any(IsGeneric) || open.Count > 1, open, against, LookedFor(evidence));
    }

    /// <summary>Praise of people who neither object nor ask of their own case, and that nothing specific near it clears.</summary>
    public static IEnumerable<Cue> OpenPraise(CallEvidence evidence) => evidence.People
        .Where(person => !person.ClearsPraise)
        .SelectMany(person => person.Cues.Where(cue => cue.Kind is CueKind.GenericPraise or CueKind.TechPraise && cue.ClearedBy is null));

    private static bool IsGeneric(Cue cue) => cue.Kind == CueKind.GenericPraise;

    private static IEnumerable<Cue> Praise(CallEvidence evidence) => evidence.Of(CueKind.GenericPraise).Concat(evidence.Of(CueKind.TechPraise));

    private static List<string> LookedFor(CallEvidence evidence)
    {
        var asked = evidence.Of(CueKind.HardQuestion).Select(cue => cue.Topic).ToHashSet();
        var missing = new List<string>();
        if (asked.Count == 0) missing.Add(CueKind.HardQuestion.Name());
        missing.AddRange(evidence.Rules.LookedFor.Where(topic => !asked.Contains(topic)).Select(topic => $"{CueKind.HardQuestion.Name()}:{topic}"));
        if (!evidence.Of(CueKind.Objection).Any()) missing.Add(CueKind.Objection.Name());
        return missing;
    }
}
