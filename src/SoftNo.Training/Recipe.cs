using System.Security.Cryptography;
using System.Text.Json;
using SoftNo.Training.Corpus;

namespace SoftNo.Training;

/// <summary>All that the weights depend on beside the corpus and the base: architecture and hyperparameters, as data.</summary>
internal sealed record Recipe
{
    /// <summary>Layers kept of the base's six, from 0.</summary>
    public IReadOnlyList<int> Layers { get; init; } = [0, 1, 2, 3, 4, 5];

    /// <summary>Width of the side embedding.</summary>
    public int SideWidth { get; init; } = 32;

    /// <summary>Width of the recurrent layer over turns, each way.</summary>
    public int CallWidth { get; init; } = 192;

    /// <summary>Width of the layer before the outputs.</summary>
    public int HeadWidth { get; init; } = 384;

    /// <summary>Passes over the corpus.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>Highest learning rate of the encoder.</summary>
    public double EncoderRate { get; init; } = 1e-4;

    /// <summary>Highest learning rate of all else.</summary>
    public double HeadRate { get; init; } = 1e-3;

    /// <summary>Weight decay of the matrices.</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Share of the steps in which the rates rise.</summary>
    public double WarmUp { get; init; } = 0.15;

    /// <summary>Norm at which a step's gradient is clipped.</summary>
    public double ClipNorm { get; init; } = 1.0;

    /// <summary>Share of each encoder sublayer's output dropped while training.</summary>
    public double EncoderDropout { get; init; } = 0.1;

    /// <summary>Share of the head's inputs dropped while training.</summary>
    public double Dropout { get; init; } = 0.2;

    /// <summary>Weight of a scene's loss beside a whole call's.</summary>
    public double SceneWeight { get; init; } = 0.5;

    /// <summary>Scenes read in one step; whole calls are read one a step.</summary>
    public int ScenesPerStep { get; init; } = 3;

    /// <summary>Weight of "a cue begins here" in the loss.</summary>
    public double BeginWeight { get; init; } = 0.3;

    /// <summary>Weight of the topics in the loss.</summary>
    public double TopicWeight { get; init; } = 0.6;

    /// <summary>Pieces of the base's dictionary kept for their rank alone, whether the corpus has them or not.</summary>
    public int CommonPieces { get; init; } = 9000;

    /// <summary>Whether matrix products are taken in bfloat16 while training (the weights stay 32-bit).</summary>
    public bool HalfProducts { get; init; } = true;

    /// <summary>Noise added while training.</summary>
    public NoiseRecipe Noise { get; init; } = new(Stripped: 0.4, Fillers: 0.04, Misheard: 0.02, SidesHidden: 0.05);

    /// <summary>Seed of every draw.</summary>
    public int Seed { get; init; } = 6;

    /// <summary>How a recipe is written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>SHA-256 of the recipe as JSON, in lower-case hexadecimal.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Json)));
}
