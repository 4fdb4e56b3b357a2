using FsCheck;
using FsCheck.Fluent;
using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues.Phrases;

public class PhraseParserTests
{
    private static readonly Spelling Plain = new()
    {
        Words = new Dictionary<string, string[]> { ["won't"] = ["will", "not"] },
        Endings = [("'ll", ["will"])],
        Fillers = [["um"]],
        Calls = new HashSet<string>(),
        Negations = new HashSet<string>(),
        NotNames = new HashSet<string>(),
        Abbreviations = new HashSet<string>(),
        ClauseOpeners = new HashSet<string>(),
    };

    [Theory]
    [InlineData("[a / b", 0, "'[' is not closed")]
    [InlineData("come (back", 5, "'(' is not closed")]
    [InlineData("see {day", 4, "'{' is not closed")]
    [InlineData("a ] b", 2, "']' closes nothing")]
    [InlineData("a / b", 2, "'/' stands only inside brackets or parentheses")]
    [InlineData("go [a / ]", 3, "an alternative is empty")]
    public void A_fault_tells_where_it_is(string phrase, int column, string english)
    {
        var (root, fault) = PhraseParser.Parse(phrase, Plain);

        Assert.Null(root);
        Assert.Equal((column, english), (fault!.Column, fault.Text.En));
    }

    [Fact]
    public void A_phrase_is_spelled_like_a_call()
    {
        var (root, _) = PhraseParser.Parse("We'll won\u2019t", Plain);

        Assert.Equal(["we", "will", "will", "not"], ((PhraseNode.Sequence)root!).Parts.Cast<PhraseNode.Word>().Select(word => word.Text));
    }

    [Fact]
    public void Any_text_gives_a_tree_or_a_fault_inside_it()
    {
        var texts = Gen.Elements("[", "]", "(", ")", "{", "}", "/", "...", "a", "b c", " ", "we'll", "…").ListOf().Select(list => string.Concat(list));

        Prop.ForAll(Arb.From(texts), text =>
        {
            var (root, fault) = PhraseParser.Parse(text, Plain);
            return (root is null) != (fault is null) && (fault is null || fault.Column <= text.Length);
        }).QuickCheckThrowOnFailure();
    }
}
