using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues.Phrases;

public class LexiconCheckTests
{
    private const string Good = """
        - id: circle-back
          topic: circle-back
          weight: 0.8
          source: "A test."
          phrases: ["circle back"]
          gloss: { fr: "On verra.", en: "We'll see." }
          fires: ["We'll [circle back]."]
          quiet: ["A circle."]

        """;

    private static string[] Found(string text)
    {
        using var disk = LexiconOnDisk.With("soft-no/one.yml", text);
        return [.. LexiconCheck.Run(disk.Folder).Problems.Select(problem => $"{problem.Place[(disk.Folder.Length + 1)..]} {problem.Code}: {problem.Text.En}")];
    }

    [Fact]
    public void A_rule_with_its_proofs_is_clean() => Assert.Empty(Found(Good));

    [Theory]
    [InlineData("weight: 0.8", "weigth: 0.8", "en/soft-no/one.yml:3:3 unknown-key: unknown key 'weigth' — weigth: 0.8")]
    [InlineData("weight: 0.8", "weight: 8", "en/soft-no/one.yml:3:11 weight: the weight goes from 0 to 1 — weight: 8")]
    [InlineData("topic: circle-back", "topic: round", "en/soft-no/one.yml:2:10 topic: unknown topic 'round' — topic: round")]
    [InlineData("\"circle back\"", "\"circle [back\"", "en/soft-no/one.yml:5:21 phrase: '[' is not closed — phrases: [\"circle [back\"]")]
    [InlineData("\"circle back\"", "\"circle {who}\"", "en/soft-no/one.yml:5:21 phrase: unknown word class 'who' — phrases: [\"circle {who}\"]")]
    [InlineData("\"circle back\"", "\"(circle)\"", "en/soft-no/one.yml:5:14 phrase: the phrase asks for no word — phrases: [\"(circle)\"]")]
    [InlineData("[\"We'll [circle back].\"]", "[\"We'll circle back.\"]", "en/soft-no/one.yml:7:11 example-span: the example needs one span in [brackets] — fires: [\"We'll circle back.\"]")]
    [InlineData("  quiet: [\"A circle.\"]\n", "", "en/soft-no/one.yml:1:3 missing-key: this rule has no 'quiet' — - id: circle-back")]
    [InlineData("[\"We'll [circle back].\"]", "[\"We'll circle [back].\"]", "en/soft-no/one.yml:7:11 example-does-not-fire: 'circle-back' was to quote 'back' and quotes 'circle back' — fires: [\"We'll circle [back].\"]")]
    [InlineData("[\"A circle.\"]", "[\"A circle back.\"]", "en/soft-no/one.yml:8:11 look-alike-fires: 'circle-back' was to stay quiet and quotes 'circle back' — quiet: [\"A circle back.\"]")]
    [InlineData("[\"circle back\"]", "[\"circle back\", \"loop back\"]", "en/soft-no/one.yml:5:28 phrase-without-example: 'loop back' fires on none of the examples of 'circle-back' — phrases: [\"circle back\", \"loop back\"]")]
    [InlineData("gloss: { fr: \"On verra.\", en: \"We'll see.\" }", "gloss: { fr: \"On verra.\" }", "en/soft-no/one.yml:6:10 both-languages: 'fr' or 'en' is missing — gloss: { fr: \"On verra.\" }")]
    public void A_broken_rule_is_named_with_its_place(string part, string broken, string expected) =>
        Assert.Equal(expected, Found(Good.ReplaceLineEndings("\n").Replace(part, broken, StringComparison.Ordinal))[0]);

    [Fact]
    public void An_id_is_given_once() =>
        Assert.Equal(["en/soft-no/one.yml:9:3 duplicate-id: the id 'circle-back' is taken already (en/soft-no/one.yml:1)"], Found(Good + Good));

    [Fact]
    public void A_file_that_is_no_yaml_is_refused() => Assert.StartsWith("en/soft-no/one.yml:", Found("- id: a\n  b: [\"c\n")[0], StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_names_no_kind_is_refused()
    {
        using var disk = LexiconOnDisk.With("softno/one.yml", Good);

        Assert.Equal("unknown-kind", Assert.Single(Lexicon.Load(disk.Folder).Problems).Code);
    }

    [Fact]
    public void A_folder_without_a_lexicon_says_so() => Assert.Equal("no-lexicon", Assert.Single(Lexicon.Load(Path.Combine(Path.GetTempPath(), "none-here")).Problems).Code);

    [Fact]
    public void Two_kinds_on_the_same_words_are_shown()
    {
        using var disk = LexiconOnDisk.With("soft-no/one.yml", Good);
        disk.Write("refusal/two.yml", """
            - id: no-circles
              source: "A test."
              phrases: ["we will circle"]
              gloss: { fr: "Non.", en: "No." }
              fires: ["[We'll circle] no more."]
              quiet: ["A circle."]
            """);

        var shown = Assert.Single(LexiconCheck.Run(disk.Folder).Contradictions);
        Assert.Equal(("circle-back", "no-circles", "We'll circle"), (shown.First.Id, shown.Other.Id, shown.Words));
    }
}
