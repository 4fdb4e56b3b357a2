using SoftNo.Calls;
using SoftNo.Cues.Listener;
using SoftNo.Training.Corpus;
using static TorchSharp.torch;

namespace SoftNo.Training.Network;

/// <summary>
/// Calls laid out for one step. Rows are sorted by length and cut into groups, so that few places are filling; all
/// groups lie one after the other in one array of places, so that the products are few and large.
/// </summary>
internal sealed class Batch
{
    private Batch(IReadOnlyList<PiecedCall> calls, WordPieces dictionary)
    {
        var rows = new List<(int Turn, int First, int Count, LabelledPiece[] Pieces, Side Side)>();
        foreach (PiecedCall call in calls)
        {
            int first = rows.Count;
            rows.AddRange(HeardRow.Of(call.Turns.Select(turn => turn.Pieces.Length))
                .Select(row => (row.Turn, row.First, row.Count, call.Turns[row.Turn].Pieces, call.Turns[row.Turn].Side)));
            CallRows.Add((first, rows.Count - first));
        }

        int[] order = [.. Enumerable.Range(0, rows.Count).OrderBy(i => rows[i].Count).ThenBy(i => i)];
        int[] lengths = [.. order.Select(i => rows[i].Count + 2)];
        Cut(lengths);
        int places = Groups[^1].Offset + Groups[^1].Rows * Groups[^1].Length;
        var ids = new long[places];
        Array.Fill(ids, dictionary.FillingId);
        var positions = new long[places];
        var present = new float[places];
        var rowStart = new int[rows.Count];
        int sorted = 0;
        foreach (Group group in Groups)
        {
            for (int r = 0; r < group.Rows; r++, sorted++)
            {
                int start = group.Offset + r * group.Length;
                (_, int first, int count, LabelledPiece[] pieces, _) = rows[order[sorted]];
                rowStart[order[sorted]] = start;
                ids[start] = dictionary.OpeningId;
                ids[start + count + 1] = dictionary.ClosingId;
                for (int p = 0; p < count; p++)
                {
                    ids[start + 1 + p] = pieces[first + p].Id;
                }

                for (int p = 0; p < group.Length; p++)
                {
                    positions[start + p] = p;
                    present[start + p] = p < count + 2 ? 1 : 0;
                }
            }
        }

        var places2 = new List<long>();
        var pieceRow = new List<long>();
        Pieces = [];
        for (int i = 0; i < rows.Count; i++)
        {
            for (int p = 0; p < rows[i].Count; p++)
            {
                places2.Add(rowStart[i] + 1 + p);
                pieceRow.Add(i);
                Pieces.Add((rows[i].Pieces[rows[i].First + p], i));
            }
        }

        var rank = new long[rows.Count];
        for (int s = 0; s < order.Length; s++)
        {
            rank[order[s]] = s;
        }

        Ids = tensor(ids);
        Positions = tensor(positions);
        Present = tensor(present);
        RowRank = tensor(rank);
        RowSides = [.. rows.Select(row => row.Side)];
        RowSide = tensor(RowSides.Select(side => (long)Outputs.Row(side)).ToArray());
        RowOpening = tensor(Array.ConvertAll(rowStart, start => (long)start));
        PiecePlace = tensor(places2.ToArray());
        PieceRow = tensor(pieceRow.ToArray());
    }

    /// <summary>Dictionary id of each place.</summary>
    public Tensor Ids { get; }

    /// <summary>Position of each place in its row.</summary>
    public Tensor Positions { get; }

    /// <summary>1 where a place holds a piece, 0 where it is filling.</summary>
    public Tensor Present { get; }

    /// <summary>For each row of the calls, its rank among the sorted rows.</summary>
    public Tensor RowRank { get; }

    /// <summary>Side of each row, as its row in the side embedding.</summary>
    public Tensor RowSide { get; }

    /// <summary>Side of each row.</summary>
    public IReadOnlyList<Side> RowSides { get; }

    /// <summary>Place of each row's opening piece.</summary>
    public Tensor RowOpening { get; }

    /// <summary>Place of each piece.</summary>
    public Tensor PiecePlace { get; }

    /// <summary>Row of each piece.</summary>
    public Tensor PieceRow { get; }

    /// <summary>The groups, in the order of their places.</summary>
    public List<Group> Groups { get; } = [];

    /// <summary>First row and number of rows of each call.</summary>
    public List<(int First, int Count)> CallRows { get; } = [];

    /// <summary>The pieces of all calls, in order, with their row.</summary>
    public List<(LabelledPiece Piece, int Row)> Pieces { get; }

    /// <summary>Lays out the calls; the tensors belong to the caller's dispose scope.</summary>
    public static Batch Of(IReadOnlyList<PiecedCall> calls, WordPieces dictionary) => new(calls, dictionary);

    private void Cut(int[] lengths)
    {
        int offset = 0;
        int first = 0;
        while (first < lengths.Length)
        {
            int longest = lengths[first] + Math.Max(2, lengths[first] / 6);
            int last = first;
            while (last + 1 < lengths.Length && lengths[last + 1] <= longest)
            {
                last++;
            }

            var group = new Group(offset, last - first + 1, lengths[last]);
            Groups.Add(group);
            offset += group.Rows * group.Length;
            first = last + 1;
        }
    }
}
