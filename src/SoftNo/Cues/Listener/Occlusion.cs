using SoftNo.Calls;

namespace SoftNo.Cues.Listener;

/// <summary>Finds the words that moved a cue: each word of its row is hidden in turn, and the fall of the probability is its weight.</summary>
internal static class Occlusion
{
    /// <summary>Below this fall a word moved nothing worth showing.</summary>
    private const double Least = 0.05;

    /// <summary>Words on each side of the cue that are tried: further ones hardly move it.</summary>
    private const int Around = 3;

    /// <summary>Most words tried for one cue.</summary>
    private const int Most = 16;

    /// <summary>
    /// Reads the row once for each of its words, with that word hidden, in the context the call gave it.
    /// </summary>
    /// <param name="listener">The reader.</param>
    /// <param name="call">The call as encoded.</param>
    /// <param name="sides">The rows' sides.</param>
    /// <param name="pieces">The turns' pieces.</param>
    /// <param name="text">The text of the cue's turn.</param>
    /// <param name="cue">The cue to explain.</param>
    /// <param name="most">Most words to return.</param>
    public static IReadOnlyList<MovedBy> Of(
        TrainedListener listener, EncodedRows call, Side[] sides, IReadOnlyList<IReadOnlyList<Piece>> pieces, string text, HeardCue cue, int most)
    {
        IReadOnlyList<Piece> turn = pieces[cue.Turn];
        int row = RowOf(call.Rows, turn, cue);
        List<(int First, int End)> words = Near(WordsOf(turn, call.Rows[row]), turn, cue.Span);
        IReadOnlyList<Piece>[] variants = [turn, .. words.Select(word => Hidden(turn, word, listener.UnknownId))];
        int count = call.Rows[row].Count;
        HeardRow[] rows = [.. Enumerable.Range(0, variants.Length).Select(variant => call.Rows[row] with { Turn = variant })];
        EncodedRows encoded = listener.Encode(rows, variants);
        long[] rowOfPiece = [.. Enumerable.Repeat((long)row, encoded.FirstPiece[^1])];
        PieceScores scores = listener.Score(encoded.Vectors, call.Means, sides, rowOfPiece);
        double whole = Peak(scores, 0, count, turn, call.Rows[row], cue);
        return [.. words
            .Select((word, i) => new MovedBy(
                Words.Around(text, turn[word.First].Start, turn[word.End - 1].End),
                Math.Clamp(whole - Peak(scores, (i + 1) * count, count, turn, call.Rows[row], cue), -1, 1)))
            .Where(moved => moved.Weight >= Least)
            .OrderByDescending(moved => moved.Weight)
            .Take(most)];
    }

    private static int RowOf(IReadOnlyList<HeardRow> rows, IReadOnlyList<Piece> turn, HeardCue cue)
    {
        int row = 0;
        while (rows[row].Turn < cue.Turn || turn[rows[row].First + rows[row].Count - 1].End <= cue.Span.Start)
        {
            row++;
        }

        return row;
    }

    private static List<(int First, int End)> WordsOf(IReadOnlyList<Piece> turn, HeardRow row)
    {
        var words = new List<(int, int)>();
        int first = row.First;
        for (int at = row.First + 1; at <= row.First + row.Count; at++)
        {
            if (at == row.First + row.Count || turn[at].Start != turn[at - 1].End)
            {
                words.Add((first, at));
                first = at;
            }
        }

        return words;
    }

    /// <summary>The words in and around the cue, the middle of a long one first to be left out.</summary>
    private static List<(int First, int End)> Near(List<(int First, int End)> words, IReadOnlyList<Piece> turn, TextSpan span)
    {
        List<(int First, int End)> near = [.. words.Where(word => Distance(turn, word, span, words) <= Around)];
        return near.Count <= Most ? near : [.. near[..(Most / 2)], .. near[^(Most / 2)..]];
    }

    /// <summary>Words between a word and the cue; 0 inside.</summary>
    private static int Distance(IReadOnlyList<Piece> turn, (int First, int End) word, TextSpan span, List<(int First, int End)> words)
    {
        if (turn[word.End - 1].End <= span.Start) return words.Count(other => other.First > word.First && turn[other.End - 1].End <= span.Start) + 1;
        return turn[word.First].Start >= span.End ? words.Count(other => other.First < word.First && turn[other.First].Start >= span.End) + 1 : 0;
    }

    private static Piece[] Hidden(IReadOnlyList<Piece> turn, (int First, int End) word, int unknown)
    {
        Piece[] hidden = [.. turn];
        for (int at = word.First; at < word.End; at++)
        {
            hidden[at] = hidden[at] with { Id = unknown };
        }

        return hidden;
    }

    private static double Peak(PieceScores scores, int first, int count, IReadOnlyList<Piece> turn, HeardRow row, HeardCue cue)
    {
        double peak = 0;
        for (int i = 0; i < count; i++)
        {
            Piece piece = turn[row.First + i];
            if (piece.Start < cue.Span.End && cue.Span.Start < piece.End)
            {
                peak = Math.Max(peak, scores.Kinds[(first + i) * Outputs.Kinds + (int)cue.Kind]);
            }
        }

        return peak;
    }
}
