using SoftNo.Cues;
using SoftNo.Cues.Listener;

namespace SoftNo.Evaluation.HeldOut;

/// <summary>From a network's scores to what is kept of them, and back.</summary>
public static class HeldOutScores
{
    /// <summary>Most pieces below the floor inside a stretch.</summary>
    private const int Gap = 2;

    /// <summary>What is kept of the scores of a call.</summary>
    /// <param name="pieces">Number of pieces of each turn.</param>
    /// <param name="scores">The scores of all pieces, turn after turn.</param>
    public static IReadOnlyList<HeldOutTurn> Keep(IReadOnlyList<int> pieces, PieceScores scores)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        ArgumentNullException.ThrowIfNull(scores);
        var kept = new List<HeldOutTurn>();
        var first = 0;
        for (var turn = 0; turn < pieces.Count; first += pieces[turn++])
        {
            List<HeldOutStretch> stretches = [.. CueKinds.All.SelectMany(kind => Stretches(kind, first, pieces[turn], scores))];
            if (stretches.Count > 0) kept.Add(new(turn, pieces[turn], stretches, Begins(first, pieces[turn], scores)));
        }

        return kept;
    }

    /// <summary>The cues of a call by some thresholds; null where the text or the dictionary is not what was read.</summary>
    /// <param name="reading">What was kept.</param>
    /// <param name="call">The labelled call.</param>
    /// <param name="dictionary">The dictionary of the weights.</param>
    /// <param name="thresholds">When scores become a cue.</param>
    public static IReadOnlyList<HeardCue>? Cues(HeldOutReading reading, LabelledCall call, WordPieces dictionary, CueThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(dictionary);
        IReadOnlyList<Piece>[] pieces = [.. call.Call.Turns.Select(turn => dictionary.Split(turn.Text))];
        return Scores(reading, [.. pieces.Select(turn => turn.Count)]) is { } scores
            ? CueDecoder.Decode([.. call.Call.Turns.Select(turn => turn.Text)], pieces, scores, thresholds)
            : null;
    }

    /// <summary>The scores as far as they were kept; null where the turns have other numbers of pieces.</summary>
    public static PieceScores? Scores(HeldOutReading reading, IReadOnlyList<int> pieces)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(pieces);
        var starts = new int[pieces.Count + 1];
        for (var turn = 0; turn < pieces.Count; turn++) starts[turn + 1] = starts[turn] + pieces[turn];
        var scores = new PieceScores(new float[starts[^1] * Outputs.Kinds], new float[starts[^1]], new float[starts[^1] * Outputs.Topics.Count]);
        foreach (var turn in reading.Turns)
        {
            if (turn.Turn >= pieces.Count || pieces[turn.Turn] != turn.Pieces) return null;
            foreach (var stretch in turn.Stretches) Put(stretch, starts[turn.Turn], scores);
            for (var at = 0; at < turn.Begins.Count; at += 2) scores.Begins[starts[turn.Turn] + turn.Begins[at]] = turn.Begins[at + 1] / 100f;
        }

        return scores;
    }

    private static void Put(HeldOutStretch stretch, int first, PieceScores scores)
    {
        var kind = CueKinds.Parse(stretch.Kind) ?? throw new FormatException($"{stretch.Kind} is no kind.");
        var topic = Outputs.TopicAt(kind, stretch.Topic);
        for (var at = 0; at < stretch.Percents.Count; at++)
        {
            var piece = first + stretch.First + at;
            scores.Kinds[(piece * Outputs.Kinds) + (int)kind] = stretch.Percents[at] / 100f;
            if (topic >= 0) scores.Topics[(piece * Outputs.Topics.Count) + topic] = (stretch.TopicPercent ?? 100) / 100f;
        }
    }

    private static IEnumerable<HeldOutStretch> Stretches(CueKind kind, int first, int count, PieceScores scores)
    {
        var percents = Enumerable.Range(0, count).Select(at => (int)Math.Round(100 * scores.Kinds[((first + at) * Outputs.Kinds) + (int)kind])).ToList();
        var start = -1;
        var last = -1;
        for (var at = 0; at <= count; at++)
        {
            var heard = at < count && percents[at] >= HeldOutFold.Floor;
            if (start >= 0 && (at == count || (heard && at - last > Gap + 1)))
            {
                yield return Stretch(kind, first, start, percents[start..(last + 1)], scores);
                start = -1;
            }

            if (!heard) continue;
            if (start < 0) start = at;
            last = at;
        }
    }

    private static HeldOutStretch Stretch(CueKind kind, int first, int start, IReadOnlyList<int> percents, PieceScores scores)
    {
        var (topic, count) = Outputs.TopicsOf(kind);
        if (count == 0) return new(kind.Name(), start, percents);
        var sums = Enumerable.Range(topic, count)
            .Select(one => Enumerable.Range(first + start, percents.Count).Sum(piece => (double)scores.Topics[(piece * Outputs.Topics.Count) + one])).ToList();
        var best = sums.IndexOf(sums.Max());
        return new(kind.Name(), start, percents, Outputs.Topics[topic + best].Topic, (int)Math.Round(100 * sums[best] / Math.Max(sums.Sum(), double.Epsilon)));
    }

    private static List<int> Begins(int first, int count, PieceScores scores) =>
        [.. Enumerable.Range(0, count).Select(at => (at, Percent: (int)Math.Round(100 * scores.Begins[first + at]))).Where(one => one.Percent >= 50).SelectMany(one => new[] { one.at, one.Percent })];
}
