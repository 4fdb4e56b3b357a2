using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues;

public class HeardMergerTests
{
    private const string Text = "We'll circle back, and let us digest it.";

    private static readonly Lexicon Shipped = Lexicon.Load(Lexicon.DefaultFolder).Lexicon!;

    private static readonly Call Said = SpokenCall.Of("P: " + Text);

    [Fact]
    public void Where_both_agree_on_the_words_the_topic_is_the_phrases_unless_the_trained_reader_is_sure()
    {
        var cue = Assert.Single(Merge([Phrase("circle-back", 0, 17)], [Heard("digest", 6, 17)]));

        Assert.Equal("circle-back", cue.Topic);
        Assert.Equal(0.8, cue.Probability);
        Assert.Equal("digest", Assert.Single(Merge([Phrase("circle-back", 0, 17)], [Heard("digest", 6, 17) with { TopicProbability = 0.85 }])).Topic);
    }

    [Fact]
    public void Of_two_phrases_the_one_that_shares_most_with_what_was_heard_is_meant()
    {
        var merged = Merge([Phrase("circle-back", 0, 20), Phrase("digest", 22, 39)], [Heard("someday", 18, 39)]);

        Assert.Equal("digest", Assert.Single(merged).Topic);
    }

    [Fact]
    public void A_phrase_that_is_not_heard_goes_unless_the_coach_is_sure_of_it()
    {
        Assert.Empty(Merge([Phrase("digest", 22, 39)], []));
        Assert.Single(Merge([Phrase("digest", 22, 39) with { Strength = 0.95 }], []));
    }

    private static List<FoundCue> Merge(FoundCue[] found, HeardCue[] heard) => new HeardMerger(Shipped).Merge(Said, found, heard, null);

    private static HeardCue Heard(string topic, int start, int end) => new(CueKind.SoftNo, topic, 0, new(start, end), 0.8, 0.7);

    private static FoundCue Phrase(string topic, int start, int end) => new()
    {
        Kind = CueKind.SoftNo,
        Topic = topic,
        Parts = [new CuePart(0, new(start, end), Text[start..end])],
        Speaker = 0,
        Side = Side.Prospect,
        Strength = 0.7,
        FoundBy = FoundBy.Phrase,
    };
}
