using System.Text.Json;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>A linear score a grade: by trait a weight for each grade in the order of <see cref="Grade"/>, and where all traits are absent.</summary>
/// <param name="Bias">By grade.</param>
/// <param name="Weights">By trait, by grade.</param>
internal sealed record GradeWeights(IReadOnlyList<double> Bias, IReadOnlyDictionary<string, double[]> Weights)
{
    /// <summary>The grades' probabilities under some traits, each with its value; they add up to 1.</summary>
    public double[] Chances(IEnumerable<KeyValuePair<string, double>> traits)
    {
        var scores = Bias.ToArray();
        foreach (var (trait, value) in traits)
        {
            if (!Weights.TryGetValue(trait, out var weights)) continue;
            for (var grade = 0; grade < scores.Length; grade++) scores[grade] += value * weights[grade];
        }

        var top = scores.Max();
        var whole = 0.0;
        for (var grade = 0; grade < scores.Length; grade++) whole += scores[grade] = Math.Exp(scores[grade] - top);
        for (var grade = 0; grade < scores.Length; grade++) scores[grade] /= whole;
        return scores;
    }
}

/// <summary>The fitted weights of <c>models/steps.json</c>: what a sentence does to the next step, and what stands at the end of a call.</summary>
/// <param name="Source">What they were fitted on, and the command that does it again.</param>
/// <param name="Prospect">Weights of the prospect's sentences.</param>
/// <param name="Seller">Weights of the seller's.</param>
/// <param name="Call">Weights of the end of a call.</param>
/// <param name="Exchange">Weights of the end of an exchange of a few turns.</param>
internal sealed record StepModel(string Source, GradeWeights Prospect, GradeWeights Seller, GradeWeights Call, GradeWeights Exchange)
{
    private static readonly Lazy<StepModel?> Beside = new(() => Load(Path.Combine(AppContext.BaseDirectory, "models", "steps.json")));

    /// <summary>The weights that lie beside the program, read once; null where there are none: the grammar then reads alone.</summary>
    public static StepModel? Default => Beside.Value;

    /// <summary>A talk of at most so many turns is an exchange, all of it late [the longest of corpus/scenes has 26].</summary>
    public const int ShortTalk = 30;

    /// <summary>Reads a file; null where it is absent or holds no weights.</summary>
    public static StepModel? Load(string file)
    {
        if (!File.Exists(file)) return null;
        try
        {
            return JsonSerializer.Deserialize<StepModel>(File.ReadAllText(file), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
