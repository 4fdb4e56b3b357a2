using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues.Phrases;

public sealed class ShippedLexiconTests
{
    public static string Folder => Lexicon.DefaultFolder;

    [Fact]
    public void The_shipped_lexicon_checks_clean()
    {
        var findings = LexiconCheck.Run(Folder);
        Assert.Equal("", string.Join('\n', findings.Problems.Select(problem => $"{problem.Place} {problem.Code}: {problem.Text.En}")));
    }

    [Fact]
    public void The_version_is_a_short_hash_and_the_same_twice()
    {
        var first = Lexicon.Load(Folder).Lexicon!;
        Assert.Matches("^[0-9a-f]{12}$", first.Version);
        Assert.Equal(first.Version, Lexicon.Load(Folder).Lexicon!.Version);
    }
}
