using System.Diagnostics;
using System.Globalization;
using SoftNo.Cues.Listener;
using SoftNo.Training.Corpus;
using SoftNo.Training.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace SoftNo.Training.Learning;

/// <summary>Trains the network; keeps a checkpoint after each epoch and goes on from it.</summary>
internal sealed class Trainer(Recipe recipe, ListenerNetwork network, WordPieces dictionary, Noiser noiser, TextWriter progress)
{
    /// <summary>What the weights' names begin with in a checkpoint.</summary>
    public const string Weight = "weight.";

    private const string EpochName = "epoch";

    private readonly AdamW _optimiser = new([.. network.Weights
        .Where(w => w.Value.requires_grad)
        .Select(w => (w.Key, w.Value, RateOf(w.Key, recipe), w.Value.dim() > 1 ? recipe.WeightDecay : 0))], recipe.Average);

    private int _epoch;

    /// <summary>How many epochs a checkpoint has behind it.</summary>
    public static int EpochOf(string checkpoint) => (int)SafeTensors.Read(checkpoint)[EpochName].Values[0];

    /// <summary>Goes on after the epoch that <paramref name="checkpoint"/> was written at, where it exists. Word vectors stay the base's.</summary>
    public void Resume(string checkpoint)
    {
        if (!File.Exists(checkpoint))
        {
            return;
        }

        Dictionary<string, FloatArray> arrays = SafeTensors.Read(checkpoint);
        using (no_grad())
        {
            foreach ((string name, Tensor weight) in network.Weights.Where(w => w.Value.requires_grad))
            {
                weight.copy_(tensor(arrays[Weight + name].Values).reshape(weight.shape));
            }
        }

        _epoch = (int)arrays[EpochName].Values[0];
        _optimiser.Resume((int)arrays["steps"].Values[0], name => arrays[name].Values);
        progress.WriteLine($"going on after epoch {_epoch}");
    }

    /// <summary>Trains on the calls until the recipe's epochs are done, then leaves the network with the weights' running averages.</summary>
    /// <param name="calls">What to learn from.</param>
    /// <param name="checkpoint">Where the state is kept after each epoch; null keeps none.</param>
    /// <param name="afterEpoch">Called after each epoch, with the averages in the network; may be null.</param>
    public void Train(IReadOnlyList<PiecedCall> calls, string? checkpoint, Action? afterEpoch = null)
    {
        var clock = Stopwatch.StartNew();
        int begun = _epoch;
        for (; _epoch < recipe.Epochs; Save(checkpoint))
        {
            Epoch(calls, clock, begun);
            _epoch++;
            if (afterEpoch is not null)
            {
                _optimiser.Exchange();
                afterEpoch();
                _optimiser.Exchange();
            }
        }

        _optimiser.Exchange();
    }

    private void Epoch(IReadOnlyList<PiecedCall> calls, Stopwatch clock, int begun)
    {
        // Each epoch has its own seed, so that a training that goes on draws what an unbroken one would have drawn.
        int seed = recipe.Seed * 1000 + _epoch;
        var random = new Random(seed);
        manual_seed(seed);
        IReadOnlyList<PiecedCall[]> steps = Schedule.Steps(calls, recipe.ScenesPerStep, random);
        int total = steps.Count * recipe.Epochs;
        double sum = 0;
        for (int i = 0; i < steps.Count; i++)
        {
            sum += Step(steps[i], Schedule.Rate((_epoch + (i + 0.5) / steps.Count) / recipe.Epochs, recipe.Rates), random);
            if ((i + 1) % 40 == 0 || i + 1 == steps.Count)
            {
                int done = (_epoch - begun) * steps.Count + i + 1;
                TimeSpan left = clock.Elapsed / done * (total - (_epoch * steps.Count + i + 1));
                progress.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"epoch {_epoch + 1}/{recipe.Epochs}, step {i + 1}/{steps.Count}, loss {sum / (i + 1):0.0000}, {clock.Elapsed:hh\\:mm\\:ss} gone, {left:hh\\:mm\\:ss} left"));
                progress.Flush();
            }
        }
    }

    private double Step(PiecedCall[] calls, double rate, Random random)
    {
        using DisposeScope scope = NewDisposeScope();
        var batch = Batch.Of([.. calls.Select(call => noiser.Apply(call, random))], dictionary);
        (Tensor ofPieces, Tensor ofRows) = network.Forward(batch, training: true);
        Tensor loss = Loss.Of(ofPieces, ofRows, Targets.Of(batch), recipe);
        (calls[0].IsScene ? loss * recipe.SceneWeight : loss).backward();
        _optimiser.Step(rate, recipe.ClipNorm);
        return loss.item<float>();
    }

    /// <summary>The weights as they stand, by name.</summary>
    public Dictionary<string, FloatArray> Weights() => network.Weights.ToDictionary(
        w => w.Key, w => new FloatArray(w.Value.shape, Floats(w.Value)), StringComparer.Ordinal);

    private void Save(string? checkpoint)
    {
        if (checkpoint is null)
        {
            return;
        }

        Dictionary<string, FloatArray> arrays = Weights().ToDictionary(w => Weight + w.Key, w => w.Value, StringComparer.Ordinal);
        foreach ((string name, float[] values) in _optimiser.State())
        {
            arrays[name] = new FloatArray([values.Length], values);
        }

        arrays[EpochName] = new FloatArray([1], [_epoch]);
        arrays["steps"] = new FloatArray([1], [_optimiser.Steps]);
        SafeTensors.Write(checkpoint, arrays);
    }

    private static double RateOf(string name, Recipe recipe) =>
        name.StartsWith("layer.", StringComparison.Ordinal) || name.StartsWith("start.", StringComparison.Ordinal) || name == "positions"
            ? recipe.EncoderRate
            : recipe.HeadRate;

    private static float[] Floats(Tensor weight) =>
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(weight.detach().contiguous().bytes).ToArray();
}
