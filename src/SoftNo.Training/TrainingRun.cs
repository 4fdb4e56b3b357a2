using SoftNo.Cues.Listener;
using SoftNo.Evaluation;
using SoftNo.Evaluation.HeldOut;
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
internal sealed record TrainingFiles(string Base, string Corpus, string? Out, string Work);

/// <summary>One training: the corpus in, weights or held-out output out.</summary>
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

    /// <summary>Trains, or goes on with a training of the same recipe and authors that was broken off. On everything, it needs the checkpoint of the last recipe's fold.</summary>
    public Trained Train()
    {
        torch.set_num_threads(Threads);
        torch.manual_seed(recipe.Seed);
        Directory.CreateDirectory(files.Work);
        _cut = CutDictionary.Of(File.ReadAllLines(Path.Combine(files.Base, "vocab.txt")), _calls.Select(call => call.Call), recipe.CommonPieces);
        var dictionary = new WordPieces(_cut.Pieces);
        Recipe now = heldOut.Count == 0 ? recipe.OfLast() : recipe;
        _network = new ListenerNetwork(now, Start(_cut));
        PiecedCall[] taught = [.. Taught.Select(call => PiecedCall.Of(call.Call, dictionary))];
        output.WriteLine($"{taught.Length} calls and scenes, {taught.Sum(call => call.Length)} pieces, a dictionary of {dictionary.Count}");
        int[] fillers = [.. Fillers.Select(word => dictionary.Split(word)[0].Id)];
        var trainer = new Trainer(now, _network, dictionary, new Noiser(fillers, dictionary.UnknownId, recipe.Noise), output);
        string checkpoint = Checkpoint(heldOut);
        trainer.Resume(checkpoint);
        var trained = new Trained(trainer, dictionary);
        trainer.Train(taught, checkpoint, heldOut.Count == 0 ? null : () => WriteProgress(trained));
        return trained;
    }

    /// <summary>Whether the training that the last passes go on from is done.</summary>
    public bool HasStart => File.Exists(LastStart) && Trainer.EpochOf(LastStart) == recipe.Epochs;

    /// <summary>Writes the weights, with one height of a half for all kinds until they are fitted.</summary>
    public void Export(Trained trained)
    {
        var origin = new ListenerBase(BaseName, BaseOrigin, "Apache-2.0", ModelFolder.Hashed(BaseWeights, "").Sha256);
        HashedFile[] trainedOn = [.. Taught.Select(call => ModelFolder.Hashed(call.Path, $"corpus/{Path.GetRelativePath(files.Corpus, call.Path)}"))];
        ModelFolder.Write(files.Out!, trained.Trainer.Weights(), _cut!, recipe, origin, ThresholdSearch.ByName(ThresholdSearch.Plain), trainedOn);
        output.WriteLine($"weights written to {files.Out}");
    }

    /// <summary>Writes what the network says of the whole calls of the authors left out.</summary>
    /// <param name="trained">The training.</param>
    /// <param name="fold">Name of the fold.</param>
    public void WriteHeldOut(Trained trained, string fold)
    {
        string folder = Path.Combine(files.Corpus, Folds.OutputFolder);
        Directory.CreateDirectory(folder);
        HeldOutReading[] calls = [.. LeftOut.Select(call => new HeldOutReading(
            call.Call.Id,
            ModelFolder.Hashed(call.Path, "").Sha256,
            HeldOutScores.Keep([.. call.Call.Call.Turns.Select(turn => trained.Dictionary.Split(turn.Text).Count)], Scores(call.Call, trained))))];
        string path = Path.Combine(folder, $"{fold}.json");
        new HeldOutFold(fold, [.. heldOut.Order(StringComparer.Ordinal)], recipe.Hash(), recipe.Epochs, Taught.Count(), calls).Write(path);
        output.WriteLine($"{calls.Length} calls written to {path}");
    }

    /// <inheritdoc/>
    public void Dispose() => _network?.Dispose();

    private IEnumerable<(LabelledCall Call, string Path)> LeftOut => _calls.Where(call => heldOut.Contains(call.Call.Author) && call.Call.Whole is not null);

    private PieceScores Scores(LabelledCall call, Trained trained) => Reader.Read(_network!, PiecedCall.Of(call, trained.Dictionary), trained.Dictionary);

    private void WriteProgress(Trained trained) =>
        CountTable.WriteMeans(output, "held out", ThresholdSearch.Count([.. LeftOut.Select(call => HeldOutCall.Of(call.Call, Scores(call.Call, trained), trained.Dictionary))], ThresholdSearch.Plain));

    /// <summary>The base's weights; for a training on everything, those that the last recipe's fold has left, words aside: they are not trained.</summary>
    private Dictionary<string, FloatArray> Start(CutDictionary cut)
    {
        Dictionary<string, FloatArray> start = StartingWeights.From(SafeTensors.Read(BaseWeights), cut.Kept, recipe);
        if (heldOut.Count > 0)
        {
            return start;
        }

        Dictionary<string, FloatArray> left = SafeTensors.Read(LastStart);
        foreach ((string name, FloatArray average) in left.Where(array => array.Key.StartsWith(AdamW.Average, StringComparison.Ordinal)))
        {
            string weight = name[AdamW.Average.Length..];
            start[weight] = new FloatArray(left[Trainer.Weight + weight].Shape, average.Values);
        }

        return start;
    }

    private string LastStart => Checkpoint(Folds.Read(files.Corpus)[recipe.Last.Fold]);

    private string Checkpoint(IEnumerable<string> without) =>
        Path.Combine(files.Work, $"{recipe.Hash()[..12]}-{string.Join('-', without.Order(StringComparer.Ordinal))}.safetensors");

    private string BaseWeights => Path.Combine(files.Base, "model.safetensors");

    private IEnumerable<(LabelledCall Call, string Path)> Taught => _calls.Where(call => !heldOut.Contains(call.Call.Author));

    private static IEnumerable<(LabelledCall Call, string Path)> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.call").Order(StringComparer.Ordinal).Select(path =>
            (LabelledCall.Parse(path, File.ReadAllText(path)).Call ?? throw new FormatException($"{path} cannot be read."), path));
}

/// <summary>A training that is done.</summary>
internal sealed record Trained(Trainer Trainer, WordPieces Dictionary);
