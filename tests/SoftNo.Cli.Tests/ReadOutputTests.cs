using Xunit;

namespace SoftNo.Cli.Tests;

public class ReadOutputTests
{
    private static readonly string Soft = Softno.Sample("2026-11-17-harborlight-zoom.vtt");

    [Fact]
    public void The_first_words_are_the_verdict_in_the_interfaces_language()
    {
        Assert.StartsWith("SOFT NO", Softno.Of("read", Soft, "--lang", "en").Out, StringComparison.Ordinal);
        Assert.StartsWith("NON POLI", Softno.Of("read", Soft, "--lang", "fr").Out, StringComparison.Ordinal);
        Assert.StartsWith("NON POLI", Softno.Of(["read", Soft], null, new() { ["LC_ALL"] = "fr_FR.UTF-8" }).Out, StringComparison.Ordinal);
        Assert.StartsWith("SOFT NO", Softno.Of(["read", Soft], null, new() { ["LC_ALL"] = "de_DE.UTF-8" }).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Enthousiasme générique")]
    [InlineData("Flou sur les prochaines étapes")]
    [InlineData("Compliments sur la techno")]
    [InlineData("0 question difficile\u00A0; recherché\u00A0: intégration, prix, déploiement, ROI")]
    [InlineData("En France,")]
    [InlineData("Déclaré\u00A0: 80\u00A0%")]
    public void French_says_it_in_its_own_words(string words)
    {
        // Narrow and wide no-break spaces are one here.
        var shown = Softno.Of(["read", Soft, "--lang", "fr", "--declared", "80"], null, new() { ["COLUMNS"] = "120" }).Out.Replace('\u202F', '\u00A0');
        Assert.Contains(words, shown.Replace("\n  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_said_once_is_not_said_again()
    {
        var shown = Softno.Of(["read", Soft, "--lang", "en"], null, new() { ["COLUMNS"] = "120" }).Out.Replace("\n    ", " ", StringComparison.Ordinal);
        foreach (var once in (string[])["“That's really interesting”", "no authority to decide", "does not fit what they need", "filed as R&D curiosity, not as a vendor. Nobody"])
            Assert.Equal(2, shown.Split(once).Length);
        Assert.Contains("Quoted above already: 0:50 Tiffany Moss", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_tells_what_the_format_was_recognised_by()
    {
        var run = Softno.Of("read", Soft, "--verbose", "--lang", "en");
        Assert.Contains("harborlight-zoom.vtt: read as webvtt/zoom. ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("read as", Softno.Of("read", Soft, "--lang", "en").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("40")]
    [InlineData("100")]
    public void No_line_is_wider_than_the_terminal(string columns)
    {
        var run = Softno.Of(["read", Soft, "--lang", "fr"], null, new() { ["COLUMNS"] = columns });
        Assert.All(run.Out.Split('\n'), line => Assert.True(line.Length <= int.Parse(columns, System.Globalization.CultureInfo.InvariantCulture), line));
    }

    [Fact]
    public void Colours_need_a_terminal_and_no_NO_COLOR()
    {
        Assert.DoesNotContain('\e', Softno.Of("read", Soft).Out);
        Assert.Contains('\e', Softno.Of(["read", Soft], null, new() { ["FORCE_COLOR"] = "1" }).Out);
        Assert.DoesNotContain('\e', Softno.Of(["read", Soft], null, new() { ["FORCE_COLOR"] = "1", ["NO_COLOR"] = "1" }).Out);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void Hostile_words_cannot_move_the_terminal_or_turn_the_text(string format)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("hostile.txt", "Ann: We show it <script>alert(1)</script> now.\nBob \u202Eevil: That's really interesting \u001b[2J\u001b]0;owned\u0007 \u202Ewow\u202C, great technology!\nAnn: Thank you.\nBob \u202Eevil: We'll circle back.\n");
        var run = Softno.Of("read", file, "--us", "Ann", "--format", format);
        Assert.Equal(0, run.Code);
        foreach (var hostile in "\u001b\u0007\u202E\u202C") Assert.DoesNotContain(hostile, run.Out + run.Error);
        Assert.DoesNotContain("<script>alert", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Out_writes_one_file_a_call_and_prints_nothing()
    {
        using var folder = new TemporaryFolder();
        var run = Softno.Of("read", "samples/2026*", "--format", "html", "--out", Path.Combine(folder.Path, "deep", "er"));
        Assert.Equal(0, run.Code);
        Assert.Empty(run.Out);
        var pages = Directory.GetFiles(Path.Combine(folder.Path, "deep", "er"), "*.html");
        Assert.Equal(Directory.GetFiles(Path.Combine(Softno.Home, "samples"), "2026*").Count(file => !file.EndsWith(".md", StringComparison.Ordinal)), pages.Length);
        Assert.All(pages, page => Assert.StartsWith("<!doctype html>", File.ReadAllText(page), StringComparison.Ordinal));
    }

    [Fact]
    public void Several_pages_on_standard_output_are_refused()
    {
        var run = Softno.Of("read", "samples", "--format", "html");
        Assert.Equal(2, run.Code);
        Assert.Contains("--out", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void A_shared_report_names_nobody(string format)
    {
        var run = Softno.Of("read", Soft, "--share", "--format", format);
        Assert.Equal(0, run.Code);
        foreach (var name in (string[])["Claire", "Aubrac", "Brent", "Calloway", "Tiffany", "Moss", "Orvane", "harborlight"]) Assert.DoesNotContain(name, run.Out, StringComparison.OrdinalIgnoreCase);
        // A sentence that is no cue is nowhere: the transcript is left out.
        Assert.DoesNotContain("Loud and clear", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Share_with_json_is_refused()
    {
        var run = Softno.Of("read", Soft, "--share", "--format", "json");
        Assert.Equal(2, run.Code);
        Assert.StartsWith("--share", run.Error, StringComparison.Ordinal);
    }
}
