using SoftNo.Calls;

namespace SoftNo.Cues.Listener;

/// <summary>A call as the trained reader heard it, kept as long as its cues may have to be explained.</summary>
public sealed class HeardCall
{
    private readonly TrainedListener _listener;
    private readonly IReadOnlyList<(string Text, Side Side)> _turns;
    private readonly IReadOnlyList<Piece>[] _pieces;
    private readonly EncodedRows _rows;
    private readonly Side[] _sides;

    internal HeardCall(TrainedListener listener, IReadOnlyList<(string Text, Side Side)> turns)
    {
        _listener = listener;
        _turns = turns;
        _pieces = listener.Split(turns);
        _rows = listener.Encode(_pieces);
        _sides = [.. _rows.Rows.Select(row => turns[row.Turn].Side)];
        PieceScores scores = listener.Score(_rows.Vectors, _rows.Means, _sides, _rows.RowOfPiece());
        Cues = listener.Decode([.. turns.Select(turn => turn.Text)], _pieces, scores);
    }

    /// <summary>The cues, by turn and place.</summary>
    public IReadOnlyList<HeardCue> Cues { get; }

    /// <summary>
    /// The words of a cue's turn that moved it most, the strongest first: how much its probability falls when the word is
    /// hidden. Costs a reading of the turn for each of its words.
    /// </summary>
    /// <param name="cue">A cue of the call.</param>
    /// <param name="most">Most words.</param>
    public IReadOnlyList<MovedBy> MovedBy(HeardCue cue, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(cue);
        return Occlusion.Of(_listener, _rows, _sides, _pieces, _turns[cue.Turn].Text, cue, most);
    }
}
