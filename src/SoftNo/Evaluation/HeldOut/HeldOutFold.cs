using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoftNo.Evaluation.HeldOut;

/// <summary>What one kind was given along a stretch of a turn.</summary>
/// <param name="Kind">The kind's name.</param>
/// <param name="First">First piece of the stretch in its turn.</param>
/// <param name="Percents">The kind's probability at each piece, in percent.</param>
/// <param name="Topic">The likeliest topic over the stretch; null where the kind has none.</param>
/// <param name="TopicPercent">The topic's probability in percent; null where the kind has none.</param>
public sealed record HeldOutStretch(string Kind, int First, IReadOnlyList<int> Percents, string? Topic = null, int? TopicPercent = null);

/// <summary>A turn in which something was given more than next to nothing.</summary>
/// <param name="Turn">Index of the turn.</param>
/// <param name="Pieces">Pieces in the turn: another number means another text or dictionary.</param>
/// <param name="Stretches">What was given to which kind.</param>
/// <param name="Begins">Pieces at which a cue may begin, and how likely in percent, one after the other.</param>
public sealed record HeldOutTurn(int Turn, int Pieces, IReadOnlyList<HeldOutStretch> Stretches, IReadOnlyList<int> Begins);

/// <summary>A whole call as read by weights that never saw its author.</summary>
/// <param name="Id">The call's id.</param>
/// <param name="Sha256">SHA-256 of the labelled file, in lower-case hexadecimal.</param>
/// <param name="Turns">The turns with something in them.</param>
public sealed record HeldOutReading(string Id, string Sha256, IReadOnlyList<HeldOutTurn> Turns);

/// <summary>
/// The output of a training that never saw some authors, on their whole calls: corpus/heldout/FOLD.json. Thresholds and
/// call-level weights are fitted on it, because what weights say of the calls they learnt from is better than what they say elsewhere.
/// </summary>
/// <param name="Fold">Name of the fold in corpus/folds.yml.</param>
/// <param name="Authors">The authors left out.</param>
/// <param name="RecipeSha256">The recipe of that training.</param>
/// <param name="Epochs">Its passes over the other authors.</param>
/// <param name="TrainedOn">How many calls and scenes it learnt from.</param>
/// <param name="Calls">The calls as they were read.</param>
public sealed record HeldOutFold(
    string Fold, IReadOnlyList<string> Authors, string RecipeSha256, int Epochs, int TrainedOn, IReadOnlyList<HeldOutReading> Calls)
{
    /// <summary>Least percent that is kept: no threshold looks lower.</summary>
    public const int Floor = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads the folds of a folder, in order of their names; none where the folder is absent.</summary>
    /// <exception cref="JsonException">A file is no fold.</exception>
    public static IReadOnlyList<HeldOutFold> ReadAll(string folder) => !Directory.Exists(folder) ? [] :
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The file is no fold.</exception>
    public static HeldOutFold Read(string path) =>
        JsonSerializer.Deserialize<HeldOutFold>(File.ReadAllText(path), Json) ?? throw new JsonException($"{path} is empty.");

    /// <summary>Writes the fold, a call a line.</summary>
    public void Write(string path)
    {
        var text = JsonSerializer.Serialize(this, Json).Replace("{\"id\":", "\n{\"id\":", StringComparison.Ordinal);
        File.WriteAllText(path, text + "\n");
    }
}
