namespace SoftNo.Signals;

/// <summary>Every weight's share in the verdict that was read and in each signal, the largest first.</summary>
internal static class BecauseReader
{
    public static IReadOnlyList<Because> Of(Weights weights, IReadOnlyDictionary<string, double> values, Verdict verdict) =>
        [.. Shares(verdict.Name(), weights.Verdicts[verdict.Name()], values),
            .. Enum.GetValues<SignalKind>().SelectMany(signal => Shares(signal.Name(), weights.Signals[signal.Name()], values))];

    private static IEnumerable<Because> Shares(string of, LinearWeights weights, IReadOnlyDictionary<string, double> values) => weights.Features
        .Select(one => (one.Key, Value: values.GetValueOrDefault(one.Key), Weight: one.Value))
        .Where(one => one.Value != 0 && one.Weight != 0)
        .Select(one => new Because(of, one.Key, one.Value, one.Weight, one.Value * one.Weight))
        .OrderByDescending(because => Math.Abs(because.Share))
        .ThenBy(because => because.Feature, StringComparer.Ordinal);
}
