using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>One whole call as an example: its author, its features and its labels.</summary>
/// <param name="Author">Folds keep an author's calls together.</param>
/// <param name="Values">The features of the cues as found by the reader.</param>
/// <param name="Whole">The labels.</param>
public sealed record WeighedCall(string Author, IReadOnlyDictionary<string, double> Values, WholeCall Whole);

/// <summary>Fits the call-level weights on features of the cues as the reader finds them, so that they know its noise.</summary>
/// <param name="Fit">The regression.</param>
/// <param name="Folds">How many folds of authors choose the signals' thresholds.</param>
public sealed record WeightsFit(LogisticFit Fit, int Folds = 4)
{
    private const int Digits = 4;

    /// <summary>Fewer steps are enough to tell one penalty from another.</summary>
    private const int ChoosingSteps = 250;

    /// <summary>The weights of all examples; thresholds from held-out folds of authors.</summary>
    /// <param name="examples">Whole calls.</param>
    /// <param name="rules">Which features each signal weighs.</param>
    /// <param name="source">What is written into the file.</param>
    public Weights Of(IReadOnlyList<WeighedCall> examples, SignalRules rules, string source) =>
        Plain(examples, rules, source) with { Thresholds = Thresholds(examples, rules) };

    /// <summary>
    /// The same fit with the penalty under which weights that never saw an author's calls tell that author's verdicts and signals best: the
    /// highest mean log-likelihood, verdict and signals together; of equals the first.
    /// </summary>
    /// <param name="examples">Whole calls.</param>
    /// <param name="rules">Which features each signal weighs.</param>
    /// <param name="penalties">The penalties to choose among.</param>
    public WeightsFit Choose(IReadOnlyList<WeighedCall> examples, SignalRules rules, IReadOnlyList<double> penalties)
    {
        var tried = penalties.Select(penalty => this with { Fit = Fit with { Penalty = penalty, Steps = ChoosingSteps } }).ToArray();
        var likely = new double[tried.Length];
        Parallel.For(0, tried.Length, at => likely[at] = tried[at].HeldOut(examples, rules).Sum(one => LogLikelihood(one.Weights, one.Call)));
        return this with { Fit = Fit with { Penalty = penalties[Array.IndexOf(likely, likely.Max())] } };
    }

    private static double LogLikelihood(Weights weights, WeighedCall call)
    {
        var sum = Math.Log(Math.Max(weights.Probabilities(call.Values)[call.Whole.Verdict], double.Epsilon));
        if (call.Whole.Verdict == Verdict.Insufficient) return sum;
        foreach (var signal in Enum.GetValues<SignalKind>())
        {
            var chance = weights.Probability(signal, call.Values);
            sum += Math.Log(Math.Max(call.Whole.Signals.Contains(signal) ? chance : 1 - chance, double.Epsilon));
        }

        return sum;
    }

    /// <summary>Each example weighed by weights that never saw its author.</summary>
    public IReadOnlyList<(WeighedCall Call, Weights Weights)> HeldOut(IReadOnlyList<WeighedCall> examples, SignalRules rules)
    {
        var authors = examples.Select(example => example.Author).Distinct().Order(StringComparer.Ordinal).ToList();
        var folds = new Weights[Folds];
        for (var fold = 0; fold < Folds; fold++) folds[fold] = Plain([.. examples.Where(example => FoldOf(example) != fold)], rules, "fold");
        return [.. examples.Select(example => (example, folds[FoldOf(example)]))];

        int FoldOf(WeighedCall example) => authors.IndexOf(example.Author) % Folds;
    }

    private Weights Plain(IReadOnlyList<WeighedCall> examples, SignalRules rules, string source)
    {
        var all = examples[0].Values.Keys.Order(StringComparer.Ordinal).ToList();
        var verdicts = Enum.GetValues<Verdict>();
        var fitted = Fit.Fit(Rows(examples, all), [.. examples.Select(example => (int)example.Whole.Verdict)], verdicts.Length);
        // A call that cannot be judged carries no signal: it teaches nothing of signals.
        var judged = examples.Where(example => example.Whole.Verdict != Verdict.Insufficient).ToList();
        return new(
            source,
            verdicts.ToDictionary(verdict => verdict.Name(), verdict => Named(all, fitted[(int)verdict])),
            Enum.GetValues<SignalKind>().ToDictionary(signal => signal.Name(), signal => OfSignal(judged, rules.Uses[signal.Name()], signal)),
            Enum.GetValues<SignalKind>().ToDictionary(signal => signal.Name(), _ => 0.5),
            verdicts.ToDictionary(verdict => verdict.Name(), verdict => Math.Round((double)examples.Count(example => example.Whole.Verdict == verdict) / examples.Count, Digits)));
    }

    private LinearWeights OfSignal(IReadOnlyList<WeighedCall> examples, List<string> features, SignalKind signal)
    {
        var fitted = Fit.Fit(Rows(examples, features), [.. examples.Select(example => example.Whole.Signals.Contains(signal) ? 1 : 0)], 2);
        return Named(features, [.. fitted[1].Select((weight, at) => weight - fitted[0][at])]);
    }

    private Dictionary<string, double> Thresholds(IReadOnlyList<WeighedCall> examples, SignalRules rules)
    {
        var held = HeldOut(examples, rules).Where(one => one.Call.Whole.Verdict != Verdict.Insufficient).ToList();
        return Enum.GetValues<SignalKind>().ToDictionary(
            signal => signal.Name(),
            signal => Best([.. held.Select(one => (one.Weights.Probability(signal, one.Call.Values), one.Call.Whole.Signals.Contains(signal)))]));
    }

    /// <summary>The threshold of the best F1; of equals the nearest to a half.</summary>
    private static double Best(IReadOnlyList<(double Chance, bool There)> held) => Enumerable.Range(4, 33)
        .Select(step => step / 50.0)
        .OrderByDescending(threshold => F1(held, threshold))
        .ThenBy(threshold => Math.Abs(threshold - 0.5))
        .First();

    private static double F1(IReadOnlyList<(double Chance, bool There)> held, double threshold)
    {
        var right = held.Count(one => one.There && one.Chance >= threshold);
        return 2.0 * right / Math.Max(1, held.Count(one => one.There) + held.Count(one => one.Chance >= threshold));
    }

    private static List<double[]> Rows(IReadOnlyList<WeighedCall> examples, List<string> features) =>
        [.. examples.Select(example => features.Select(feature => example.Values.GetValueOrDefault(feature)).ToArray())];

    private static LinearWeights Named(List<string> features, double[] row) => new(
        features.Select((feature, at) => (feature, Weight: Math.Round(row[at], Digits))).Where(one => one.Weight != 0).ToDictionary(one => one.feature, one => one.Weight),
        Math.Round(row[^1], Digits));
}
