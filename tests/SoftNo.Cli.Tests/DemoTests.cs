using Xunit;

namespace SoftNo.Cli.Tests;

public class DemoTests
{
    [Fact]
    public void The_first_real_import_leaves_the_demo_and_brings_nothing_of_it_along()
    {
        using var folder = new TemporaryFolder();
        Run Softno_(params string[] words) => Softno.Of([.. words, "--lang", "en"], environment: new() { ["SOFTNO_HOME"] = folder.Path });
        Assert.Equal(0, Softno_("demo", "--deals", "40", "--seed", "3", "--as-of", "2026-11-26").Code);
        var demo = Softno_("export", "deals", "--format", "json");
        Assert.Equal(40, demo.Lines.Length);
        Assert.Contains("(demo:", demo.Error, StringComparison.Ordinal);
        Assert.Equal(2, Softno_("import", "deals", Path.Combine(folder.Path, "missing.csv")).Code);
        Assert.Equal(40, Softno_("export", "deals", "--format", "json").Lines.Length);
        var import = Softno_("import", "deals", folder.Write("mine.csv", "Deal Name,Deal Stage,Amount\nLarkspur,Proposal,1000\n"));
        Assert.True(import.Code == 0, import.Error);
        Assert.Contains("The demo is left.", import.Error, StringComparison.Ordinal);
        var own = Softno_("export", "deals", "--format", "json");
        Assert.Contains("Larkspur", Assert.Single(own.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("(demo:", own.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_makes_the_same_demo()
    {
        using var folder = new TemporaryFolder();
        string Made() => Softno.Of(["demo", "--deals", "25", "--seed", "9", "--as-of", "2026-11-26"], environment: new() { ["SOFTNO_HOME"] = folder.Path }).Code == 0
            ? Softno.Of(["pipeline", "--as-of", "2026-11-26", "--format", "json"], environment: new() { ["SOFTNO_HOME"] = folder.Path }).Out : "";
        var first = Made();
        Assert.Contains("S-000", first, StringComparison.Ordinal);
        Assert.Equal(first, Made());
    }

    [Fact]
    public void A_demo_of_no_deals_is_refused_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(2, Softno.Of(["demo", "--deals", "0"], environment: new() { ["SOFTNO_HOME"] = folder.Path }).Code);
        Assert.False(File.Exists(Path.Combine(folder.Path, "demo.db")));
    }
}
