using SoftNo.Calls;

namespace SoftNo.Cues.Listener;

/// <summary>Turns the scores of pieces into cues.</summary>
public static class CueDecoder
{
    /// <summary>
    /// The cues of one call, by turn and start. A cue runs where its kind's probability reaches the height somewhere and the
    /// edge all along, short gaps bridged; of cues that overlap the stronger stays.
    /// </summary>
    /// <param name="texts">The turns' texts.</param>
    /// <param name="pieces">The turns' pieces.</param>
    /// <param name="scores">The scores of all pieces, turn after turn.</param>
    /// <param name="thresholds">When scores become a cue.</param>
    public static IReadOnlyList<HeardCue> Decode(
        IReadOnlyList<string> texts, IReadOnlyList<IReadOnlyList<Piece>> pieces, PieceScores scores, CueThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(pieces);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(thresholds);
        var cues = new List<HeardCue>();
        int first = 0;
        for (int turn = 0; turn < pieces.Count; turn++)
        {
            foreach (Run run in RunsOf(first, pieces[turn].Count, scores, thresholds))
            {
                cues.Add(Cue(run, turn, texts[turn], pieces[turn], first, scores));
            }

            first += pieces[turn].Count;
        }

        return cues;
    }

    private static List<Run> RunsOf(int first, int count, PieceScores scores, CueThresholds thresholds)
    {
        var runs = new List<Run>();
        for (int kind = 0; kind < thresholds.Heights.Count; kind++)
        {
            AddRuns(runs, kind, first, count, scores, thresholds);
        }

        if (runs.Count < 2)
        {
            return runs;
        }

        var kept = new List<Run>();
        foreach (Run run in runs.OrderByDescending(run => run.Strength).ThenBy(run => run.Start).ThenBy(run => run.Kind))
        {
            if (!kept.Exists(other => run.Start < other.End && other.Start < run.End))
            {
                kept.Add(run);
            }
        }

        kept.Sort((a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }

    private static void AddRuns(List<Run> runs, int kind, int first, int count, PieceScores scores, CueThresholds thresholds)
    {
        int kinds = thresholds.Heights.Count;
        double height = thresholds.Heights[kind];
        double edge = height * thresholds.Edge;
        int start = -1;
        int last = -1;
        double peak = 0;
        for (int i = 0; i < count; i++)
        {
            double p = scores.Kinds[(first + i) * kinds + kind];
            if (p < edge)
            {
                continue;
            }

            bool cut = start >= 0 && (i - last - 1 > thresholds.Bridge || scores.Begins[first + i] >= thresholds.Split);
            if (cut)
            {
                AddRun(runs, kind, start, last + 1, peak, height);
            }

            if (start < 0 || cut)
            {
                start = i;
                peak = 0;
            }

            peak = Math.Max(peak, p);
            last = i;
        }

        AddRun(runs, kind, start, last + 1, peak, height);
    }

    private static void AddRun(List<Run> runs, int kind, int start, int end, double peak, double height)
    {
        if (start >= 0 && peak >= height)
        {
            runs.Add(new Run(kind, start, end, peak, peak / height));
        }
    }

    private static HeardCue Cue(Run run, int turn, string text, IReadOnlyList<Piece> pieces, int first, PieceScores scores)
    {
        CueKind kind = CueKinds.All[run.Kind];
        (string? topic, double probability) = TopicOf(kind, run, first, scores);
        TextSpan span = Words.Around(text, pieces[run.Start].Start, pieces[run.End - 1].End);
        return new HeardCue(kind, topic, turn, span, run.Peak, probability);
    }

    private static (string? Topic, double Probability) TopicOf(CueKind kind, Run run, int first, PieceScores scores)
    {
        (int firstTopic, int count) = Outputs.TopicsOf(kind);
        if (count == 0)
        {
            return (null, 1);
        }

        var sums = new double[count];
        for (int i = run.Start; i < run.End; i++)
        {
            for (int t = 0; t < count; t++)
            {
                sums[t] += scores.Topics[(first + i) * Outputs.Topics.Count + firstTopic + t];
            }
        }

        int best = Array.IndexOf(sums, sums.Max());
        return (Outputs.Topics[firstTopic + best].Topic, sums[best] / Math.Max(sums.Sum(), double.Epsilon));
    }

    private readonly record struct Run(int Kind, int Start, int End, double Peak, double Strength);
}
