using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>
/// Assesses deals: the stage's base rate, moved by the evidence (its summed log-ratio shrunk and capped, or weighed by the team's own history), then by silence,
/// which is neither.
/// </summary>
public sealed class Assessor
{
    private readonly DealPriors _priors;
    private readonly BaseRates _rates;
    private readonly DealFeatures _features;
    private readonly EvidenceWeights? _weights;
    private readonly HistoryFeatures _history;

    /// <summary>An assessor of one team.</summary>
    /// <param name="priors">What is assumed.</param>
    /// <param name="rates">The base rates.</param>
    /// <param name="features">Reads the evidence.</param>
    /// <param name="weights">The weights learnt from the team's own closed deals, or null: the priors.</param>
    /// <param name="history">Reads the evidence that only history can weigh.</param>
    internal Assessor(DealPriors priors, BaseRates rates, DealFeatures features, EvidenceWeights? weights, HistoryFeatures history)
    {
        _priors = priors;
        _rates = rates;
        _features = features;
        _weights = weights;
        _history = history;
    }

    /// <summary>The assessment of a deal on a day.</summary>
    /// <param name="history">The deal, with acts and changes up to that day.</param>
    /// <param name="silence">How long the prospect has been silent, or null where they never acted.</param>
    /// <param name="survival">The chance that an answer is still to come.</param>
    /// <param name="asOf">The day.</param>
    public Assessment Of(DealHistory history, Silence? silence, Survival survival, LocalDate asOf)
    {
        var rate = _rates.Of(history.Deal.Stage);
        var steps = new List<WaterfallStep> { new("base", 0, rate.Rate) };
        var moved = 0.0;
        foreach (var (name, share) in Shares(history, silence, survival, asOf))
        {
            moved += share;
            steps.Add(new WaterfallStep(name, share, Moved(rate.Rate, moved)));
        }
        var result = new Assessment(Moved(rate.Rate, moved), Moved(rate.Low, moved), Moved(rate.High, moved), rate, steps);
        return _weights is null ? result : _weights.Calibrated(result);
    }

    /// <summary>What each piece of evidence adds, in the order of the features.</summary>
    private IEnumerable<(string Name, double Share)> Shares(DealHistory history, Silence? silence, Survival survival, LocalDate asOf)
    {
        var features = _features.Of(history, silence, survival, asOf);
        return _weights is null
            ? Stated(features)
            : features.Concat(_history.Of(history, silence, asOf)).GroupBy(feature => feature.Shown)
                .Select(group => (group.Key, Share: group.Sum(feature => _weights.Of(feature) * feature.Value))).Where(shown => shown.Share != 0);
    }

    /// <summary>By the stated priors: those that correlate are shrunk, and scaled alike where their sum meets the cap.</summary>
    private IEnumerable<(string Name, double Share)> Stated(IReadOnlyList<DealFeature> features)
    {
        var sum = _priors.Evidence.Shrink * features.Where(feature => feature.Correlates).Sum(feature => feature.Value * feature.LogRatio);
        var scale = _priors.Evidence.Shrink * (Math.Abs(sum) > _priors.Evidence.Cap ? _priors.Evidence.Cap / Math.Abs(sum) : 1);
        return features.Where(feature => feature.Value != 0).Select(feature => (feature.Name, feature.Value * feature.LogRatio * (feature.Correlates ? scale : 1)));
    }

    private static double Moved(double rate, double logRatio) => LogOdds.Probability(LogOdds.Of(rate) + logRatio);
}
