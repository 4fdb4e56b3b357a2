using Xunit;

namespace SoftNo.Cli.Tests;

public class DiagnoseVerbTests
{
    private static Run In(TemporaryFolder folder, params string[] words) =>
        Softno.Of(words, environment: new Dictionary<string, string> { ["SOFTNO_HOME"] = Path.Combine(folder.Path, "home") }, folder: folder.Path);

    private static void Import(TemporaryFolder folder, params string[] sellers)
    {
        foreach (var seller in sellers)
        {
            folder.Write($"calls/{seller}.vtt", File.ReadAllText(Softno.Sample("2026-11-17-harborlight-zoom.vtt")).Replace("Claire", seller, StringComparison.Ordinal));
        }

        Assert.Equal(0, In(folder, "import", "calls", "calls", "--consent", "aloud", "--without", "listener").Code);
    }

    [Fact]
    public void Under_five_people_only_ones_own_calls_are_looked_at()
    {
        using var folder = new TemporaryFolder();
        folder.Write("home/settings.yml", "us:\n  names: [Camille, Hugo, Lea, Marc, Nadia]\n");
        Import(folder, "Camille", "Hugo", "Lea", "Marc");
        var own = In(folder, "diagnose", "--lang", "en", "--me", "Hugo Petit");
        Assert.True(own.Code == 0, own.Error);
        Assert.Contains("1 call and 0 exchanges of mails, yours alone.", own.Out, StringComparison.Ordinal);
        Assert.Contains("\"over\":\"own\"", In(folder, "diagnose", "--format", "json").Out, StringComparison.Ordinal);
        Import(folder, "Nadia");
        var team = In(folder, "diagnose", "--format", "json");
        Assert.Contains("\"over\":\"team\",\"people\":5,\"where\":\"too-few\",\"calls\":5", team.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadia", team.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_named_and_too_few_people_is_said()
    {
        using var folder = new TemporaryFolder();
        var run = In(folder, "diagnose", "--lang", "en");
        Assert.Equal(2, run.Code);
        Assert.Contains("only your own calls can be looked at", run.Error, StringComparison.Ordinal);
    }
}
