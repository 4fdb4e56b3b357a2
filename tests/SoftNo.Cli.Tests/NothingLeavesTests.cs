using System.Diagnostics;
using Xunit;

namespace SoftNo.Cli.Tests;

public class NothingLeavesTests
{
    [Fact]
    public void Reading_opens_no_socket_to_anywhere()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "strace is missing, which watches the sockets; cure: apt-get install strace (./test does it as root on Debian and Ubuntu)");
        using var folder = new TemporaryFolder();
        var trace = Path.Combine(folder.Path, "trace");
        var start = new ProcessStartInfo("/usr/bin/strace") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Softno.Home };
        foreach (var word in (string[])["-f", "-e", "trace=socket,connect,sendto", "-o", trace, "dotnet", "exec", Softno.Command, "read", "samples", "--format", "json"]) start.ArgumentList.Add(word);
        var run = Softno.Finish(start);
        Assert.SkipWhen(run.Error.Contains("Operation not permitted", StringComparison.Ordinal) && run.Out.Length == 0, "this machine does not let strace watch a process");
        Assert.Equal(0, run.Code);
        Assert.NotEmpty(run.Lines);
        Assert.DoesNotContain(File.ReadAllLines(trace), line => line.Contains("AF_INET", StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_stores_nothing()
    {
        using var folder = new TemporaryFolder();
        var temporary = Directory.CreateDirectory(Path.Combine(folder.Path, "tmp")).FullName;
        var run = Softno.Of(
            ["read", Softno.Sample("2026-11-18-lattice.srt")], null,
            new() { ["HOME"] = folder.Path, ["TMPDIR"] = temporary, ["XDG_CONFIG_HOME"] = folder.Path, ["XDG_DATA_HOME"] = folder.Path, ["DOTNET_EnableDiagnostics"] = "0" }, folder: folder.Path);
        Assert.Equal(0, run.Code);
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }
}
