using Microsoft.Playwright;
using Xunit;

namespace SoftNo.Server.Tests;

/// <summary>The pictures of the documents: the desk over the demo, in both languages and both themes. Made by <c>./test --pictures</c>, no test of anything.</summary>
public sealed class Pictures
{
    [Theory(Explicit = true)]
    [InlineData("deal", "/deals/1", "fr", ColorScheme.Light, 1100)]
    [InlineData("pipeline", "/pipeline", "en", ColorScheme.Dark, 1100)]
    [InlineData("today", "/today", "fr", ColorScheme.Dark, 390)]
    [InlineData("call", null, "fr", ColorScheme.Light, 1100)]
    public async Task Made(string name, string? path, string language, ColorScheme colours, int width)
    {
        var folder = Environment.GetEnvironmentVariable("SOFTNO_PICTURES") is { Length: > 0 } said ? said : Path.Combine(Path.GetDirectoryName(Desk.Sample(""))!, "docs", "pictures");
        Directory.CreateDirectory(folder);
        await using var desk = new Desk(new ServeSettings { Port = 0, RequestsAMinute = 0 });
        await desk.InitializeAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"] });
        var context = await browser.NewContextAsync(new() { Locale = language, ColorScheme = colours, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{desk.Address}/enter?key={desk.Sessions.NewEntryKey()}");
        await page.Locator("form[action='/demo'] button").ClickAsync();
        await page.WaitForURLAsync("**/today");
        if (path is null) await page.GotoAsync($"{desk.Address}/");
        await page.GotoAsync($"{desk.Address}{path ?? await page.Locator("#kept ~ ul a[href^='/calls/']").First.GetAttributeAsync("href")}");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{language}-{colours.ToString().ToLowerInvariant()}-{width}.png"), FullPage = path is not null });
    }
}
