using SoftNo.Cues.Listener;
using SoftNo.Evaluation;
using SoftNo.Training.Corpus;
using SoftNo.Training.Export;
using SoftNo.Training.Learning;
using SoftNo.Training.Measuring;
using SoftNo.Training.Network;
using TorchSharp;

namespace SoftNo.Training;

/// <summary>Where a training finds its files and leaves its own.</summary>
/// <param name="Base">Folder of the base's model.safetensors and vocab.txt.</param>
/// <param name="Corpus">Folder of train and scenes; dev is never read.</param>
/// <param name="Out">Folder of the finished weights; null where none are to be written.</param>
/// <param name="Work">Folder of the checkpoint.</param>
/// <param name="Thresholds">File of the thresholds and what they rest on.</param>
internal sealed record TrainingFiles(string Base, string Corpus, string? Out, string Work, string Thresholds);

/// <summary>One training: the corpus in, weights or held-out figures out.</summary>
internal sealed class TrainingRun(Recipe recipe, TrainingFiles files, IReadOnlySet<string> heldOut, TextWriter output) : IDisposable
{
    private const string BaseName = "all-MiniLM-L6-v2";
    private const string BaseOrigin = "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2";
    private const int Threads = 2;

    private static readonly string[] Fillers = ["um", "uh", "like", "so", "well", "okay", "yeah"];
    private static readonly string[] Folders = ["train", "scenes"];

    private readonly (LabelledCall Call, string Path)[] _calls = [.. Folders.SelectMany(folder => Read(Path.Combine(files.Corpus, folder)))];
    private CutDictionary? _cut;
    private ListenerNetwork? _network;

    /// <summary>Trains, or goes on with a training of the same recipe and authors that was broken off.</summary>
    public Trained Train()
    {
        torch.set_num_threads(Threads);
        torch.manual_seed(recipe.Seed);
        Directory.CreateDirectory(files.Work);
        _cut = CutDictionary.Of(File.ReadAllLines(Path.Combine(files.Base, "vocab.txt")), _calls.Select(call => call.Call), recipe.CommonPieces);
        var dictionary = new WordPieces(_cut.Pieces);
        _network = new ListenerNetwork(recipe, StartingWeights.From(SafeTensors.Read(BaseWeights), _cut.Kept, recipe));
        PiecedCall[] taught = [.. Taught.Select(call => PiecedCall.Of(call.Call, dictionary))];
        output.WriteLine($"{taught.Length} calls and scenes, {taught.Sum(call => call.Length)} pieces, a dictionary of {dictionary.Count}");
        int[] fillers = [.. Fillers.Select(word => dictionary.Split(word)[0].Id)];
        var trainer = new Trainer(recipe, _network, dictionary, new Noiser(fillers, dictionary.UnknownId, recipe.Noise), output);
        string checkpoint = Path.Combine(files.Work, $"{recipe.Hash()[..12]}-{string.Join('-', heldOut.Order(StringComparer.Ordinal))}.safetensors");
        trainer.Resume(checkpoint);
        trainer.Train(taught, checkpoint);
        return new Trained(trainer, dictionary);
    }

    /// <summary>Writes the weights with the thresholds of the held-out figures.</summary>
    public void Export(Trained trained)
    {
        var origin = new ListenerBase(BaseName, BaseOrigin, "Apache-2.0", ModelFolder.Hashed(BaseWeights, "").Sha256);
        HashedFile[] trainedOn = [.. Taught.Select(call => ModelFolder.Hashed(call.Path, $"corpus/{Path.GetRelativePath(files.Corpus, call.Path)}"))];
        ModelFolder.Write(files.Out!, trained.Trainer.Weights(), _cut!, recipe, origin, HeldOutFigures.Read(files.Thresholds).Thresholds, trainedOn);
        output.WriteLine($"weights written to {files.Out}");
    }

    /// <summary>Chooses thresholds on the whole calls of the authors held out, and writes them with their figures.</summary>
    public void FitThresholds(Trained trained)
    {
        HeldOutCall[] calls = [.. _calls.Where(call => heldOut.Contains(call.Call.Author) && call.Call.Whole is not null).Select(call => new HeldOutCall(
            call.Call,
            [.. call.Call.Call.Turns.Select(turn => trained.Dictionary.Split(turn.Text))],
            Reader.Read(_network!, PiecedCall.Of(call.Call, trained.Dictionary), trained.Dictionary)))];
        CueThresholds best = ThresholdSearch.Best(calls);
        Counts plain = ThresholdSearch.Count(calls, HeldOutFigures.Plain);
        Counts chosen = ThresholdSearch.Count(calls, best);
        CountTable.Write(output, plain);
        CountTable.Write(output, chosen);
        new HeldOutFigures(
            [.. heldOut.Order(StringComparer.Ordinal)], calls.Length, recipe.Hash(),
            Math.Round(Measures.CueMacroF1(plain) ?? 0, 4), Math.Round(Measures.CueMacroF1(chosen) ?? 0, 4), HeldOutFigures.ByName(best)).Write(files.Thresholds);
        output.WriteLine($"thresholds written to {files.Thresholds}");
    }

    /// <inheritdoc/>
    public void Dispose() => _network?.Dispose();

    private string BaseWeights => Path.Combine(files.Base, "model.safetensors");

    private IEnumerable<(LabelledCall Call, string Path)> Taught => _calls.Where(call => !heldOut.Contains(call.Call.Author));

    private static IEnumerable<(LabelledCall Call, string Path)> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.call").Order(StringComparer.Ordinal).Select(path =>
            (LabelledCall.Parse(path, File.ReadAllText(path)).Call ?? throw new FormatException($"{path} cannot be read."), path));
}

/// <summary>A training that is done.</summary>
internal sealed record Trained(Trainer Trainer, WordPieces Dictionary);
