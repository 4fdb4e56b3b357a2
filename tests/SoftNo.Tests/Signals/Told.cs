using SoftNo.Cues;
using SoftNo.Evaluation;
using SoftNo.Signals;

namespace SoftNo.Tests.Signals;

/// <summary>Hand-made calls whose cues are labelled inline, read with weights that say always, or never: what holds then holds by rule.</summary>
internal static class Told
{
    public static SignalRules Rules { get; } = SignalRules.Load(Repository.Folder("lexicon/signals.yml")).Rules!;

    /// <summary>Weights by which every signal is present and every call is of that verdict.</summary>
    public static Weights Always(Verdict verdict = Verdict.SoftNo) => Biased(verdict, 5);

    /// <summary>Weights by which no signal is present.</summary>
    public static Weights Never { get; } = Biased(Verdict.Engaged, -5);

    /// <summary>Ann and Bob may buy, Luc sells. Small talk is added at the start, so that there is enough to tell.</summary>
    public static LabelledCall Call(string turns) => LabelledCall.Parse("x1-01.call", """
        id: x1-01
        when: 2026-11-17T10:00-05:00
        zone: America/New_York
        us: Luc
        them: Ann, Bob
        part: scene

        00:01 Ann: It has been raining here since Monday and the basement of my house is a swimming pool, so I am glad to sit down and look at something dry for once today.
        00:02 Luc: I am sorry to hear it.
        00:03 Bob: We had the same at our place last spring, the pump quit in the middle of the night and we carried everything up the stairs with flashlights and a cooler.
        00:04 Luc: Well, let us begin.
        00:05 Ann: Go ahead.
        00:06 Luc: So.
        00:07 Bob: Okay.

        """ + turns).Call!;

    public static Reading Read(string turns, Weights weights, params Anchor[] anchors) => Read(Call(turns), weights, anchors);

    public static Reading Read(LabelledCall call, Weights weights, params Anchor[] anchors) =>
        new SignalReader(Rules, weights).Read(call.Call, HeardLabels.Of(call) with { Anchors = anchors }, new("x", "absent", null));

    public static SignalState State(this Reading reading, SignalKind signal) => reading.Signals.Single(one => one.Kind == signal).State;

    public static IEnumerable<string> Quotes(this Reading reading, IEnumerable<string> ids) => ids.Select(id => reading.CueOf(id).Quote);

    private static Weights Biased(Verdict verdict, double bias) => new(
        "test",
        Enum.GetValues<Verdict>().ToDictionary(one => one.Name(), one => new LinearWeights(new Dictionary<string, double>(), one == verdict ? 5 : 0)),
        Enum.GetValues<SignalKind>().ToDictionary(one => one.Name(), _ => new LinearWeights(new Dictionary<string, double>(), bias)),
        Enum.GetValues<SignalKind>().ToDictionary(one => one.Name(), _ => 0.5),
        new Dictionary<string, double>());
}
