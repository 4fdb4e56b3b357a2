namespace SoftNo.Forecasting;

/// <summary>One snapshot of a closed deal, for learning: what was known then, and how it ended.</summary>
/// <param name="Deal">The deal's place; all snapshots of a deal stay on one side of any split.</param>
/// <param name="BaseLogOdds">Base rate of its stage then, and silence, on the log-odds scale: what is not learnt.</param>
/// <param name="Features">The evidence then.</param>
/// <param name="Won">How it ended.</param>
/// <param name="Weight">How many snapshots of a whole history it stands for.</param>
public sealed record Snapshot(int Deal, double BaseLogOdds, IReadOnlyList<DealFeature> Features, bool Won, double Weight = 1);

/// <summary>
/// Weights of the evidence learnt from a team's own closed deals: a Bayesian logistic regression whose prior means are the stated log-ratios, shrunk, and whose
/// maximum is found by Newton's method; an isotonic curve over it where there is enough history.
/// </summary>
public sealed class EvidenceWeights
{
    // What snapshots of one deal tell together, counted in deals seen once: more than one, since each shows other acts, and less than they are, since they end alike.
    private const double SnapshotsOfOneDeal = 2;
    private readonly IReadOnlyDictionary<string, double> _weights;
    private readonly double _intercept;
    private readonly IsotonicCurve? _curve;

    private EvidenceWeights(IReadOnlyDictionary<string, double> weights, double intercept, IsotonicCurve? curve) =>
        (_weights, _intercept, _curve) = (weights, intercept, curve);

    /// <summary>Every weight beside what was assumed.</summary>
    public IReadOnlyList<LearntWeight> Told { get; private init; } = [];

    /// <summary>Learns, or gives null where there are fewer closed deals than the priors ask for.</summary>
    /// <param name="snapshots">Of closed deals only; all together weigh as many as their deals.</param>
    /// <param name="closed">How many closed deals.</param>
    /// <param name="priors">Prior means, their spread, and from how many deals on.</param>
    public static EvidenceWeights? Learnt(IReadOnlyList<Snapshot> snapshots, int closed, DealPriors priors)
    {
        if (closed < priors.Calibration.LogisticFrom || snapshots.Count == 0) return null;
        var names = snapshots[0].Features.Select(feature => feature.Name).ToArray();
        var means = snapshots[0].Features.Select(feature => feature.LogRatio * (feature.Correlates ? priors.Evidence.Shrink : 1)).Prepend(0).ToArray();
        // Snapshots weigh as a pipeline shows them; all together they weigh as so many times their deals.
        var weight = SnapshotsOfOneDeal * snapshots.DistinctBy(snapshot => snapshot.Deal).Count() / snapshots.Sum(snapshot => snapshot.Weight);
        double[] spreads = [priors.Calibration.PriorSd, .. snapshots[0].Features.Select(feature => feature.FromHistory ? priors.History.Sd : priors.Calibration.PriorSd)];
        var weights = LogisticMaximum.Of(snapshots, means, spreads, weight);
        var learnt = new EvidenceWeights(names.Zip(weights.Skip(1)).ToDictionary(pair => pair.First, pair => pair.Second), weights[0], null)
        {
            Told = [.. names.Select((name, place) => new LearntWeight(name, means[place + 1], weights[place + 1]))],
        };
        if (closed < priors.Calibration.IsotonicFrom) return learnt;
        var curve = IsotonicCurve.Fitted([.. snapshots.Select(snapshot => (learnt.Raw(snapshot), snapshot.Won))]);
        return new EvidenceWeights(learnt._weights, learnt._intercept, curve) { Told = learnt.Told };
    }

    /// <summary>The weight of a feature; its shrunk prior where it was never learnt.</summary>
    public double Of(DealFeature feature) => _weights.TryGetValue(feature.Name, out var weight) ? weight : feature.LogRatio;

    /// <summary>An assessment with the intercept learnt, and through the curve where there is one.</summary>
    public Assessment Calibrated(Assessment assessment)
    {
        var result = assessment with
        {
            Probability = Through(assessment.Probability), Low = Through(assessment.Low), High = Through(assessment.High),
        };
        var last = LogOdds.Of(result.Probability) - LogOdds.Of(assessment.Probability);
        return result with { Waterfall = [.. assessment.Waterfall, new WaterfallStep("calibration", last, result.Probability)] };
    }

    private double Through(double probability)
    {
        var moved = LogOdds.Probability(LogOdds.Of(probability) + _intercept);
        return _curve?.At(moved) ?? moved;
    }

    private double Raw(Snapshot snapshot) =>
        LogOdds.Probability(snapshot.BaseLogOdds + _intercept + snapshot.Features.Sum(feature => Of(feature) * feature.Value));
}
