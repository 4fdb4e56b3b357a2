using System.Runtime.InteropServices;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Training.Corpus;
using SoftNo.Training.Learning;
using SoftNo.Training.Native;
using SoftNo.Training.Network;
using TorchSharp;

namespace SoftNo.Training.Tests;

public sealed class SmallTrainingTests
{
    private static readonly string[] Dictionary =
        [WordPieces.Filling, WordPieces.Unknown, WordPieces.Opening, WordPieces.Closing, .. Enumerable.Range(0, 60).Select(word => $"w{word}")];

    static SmallTrainingTests()
    {
        TorchOnOlderSystems.Cure(TextWriter.Null);
        torch.set_num_threads(2);
    }

    [Fact]
    public void Two_trainings_with_one_seed_are_equal_bit_for_bit()
    {
        var one = Trained(Small, null);
        var two = Trained(Small, null);

        Assert.Equal(one.Keys.Order(StringComparer.Ordinal), two.Keys.Order(StringComparer.Ordinal));
        Assert.All(one.Keys, name => Assert.Equal(Bits(one[name]), Bits(two[name])));
    }

    [Fact]
    public void Another_seed_gives_another_model()
    {
        Assert.NotEqual(Bits(Trained(Small, null)["head.weight"]), Bits(Trained(Small with { Seed = 2 }, null)["head.weight"]));
    }

    [Fact]
    public void A_training_that_was_broken_off_ends_as_an_unbroken_one()
    {
        var checkpoint = Path.Combine(Directory.CreateTempSubdirectory("softno-train-").FullName, "small.safetensors");
        try
        {
            Trained(Small, checkpoint, stopAfter: 1);
            var resumed = Trained(Small, checkpoint);
            var unbroken = Trained(Small, null);
            Assert.All(unbroken.Keys, name => Assert.Equal(Bits(unbroken[name]), Bits(resumed[name])));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(checkpoint)!, recursive: true);
        }
    }

    private static Recipe Small { get; } = new()
    {
        Layers = [0],
        SideWidth = 4,
        CallWidth = 8,
        HeadWidth = 16,
        Epochs = 2,
        EncoderRate = 1e-3,
        HeadRate = 1e-2,
        WeightDecay = 0.01,
        Rates = [new(0, 0), new(0.1, 1), new(1, 0)],
        Average = 0.9,
        ClipNorm = 1,
        EncoderDropout = 0.1,
        Dropout = 0.2,
        SceneWeight = 0.5,
        ScenesPerStep = 2,
        BeginWeight = 0.3,
        TopicWeight = 0.3,
        TurnWeight = 0.2,
        KindWeights = new Dictionary<string, double> { ["refusal"] = 2 },
        CommonPieces = 60,
        HalfProducts = true,
        Noise = new(0.5, 0.1, 0.1, 0.2),
        Last = new("a", 1, [new(0, 1)]),
        Seed = 1,
    };

    private static Dictionary<string, FloatArray> Trained(Recipe recipe, string? checkpoint, int? stopAfter = null)
    {
        var dictionary = new WordPieces(Dictionary);
        torch.manual_seed(recipe.Seed);
        using var network = new ListenerNetwork(recipe, StartingWeights.From(Base(), [.. Enumerable.Range(0, Dictionary.Length)], recipe));
        var trainer = new Trainer(recipe, network, dictionary, new Noiser([4], dictionary.UnknownId, recipe.Noise), TextWriter.Null);
        if (checkpoint is not null) trainer.Resume(checkpoint);
        try
        {
            trainer.Train(Calls(), checkpoint, stopAfter is null ? null : Stop);
        }
        catch (OperationCanceledException)
        {
            // The checkpoint of the epochs before is what is tried.
        }

        return trainer.Weights();

        void Stop()
        {
            if (stopAfter-- <= 0) throw new OperationCanceledException();
        }
    }

    /// <summary>Four calls and four scenes of drawn pieces, some of them labelled.</summary>
    private static PiecedCall[] Calls()
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, 8).Select(call => new PiecedCall($"x{call}", call % 2 == 1, true, [.. Enumerable.Range(0, 6).Select(turn => Turn(turn, random))]))];
    }

    private static (Side, LabelledPiece[]) Turn(int turn, Random random)
    {
        var topic = (sbyte)Outputs.TopicAt(CueKind.SoftNo, "digest");
        var pieces = Enumerable.Range(0, 3 + turn).Select(at => new LabelledPiece(4 + random.Next(60), (sbyte)(at == 1 ? (int)CueKind.SoftNo : -1), at == 1 ? topic : (sbyte)-1, at == 1, false, true));
        return (turn % 2 == 0 ? Side.Prospect : Side.Seller, [.. pieces]);
    }

    /// <summary>A base of one layer, drawn.</summary>
    private static Dictionary<string, FloatArray> Base()
    {
        const int width = ListenerNetwork.Width;
        var random = new Random(3);
        var basis = new Dictionary<string, FloatArray>(StringComparer.Ordinal);
        Draw("embeddings.word_embeddings.weight", Dictionary.Length, width);
        Draw("embeddings.position_embeddings.weight", HeardRow.Longest + 2, width);
        Draw("embeddings.token_type_embeddings.weight", 1, width);
        Norm("embeddings.LayerNorm");
        const string layer = "encoder.layer.0.";
        foreach (var part in new[] { "query", "key", "value" }) Matrix($"{layer}attention.self.{part}", width, width);
        Matrix($"{layer}attention.output.dense", width, width);
        Norm($"{layer}attention.output.LayerNorm");
        Matrix($"{layer}intermediate.dense", 4 * width, width);
        Matrix($"{layer}output.dense", width, 4 * width);
        Norm($"{layer}output.LayerNorm");
        return basis;

        void Matrix(string name, int outputs, int inputs)
        {
            Draw(name + ".weight", outputs, inputs);
            Draw(name + ".bias", outputs);
        }

        void Norm(string name)
        {
            basis[name + ".weight"] = new([width], [.. Enumerable.Repeat(1f, width)]);
            Draw(name + ".bias", width);
        }

        void Draw(string name, params long[] shape) =>
            basis[name] = new(shape, [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(_ => (float)(random.NextDouble() - 0.5) * 0.1f)]);
    }

    private static int[] Bits(FloatArray array) => MemoryMarshal.Cast<float, int>(array.Values).ToArray();
}
