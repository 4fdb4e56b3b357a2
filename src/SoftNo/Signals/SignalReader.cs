using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Signals;

/// <summary>Weighs what was heard in a call: verdict, signals, friction, mirror. A pure function of its inputs.</summary>
/// <param name="Rules">The rules that always hold, and their thresholds.</param>
/// <param name="Weights">The fitted weights.</param>
public sealed record SignalReader(SignalRules Rules, Weights Weights)
{
    /// <summary>Reads a call whose sides are settled.</summary>
    public Reading Read(Call call, CueReading heard, ReaderInfo reader)
    {
        var evidence = new CallEvidence(call, heard);
        var values = Features.Of(evidence, Rules);
        var probabilities = Weights.Probabilities(values);
        var lacks = Sufficiency.Lacks(evidence, Rules);
        if (lacks is not null) probabilities = Certain(probabilities);
        var verdict = probabilities.MaxBy(one => one.Value).Key;
        var weighing = new SignalWeighing(Weights, values, verdict, RivalReadings.Of(evidence, Rules));
        return new()
        {
            Id = CallFingerprint.Of(call),
            Reader = reader,
            Call = call,
            Cues = heard.Cues,
            Signals = [GenericEnthusiasm.Read(evidence, Rules, weighing), VagueNextStep.Read(evidence, weighing), TechInfatuation.Read(evidence, Rules, weighing)],
            NextStep = heard.NextStep,
            Verdict = verdict,
            Confidence = probabilities[verdict],
            Probabilities = probabilities,
            Because = BecauseReader.Of(Weights, values, verdict),
            Friction = FrictionReader.Of(evidence),
            Seller = SellerMirrorReader.Of(evidence),
            Warnings = [.. call.Warnings, .. SufficiencyWarnings.Of(lacks)],
        };
    }

    /// <summary>Where a rule says that nothing can be told, the weights keep a tenth of a say.</summary>
    private static Dictionary<Verdict, double> Certain(IReadOnlyDictionary<Verdict, double> weighed) =>
        weighed.ToDictionary(one => one.Key, one => (0.1 * one.Value) + (one.Key == Verdict.Insufficient ? 0.9 : 0));
}
