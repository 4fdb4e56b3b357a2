using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using static TorchSharp.torch;

namespace SoftNo.Training.Network;

/// <summary>What the network should have said of a batch.</summary>
/// <param name="Kinds">Pieces × 13, 1 in the cue's kind.</param>
/// <param name="Allowed">Pieces × 13, 1 where the side can say the kind.</param>
/// <param name="Begins">Pieces, 1 where a cue begins.</param>
/// <param name="TopicPieces">Indices of the pieces that have a topic.</param>
/// <param name="Topics">Their topics.</param>
/// <param name="RowKinds">Rows × 13, 1 where a piece of the row is in a cue of the kind.</param>
/// <param name="RowAllowed">Rows × 13, 1 where the side can say the kind.</param>
internal sealed record Targets(
    Tensor Kinds, Tensor Allowed, Tensor Begins, Tensor TopicPieces, Tensor Topics, Tensor RowKinds, Tensor RowAllowed)
{
    private static readonly float[][] AllowedBySide =
        [.. Enum.GetValues<Side>().Select(side => CueKinds.All.Select(kind => Outputs.CanSay(side, kind) ? 1f : 0f).ToArray())];

    /// <summary>The targets of <paramref name="batch"/>; the tensors belong to the caller's dispose scope.</summary>
    public static Targets Of(Batch batch)
    {
        int kinds = Outputs.Kinds;
        int count = batch.Pieces.Count;
        var kind = new float[count * kinds];
        var allowed = new float[count * kinds];
        var begins = new float[count];
        int rows = batch.RowSides.Count;
        var rowKind = new float[rows * kinds];
        var rowAllowed = new float[rows * kinds];
        for (int row = 0; row < rows; row++)
        {
            AllowedBySide[(int)batch.RowSides[row]].CopyTo(rowAllowed, row * kinds);
        }

        var topicPieces = new List<long>();
        var topics = new List<long>();
        for (int i = 0; i < count; i++)
        {
            (Corpus.LabelledPiece piece, int row) = batch.Pieces[i];
            Side side = batch.RowSides[row];
            AllowedBySide[(int)side].CopyTo(allowed, i * kinds);
            begins[i] = piece.Begins ? 1 : 0;
            if (piece.Kind >= 0)
            {
                kind[i * kinds + piece.Kind] = 1;
                rowKind[row * kinds + piece.Kind] = 1;
            }

            if (piece.Topic >= 0)
            {
                topicPieces.Add(i);
                topics.Add(piece.Topic);
            }
        }

        return new Targets(
            tensor(kind).reshape(count, kinds),
            tensor(allowed).reshape(count, kinds),
            tensor(begins),
            tensor(topicPieces.ToArray()),
            tensor(topics.ToArray()),
            tensor(rowKind).reshape(rows, kinds),
            tensor(rowAllowed).reshape(rows, kinds));
    }
}
