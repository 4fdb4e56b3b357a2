using FsCheck;
using FsCheck.Fluent;
using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues.Phrases;

public class TokenizerTests
{
    private static readonly Lexicon OfWords = LexiconOnDisk.Of("we will circle back [it / is / not / do / that / really / interesting / email / deck / five]");

    private static string[] Words(params string[] texts)
    {
        var run = OfWords.Cut(texts);
        return [.. run.Tokens.Select(token => run.Texts[token.Part][token.Start..token.End])];
    }

    [Fact]
    public void A_contraction_is_two_words_over_the_same_letters() => Assert.Equal(["We'll", "We'll", "circle", "back"], Words("We'll circle back"));

    [Theory]
    [InlineData("we'll circle back", "We\u2019LL circle-back.")]
    [InlineData("it's not", "its not")]
    [InlineData("don't", "dont")]
    [InlineData("e-mail", "email")]
    public void Two_ways_of_writing_are_one(string one, string other) =>
        Assert.Equal(OfWords.Cut([one]).Tokens.Select(token => token.Word), OfWords.Cut([other]).Tokens.Select(token => token.Word));

    [Theory]
    [InlineData("Dr. Hask signs. She reads.", 2)]
    [InlineData("At 3 p.m. we meet", 1)]
    [InlineData("It costs 2.5 million. No.", 2)]
    [InlineData("I… think… so", 1)]
    [InlineData("Really? Yes!", 2)]
    public void Sentences_end_where_a_reader_would_stop(string text, int count) => Assert.Equal(count, OfWords.Cut([text]).Sentences.Count);

    [Fact]
    public void A_question_mark_belongs_to_its_own_sentence() =>
        Assert.Equal([false, true, false], OfWords.Cut(["Okay. Does it write back? Good."]).Sentences.Select(sentence => sentence.Asked));

    [Fact]
    public void A_long_turn_without_punctuation_is_cut_at_a_clause_opener()
    {
        var text = "we run three plants out of ohio and two more in the south but the trucks never match the tickets so we type them again";

        Assert.Equal(2, OfWords.Cut([text]).Sentences.Count);
    }

    [Fact]
    public void Names_are_told_from_first_words_and_days()
    {
        var run = OfWords.Cut(["Yesterday I asked Dana on Tuesday about NetSuite"]);

        Assert.Equal(["Dana", "NetSuite"], run.Tokens.Where(token => token.Has(TokenTraits.Name)).Select(token => run.Texts[0][token.Start..token.End]));
    }

    [Fact]
    public void Fillers_and_repeats_may_be_passed_over()
    {
        var run = OfWords.Cut(["that's that's um really"]);

        Assert.Equal([0, 0, 1 << (2 + Skipper.RepeatShift), 0, 1 << 1, 1 << 1], run.Skips.Select(skip => (int)skip));
    }

    [Fact]
    public void Every_token_is_a_slice_of_its_turn_in_order()
    {
        var pieces = new[] { "we'll ", "uh, ", "\u2019", "e-mail", "😀", "$60K ", "é", "…", "\"", "--", "2:30", "?", ". ", "that's that's ", "\n", "-", "'" };
        var texts = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list)).ListOf().Select(list => list.ToArray());

        Prop.ForAll(Arb.From(texts), Holds).QuickCheckThrowOnFailure();

        static bool Holds(string[] texts)
        {
            var run = OfWords.Cut(texts);
            var last = (Part: 0, Start: 0);
            foreach (var token in run.Tokens)
            {
                if (token.Start >= token.End || token.End > texts[token.Part].Length) return false;
                if ((token.Part, token.Start).CompareTo(last) < 0) return false;
                last = (token.Part, token.Start);
            }

            return run.Sentences.Sum(sentence => sentence.Span.End - sentence.Span.First) == run.Tokens.Length;
        }
    }
}
