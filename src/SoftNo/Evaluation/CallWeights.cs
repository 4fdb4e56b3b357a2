using SoftNo.Calls;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>Fits the call-level weights on the cues a reader finds, and measures them on authors they never saw.</summary>
/// <param name="Reader">The reader whose cues are weighed.</param>
/// <param name="Fit">How.</param>
public sealed record CallWeights(CallReader Reader, WeightsFit Fit)
{
    private const string Source = "Fitted on the cues found by phrases and rules in corpus/train; `softno eval corpus/train --fit models/weights.phrases.json` does it again.";

    /// <summary>The penalty and steps that held-out authors of train chose.</summary>
    public static WeightsFit Chosen { get; } = new(new LogisticFit(Penalty: 10, Steps: 800));

    /// <summary>The weights of all calls.</summary>
    public Weights Of(IReadOnlyList<LabelledCall> calls) => Fit.Of(Examples(Whole(calls), Hear(Whole(calls))), Reader.Rules, Source);

    /// <summary>Measures each call with weights that never saw its author; thresholds come from the same held-out folds.</summary>
    public EvaluationResult CrossValidate(IReadOnlyList<LabelledCall> calls, EvaluationOptions options)
    {
        calls = Whole(calls);
        var heard = Hear(calls);
        var examples = Examples(calls, heard);
        var fitted = Fit.Of(examples, Reader.Rules, Source);
        var held = Fit.HeldOut(examples, Reader.Rules);
        var readings = new Dictionary<Call, Reading>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < calls.Count; at++)
            readings[calls[at].Call] = Reader.Weigh(heard[at], held[at].Weights with { Thresholds = fitted.Thresholds });
        return CorpusEvaluation.Run(calls, call => readings[call], options with { Hidden = false, Shares = fitted.VerdictShares });
    }

    private static List<LabelledCall> Whole(IReadOnlyList<LabelledCall> calls) => [.. calls.Where(call => call.Whole is not null)];

    private CallEvidence[] Hear(IReadOnlyList<LabelledCall> calls)
    {
        var heard = new CallEvidence[calls.Count];
        Parallel.For(0, calls.Count, at => heard[at] = Reader.Hear(calls[at].Call));
        return heard;
    }

    private List<WeighedCall> Examples(IReadOnlyList<LabelledCall> calls, CallEvidence[] heard) =>
        [.. calls.Select((call, at) => new WeighedCall(call.Author, Features.Of(heard[at], Reader.Rules), call.Whole!))];
}
