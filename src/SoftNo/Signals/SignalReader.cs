using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Signals;

/// <summary>Weighs what was heard in a call: verdict, signals, friction, mirror. A pure function of its inputs.</summary>
/// <param name="Rules">The rules that always hold, and their thresholds.</param>
/// <param name="Weights">The fitted weights.</param>
public sealed record SignalReader(SignalRules Rules, Weights Weights)
{
    /// <summary>Reads a call whose sides are settled.</summary>
    public Reading Read(Call call, CueReading heard, ReaderInfo reader) => Read(new CallEvidence(call, heard, Rules), reader);

    /// <summary>Weighs what was counted.</summary>
    public Reading Read(CallEvidence evidence, ReaderInfo reader)
    {
        var values = Features.Of(evidence);
        var probabilities = Weights.Probabilities(values);
        var lacks = Sufficiency.Lacks(evidence);
        if (lacks is not null) probabilities = Certain(probabilities);
        else if (evidence.Call.IsMailAlone) probabilities = WithoutLack(probabilities);
        var verdict = probabilities.MaxBy(one => one.Value).Key;
        var weighing = new SignalWeighing(Weights, values, verdict, RivalReadings.Of(evidence));
        return new()
        {
            Id = CallFingerprint.Of(evidence.Call),
            Reader = reader,
            Call = evidence.Call,
            Cues = evidence.Heard.Cues,
            Signals = [GenericEnthusiasm.Read(evidence, weighing), VagueNextStep.Read(evidence, weighing), TechInfatuation.Read(evidence, weighing)],
            NextStep = evidence.Heard.NextStep,
            Verdict = verdict,
            Confidence = probabilities[verdict],
            Probabilities = probabilities,
            Because = BecauseReader.Of(Weights, values, verdict),
            Friction = FrictionReader.Of(evidence),
            Seller = SellerMirrorReader.Of(evidence),
            Warnings = [.. evidence.Call.Warnings, .. evidence.Heard.Warnings, .. SufficiencyWarnings.Of(lacks)],
        };
    }

    /// <summary>The weights of too little were fitted on talk, where a few dozen words are little; a mail of as many is whole, and the rules alone judge it.</summary>
    private static IReadOnlyDictionary<Verdict, double> WithoutLack(IReadOnlyDictionary<Verdict, double> weighed)
    {
        var rest = 1 - weighed[Verdict.Insufficient];
        return rest <= 0 ? weighed : weighed.ToDictionary(one => one.Key, one => one.Key == Verdict.Insufficient ? 0 : one.Value / rest);
    }

    /// <summary>Where a rule says that nothing can be told, the weights keep a tenth of a say.</summary>
    private static Dictionary<Verdict, double> Certain(IReadOnlyDictionary<Verdict, double> weighed) =>
        weighed.ToDictionary(one => one.Key, one => (0.1 * one.Value) + (one.Key == Verdict.Insufficient ? 0.9 : 0));
}
