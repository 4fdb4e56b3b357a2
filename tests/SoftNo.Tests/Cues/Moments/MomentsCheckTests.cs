using SoftNo.Cues.Moments;

namespace SoftNo.Tests.Cues.Moments;

public sealed class MomentsCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("moments").FullName;

    public MomentsCheckTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "moments"));
        foreach (var name in new[] { "acts.yml", "calendar.yml", "words.yml" }) File.Copy(Path.Combine(AppContext.BaseDirectory, "lexicon", "moments", name), Path.Combine(_folder, "moments", name));
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void The_shipped_words_are_sound() => Assert.Empty(MomentsCheck.Run(_folder));

    [Theory]
    [InlineData("acts.yml", "\n- act: shrugs\n  phrases:\n    - \"who knows\"\n", "act-unknown")]
    [InlineData("acts.yml", "\n- act: agrees\n", "act-without-phrase")]
    [InlineData("acts.yml", "\n- act: agrees\n  phrases:\n    - \"[works / fine for me\"\n", "phrase-open")]
    [InlineData("acts.yml", "\n- act: agrees\n  phrases:\n    - \"works [for (all of) us]\"\n", "phrase-open")]
    [InlineData("acts.yml", "\n- act: agrees\n  phrases:\n    - \"(works) (for me) *\"\n", "phrase-says-nothing")]
    [InlineData("acts.yml", "\n- act: agrees\n  phrases:\n    - \"fine for [me / ]\"\n", "phrase-empty-choice")]
    [InlineData("acts.yml", "\n- act: agrees\n  phrases:\n    - \"[uh / well] fine by us\"\n", "phrase-empty-choice")]
    [InlineData("acts.yml", "\n- act: agrees\n  phrases:\n    - \"suits me twice\"\n    - \"suits me twice\"\n", "phrase-twice")]
    [InlineData("words.yml", "\nshouted: [\"Call\"]\n", "word-capital")]
    public void What_could_not_match_or_matches_too_much_is_told(string file, string added, string code)
    {
        var path = Path.Combine(_folder, "moments", file);
        File.AppendAllText(path, added);
        var problem = Assert.Single(MomentsCheck.Run(_folder));
        Assert.Equal((code, path), (problem.Code, problem.File));
    }

    [Theory]
    [InlineData("zone: America/New_York", "zone: America/Gotham", "zone-unknown")]
    [InlineData("morning: { from: \"08:00\"", "morning: { from: \"13:00\"", "part-hours")]
    [InlineData("fixed: \"06-19\"", "fixed: \"06-19\", easter: 3", "holiday-rule")]
    [InlineData("  back-half: [", "  rear-half: [", "stretch-unknown")]
    [InlineData("names: [memorial day]", "names: [Memorial Day]", "word-capital")]
    public void What_the_calendar_does_not_know_is_told_at_its_place(string said, string instead, string code)
    {
        var path = Path.Combine(_folder, "moments", "calendar.yml");
        var text = File.ReadAllText(path);
        Assert.Contains(said, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(said, instead, StringComparison.Ordinal));
        var problem = Assert.Single(MomentsCheck.Run(_folder));
        Assert.Equal((code, true), (problem.Code, problem.Line > 1));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem_with_its_line()
    {
        File.WriteAllText(Path.Combine(_folder, "moments", "words.yml"), "meeting: [call\nsmall: {\n");
        Assert.Equal("yaml-invalid", Assert.Single(MomentsCheck.Run(_folder)).Code);
    }
}
