using System.Diagnostics;
using Microsoft.Playwright;
using SoftNo.Browser.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(Browsing))]

namespace SoftNo.Browser.Tests;

/// <summary>One browser for all tests, and the pages that the real command writes from the samples.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private readonly string _folder = Directory.CreateTempSubdirectory("softno-pages-").FullName;
    private int _pages;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The page of a transcript, written by the command.</summary>
    public string PageOf(string transcript, params string[] options)
    {
        Assert.SkipWhen(_browser is null, "chromium is missing, which shows the pages; cure: apt-get install chromium (./test does it as root on Debian and Ubuntu)");
        var folder = Path.Combine(_folder, Interlocked.Increment(ref _pages).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var word in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "SoftNo.Cli.dll"), "read", transcript, "--format", "html", "--out", folder, .. options]) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        return Assert.Single(Directory.GetFiles(folder, "*.html"));
    }

    /// <summary>A sample's file.</summary>
    public static string Sample(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SoftNo.slnx"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "samples", name);
    }

    /// <summary>A transcript made for one test.</summary>
    public string Transcript(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Opens a file in a context of its own; every request and every message of the console is written down.</summary>
    public async Task<Sight> Open(string file, BrowserNewContextOptions? options = null)
    {
        var context = await _browser!.NewContextAsync(options ?? new());
        var page = await context.NewPageAsync();
        var sight = new Sight(context, page);
        context.Request += (_, request) => sight.Requests.Add(request.Url);
        page.Console += (_, message) => sight.Messages.Add(message.Text);
        page.PageError += (_, error) => sight.Messages.Add(error);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return sight;
    }
}

/// <summary>An open page with what it asked for and said.</summary>
public sealed record Sight(IBrowserContext Context, IPage Page) : IAsyncDisposable
{
    public List<string> Requests { get; } = [];

    public List<string> Messages { get; } = [];

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
