using Xunit;

namespace SoftNo.Cli.Tests;

public class FrameTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("read", "--help")]
    [InlineData("formats", "--help")]
    [InlineData("lexicon", "check", "--help")]
    [InlineData("eval", "--help")]
    public void Every_verb_has_help_with_examples(params string[] words)
    {
        foreach (var (language, title) in new[] { ("en", "Examples:"), ("fr", "Exemples\u00A0:") })
        {
            var run = Softno.Of([.. words, "--lang", language]);
            Assert.Equal(0, run.Code);
            Assert.Contains(title, run.Out, StringComparison.Ordinal);
            Assert.Contains("  softno ", run.Out, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("read")]
    [InlineData("read", "x.vtt", "--format", "pdf")]
    [InlineData("read", "x.vtt", "--lang", "de")]
    public void A_line_that_cannot_be_parsed_exits_with_2_and_names_the_help(params string[] words)
    {
        var run = Softno.Of(words);
        Assert.Equal(2, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_bug_exits_with_1_and_says_how_to_report_it()
    {
        // A broken file of ours, not of the user's.
        using var folder = new TemporaryFolder();
        var source = new DirectoryInfo(AppContext.BaseDirectory);
        foreach (var file in source.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(source.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.CreateSymbolicLink(copy, file.FullName);
        }

        foreach (var name in (string[])["SoftNo.Cli.dll", "SoftNo.Cli.runtimeconfig.json", "SoftNo.Cli.deps.json", "SoftNo.dll"])
        {
            File.Delete(Path.Combine(folder.Path, name));
            File.Copy(Path.Combine(source.FullName, name), Path.Combine(folder.Path, name));
        }

        File.Delete(Path.Combine(folder.Path, "models", "call-priors.json"));
        File.WriteAllText(Path.Combine(folder.Path, "models", "call-priors.json"), "{");
        var run = Softno.Of(["read", Softno.Sample("2026-11-18-lattice.srt"), "--declared", "80"], command: Path.Combine(folder.Path, "SoftNo.Cli.dll"));
        Assert.Equal(1, run.Code);
        Assert.StartsWith("softno: this is our bug, not your file", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Priya", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_lexicon_holds_to_its_own_examples()
    {
        var run = Softno.Of("lexicon", "check", Path.Combine(Softno.Home, "lexicon"));
        Assert.True(run.Code == 0, run.Error);
    }

    [Fact]
    public void French_help_is_French()
    {
        var help = Softno.Of("read", "--help", "--lang", "fr").Out;
        Assert.Contains("[par défaut\u00A0: 50MB]", help, StringComparison.Ordinal);
        Assert.StartsWith("Description\u00A0:", help, StringComparison.Ordinal);
        Assert.DoesNotContain("default", help, StringComparison.Ordinal);
        Assert.Contains("[default:", Softno.Of("read", "--help", "--lang", "en").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_shows_a_sample_of_each_when_asked()
    {
        var run = Softno.Of("formats", "--verbose");
        Assert.Equal(0, run.Code);
        Assert.Contains("      WEBVTT", run.Out, StringComparison.Ordinal);
        Assert.Contains("      \"callTranscripts\"", run.Out.Replace("        \"", "      \"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_lists_what_is_read()
    {
        var run = Softno.Of("formats", "--lang", "en");
        Assert.Equal(0, run.Code);
        Assert.Contains("webvtt", run.Out, StringComparison.Ordinal);
        Assert.Contains("srt", run.Out, StringComparison.Ordinal);
    }
}
