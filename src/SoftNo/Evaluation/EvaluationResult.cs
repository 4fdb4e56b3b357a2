using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>A named figure with the header's sides, and with sides inferred.</summary>
/// <param name="Name">Such as <c>cue-macro-f1</c>.</param>
/// <param name="Stated">With the header's sides; for <c>side-accuracy</c>, with headers hidden.</param>
/// <param name="Inferred">With every header but the start and the zone hidden; null where calls were read once only.</param>
public sealed record NamedFigure(string Name, Figure Stated, Figure? Inferred);

/// <summary>The measured corpus: scores call by call, and figures.</summary>
public sealed class EvaluationResult
{
    private static readonly (string Name, Func<Counts, double?> Measure)[] All =
    [
        ("cue-macro-f1", Measures.CueMacroF1),
        ("topic-accuracy", Measures.TopicAccuracy),
        ("signals-macro-f1", Measures.SignalsMacroF1),
        .. Enum.GetValues<SignalKind>().Select(signal => ("signal-f1:" + signal.Name(), (Func<Counts, double?>)(counts => Measures.F1(counts, signal)))),
        ("verdict-accuracy", Measures.VerdictAccuracy),
        ("verdict-macro-f1", Measures.VerdictMacroF1),
        .. Enum.GetValues<Verdict>().Select(verdict => ("verdict-f1:" + verdict.Name(), (Func<Counts, double?>)(counts => Measures.F1(counts, verdict)))),
        ("verdict-brier-skill", Measures.BrierSkill),
        ("next-step-accuracy", Measures.NextStepAccuracy),
        ("step-times", Measures.StepTimes),
        ("end-step-times", Measures.EndTimes),
        ("engaged-as-soft-no", Measures.EngagedAsSoftNo),
        ("engaged-bold-rescue", Measures.EngagedBold),
        .. Enumerable.Range(0, Buyers.Names.Count).SelectMany(buyer => new (string, Func<Counts, double?>)[]
        {
            ("engaged-as-soft-no:" + Buyers.Names[buyer], counts => Measures.EngagedAsSoftNo(counts, buyer)),
            ("engaged-bold-rescue:" + Buyers.Names[buyer], counts => Measures.EngagedBold(counts, buyer)),
        }),
    ];

    internal EvaluationResult(IReadOnlyList<CallScore> stated, IReadOnlyList<CallScore> hidden, Bootstrap bootstrap)
    {
        Stated = stated;
        Hidden = hidden;
        Counts = Counts.Of(stated.Select(score => score.Counts));
        var measures = All.Select(one => one.Measure).ToList();
        var ofStated = bootstrap.Of([.. stated.Select(score => score.Counts)], measures);
        var hiddenCounts = hidden.Select(score => score.Counts).ToList();
        var ofHidden = hidden.Count == 0 ? null : bootstrap.Of(hiddenCounts, measures);
        var figures = All.Select((one, at) => new NamedFigure(one.Name, ofStated[at], ofHidden?[at])).ToList();
        if (hidden.Count > 0)
        {
            var sides = bootstrap.Of(hiddenCounts, [Measures.SideAccuracy])[0];
            figures.Add(new("side-accuracy", sides, sides));
        }

        Figures = figures;
    }

    /// <summary>Each call with its header's sides.</summary>
    public IReadOnlyList<CallScore> Stated { get; }

    /// <summary>Each call with its headers hidden; empty where calls were read once only.</summary>
    public IReadOnlyList<CallScore> Hidden { get; }

    /// <summary>The sums with the header's sides.</summary>
    public Counts Counts { get; }

    /// <summary>Every figure, with intervals.</summary>
    public IReadOnlyList<NamedFigure> Figures { get; }

    /// <summary>The figure of a name, with the header's sides.</summary>
    /// <exception cref="InvalidOperationException">When there is none of that name.</exception>
    public double? this[string name] => Figures.First(figure => figure.Name == name).Stated.Value;

    /// <summary>Precision, recall, F1 and topic accuracy by kind that occurs or was found.</summary>
    public IReadOnlyList<KindFigures> Kinds =>
        [.. CueKinds.All
            .Where(kind => Counts.Found[(int)kind] + Counts.Missed[(int)kind] + Counts.FalseAlarms[(int)kind] > 0)
            .Select(kind => new KindFigures(
                kind, Counts.Found[(int)kind] + Counts.Missed[(int)kind], Counts.Found[(int)kind] + Counts.FalseAlarms[(int)kind],
                Measures.Precision(Counts, kind), Measures.Recall(Counts, kind), Measures.F1(Counts, kind), Measures.TopicAccuracy(Counts, kind)))];
}

/// <summary>One kind's figures.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Labels">How many labels.</param>
/// <param name="Cues">How many cues were found.</param>
/// <param name="Precision">The share of cues on a label.</param>
/// <param name="Recall">The share of labels found.</param>
/// <param name="F1">Their harmonic mean.</param>
/// <param name="Topic">The share of found ones with the right topic; null where the kind has none.</param>
public sealed record KindFigures(CueKind Kind, int Labels, int Cues, double? Precision, double? Recall, double? F1, double? Topic);
