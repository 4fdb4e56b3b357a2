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
    public IReadOnlyList<HeardCue> Hear(IReadOnlyList<(string Text, Side Side)> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        IReadOnlyList<Piece>[] pieces = Split(turns);
        IReadOnlyList<HeardRow> rows = HeardRow.Of(pieces.Select(turn => turn.Count));
        PieceScores scores = Score(rows, pieces, [.. rows.Select(row => turns[row.Turn].Side)]);
        return CueDecoder.Decode([.. turns.Select(turn => turn.Text)], pieces, scores, _thresholds);
    }

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

    private IReadOnlyList<Piece>[] Split(IReadOnlyList<(string Text, Side Side)> turns)
    {
        lock (_splitting)
        {
            return [.. turns.Select(turn => _dictionary.Split(turn.Text))];
        }
    }

    private PieceScores Score(IReadOnlyList<HeardRow> rows, IReadOnlyList<Piece>[] pieces, Side[] sides)
    {
        int[] firstPiece = new int[rows.Count + 1];
        for (int row = 0; row < rows.Count; row++)
        {
            firstPiece[row + 1] = firstPiece[row] + rows[row].Count;
        }

        var vectors = new float[firstPiece[^1] * Graphs.Width];
        var means = new float[rows.Count * Graphs.Width];
        var rowOfPiece = new long[firstPiece[^1]];
        for (int row = 0; row < rows.Count; row++)
        {
            rowOfPiece.AsSpan(firstPiece[row], rows[row].Count).Fill(row);
        }

        foreach (RowGroup group in RowGroup.Of(rows, pieces, _dictionary))
        {
            _graphs.Encode(group, (ofPieces, ofRows) =>
            {
                for (int i = 0; i < group.Rows.Count; i++)
                {
                    int row = group.Rows[i];
                    ofPieces.Slice((i * group.Length + 1) * Graphs.Width, rows[row].Count * Graphs.Width).CopyTo(vectors.AsSpan(firstPiece[row] * Graphs.Width));
                    ofRows.Slice(i * Graphs.Width, Graphs.Width).CopyTo(means.AsSpan(row * Graphs.Width));
                }
            });
        }

        return _graphs.Score(vectors, means, sides, rowOfPiece);
    }
}
