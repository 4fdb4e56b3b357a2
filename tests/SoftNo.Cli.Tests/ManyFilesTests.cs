using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace SoftNo.Cli.Tests;

/// <summary>Many files in one run: stopped, it leaves complete outputs only; run again, it goes on.</summary>
public class ManyFilesTests
{
    private static readonly string Sample = File.ReadAllText(Softno.Sample("2026-11-18-lattice.srt"));

    [Fact]
    public void A_second_run_skips_what_is_done_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var (calls, read) = (Path.Combine(folder.Path, "calls"), Path.Combine(folder.Path, "read"));
        foreach (var name in (string[])["a/one.srt", "b/one.srt", "two.srt"]) folder.Write(Path.Combine("calls", name), Sample);
        Assert.Equal(0, Read(calls, read).Code);
        string[] outputs = ["one-2.json", "one.json", "two.json"];
        Assert.Equal(outputs, Names(read));
        foreach (var output in outputs) File.AppendAllText(Path.Combine(read, output), "\n");

        var second = Read(calls, read);
        Assert.Equal(0, second.Code);
        Assert.Contains("3 files were done by an earlier run", second.Error, StringComparison.Ordinal);
        Assert.All(outputs, output => Assert.EndsWith("\n\n", File.ReadAllText(Path.Combine(read, output)), StringComparison.Ordinal));

        // What changed, and what is gone, is read again under its own name; the others stay.
        folder.Write(Path.Combine("calls", "a", "one.srt"), Sample + "\n\n");
        File.Delete(Path.Combine(read, "two.json"));
        Assert.Contains("1 file was done by an earlier run", Read(calls, read).Error, StringComparison.Ordinal);
        Assert.Equal(outputs, Names(read));
        Assert.Equal([true, false, false], outputs.Select(output => File.ReadAllText(Path.Combine(read, output)).EndsWith("\n\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void Other_options_and_again_read_everything()
    {
        using var folder = new TemporaryFolder();
        var (calls, read) = (Path.Combine(folder.Path, "calls"), Path.Combine(folder.Path, "read"));
        foreach (var name in (string[])["one.srt", "two.srt"]) folder.Write(Path.Combine("calls", name), Sample);
        Assert.Equal(0, Read(calls, read).Code);
        Assert.DoesNotContain("earlier run", Read(calls, read, "--zone", "America/Chicago").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("earlier run", Read(calls, read, "--again").Error, StringComparison.Ordinal);
        Assert.Contains("2 files were done", Read(calls, read).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_was_cut_off_loses_its_last_line_alone()
    {
        using var folder = new TemporaryFolder();
        var (calls, read) = (Path.Combine(folder.Path, "calls"), Path.Combine(folder.Path, "read"));
        foreach (var name in (string[])["one.srt", "two.srt"]) folder.Write(Path.Combine("calls", name), Sample);
        Assert.Equal(0, Read(calls, read).Code);
        var journal = Path.Combine(read, ".softno-read");
        File.WriteAllText(journal, File.ReadAllText(journal)[..^6]);
        Assert.Contains("1 file was done", Read(calls, read).Error, StringComparison.Ordinal);
        Assert.Contains("2 files were done", Read(calls, read).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("one", File.ReadAllText(journal).Split('\t')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_it_leaves_complete_outputs_and_goes_on()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There are no signals to send on Windows.");
        const int Files = 120;
        using var folder = new TemporaryFolder();
        var (calls, read) = (Path.Combine(folder.Path, "calls"), Path.Combine(folder.Path, "read"));
        for (var i = 0; i < Files; i++) folder.Write(Path.Combine("calls", $"{i:000}.srt"), Sample);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var word in (string[])["exec", Softno.Command, "read", calls, "--format", "json", "--out", read, "--without", "listener", "--jobs", "2"]) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!process.HasExited && (!Directory.Exists(read) || Names(read).Length < 3)) await Task.Delay(10, TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains($"of {Files} files", await error, StringComparison.Ordinal);
        Assert.InRange(Names(read).Length, 3, Files - 1);
        Assert.Empty(Directory.GetFiles(read, "*.part"));
        foreach (var name in Names(read)) JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(read, name), TestContext.Current.CancellationToken)).Dispose();

        Assert.Equal(0, Read(calls, read).Code);
        Assert.Equal(Files, Names(read).Length);
    }

    [Fact]
    public void Consent_is_written_as_the_user_says_it_and_what_is_heard_is_only_proposed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("call.txt", "Camille: Mind if I record so I don't have to take notes?\nDana: Sure, go ahead.\nCamille: Thanks. What happens when a truck breaks down?\nDana: We call around for an hour.\n");
        using var heard = JsonDocument.Parse(Softno.Of("read", file, "--format", "json", "--without", "listener").Out);
        var consent = heard.RootElement.GetProperty("consent");
        Assert.Equal(JsonValueKind.Null, consent.GetProperty("given").ValueKind);
        Assert.Equal(["notice Mind if I record so I don't have to take notes", "agreement Sure, go ahead"],
            consent.GetProperty("heard").EnumerateArray().Select(one => $"{one.GetProperty("words").GetString()} {one.GetProperty("quote").GetString()}"));
        using var given = JsonDocument.Parse(Softno.Of("read", file, "--format", "json", "--without", "listener", "--consent", "Dana, 17 nov. 2026, à l’oral").Out);
        Assert.Equal("Dana, 17 nov. 2026, à l’oral", given.RootElement.GetProperty("consent").GetProperty("given").GetString());
    }

    private static Run Read(string calls, string read, params string[] more) => Softno.Of(["read", calls, "--format", "json", "--out", read, "--without", "listener", .. more]);

    private static string[] Names(string folder) => [.. Directory.GetFiles(folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
