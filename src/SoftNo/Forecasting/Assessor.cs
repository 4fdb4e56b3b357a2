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

    /// <summary>An assessor of one team.</summary>
    /// <param name="priors">What is assumed.</param>
    /// <param name="rates">The base rates.</param>
    /// <param name="features">Reads the evidence.</param>
    /// <param name="weights">The weights learnt from the team's own closed deals, or null: the priors.</param>
    public Assessor(DealPriors priors, BaseRates rates, DealFeatures features, EvidenceWeights? weights)
    {
        _priors = priors;
        _rates = rates;
        _features = features;
        _weights = weights;
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
        foreach (var (name, share) in Shares(_features.Of(history, asOf)).Concat(Unshrunk(history, silence, survival, asOf)))
        {
            moved += share;
            steps.Add(new WaterfallStep(name, share, Moved(rate.Rate, moved)));
        }
        var result = new Assessment(Moved(rate.Rate, moved), Moved(rate.Low, moved), Moved(rate.High, moved), rate, steps);
        return _weights is null ? result : _weights.Calibrated(result);
    }

    /// <summary>What each piece of evidence adds; all of them scaled alike where their sum meets the cap.</summary>
    private IEnumerable<(string Name, double Share)> Shares(IReadOnlyList<DealFeature> features)
    {
        if (_weights is not null)
        {
            return features.Where(feature => feature.Value != 0).Select(feature => (feature.Name, _weights.Of(feature) * feature.Value));
        }
        var sum = _priors.Evidence.Shrink * features.Sum(feature => feature.Value * feature.LogRatio);
        var scale = _priors.Evidence.Shrink * (Math.Abs(sum) > _priors.Evidence.Cap ? _priors.Evidence.Cap / Math.Abs(sum) : 1);
        return features.Where(feature => feature.Value != 0).Select(feature => (feature.Name, feature.Value * feature.LogRatio * scale));
    }

    private IEnumerable<(string Name, double Share)> Unshrunk(DealHistory history, Silence? silence, Survival survival, LocalDate asOf)
    {
        if (DealFeatures.SaidNo(history)) yield return ("clearNo", Math.Log(_priors.Evidence.ClearNo));
        // Who set a day need not write before it.
        if (StepAhead.Of(history, asOf) is null && silence?.WaitingDays is { } days and > 0) yield return ("silence", Math.Log(Ratio(survival.At(days))));
    }

    private double Ratio(double left) => _priors.Silence.Floor + ((1 - _priors.Silence.Floor) * left);

    private static double Moved(double rate, double logRatio) => LogOdds.Probability(LogOdds.Of(rate) + logRatio);
}
