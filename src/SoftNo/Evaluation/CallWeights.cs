using SoftNo.Calls;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>Fits the call-level weights on the cues a reader finds, and measures them on authors they never saw.</summary>
/// <param name="Hear">What is heard in a labelled call; for a trained reader, by weights that never saw its author.</param>
/// <param name="Rules">The rules of the signals.</param>
/// <param name="Fit">How.</param>
public sealed record CallWeights(Func<LabelledCall, CallEvidence> Hear, SignalRules Rules, WeightsFit Fit)
{
    /// <summary>The penalty and steps that held-out authors of train chose.</summary>
    public static WeightsFit Chosen { get; } = new(new LogisticFit(Penalty: 10, Steps: 800));

    /// <summary>The weights of a reader of phrases and rules alone.</summary>
    public static CallWeights Of(CallReader reader) => new(call => reader.Hear(call.Call), reader.Rules, Chosen);

    /// <summary>The weights of all whole calls.</summary>
    /// <param name="calls">Labelled calls; scenes are left out.</param>
    /// <param name="source">What is written into the file: on what they were fitted, and the command that does it again.</param>
    public Weights Of(IReadOnlyList<LabelledCall> calls, string source)
    {
        var whole = Whole(calls);
        return Fit.Of(Examples(whole, HearAll(whole)), Rules, source);
    }

    /// <summary>Measures each call with weights that never saw its author; thresholds come from the same held-out folds.</summary>
    public EvaluationResult CrossValidate(IReadOnlyList<LabelledCall> calls, EvaluationOptions options)
    {
        calls = Whole(calls);
        var heard = HearAll(calls);
        var examples = Examples(calls, heard);
        var fitted = Fit.Of(examples, Rules, "held out");
        var held = Fit.HeldOut(examples, Rules);
        var readings = new Dictionary<Call, Reading>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < calls.Count; at++)
        {
            var weights = held[at].Weights with { Thresholds = fitted.Thresholds };
            readings[calls[at].Call] = new SignalReader(Rules, weights).Read(heard[at], new("", "", null));
        }

        return CorpusEvaluation.Run(calls, call => readings[call], options with { Hidden = false, Shares = fitted.VerdictShares });
    }

    private static List<LabelledCall> Whole(IReadOnlyList<LabelledCall> calls) => [.. calls.Where(call => call.Whole is not null)];

    private static List<WeighedCall> Examples(IReadOnlyList<LabelledCall> calls, CallEvidence[] heard) =>
        [.. calls.Select((call, at) => new WeighedCall(call.Author, Features.Of(heard[at]), call.Whole!))];

    private CallEvidence[] HearAll(IReadOnlyList<LabelledCall> calls)
    {
        var heard = new CallEvidence[calls.Count];
        Parallel.For(0, calls.Count, at => heard[at] = Hear(calls[at]));
        return heard;
    }
}
