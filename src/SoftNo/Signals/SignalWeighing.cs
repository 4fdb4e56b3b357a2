using SoftNo.Cues;

namespace SoftNo.Signals;

/// <summary>The weights' part in one call: turns evidence into a signal's state and confidence.</summary>
/// <param name="Weights">The fitted weights.</param>
/// <param name="Values">The call's features.</param>
/// <param name="Verdict">The call as a whole.</param>
/// <param name="Rivals">What else could explain it.</param>
public sealed record SignalWeighing(Weights Weights, IReadOnlyDictionary<string, double> Values, Verdict Verdict, IReadOnlyList<Bilingual> Rivals)
{
    /// <summary>Decides: unknown where there is too little; absent where a rule that always holds says so; else as the weights say.</summary>
    /// <param name="kind">Which signal.</param>
    /// <param name="may">Whether the rules that always hold leave room for it.</param>
    /// <param name="evidence">What speaks for it.</param>
    /// <param name="against">What speaks against it.</param>
    /// <param name="lookedFor">What was looked for and not found.</param>
    public Signal Decide(SignalKind kind, bool may, IEnumerable<Cue> evidence, IEnumerable<Cue> against, IReadOnlyList<string> lookedFor)
    {
        var chance = Weights.Probability(kind, Values);
        var state = Verdict == Verdict.Insufficient ? SignalState.Unknown
            : may && chance >= Weights.Thresholds[kind.Name()] && !(kind == SignalKind.VagueNextStep && Verdict == Verdict.ClearNo) ? SignalState.Present
            : SignalState.Absent;
        var confidence = state switch
        {
            SignalState.Unknown => 0,
            SignalState.Present => chance,
            SignalState.Absent => may ? 1 - chance : Math.Max(1 - chance, 0.5),
        };
        return new(kind, state, confidence, Ids(evidence), Ids(against), lookedFor, state == SignalState.Present ? Rivals : []);
    }

    private static List<string> Ids(IEnumerable<Cue> cues) =>
        [.. cues.OrderBy(cue => cue.Turn).ThenBy(cue => cue.Span.Start).Select(cue => cue.Id).Distinct()];
}
