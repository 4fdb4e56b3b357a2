using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace SoftNo.Cli.Tests;

public class ReadInputTests
{
    private static readonly string Soft = Softno.Sample("2026-11-17-harborlight-zoom.vtt");

    [Fact]
    public void Standard_input_is_read_as_a_dash()
    {
        var run = Softno.Of(["read", "-", "--format", "json"], File.ReadAllBytes(Soft));
        Assert.Equal(0, run.Code);
        var reading = JsonNode.Parse(run.Out)!;
        Assert.Equal("-", reading["source"]!["file"]!.GetValue<string>());
        Assert.Equal("Claire Aubrac", reading["speakers"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public void A_folder_and_a_pattern_name_the_same_files_once()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["b.vtt", "a.vtt", "deep/er/c.vtt"]) folder.Write(name, File.ReadAllText(Soft));
        folder.Write("picture.png", "x");
        var run = Softno.Of(["read", ".", "*.vtt", "**/*.vtt", "./b.vtt", "--format", "json"], folder: folder.Path);
        Assert.Equal(0, run.Code);
        var files = run.Lines.Select(line => Path.GetFullPath(JsonNode.Parse(line)!["source"]!["file"]!.GetValue<string>(), folder.Path));
        Assert.Equal(new[] { "a.vtt", "b.vtt", "deep/er/c.vtt" }.Select(name => Path.GetFullPath(name, folder.Path)), files);
    }

    [Theory]
    [InlineData("nowhere.vtt", "missing-file")]
    [InlineData("nowhere*.vtt", "no-match")]
    public void What_is_not_there_is_said_with_its_cure(string input, string code)
    {
        var run = Softno.Of("read", input, "--format", "json");
        Assert.Equal(2, run.Code);
        Assert.Equal(code, JsonNode.Parse(Assert.Single(run.Lines))!["code"]!.GetValue<string>());
        Assert.StartsWith($"{input}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(" → ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_transcripts_is_said()
    {
        using var folder = new TemporaryFolder();
        folder.Write("picture.png", "x");
        var run = Softno.Of("read", folder.Path);
        Assert.Equal(2, run.Code);
        Assert.Contains("holds no transcript", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("empty.vtt", "")]
    [InlineData("page.vtt", "<!doctype html><html><body>Sign in</body></html>")]
    [InlineData("binary.vtt", "PK\u0003\u0004\u0000\u0000\u0000\u0000\u0001\u0002")]
    [InlineData("noise.txt", "lorem\nipsum\n")]
    public void A_file_that_is_no_transcript_exits_with_2_and_names_the_file(string name, string content)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(name, content);
        var run = Softno.Of("read", file);
        Assert.Equal(2, run.Code);
        Assert.StartsWith(file, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_and_a_higher_limit_reads_it()
    {
        Assert.Equal(2, Softno.Of("read", Soft, "--max-size", "1KB").Code);
        Assert.Equal(0, Softno.Of("read", Soft, "--max-size", "1MB").Code);
    }

    [Theory]
    [InlineData("--zone", "America/Chicgo", "America/Chicago")]
    [InlineData("--our-zone", "Paris", "Europe/Paris")]
    [InlineData("--at", "tomorrow", "2026-11-17T10:00-05:00")]
    [InlineData("--declared", "eighty", "0 to 100")]
    [InlineData("--declared", "101", "0 to 100")]
    [InlineData("--jobs", "0", "from 1")]
    [InlineData("--max-size", "big", "80MB")]
    public void A_value_that_cannot_be_is_refused_with_its_cure(string option, string value, string cure)
    {
        var run = Softno.Of("read", Soft, option, value);
        Assert.Equal(2, run.Code);
        Assert.StartsWith(option, run.Error, StringComparison.Ordinal);
        Assert.Contains(cure, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void Names_that_match_nobody_list_who_is_there()
    {
        var run = Softno.Of("read", Soft, "--us", "Zebediah");
        Assert.Contains("Claire Aubrac", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Contains("Zebediah", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_word_settles_the_sides()
    {
        var reading = JsonNode.Parse(Softno.Of("read", Soft, "--us", "Claire", "--format", "json").Out)!;
        var claire = reading["speakers"]!.AsArray().Single(speaker => speaker!["name"]!.GetValue<string>() == "Claire Aubrac")!;
        Assert.Equal("seller", claire["side"]!.GetValue<string>());
        Assert.Equal("given", claire["basis"]!.GetValue<string>());
    }

    [Fact]
    public void Windows_1252_is_decoded()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "old.txt");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllText(file, "Élodie: We’re happy to show it, naïve as it sounds.\nGary: Sounds good.\nÉlodie: And the café?\nGary: Sure.\n", Encoding.GetEncoding(1252));
        var reading = JsonNode.Parse(Softno.Of("read", file, "--format", "json").Out)!;
        Assert.Equal("Élodie", reading["speakers"]![0]!["name"]!.GetValue<string>());
    }
}
