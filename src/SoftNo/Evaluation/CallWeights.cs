using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>
/// Copies of each call with some of its cues left out. Phrases are written from train, where they find more than elsewhere:
/// weights fitted there as it stands would count on cues that other calls do not give.
/// </summary>
/// <param name="Share">The share of cues left out of each copy; next steps, found by grammar, stay.</param>
/// <param name="Copies">How many copies beside the call itself.</param>
/// <param name="Seed">Of the choice.</param>
public sealed record Thinning(double Share, int Copies, int Seed = 20261126)
{
    /// <summary>The call and its copies.</summary>
    public IEnumerable<CallEvidence> Of(CallEvidence heard, int call)
    {
        yield return heard;
        for (var copy = 0; copy < Copies; copy++)
        {
            var random = new Random(HashCode(call, copy));
            var kept = heard.Heard.Cues.Where(cue => cue.Kind == CueKind.NextStep || random.NextDouble() >= Share).ToList();
            yield return new(heard.Call, heard.Heard with { Cues = kept }, heard.Rules);
        }
    }

    private int HashCode(int call, int copy) => unchecked(Seed + (call * 7919) + (copy * 104729));
}

/// <summary>Fits the call-level weights on the cues a reader finds, and measures them on authors they never saw.</summary>
/// <param name="Hear">What is heard in a labelled call; for a trained reader, by weights that never saw its author.</param>
/// <param name="Rules">The rules of the signals.</param>
/// <param name="Fit">How.</param>
/// <param name="Thin">Copies with cues left out; null for none.</param>
public sealed record CallWeights(Func<LabelledCall, CallEvidence> Hear, SignalRules Rules, WeightsFit Fit, Thinning? Thin)
{
    /// <summary>The steps of the regression; its penalty is chosen.</summary>
    public static WeightsFit Chosen { get; } = new(new LogisticFit(Penalty: 10, Steps: 600));

    /// <summary>The penalties a call among which held-out authors choose.</summary>
    public static IReadOnlyList<double> Penalties { get; } = [2.5, 5, 10, 20, 40];

    /// <summary>A third of the cues left out, three times: what phrases lose on other calls than those they were written from.</summary>
    public static Thinning ChosenThinning { get; } = new(0.3, 3);

    /// <summary>The weights of a reader of phrases and rules alone.</summary>
    public static CallWeights Of(CallReader reader) => new(call => reader.Hear(call.Call), reader.Rules, Chosen, ChosenThinning);

    /// <summary>
    /// The weights of a reader whose trained part has seen the calls: on the labels, thinned, with the anchors and the step
    /// as the reader finds them. What it hears in the calls it was trained on is better than what it hears elsewhere.
    /// </summary>
    public static CallWeights OfLabels(CallReader reader) => new(
        call =>
        {
            var heard = reader.Hear(call.Call);
            return new(heard.Call, heard.Heard with { Cues = HeardLabels.Of(call).Cues }, heard.Rules);
        },
        reader.Rules, Chosen, ChosenThinning);

    /// <summary>
    /// The weights of a reader whose trained part has seen most calls: on what weights that never saw the author heard, where
    /// that is known, else on the labels, thinned.
    /// </summary>
    /// <param name="reader">A reader without its trained part: phrases, rules and anchors.</param>
    /// <param name="heard">What was heard in a call by weights that never saw its author; null where none read it.</param>
    public static CallWeights OfHeldOut(CallReader reader, Func<LabelledCall, IReadOnlyList<HeardCue>?> heard)
    {
        var labels = OfLabels(reader);
        return labels with
        {
            Hear = call => heard(call) is { } cues ? reader.Hear(call.Call, cues) : labels.Hear(call),
            AsHeard = call => heard(call) is not null,
        };
    }

    /// <summary>The weights of all whole calls.</summary>
    /// <param name="calls">Labelled calls; scenes are left out.</param>
    /// <param name="source">What is written into the file: on what they were fitted, and the command that does it again.</param>
    public Weights Of(IReadOnlyList<LabelledCall> calls, string source)
    {
        var whole = Whole(calls);
        var heard = HearAll(whole);
        return Penalised(whole, heard).Of(Examples(whole, heard), Rules, source);
    }

    /// <summary>Measures each call with weights that never saw its author; thresholds come from the same held-out folds.</summary>
    public EvaluationResult CrossValidate(IReadOnlyList<LabelledCall> calls, EvaluationOptions options)
    {
        calls = Whole(calls);
        var heard = HearAll(calls);
        var examples = Examples(calls, heard);
        var fit = Penalised(calls, heard);
        var fitted = fit.Of(examples, Rules, "held out");
        var held = fit.HeldOut(examples, Rules);
        var each = examples.Count / calls.Count;
        var readings = new Dictionary<Call, Reading>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < calls.Count; at++)
        {
            var weights = held[at * each].Weights with { Thresholds = fitted.Thresholds };
            readings[calls[at].Call] = new SignalReader(Rules, weights).Read(heard[at], new("", "", null));
        }

        return CorpusEvaluation.Run(calls, call => readings[call], options with { Hidden = false, Shares = fitted.VerdictShares });
    }

    /// <summary>Calls whose cues are as another call would give them, and are not thinned.</summary>
    public Func<LabelledCall, bool> AsHeard { get; init; } = _ => false;

    private static List<LabelledCall> Whole(IReadOnlyList<LabelledCall> calls) => [.. calls.Where(call => call.Whole is not null)];

    /// <summary>The fit with the penalty that held-out authors choose on the calls as they are, times the copies of each.</summary>
    private WeightsFit Penalised(IReadOnlyList<LabelledCall> calls, CallEvidence[] heard)
    {
        var penalty = Fit.Choose([.. calls.Select((call, at) => Example(call, heard[at]))], Rules, Penalties).Fit.Penalty;
        return Fit with { Fit = Fit.Fit with { Penalty = penalty * (1 + (Thin?.Copies ?? 0)) } };
    }

    private List<WeighedCall> Examples(IReadOnlyList<LabelledCall> calls, CallEvidence[] heard) =>
        [.. calls.SelectMany((call, at) => Copies(call, heard[at], at).Select(one => Example(call, one)))];

    private static WeighedCall Example(LabelledCall call, CallEvidence heard) => new(call.Author, Features.Of(heard), call.Whole!);

    /// <summary>As many copies of each call, so that each counts the same.</summary>
    private IEnumerable<CallEvidence> Copies(LabelledCall call, CallEvidence heard, int at)
    {
        if (Thin is null) return [heard];
        return AsHeard(call) ? Enumerable.Repeat(heard, 1 + Thin.Copies) : Thin.Of(heard, at);
    }

    private CallEvidence[] HearAll(IReadOnlyList<LabelledCall> calls)
    {
        var heard = new CallEvidence[calls.Count];
        Parallel.For(0, calls.Count, at => heard[at] = Hear(calls[at]));
        return heard;
    }
}
