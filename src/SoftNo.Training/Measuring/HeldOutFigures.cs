using System.Text.Json;
using SoftNo.Cues;
using SoftNo.Cues.Listener;

namespace SoftNo.Training.Measuring;

/// <summary>What a training without some authors gave on their whole calls: the thresholds chosen, and what they rest on.</summary>
/// <param name="Authors">Authors held out.</param>
/// <param name="Calls">Their whole calls.</param>
/// <param name="RecipeSha256">The recipe of that training.</param>
/// <param name="MacroF1">Cue macro-F1 with one height of 0.5 for all, runs as in the first trials.</param>
/// <param name="MacroF1Chosen">Cue macro-F1 with the thresholds chosen on the same calls: too high by what the choice itself gains.</param>
/// <param name="Thresholds">The thresholds chosen.</param>
internal sealed record HeldOutFigures(
    IReadOnlyList<string> Authors, int Calls, string RecipeSha256, double MacroF1, double MacroF1Chosen, WrittenThresholds Thresholds)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>Thresholds of the first trials: half the probability everywhere.</summary>
    public static CueThresholds Plain { get; } = ThresholdSearch.Flat(0.5, 0.5, 6, 2);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static HeldOutFigures Read(string path) =>
        JsonSerializer.Deserialize<HeldOutFigures>(File.ReadAllText(path), Json) ?? throw new JsonException($"{path} is empty.");

    /// <summary>Writes the figures.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>Thresholds by the kinds' names.</summary>
    public static WrittenThresholds ByName(CueThresholds thresholds) => new(
        CueKinds.All.ToDictionary(kind => kind.Name(), kind => thresholds.Heights[(int)kind]), thresholds.Edge, thresholds.Bridge, thresholds.Split);
}
