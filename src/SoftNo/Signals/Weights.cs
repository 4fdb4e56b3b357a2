using System.Text.Json;

namespace SoftNo.Signals;

/// <summary>A linear score: a weight a feature, and a bias.</summary>
/// <param name="Features">By feature, in the units of <see cref="Features"/>.</param>
/// <param name="Bias">The score where all are zero.</param>
public sealed record LinearWeights(IReadOnlyDictionary<string, double> Features, double Bias)
{
    /// <summary>The score of a call.</summary>
    public double Score(IReadOnlyDictionary<string, double> values) => Bias + Features.Sum(one => one.Value * values.GetValueOrDefault(one.Key));
}

/// <summary>The fitted weights of <c>models/weights.*.json</c>.</summary>
/// <param name="Source">What they were fitted on, and the command that does it again.</param>
/// <param name="Verdicts">By verdict's name: scores whose softmax are the probabilities.</param>
/// <param name="Signals">By signal's name: the log-odds of its presence, before the rules that always hold.</param>
/// <param name="Thresholds">By signal's name: the probability from which it is present.</param>
/// <param name="Shares">By verdict's name: its share in train, against which the probabilities are measured.</param>
public sealed record Weights(
    string Source, IReadOnlyDictionary<string, LinearWeights> Verdicts, IReadOnlyDictionary<string, LinearWeights> Signals,
    IReadOnlyDictionary<string, double> Thresholds, IReadOnlyDictionary<string, double> Shares)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>The shares of the verdicts in train.</summary>
    public IReadOnlyDictionary<Verdict, double> VerdictShares => Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, verdict => Shares.GetValueOrDefault(verdict.Name()));

    /// <summary>Reads a file.</summary>
    public static WeightsResult Load(string file)
    {
        try
        {
            var weights = JsonSerializer.Deserialize<Weights>(File.ReadAllText(file), Indented);
            return weights?.Verdicts is null || weights.Signals is null ? Bad("verdicts, signals") : new(weights, null);
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            return Bad(error.Message);
        }

        WeightsResult Bad(string what) => new(null, new(
            file, null, null, "bad-weights", new($"Les poids ne se lisent pas : {what}", $"The weights cannot be read: {what}"),
            new("Remettez le fichier livré, ou refaites-le : softno eval corpus --fit.", "Put back the shipped file, or fit it again: softno eval corpus --fit.")));
    }

    /// <summary>The file's text.</summary>
    public string Write() => JsonSerializer.Serialize(this, Indented) + "\n";

    /// <summary>The verdicts' probabilities; they add up to 1.</summary>
    public IReadOnlyDictionary<Verdict, double> Probabilities(IReadOnlyDictionary<string, double> values)
    {
        var scores = Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, verdict => Verdicts[verdict.Name()].Score(values));
        var top = scores.Values.Max();
        var whole = scores.Values.Sum(score => Math.Exp(score - top));
        return scores.ToDictionary(one => one.Key, one => Math.Exp(one.Value - top) / whole);
    }

    /// <summary>The probability that a signal is present, before the rules that always hold.</summary>
    public double Probability(SignalKind signal, IReadOnlyDictionary<string, double> values) => 1 / (1 + Math.Exp(-Signals[signal.Name()].Score(values)));
}

/// <summary>Weights, or what is wrong with their file.</summary>
public sealed record WeightsResult(Weights? Weights, Problem? Problem);
