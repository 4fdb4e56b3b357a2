using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Cues.Sides;

namespace SoftNo.Evaluation;

/// <summary>Fits the weights of <c>models/sides.json</c> on labelled calls.</summary>
/// <param name="Fit">The regression.</param>
/// <param name="Answers">The gain of two speakers who answer each other being on two sides; chosen on held-out authors of train (0.5 to 4 tried).</param>
/// <param name="Chance">The share of chance taken off; chosen there too (0 to 1 tried).</param>
public sealed record SideFit(LogisticFit Fit, double Answers = 3, double Chance = 0.25)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>The weights that tell sellers from prospects, a speaker an example.</summary>
    public SideWeights Of(IReadOnlyList<LabelledCall> calls, SideModel model)
    {
        var values = new List<double[]>();
        var sides = new List<int>();
        foreach (var labelled in calls)
        {
            var words = SpeakerWords.Of(labelled.Call, model);
            for (var speaker = 0; speaker < labelled.Call.Speakers.Count; speaker++)
            {
                if (labelled.Call.Speakers[speaker].Side == Side.Unknown) continue;
                values.Add(words.Values[speaker]);
                sides.Add(labelled.Call.Speakers[speaker].Side == Side.Seller ? 1 : 0);
            }
        }

        var weights = Fit.Fit(values, sides, 2);
        double Round(int at) => Math.Round(weights[1][at] - weights[0][at], 3);
        return new(model.Features.Select((feature, at) => (feature.Name, Weight: Round(at))).ToDictionary(one => one.Name, one => one.Weight), Round(model.Features.Count), Answers, Chance);
    }

    /// <summary>The weights as the file's text.</summary>
    public static string Write(SideWeights weights) => JsonSerializer.Serialize(weights, Indented) + "\n";
}
