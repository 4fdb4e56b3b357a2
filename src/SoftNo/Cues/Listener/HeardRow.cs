namespace SoftNo.Cues.Listener;

/// <summary>What the encoder reads at once: a turn, or a part of one that is longer than a row.</summary>
/// <param name="Turn">Index of the turn in the call.</param>
/// <param name="First">First piece of the row among the turn's pieces.</param>
/// <param name="Count">Number of pieces, 0 to <see cref="Longest"/>.</param>
public readonly record struct HeardRow(int Turn, int First, int Count)
{
    /// <summary>Most pieces in a row, without the opening and closing ones.</summary>
    public const int Longest = 120;

    /// <summary>The rows of a call, given the number of pieces of each of its turns. A turn without pieces has one empty row.</summary>
    public static IReadOnlyList<HeardRow> Of(IEnumerable<int> pieceCounts)
    {
        ArgumentNullException.ThrowIfNull(pieceCounts);
        var rows = new List<HeardRow>();
        int turn = 0;
        foreach (int count in pieceCounts)
        {
            int first = 0;
            do
            {
                int length = Math.Min(Longest, count - first);
                rows.Add(new HeardRow(turn, first, length));
                first += length;
            }
            while (first < count);
            turn++;
        }

        return rows;
    }
}
