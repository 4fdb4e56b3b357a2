using SoftNo.Calls;

namespace SoftNo.Cues.Listener;

/// <summary>
/// A call that is still being held: each turn is encoded once, and the last turns are heard again in the light of what
/// followed. Not safe for concurrent use.
/// </summary>
public sealed class OngoingCall
{
    /// <summary>Rows that the second stage looks back over: what was said longer ago hardly moves a turn.</summary>
    private const int Context = 64;

    /// <summary>Rows whose pieces are scored again when a turn is added.</summary>
    private const int Revisited = 8;

    private readonly TrainedListener _listener;
    private readonly List<Heard> _rows = [];
    private int _turns;

    internal OngoingCall(TrainedListener listener) => _listener = listener;

    /// <summary>
    /// Adds the next turn and returns the cues of the last few turns as they now stand, by turn and place. They replace
    /// what was returned for the same turns before; <paramref name="firstTurn"/> is the first of them.
    /// </summary>
    public IReadOnlyList<HeardCue> Add(string text, Side side, out int firstTurn)
    {
        ArgumentNullException.ThrowIfNull(text);
        Append(text, side);
        _turns++;
        int from = Math.Max(0, _rows.Count - Context);
        int heardAgain = Math.Max(from, _rows.Count - Revisited);
        // Never from the middle of a turn: its cues would be cut.
        while (heardAgain > from && _rows[heardAgain].Row.First > 0)
        {
            heardAgain--;
        }

        firstTurn = _rows[heardAgain].Row.Turn;
        return Hear(from, heardAgain, firstTurn);
    }

    private void Append(string text, Side side)
    {
        IReadOnlyList<Piece> pieces = _listener.Split([(text, side)])[0];
        EncodedRows encoded = _listener.Encode([pieces]);
        for (int i = 0; i < encoded.Rows.Count; i++)
        {
            _rows.Add(new Heard(
                encoded.Rows[i] with { Turn = _turns }, text, side, pieces,
                encoded.Vectors[(encoded.FirstPiece[i] * Graphs.Width)..(encoded.FirstPiece[i + 1] * Graphs.Width)],
                encoded.Means[(i * encoded.RowWidth)..((i + 1) * encoded.RowWidth)]));
        }
    }

    private List<HeardCue> Hear(int from, int heardAgain, int firstTurn)
    {
        List<Heard> context = _rows[from..];
        List<Heard> again = _rows[heardAgain..];
        long[] rowOfPiece = [.. again.SelectMany((row, i) => Enumerable.Repeat((long)(heardAgain - from + i), row.Row.Count))];
        PieceScores scores = _listener.Score(
            [.. again.SelectMany(row => row.Vectors)], [.. context.SelectMany(row => row.Mean)], [.. context.Select(row => row.Side)], rowOfPiece);
        Heard[] turns = [.. again.Where(row => row.Row.First == 0)];
        return [.. _listener.Decode([.. turns.Select(row => row.Text)], [.. turns.Select(row => row.Pieces)], scores)
            .Select(cue => cue with { Turn = cue.Turn + firstTurn })];
    }

    private sealed record Heard(HeardRow Row, string Text, Side Side, IReadOnlyList<Piece> Pieces, float[] Vectors, float[] Mean);
}
