using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Evaluation.HeldOut;

namespace SoftNo.Tests.Evaluation.HeldOut;

public class HeldOutScoresTests
{
    [Fact]
    public void What_is_kept_gives_the_scores_back_in_whole_percents()
    {
        var scores = Scores(7);
        Give(scores, CueKind.SoftNo, 3, 0.124f, 0.9f, 0.05f, 0.02f);
        Topic(scores, CueKind.SoftNo, "digest", 0.75f, 3, 4);
        Topic(scores, CueKind.SoftNo, "budget", 0.25f, 3, 4);
        scores.Begins[3] = 0.81f;
        scores.Begins[4] = 0.3f;

        var kept = HeldOutScores.Keep([2, 5], scores);

        var turn = Assert.Single(kept);
        var stretch = Assert.Single(turn.Stretches);
        Assert.Equal((1, 5, "soft-no", 1, "digest", 75), (turn.Turn, turn.Pieces, stretch.Kind, stretch.First, stretch.Topic, stretch.TopicPercent!.Value));
        Assert.Equal([12, 90], stretch.Percents);
        Assert.Equal([1, 81], turn.Begins);
        var back = HeldOutScores.Scores(new("x1-01", "", kept), [2, 5])!;
        Assert.Equal([0.12f, 0.9f, 0f], Enumerable.Range(3, 3).Select(piece => back.Kinds[(piece * Outputs.Kinds) + (int)CueKind.SoftNo]));
        Assert.Equal(0.75f, back.Topics[(4 * Outputs.Topics.Count) + Outputs.TopicAt(CueKind.SoftNo, "digest")]);
        Assert.Equal(0.81f, back.Begins[3]);
    }

    [Fact]
    public void A_short_gap_is_kept_inside_a_stretch_and_a_long_one_parts_two()
    {
        var scores = Scores(12);
        Give(scores, CueKind.Pain, 0, 0.5f, 0, 0, 0.5f, 0, 0, 0, 0.5f);

        var stretches = Assert.Single(HeldOutScores.Keep([12], scores)).Stretches;

        Assert.Equal([(0, 4), (7, 1)], stretches.Select(stretch => (stretch.First, stretch.Percents.Count)));
        Assert.All(stretches, stretch => Assert.Null(stretch.Topic));
    }

    [Fact]
    public void Another_number_of_pieces_is_another_text()
    {
        var scores = Scores(3);
        Give(scores, CueKind.Pain, 0, 0.5f);
        var reading = new HeldOutReading("x1-01", "", HeldOutScores.Keep([3], scores));
        Assert.Null(HeldOutScores.Scores(reading, [4]));
        Assert.Null(HeldOutScores.Scores(reading, []));
        Assert.NotNull(HeldOutScores.Scores(reading, [3]));
    }

    private static PieceScores Scores(int pieces) => new(new float[pieces * Outputs.Kinds], new float[pieces], new float[pieces * Outputs.Topics.Count]);

    private static void Give(PieceScores scores, CueKind kind, int first, params float[] values)
    {
        for (var at = 0; at < values.Length; at++) scores.Kinds[((first + at) * Outputs.Kinds) + (int)kind] = values[at];
    }

    private static void Topic(PieceScores scores, CueKind kind, string topic, float value, params int[] pieces)
    {
        foreach (var piece in pieces) scores.Topics[(piece * Outputs.Topics.Count) + Outputs.TopicAt(kind, topic)] = value;
    }
}
