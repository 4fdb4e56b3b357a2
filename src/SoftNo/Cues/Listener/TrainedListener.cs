using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using SoftNo.Calls;

namespace SoftNo.Cues.Listener;

/// <summary>
/// The trained reader: hears cues in the context of their call, with a probability each. Runs in this process, opens no
/// connection. Safe for concurrent use.
/// </summary>
public sealed class TrainedListener : IDisposable
{
    /// <summary>Name of the dictionary in the models' folder: one piece a line.</summary>
    public const string DictionaryFile = "vocab.txt";

    private static readonly string[] Files = [ListenerCard.FileName, DictionaryFile, Graphs.EncoderFile, Graphs.CallFile];

    private readonly Graphs _graphs;
    private readonly WordPieces _dictionary;
    private readonly CueThresholds _thresholds;
    private readonly Lock _splitting = new();

    private TrainedListener(Graphs graphs, WordPieces dictionary, ListenerCard card)
    {
        _graphs = graphs;
        _dictionary = dictionary;
        _thresholds = card.Thresholds.InOrder();
        Card = card;
    }

    /// <summary>What the weights are and what they were made from.</summary>
    public ListenerCard Card { get; }

    /// <summary>Short name of the weights.</summary>
    public string Model => Card.Id;

    /// <summary>The probability that a cue of a kind must reach, 0 to 1.</summary>
    public double HeightOf(CueKind kind) => _thresholds.Heights[(int)kind];

    /// <summary>
    /// Loads the weights of a folder. Where a file or ONNX Runtime's native library is missing or cannot be used, returns
    /// null and says why: phrases then read alone.
    /// </summary>
    /// <param name="modelsFolder">Folder of listener.json and what it names.</param>
    /// <param name="whyAbsent">Why there is no Listener; null where there is one.</param>
    public static TrainedListener? TryLoad(string modelsFolder, out string? whyAbsent)
    {
        ArgumentNullException.ThrowIfNull(modelsFolder);
        whyAbsent = Files.Where(file => !File.Exists(Path.Combine(modelsFolder, file)))
            .Select(file => $"{Path.Combine(modelsFolder, file)} is missing")
            .FirstOrDefault();
        if (whyAbsent is not null)
        {
            return null;
        }

        try
        {
            return Load(modelsFolder, out whyAbsent);
        }
        catch (Exception trouble) when (IsOfTheMachine(trouble))
        {
            whyAbsent = $"ONNX Runtime does not run here: {(trouble.InnerException ?? trouble).Message}";
        }
        catch (Exception trouble) when (trouble is OnnxRuntimeException or IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            whyAbsent = $"the weights in {modelsFolder} cannot be read: {trouble.Message}";
        }

        return null;
    }

    /// <summary>The cues of a call, by turn and place.</summary>
    /// <param name="turns">The turns in order; a side that is not known may say cues of either.</param>
    public IReadOnlyList<HeardCue> Hear(IReadOnlyList<(string Text, Side Side)> turns) => Listen(turns).Cues;

    /// <summary>The call as heard, which can also explain its cues.</summary>
    /// <param name="turns">The turns in order; a side that is not known may say cues of either.</param>
    public HeardCall Listen(IReadOnlyList<(string Text, Side Side)> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        return new HeardCall(this, turns);
    }

    /// <summary>Begins a call that is still being held.</summary>
    public OngoingCall Begin() => new(this);

    /// <inheritdoc/>
    public void Dispose() => _graphs.Dispose();

    private static TrainedListener? Load(string folder, out string? whyAbsent)
    {
        var card = ListenerCard.Read(Path.Combine(folder, ListenerCard.FileName));
        whyAbsent = card.Mismatch() is { } mismatch ? $"the weights in {folder} are for another version: {mismatch}" : null;
        if (whyAbsent is not null)
        {
            return null;
        }

        var dictionary = new WordPieces(File.ReadAllLines(Path.Combine(folder, DictionaryFile)));
        return new TrainedListener(new Graphs(folder, Environment.ProcessorCount), dictionary, card);
    }

    private static bool IsOfTheMachine(Exception trouble) => trouble switch
    {
        DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or PlatformNotSupportedException => true,
        TypeInitializationException { InnerException: { } inner } => IsOfTheMachine(inner),
        _ => false,
    };

    /// <summary>The pieces of each turn.</summary>
    internal IReadOnlyList<Piece>[] Split(IReadOnlyList<(string Text, Side Side)> turns)
    {
        lock (_splitting)
        {
            return [.. turns.Select(turn => _dictionary.Split(turn.Text))];
        }
    }

    /// <summary>The first stage over turns.</summary>
    internal EncodedRows Encode(IReadOnlyList<IReadOnlyList<Piece>> pieces) => Encode(HeardRow.Of(pieces.Select(turn => turn.Count)), pieces);

    /// <summary>The first stage over some rows of turns.</summary>
    internal EncodedRows Encode(IReadOnlyList<HeardRow> rows, IReadOnlyList<IReadOnlyList<Piece>> pieces) =>
        EncodedRows.Of(_graphs, rows, pieces, _dictionary);

    /// <summary>The second stage: rows in order, and the pieces to score.</summary>
    internal PieceScores Score(float[] vectors, float[] means, Side[] sides, long[] rowOfPiece) => _graphs.Score(vectors, means, sides, rowOfPiece);

    /// <summary>Scores to cues, with the thresholds of the card.</summary>
    internal IReadOnlyList<HeardCue> Decode(IReadOnlyList<string> texts, IReadOnlyList<IReadOnlyList<Piece>> pieces, PieceScores scores) =>
        CueDecoder.Decode(texts, pieces, scores, _thresholds);

    /// <summary>Id of the piece that stands for a hidden word.</summary>
    internal int UnknownId => _dictionary.UnknownId;
}
