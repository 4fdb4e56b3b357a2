using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoftNo.Cues.Listener;

/// <summary>A file that the weights were made from, or are made of.</summary>
/// <param name="Path">Path in the repository, or name in the models' folder.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal.</param>
public sealed record HashedFile(string Path, string Sha256);

/// <summary>Where the base of the weights comes from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Origin">Its public origin.</param>
/// <param name="Licence">Its licence, as an SPDX id.</param>
/// <param name="Sha256">SHA-256 of its weights.</param>
public sealed record ListenerBase(string Name, string Origin, string Licence, string Sha256);

/// <summary>Heights by kind and how runs are joined, as written in listener.json; see <see cref="CueThresholds"/>.</summary>
/// <param name="Heights">For each kind's name, the probability a cue must reach.</param>
/// <param name="Edge">Share of the height that must hold all along.</param>
/// <param name="Bridge">Most pieces below the edge that a cue may bridge.</param>
/// <param name="Split">Probability of "begins" at which a run is cut in two.</param>
public sealed record WrittenThresholds(IReadOnlyDictionary<string, double> Heights, double Edge, int Bridge, double Split)
{
    /// <summary>The thresholds in the order of the kinds.</summary>
    public CueThresholds InOrder() => new([.. CueKinds.All.Select(kind => Heights[kind.Name()])], Edge, Bridge, Split);
}

/// <summary>models/listener.json: what the weights are, what they were made from, and when their scores become cues.</summary>
public sealed record ListenerCard
{
    /// <summary>Name of the card in the models' folder.</summary>
    public const string FileName = "listener.json";

    private static readonly string[] TaughtFolders = ["corpus/train", "corpus/scenes"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Short name of these weights: the first 12 hexadecimal digits of the SHA-256 of both graphs.</summary>
    public required string Id { get; init; }

    /// <summary>What training started from.</summary>
    public required ListenerBase Base { get; init; }

    /// <summary>SHA-256 of the recipe as softno-train writes it.</summary>
    public required string RecipeSha256 { get; init; }

    /// <summary>Architecture and hyperparameters.</summary>
    public required JsonElement Recipe { get; init; }

    /// <summary>Names of the kinds, in the order of the outputs.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Topics as "kind:topic", in the order of the outputs.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>When scores become cues.</summary>
    public required WrittenThresholds Thresholds { get; init; }

    /// <summary>The graphs and the dictionary, with their hashes.</summary>
    public required IReadOnlyList<HashedFile> Weights { get; init; }

    /// <summary>Every labelled file the weights were trained on.</summary>
    public required IReadOnlyList<HashedFile> TrainedOn { get; init; }

    /// <summary>Reads a card.</summary>
    /// <exception cref="JsonException">The file is not a card.</exception>
    public static ListenerCard Read(string path) =>
        JsonSerializer.Deserialize<ListenerCard>(File.ReadAllText(path), Json) ?? throw new JsonException($"{path} is empty.");

    /// <summary>Writes the card.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>Labelled files of corpus/train and corpus/scenes that these weights were not trained on yet, in order of path.</summary>
    /// <param name="root">The repository's root.</param>
    public IReadOnlyList<string> NotYetTrainedOn(string root)
    {
        HashSet<string> known = [.. TrainedOn.Select(file => file.Path)];
        return [.. TaughtFolders
            .Where(folder => Directory.Exists(Path.Combine(root, folder)))
            .SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.call").Select(file => $"{folder}/{Path.GetFileName(file)}"))
            .Where(path => !known.Contains(path))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Why these weights cannot be run by this program, or null.</summary>
    public string? Mismatch()
    {
        if (!Kinds.SequenceEqual(CueKinds.All.Select(kind => kind.Name())))
        {
            return "its kinds are not this program's";
        }

        return Topics.SequenceEqual(Outputs.Topics.Select(topic => $"{topic.Kind.Name()}:{topic.Topic}")) ? null : "its topics are not this program's";
    }
}
