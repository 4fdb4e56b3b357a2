using SoftNo.Calls;
using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues.Phrases;

public class MatchingTests
{
    private static string[] Quotes(string phrase, params string[] texts)
    {
        var reading = new RunReader(LexiconOnDisk.Of(phrase)).Read(texts, Side.Prospect, false);
        return [.. reading.Hits.Select(hit =>
        {
            var (first, last) = (reading.Run.Tokens[hit.Span.First], reading.Run.Tokens[hit.Span.End - 1]);
            return first.Part == last.Part ? texts[first.Part][first.Start..last.End] : texts[first.Part][first.Start..] + " | " + texts[last.Part][..last.End];
        })];
    }

    [Theory]
    [InlineData("[we'll / i will] (probably) circle back (with you)", "So, we\u2019ll, uh, circle back with you then.", "we\u2019ll, uh, circle back with you")]
    [InlineData("[we'll / i will] (probably) circle back (with you)", "I will probably CIRCLE BACK", "I will probably CIRCLE BACK")]
    [InlineData("that is really interesting", "yeah no that's that's really really interesting", "that's really really interesting")]
    [InlineData("get ... blessing", "we get somebody's kind blessing", "get somebody's kind blessing")]
    [InlineData("sign {number}", "I sign $60K today", "sign $60K")]
    [InlineData("ask {name}", "You ask Dana", "ask Dana")]
    public void A_phrase_is_quoted_as_it_was_said(string phrase, string text, string quote) => Assert.Equal([quote], Quotes(phrase, text));

    [Theory]
    [InlineData("circle back", "a circle. Back then")]
    [InlineData("circle back", "encircle backwards")]
    [InlineData("get ... blessing", "we get one two three four five blessing")]
    [InlineData("get ... blessing", "we get no blessing")]
    [InlineData("get ... blessing", "we get it, a blessing")]
    [InlineData("ask {name}", "ask them")]
    public void A_near_miss_stays_quiet(string phrase, string text) => Assert.Empty(Quotes(phrase, text));

    [Fact]
    public void A_phrase_runs_over_turns_of_one_speaker() =>
        Assert.Equal(["we will | circle back"], Quotes("we will circle back", "and then we will", "circle back to you"));

    [Fact]
    public void The_longest_match_of_a_rule_stays() => Assert.Equal(["circle back with you"], Quotes("circle back (with you)", "circle back with you"));

    [Fact]
    public void A_text_made_of_fillers_and_repeats_is_read_to_its_end()
    {
        var text = string.Join(' ', Enumerable.Repeat("we will um", 5_000)) + " circle back";

        Assert.Single(Quotes("we will circle back", text));
    }

    [Theory]
    [InlineData("He said we will circle back.", false)]
    [InlineData("We will circle back.", true)]
    [InlineData("He told me \u201Cwe will circle back\u201D.", false)]
    public void Another_persons_words_are_not_the_speakers(string text, bool fires)
    {
        var lexicon = Lexicon.Load(Lexicon.DefaultFolder).Lexicon!;
        var reading = new RunReader(lexicon).Read([text], Side.Prospect, false);

        Assert.Equal(fires, reading.Hits.Any(hit => hit.Rule.Topic == "circle-back"));
    }
}
