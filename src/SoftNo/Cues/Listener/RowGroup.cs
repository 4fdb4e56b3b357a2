namespace SoftNo.Cues.Listener;

/// <summary>Rows of like length that the encoder reads at once.</summary>
internal sealed class RowGroup
{
    /// <summary>Most places in a group: more would not be faster and would hold more memory.</summary>
    private const int MostPlaces = 2048;

    private RowGroup(IReadOnlyList<int> rows, int length)
    {
        Rows = rows;
        Length = length;
        Ids = new long[rows.Count * length];
        Present = new float[rows.Count * length];
        Positions = [.. Enumerable.Range(0, length).Select(position => (long)position)];
    }

    /// <summary>Indices of the rows in their call.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Places in each row, opening, closing and filling pieces included.</summary>
    public int Length { get; }

    /// <summary>Dictionary ids, row after row.</summary>
    public long[] Ids { get; }

    /// <summary>1 where a place holds a piece, 0 where it is filling.</summary>
    public float[] Present { get; }

    /// <summary>0, 1, 2 … up to the length.</summary>
    public long[] Positions { get; }

    /// <summary>Cuts the rows of a call, sorted by length, into groups with little filling.</summary>
    public static IReadOnlyList<RowGroup> Of(IReadOnlyList<HeardRow> rows, IReadOnlyList<IReadOnlyList<Piece>> pieces, WordPieces dictionary)
    {
        int[] order = [.. Enumerable.Range(0, rows.Count).OrderBy(row => rows[row].Count)];
        var groups = new List<RowGroup>();
        int first = 0;
        while (first < order.Length)
        {
            int shortest = rows[order[first]].Count + 2;
            int longest = shortest + Math.Max(2, shortest / 8);
            int last = first;
            while (last + 1 < order.Length && rows[order[last + 1]].Count + 2 <= longest && (last + 2 - first) * longest <= MostPlaces)
            {
                last++;
            }

            var group = new RowGroup(order[first..(last + 1)], rows[order[last]].Count + 2);
            group.Fill(rows, pieces, dictionary);
            groups.Add(group);
            first = last + 1;
        }

        return groups;
    }

    private void Fill(IReadOnlyList<HeardRow> rows, IReadOnlyList<IReadOnlyList<Piece>> pieces, WordPieces dictionary)
    {
        Array.Fill(Ids, dictionary.FillingId);
        for (int i = 0; i < Rows.Count; i++)
        {
            HeardRow row = rows[Rows[i]];
            int at = i * Length;
            Ids[at] = dictionary.OpeningId;
            Ids[at + row.Count + 1] = dictionary.ClosingId;
            for (int piece = 0; piece < row.Count; piece++)
            {
                Ids[at + 1 + piece] = pieces[row.Turn][row.First + piece].Id;
            }

            Array.Fill(Present, 1, at, row.Count + 2);
        }
    }
}
