using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using SoftNo.Training.Corpus;

namespace SoftNo.Training;

/// <summary>All that the weights depend on beside the corpus and the base: architecture and hyperparameters, as data.</summary>
internal sealed record Recipe
{
    /// <summary>Layers kept of the base's six, from 0.</summary>
    public required IReadOnlyList<int> Layers { get; init; }

    /// <summary>Width of the side embedding.</summary>
    public required int SideWidth { get; init; }

    /// <summary>Width of the recurrent layer over turns, each way.</summary>
    public required int CallWidth { get; init; }

    /// <summary>Width of the layer before the outputs.</summary>
    public required int HeadWidth { get; init; }

    /// <summary>Passes over the corpus.</summary>
    public required int Epochs { get; init; }

    /// <summary>Highest learning rate of the encoder.</summary>
    public required double EncoderRate { get; init; }

    /// <summary>Highest learning rate of all else.</summary>
    public required double HeadRate { get; init; }

    /// <summary>Weight decay of the matrices.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>Share of the highest rates along the training, linear between these points.</summary>
    public required IReadOnlyList<RatePoint> Rates { get; init; }

    /// <summary>Share of the weights' running average that each step keeps, 0 to 1; the average is what is written.</summary>
    public required double Average { get; init; }

    /// <summary>Norm at which a step's gradient is clipped.</summary>
    public required double ClipNorm { get; init; }

    /// <summary>Share of each encoder sublayer's output dropped while training.</summary>
    public required double EncoderDropout { get; init; }

    /// <summary>Share of the head's inputs dropped while training.</summary>
    public required double Dropout { get; init; }

    /// <summary>Weight of a scene's loss beside a whole call's.</summary>
    public required double SceneWeight { get; init; }

    /// <summary>Scenes read in one step; whole calls are read one a step.</summary>
    public required int ScenesPerStep { get; init; }

    /// <summary>Weight of "a cue begins here" in the loss.</summary>
    public required double BeginWeight { get; init; }

    /// <summary>Weight of the topics in the loss.</summary>
    public required double TopicWeight { get; init; }

    /// <summary>Weight in the loss of "this turn holds a cue of the kind", told from the turn's state alone.</summary>
    public required double TurnWeight { get; init; }

    /// <summary>By kind, how often a labelled piece counts in the loss beside an unlabelled one, instead of once more; rare kinds more.</summary>
    public required IReadOnlyDictionary<string, double> KindWeights { get; init; }

    /// <summary>Pieces of the base's dictionary kept for their rank alone, whether the corpus has them or not.</summary>
    public required int CommonPieces { get; init; }

    /// <summary>Whether matrix products are taken in bfloat16 while training (the weights stay 32-bit).</summary>
    public required bool HalfProducts { get; init; }

    /// <summary>Noise added while training.</summary>
    public required NoiseRecipe Noise { get; init; }

    /// <summary>How a training on everything goes on from one that left a fold out.</summary>
    public required LastRecipe Last { get; init; }

    /// <summary>Seed of every draw.</summary>
    public required int Seed { get; init; }

    /// <summary>How a recipe is written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads a recipe; a key too many or too few is an error.</summary>
    /// <exception cref="JsonException">The file is no recipe.</exception>
    public static Recipe Read(string path) =>
        JsonSerializer.Deserialize<Recipe>(File.ReadAllText(path), Json) ?? throw new JsonException($"{path} is empty.");

    /// <summary>The recipe of the last passes, over everything.</summary>
    public Recipe OfLast() => this with { Epochs = Last.Epochs, Rates = Last.Rates, Seed = Seed + 1 };

    /// <summary>SHA-256 of the recipe as JSON, in lower-case hexadecimal.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Json)));
}

/// <summary>
/// The last passes: the weights of a training that left a fold out learn on, from all calls. The passes before are not made
/// twice, and the fold's output tells how well they read.
/// </summary>
/// <param name="Fold">The fold, by its name in corpus/folds.yml.</param>
/// <param name="Epochs">Passes over the whole corpus.</param>
/// <param name="Rates">Share of the highest rates along these passes.</param>
internal sealed record LastRecipe(string Fold, int Epochs, IReadOnlyList<RatePoint> Rates);

/// <summary>A point of the schedule.</summary>
/// <param name="At">Where, as a share of the whole training, 0 to 1.</param>
/// <param name="Share">Share of the highest rates, 0 to 1.</param>
internal sealed record RatePoint(double At, double Share);
