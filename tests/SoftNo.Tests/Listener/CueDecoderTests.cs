using SoftNo.Cues;
using SoftNo.Cues.Listener;

namespace SoftNo.Tests.Listener;

public class CueDecoderTests
{
    private const string Text = "Sure, send me something and we will talk.";

    private static readonly string[] Words = ["Sure", ",", "send", "me", "something", "and", "we", "will", "talk", "."];

    [Fact]
    public void A_cue_runs_where_the_edge_holds_and_the_height_is_reached()
    {
        var cue = Assert.Single(Decode(SoftNo(0, 0, .3f, .6f, .9f, .2f, 0, 0, 0, 0)));
        Assert.Equal("send me something", cue.Span.Of(Text));
        Assert.Equal((CueKind.SoftNo, 0.9), (cue.Kind, Math.Round(cue.Probability, 6)));
    }

    [Fact]
    public void Below_the_height_nothing_is_heard() => Assert.Empty(Decode(SoftNo(0, 0, .4f, .4f, .49f, .4f, 0, 0, 0, 0)));

    [Fact]
    public void A_gap_no_longer_than_the_bridge_is_bridged()
    {
        var cue = Assert.Single(Decode(SoftNo(0, 0, .9f, .9f, 0, 0, .9f, .9f, .9f, 0)));
        Assert.Equal("send me something and we will talk", cue.Span.Of(Text));
    }

    [Fact]
    public void A_longer_gap_makes_two_cues()
    {
        var cues = Decode(SoftNo(.9f, 0, 0, 0, .9f, 0, 0, 0, .9f, 0));
        Assert.Equal(["Sure", "something", "talk"], cues.Select(cue => cue.Span.Of(Text)));
    }

    [Fact]
    public void A_piece_that_begins_a_cue_cuts_the_run()
    {
        var cues = Decode(SoftNo(.9f, .9f, .9f, .9f, .9f, 0, 0, 0, 0, 0), begins: 2);
        Assert.Equal(["Sure", "send me something"], cues.Select(cue => cue.Span.Of(Text)));
    }

    [Fact]
    public void Of_overlapping_kinds_the_stronger_stays()
    {
        var scores = SoftNo(0, 0, .7f, .7f, .7f, 0, 0, 0, 0, 0);
        scores.Kinds[4 * Outputs.Kinds + (int)CueKind.Refusal] = .8f;
        var cue = Assert.Single(Decode(scores));
        Assert.Equal((CueKind.Refusal, "something"), (cue.Kind, cue.Span.Of(Text)));
    }

    [Fact]
    public void The_topic_is_the_likeliest_of_the_kinds_own()
    {
        var scores = SoftNo(0, 0, .9f, .9f, .9f, 0, 0, 0, 0, 0);
        for (var piece = 2; piece < 5; piece++)
        {
            scores.Topics[piece * Outputs.Topics.Count + Outputs.TopicAt(CueKind.SoftNo, "send-info")] = .3f;
            scores.Topics[piece * Outputs.Topics.Count + Outputs.TopicAt(CueKind.SoftNo, "timing")] = .1f;
            scores.Topics[piece * Outputs.Topics.Count + Outputs.TopicAt(CueKind.HardQuestion, "pricing")] = .6f;
        }

        var cue = Assert.Single(Decode(scores));
        Assert.Equal(("send-info", 0.75), (cue.Topic, Math.Round(cue.TopicProbability, 6)));
    }

    private static PieceScores SoftNo(params float[] probabilities)
    {
        var kinds = new float[Words.Length * Outputs.Kinds];
        for (var piece = 0; piece < probabilities.Length; piece++) kinds[piece * Outputs.Kinds + (int)CueKind.SoftNo] = probabilities[piece];
        return new(kinds, new float[Words.Length], new float[Words.Length * Outputs.Topics.Count]);
    }

    private static IReadOnlyList<HeardCue> Decode(PieceScores scores, int begins = -1)
    {
        if (begins >= 0) scores.Begins[begins] = 1;
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var word in Words)
        {
            at = Text.IndexOf(word, at, StringComparison.Ordinal);
            pieces.Add(new(0, at, at + word.Length));
            at += word.Length;
        }

        return CueDecoder.Decode([Text], [pieces], scores, new([.. CueKinds.All.Select(_ => 0.5)], 0.5, 2, 0.8));
    }
}
