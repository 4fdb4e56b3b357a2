using SoftNo.Cues;

namespace SoftNo.Signals;

/// <summary>Where the friction was.</summary>
internal static class FrictionReader
{
    public static Friction Of(CallEvidence evidence)
    {
        var questions = evidence.Of(CueKind.HardQuestion).ToList();
        var objections = evidence.Of(CueKind.Objection).Count();
        return new(
            questions.Count,
            [.. questions.Select(cue => cue.Topic).OfType<string>().Distinct()],
            objections,
            evidence.ProspectRuns == 0 ? 0 : 100.0 * (questions.Count + objections) / evidence.ProspectRuns,
            [.. evidence.People.Select(person => new PersonFriction(
                evidence.Call.Speakers[person.Speaker].Name,
                person.Of(CueKind.GenericPraise).Count() + person.Of(CueKind.TechPraise).Count(),
                person.Of(CueKind.HardQuestion).Count(),
                person.Of(CueKind.Objection).Count(),
                person.Of(CueKind.BuyingStep).Count()))]);
    }
}
