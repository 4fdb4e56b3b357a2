using Microsoft.ML.OnnxRuntime;
using SoftNo.Calls;

namespace SoftNo.Cues.Listener;

/// <summary>The two trained graphs in ONNX Runtime. Safe for concurrent use.</summary>
internal sealed class Graphs : IDisposable
{
    /// <summary>The first stage: rows to the vectors of their pieces.</summary>
    public const string EncoderFile = "listener.onnx";

    /// <summary>The second stage: a call's rows and pieces to probabilities.</summary>
    public const string CallFile = "listener-call.onnx";

    /// <summary>Width of a piece's vector.</summary>
    public const int Width = 384;

    private static readonly string[] EncoderInputs = ["ids", "positions", "present"];
    private static readonly string[] EncoderOutputs = ["pieces", "means"];
    private static readonly string[] CallInputs = ["pieces", "means", "sides", "rowOfPiece"];
    private static readonly string[] CallOutputs = ["kinds", "begins", "topics"];

    private readonly InferenceSession _encoder;
    private readonly InferenceSession _call;
    private readonly RunOptions _run = new();

    /// <summary>Loads both graphs; the exceptions are ONNX Runtime's.</summary>
    public Graphs(string folder, int threads)
    {
        QuietRuntime.Start();
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            // Shapes change from group to group: a remembered pattern would only hold memory.
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        _encoder = new InferenceSession(Path.Combine(folder, EncoderFile), options);
        _call = new InferenceSession(Path.Combine(folder, CallFile), options);
        RowWidth = _encoder.OutputMetadata[EncoderOutputs[1]].Dimensions[^1];
    }

    /// <summary>Width of what the first stage makes of a row, as the weights have it.</summary>
    public int RowWidth { get; }

    /// <summary>Encodes one group; <paramref name="take"/> gets its piece vectors (rows × length × width) and means (rows × row width).</summary>
    public void Encode(RowGroup group, TakeEncoded take)
    {
        using OrtValue ids = OrtValue.CreateTensorValueFromMemory(group.Ids, [group.Rows.Count, group.Length]);
        using OrtValue positions = OrtValue.CreateTensorValueFromMemory(group.Positions, [group.Length]);
        using OrtValue present = OrtValue.CreateTensorValueFromMemory(group.Present, [group.Rows.Count, group.Length]);
        using IDisposableReadOnlyCollection<OrtValue> outputs = _encoder.Run(_run, EncoderInputs, [ids, positions, present], EncoderOutputs);
        take(outputs[0].GetTensorDataAsSpan<float>(), outputs[1].GetTensorDataAsSpan<float>());
    }

    /// <summary>Scores the pieces of a call; probabilities of kinds that a side cannot say are 0.</summary>
    public PieceScores Score(float[] pieces, float[] means, IReadOnlyList<Side> sides, long[] rowOfPiece)
    {
        if (rowOfPiece.Length == 0)
        {
            return new PieceScores([], [], []);
        }

        long[] rows = [.. sides.Select(side => (long)Outputs.Row(side))];
        using OrtValue pieceValues = OrtValue.CreateTensorValueFromMemory(pieces, [rowOfPiece.Length, Width]);
        using OrtValue meanValues = OrtValue.CreateTensorValueFromMemory(means, [sides.Count, RowWidth]);
        using OrtValue sideValues = OrtValue.CreateTensorValueFromMemory(rows, [sides.Count]);
        using OrtValue rowValues = OrtValue.CreateTensorValueFromMemory(rowOfPiece, [rowOfPiece.Length]);
        using IDisposableReadOnlyCollection<OrtValue> outputs = _call.Run(_run, CallInputs, [pieceValues, meanValues, sideValues, rowValues], CallOutputs);
        float[] kinds = outputs[0].GetTensorDataAsSpan<float>().ToArray();
        Silence(kinds, sides, rowOfPiece);
        return new PieceScores(kinds, outputs[1].GetTensorDataAsSpan<float>().ToArray(), outputs[2].GetTensorDataAsSpan<float>().ToArray());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _encoder.Dispose();
        _call.Dispose();
    }

    private static void Silence(float[] kinds, IReadOnlyList<Side> sides, long[] rowOfPiece)
    {
        for (int piece = 0; piece < rowOfPiece.Length; piece++)
        {
            Side side = sides[(int)rowOfPiece[piece]];
            for (int kind = 0; kind < Outputs.Kinds; kind++)
            {
                if (!Outputs.CanSay(side, CueKinds.All[kind]))
                {
                    kinds[piece * Outputs.Kinds + kind] = 0;
                }
            }
        }
    }
}

/// <summary>Takes what the encoder made of a group, while its memory lasts.</summary>
internal delegate void TakeEncoded(ReadOnlySpan<float> pieces, ReadOnlySpan<float> means);
