using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Tests.Cues;

public class CueReaderTests
{
    [Fact]
    public void A_phrase_split_over_turns_is_one_cue_with_its_parts()
    {
        var cue = Assert.Single(SpokenCall.Cues("P: okay so we will get", "P: back to you"));

        Assert.Equal(["we will get", "back to you"], cue.Parts.Select(part => part.Quote));
        Assert.Equal((0, "we will get"), (cue.Turn, cue.Quote));
    }

    [Fact]
    public void A_seller_does_not_give_soft_noes() => Assert.DoesNotContain(SpokenCall.Cues("S: We'll get back to you."), cue => cue.Kind == CueKind.SoftNo);

    [Fact]
    public void An_unknown_side_fires_with_less_strength()
    {
        var known = Assert.Single(SpokenCall.Cues("P: We'll get back to you."));
        var unknown = Assert.Single(SpokenCall.Cues("?: We'll get back to you."), cue => cue.Kind == CueKind.SoftNo);

        Assert.Equal(Side.Unknown, unknown.Side);
        Assert.Equal(known.Strength * 0.6, unknown.Strength, 6);
    }

    [Fact]
    public void Several_phrases_of_a_kind_in_a_breath_are_one_cue() =>
        Assert.Single(SpokenCall.Cues("P: That's really interesting, that's so cool."), cue => cue.Kind == CueKind.GenericPraise);

    [Fact]
    public void Ids_are_unique_and_the_same_for_the_same_words()
    {
        string[] lines = ["P: That's really interesting.", "S: Thank you.", "P: We'll get back to you."];
        var ids = SpokenCall.Cues(lines).Select(cue => cue.Id).ToList();

        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(ids, SpokenCall.Cues(lines).Select(cue => cue.Id));
        Assert.All(ids, id => Assert.Matches(@"^[0-9a-f]{12}-\d+\.\d+\.[a-z-]+$", id));
    }

    [Fact]
    public void Praise_with_its_own_reason_is_no_praise_cue() =>
        Assert.DoesNotContain(SpokenCall.Cues("P: I love this, because last year we paid thirty thousand for nothing."), cue => cue.Kind == CueKind.GenericPraise);

    [Fact]
    public void A_hard_question_of_the_same_person_clears_praise()
    {
        var praise = Assert.Single(SpokenCall.Cues("P: That's really interesting.", "S: Thank you.", "P: Does it integrate with our NetSuite?"), cue => cue.Kind == CueKind.GenericPraise);

        Assert.Equal(2, praise.ClearedBy!.Turn);
    }

    [Fact]
    public void Praise_alone_is_cleared_by_nothing() =>
        Assert.Null(Assert.Single(SpokenCall.Cues("P: That's really interesting.", "S: Thank you.", "P: Okay.")).ClearedBy);

    [Fact]
    public void What_is_far_away_clears_nothing()
    {
        string[] talk = [.. Enumerable.Range(0, 5).SelectMany(_ => new[] { "S: And so on.", "P: Okay." })];
        var praise = Assert.Single(SpokenCall.Cues(["P: That's really interesting.", .. talk, "S: Yes?", "P: Does it integrate with our NetSuite?"]), cue => cue.Kind == CueKind.GenericPraise);

        Assert.Null(praise.ClearedBy);
    }

    [Theory]
    [InlineData("It has to end up in NetSuite.", "own-system", "in NetSuite")]
    [InlineData("We ship four million parcels, we have twelve sites.", "number", "we have twelve sites")]
    [InlineData("Over fifty, our CFO Dana looks at it.", "named-person", "our CFO Dana")]
    [InlineData("The board meets in March.", "dated-act", "board meets in March")]
    [InlineData("It would save us a headcount.", "result", "save us a headcount")]
    public void An_anchor_has_its_class_and_words(string text, string kind, string quote)
    {
        Assert.Contains(SpokenCall.Anchors("P: " + text), anchor => anchor.Class == kind && anchor.Span.Of(text) == quote);
    }

    [Fact]
    public void A_turn_that_is_left_out_is_not_read()
    {
        var call = SpokenCall.Of("P: We'll get back to you.");
        call = call with { Turns = [call.Turns[0] with { LeftOut = "french" }] };

        Assert.Empty(new CueReader(SoftNo.Cues.Phrases.Lexicon.Load(SoftNo.Cues.Phrases.Lexicon.DefaultFolder).Lexicon!).Read(call).Cues);
    }
}
