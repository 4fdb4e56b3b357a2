using System.Diagnostics;
using System.Net;
using Xunit;

namespace SoftNo.Server.Tests;

public class ServeTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.1.7")]
    [InlineData("::")]
    public void Any_other_address_is_refused(string address)
    {
        var (_, problem) = ServeSettings.Parse(["--address", address]);
        Assert.Equal("local-only", problem!.Code);
    }

    [Fact]
    public void Options_are_understood_or_refused()
    {
        var (settings, problem) = ServeSettings.Parse(["--port", "8080", "--max-upload", "80MB", "--requests-a-minute", "0", "--address", "127.0.0.1"]);
        Assert.Null(problem);
        Assert.Equal((8080, 80_000_000L, 0), (settings.Port, settings.MaxUpload, settings.RequestsAMinute));
        foreach (var words in (string[][])[["--port", "70000"], ["--port"], ["--max-upload", "3GB"], ["--frob", "1"], ["--new-key", " "]]) Assert.Equal("bad-option", ServeSettings.Parse(words).Problem!.Code);
    }

    [Fact]
    public async Task The_command_opens_the_desk_gives_fresh_addresses_and_stops_when_it_is_told()
    {
        using var folder = new HomeFolder();
        using var process = Start(folder, "serve", "--port", "0", "--lang", "en");
        var first = await Address(process);
        process.StandardInput.WriteLine();
        var second = await Address(process);
        Assert.NotEqual(first, second);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var old = await client.GetAsync(new Uri(first));
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var fresh = await client.GetAsync(new Uri(second));
        Assert.Equal(HttpStatusCode.Redirect, fresh.StatusCode);
        if (OperatingSystem.IsWindows()) process.Kill(entireProcessTree: true);
        else Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();
        await process.WaitForExitAsync();
        if (!OperatingSystem.IsWindows()) Assert.Equal(0, process.ExitCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(second)));
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_new_key_is_shown_and_only_its_hash_is_kept()
    {
        using var folder = new HomeFolder();
        using var process = Start(folder, "serve", "--new-key", "crm", "--lang", "en");
        process.StandardInput.Close();
        var key = (await process.StandardOutput.ReadToEndAsync()).Trim().Split('\n')[^1];
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith("softno_", key, StringComparison.Ordinal);
        var kept = await File.ReadAllTextAsync(Path.Combine(folder.Path, "keys.json"));
        Assert.DoesNotContain(key, kept, StringComparison.Ordinal);
        Assert.Contains(Access.Secret.Hash(key), kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_refusal_passes_through()
    {
        using var folder = new HomeFolder();
        using var process = Start(folder, "serve", "--address", "0.0.0.0", "--lang", "en");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
        Assert.Contains("127.0.0.1 only", error, StringComparison.Ordinal);
    }

    private static Process Start(HomeFolder folder, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOFTNO_HOME"] = folder.Path;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var word in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "SoftNo.Cli.dll"), .. words]) start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    private static async Task<string> Address(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("/enter?key=", StringComparison.Ordinal)) return line.Trim();
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    private sealed class HomeFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("softno-home-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
