namespace SoftNo.Cues.Listener;

/// <summary>What the first stage makes of a call's rows, which depends on each row alone.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="FirstPiece">First piece of each row among all pieces, and after the last row their number.</param>
/// <param name="Vectors">Pieces × width.</param>
/// <param name="Means">Rows × row width.</param>
/// <param name="RowWidth">Width of what is known of a row.</param>
internal sealed record EncodedRows(IReadOnlyList<HeardRow> Rows, int[] FirstPiece, float[] Vectors, float[] Means, int RowWidth)
{
    /// <summary>Encodes rows, in groups of like length.</summary>
    public static EncodedRows Of(Graphs graphs, IReadOnlyList<HeardRow> rows, IReadOnlyList<IReadOnlyList<Piece>> pieces, WordPieces dictionary)
    {
        int[] first = new int[rows.Count + 1];
        for (int row = 0; row < rows.Count; row++)
        {
            first[row + 1] = first[row] + rows[row].Count;
        }

        var encoded = new EncodedRows(rows, first, new float[first[^1] * Graphs.Width], new float[rows.Count * graphs.RowWidth], graphs.RowWidth);
        foreach (RowGroup group in RowGroup.Of(rows, pieces, dictionary))
        {
            graphs.Encode(group, (ofPieces, ofRows) => encoded.Take(group, ofPieces, ofRows));
        }

        return encoded;
    }

    /// <summary>For each piece, its row.</summary>
    public long[] RowOfPiece()
    {
        var rowOfPiece = new long[FirstPiece[^1]];
        for (int row = 0; row < Rows.Count; row++)
        {
            rowOfPiece.AsSpan(FirstPiece[row], Rows[row].Count).Fill(row);
        }

        return rowOfPiece;
    }

    private void Take(RowGroup group, ReadOnlySpan<float> ofPieces, ReadOnlySpan<float> ofRows)
    {
        for (int i = 0; i < group.Rows.Count; i++)
        {
            int row = group.Rows[i];
            ofPieces.Slice((i * group.Length + 1) * Graphs.Width, Rows[row].Count * Graphs.Width).CopyTo(Vectors.AsSpan(FirstPiece[row] * Graphs.Width));
            ofRows.Slice(i * RowWidth, RowWidth).CopyTo(Means.AsSpan(row * RowWidth));
        }
    }
}
