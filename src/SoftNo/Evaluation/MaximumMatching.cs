namespace SoftNo.Evaluation;

/// <summary>
/// A maximum one-to-one matching between labels and found cues, by augmenting paths. A greedy one, which takes each
/// label's first cue, would undercount where a long cue overlaps two labels.
/// </summary>
public static class MaximumMatching
{
    /// <summary>Matches as many as can be.</summary>
    /// <param name="edges">For each on the left, those on the right it may be matched with, the preferred first.</param>
    /// <param name="right">How many are on the right.</param>
    /// <returns>For each on the left, its match on the right, or −1.</returns>
    public static int[] Match(IReadOnlyList<IReadOnlyList<int>> edges, int right)
    {
        var ofLeft = Enumerable.Repeat(-1, edges.Count).ToArray();
        var ofRight = Enumerable.Repeat(-1, right).ToArray();
        var seen = new bool[right];
        for (var left = 0; left < edges.Count; left++)
        {
            Array.Clear(seen);
            Augment(left);
        }

        return ofLeft;

        bool Augment(int left)
        {
            foreach (var other in edges[left])
            {
                if (seen[other]) continue;
                seen[other] = true;
                if (ofRight[other] >= 0 && !Augment(ofRight[other])) continue;
                ofLeft[left] = other;
                ofRight[other] = left;
                return true;
            }

            return false;
        }
    }
}
