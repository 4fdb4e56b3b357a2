using SoftNo.Cues.Listener;
using SoftNo.Evaluation;

namespace SoftNo.Training.Corpus;

/// <summary>The base's dictionary cut to what English calls need.</summary>
/// <param name="Kept">Ids in the base's dictionary, in the order of the new ids.</param>
/// <param name="Pieces">The pieces kept, in the same order.</param>
internal sealed record CutDictionary(IReadOnlyList<int> Kept, IReadOnlyList<string> Pieces)
{
    /// <summary>
    /// Keeps what the calls use, the single characters of Latin text (so that any word can still be spelt), and the first
    /// <paramref name="common"/> pieces, which the base's makers put in the order of their frequency.
    /// </summary>
    public static CutDictionary Of(IReadOnlyList<string> dictionary, IEnumerable<LabelledCall> calls, int common)
    {
        var whole = new WordPieces(dictionary);
        var used = calls.SelectMany(call => call.Call.Turns).SelectMany(turn => whole.Split(turn.Text)).Select(piece => piece.Id).ToHashSet();
        int[] kept = [.. Enumerable.Range(0, dictionary.Count).Where(id => used.Contains(id) || Keeps(dictionary[id], id, common))];
        return new CutDictionary(kept, [.. kept.Select(id => dictionary[id])]);
    }

    private static bool Keeps(string piece, int id, int common)
    {
        if (piece.StartsWith("[unused", StringComparison.Ordinal) || piece == "[MASK]")
        {
            return false;
        }

        string bare = piece.StartsWith("##", StringComparison.Ordinal) && piece.Length > 2 ? piece[2..] : piece;
        return piece is WordPieces.Opening or WordPieces.Closing or WordPieces.Filling or WordPieces.Unknown
            || (bare.All(c => c < 0x250 || c is '€' or '™' or '°') && (bare.Length == 1 || id < common));
    }
}
