using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace SoftNo.Server.Tests;

/// <summary>The desk in Debian's Chromium, as a person uses it.</summary>
public sealed class BrowserTests(Desk desk) : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Soft = "2026-11-17-harborlight-zoom.vtt";
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly List<string> _requests = [];
    private readonly List<string> _messages = [];

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
    }

    [Fact]
    public async Task A_file_is_dropped_and_its_reading_seen_and_no_request_leaves_the_machine()
    {
        var page = await Enter("en");
        var words = await File.ReadAllTextAsync(Desk.Sample(Soft));
        // As a drag ends: a drop of files on the zone.
        var dragged = await page.EvaluateHandleAsync("([name, words]) => { const all = new DataTransfer(); all.items.add(new File([words], name, { type: 'text/vtt' })); return all; }", new[] { Soft, words });
        await page.DispatchEventAsync(".drop", "drop", new { dataTransfer = dragged });
        await Assertions.Expect(page.Locator(".top .verdict")).ToContainTextAsync("Soft no");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/calls/"));
        var evidence = page.Locator(".evidence a").First;
        var quote = await evidence.Locator("q").InnerTextAsync();
        await evidence.ClickAsync();
        await Assertions.Expect(page.Locator("mark:target")).ToHaveTextAsync(quote);
        var mail = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href$='mail.eml']").First.ClickAsync());
        Assert.Equal("mail.eml", mail.SuggestedFilename);
        Assert.NotEmpty(_requests);
        Assert.All(_requests, request => Assert.StartsWith(desk.Address, request, StringComparison.Ordinal));
        Assert.Empty(_messages);
    }

    [Fact]
    public async Task A_side_is_corrected_with_the_keyboard_and_the_call_is_read_again()
    {
        var page = await Enter("en");
        await page.Locator("#text").FillAsync("Rita: We make a scanner, the camera sees everything.\nBob: That's really interesting. We'll circle back.\nRita: Great.\nBob: Send me something.");
        await page.Locator("#text").PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".sides summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[name=side-0][value=prospect]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("input[name=side-1][value=seller]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/calls/*");
        await page.Locator(".sides summary").ClickAsync();
        await Assertions.Expect(page.Locator("input[name=side-0][value=prospect]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#speaker-1")).ToContainTextAsync("said at the desk");
    }

    [Fact]
    public async Task Words_are_decoded_on_any_page_without_leaving_it()
    {
        var page = await Enter("en");
        await page.GotoAsync($"{desk.Address}/debrief");
        await page.Locator(".decoder summary").ClickAsync();
        await page.Locator("#decode-words").FillAsync("Let us digest this internally and we'll circle back.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#decoded mark").First).ToBeVisibleAsync();
        Assert.EndsWith("/debrief", page.Url, StringComparison.Ordinal);
        Assert.Empty(_messages);
    }

    [Fact]
    public async Task The_language_is_switched_at_once_and_stays()
    {
        var page = await Enter("fr");
        await page.GotoAsync($"{desk.Address}/debrief");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Débrief sans enregistrement");
        await page.Locator("button[lang=en]").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Debrief without a recording");
        Assert.EndsWith("/debrief", page.Url, StringComparison.Ordinal);
        await page.GotoAsync($"{desk.Address}/settings");
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    }

    [Theory]
    [InlineData("fr", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task Axe_finds_nothing_to_say_on_any_page(string language, ColorScheme colours)
    {
        // The policy of the pages would keep axe itself out.
        var page = await Enter(language, new() { ColorScheme = colours, BypassCSP = true, Locale = language });
        var call = await Read(page);
        foreach (var path in (string[])["/", call, await Cue(page), await Move(page), "/today", "/pipeline", "/blocks", "/deals/1", "/debrief", "/phrases?find=circle", "/settings", "/calls/none"])
        {
            await page.GotoAsync($"{desk.Address}{path}");
            foreach (var details in await page.Locator("details").AllAsync()) await details.EvaluateAsync("node => node.open = true");
            var found = await page.RunAxe();
            Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(violation => $"{path} {violation.Id}: {string.Join(' ', violation.Nodes.Select(node => node.Html).Take(3))}")));
        }
    }

    [Theory]
    [InlineData(340)]
    [InlineData(1600)]
    public async Task Nothing_runs_over_the_side_on_a_phone_or_a_wide_screen(int width)
    {
        var page = await Enter("fr", new() { ViewportSize = new() { Width = width, Height = 800 }, Locale = "fr" });
        var call = await Read(page);
        foreach (var path in (string[])["/", call, await Cue(page), await Move(page), "/today", "/pipeline", "/blocks", "/deals/1", "/debrief", "/phrases", "/settings"])
        {
            await page.GotoAsync($"{desk.Address}{path}");
            foreach (var details in await page.Locator("details").AllAsync()) await details.EvaluateAsync("node => node.open = true");
            var over = await page.EvaluateAsync<string[]>("""
                () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
                    : [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(one => one.outerHTML.slice(0, 120))
                """);
            Assert.True(over.Length == 0, $"{path} at {width}: {string.Join('\n', over)}");
        }
    }

    private async Task<IPage> Enter(string language, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, "chromium is missing, which shows the pages; cure: apt-get install chromium (./test does it as root on Debian and Ubuntu)");
        desk.ImportOnce("Deal Name,Deal Stage,Amount,Currency,Deal probability,Close Date,Create Date,Record ID\nHarborlight,Proposal,120000,USD,0.8,2026-12-15,2026-01-10,1\nRidge,Discovery,50000,USD,0.2,2026-12-20,2026-11-01,2\n");
        var context = await _browser!.NewContextAsync(options ?? new() { Locale = language });
        var page = await context.NewPageAsync();
        context.Request += (_, request) => _requests.Add(request.Url);
        page.Console += (_, message) => _messages.Add(message.Text);
        page.PageError += (_, error) => _messages.Add(error);
        await page.GotoAsync($"{desk.Address}/enter?key={desk.Sessions.NewEntryKey()}");
        return page;
    }

    private static async Task<string> Move(IPage page) => await page.Locator(".take a").First.GetAttributeAsync("href") ?? "";

    private static async Task<string> Cue(IPage page) => await page.Locator(".fix a").First.GetAttributeAsync("href") ?? "";

    [Fact]
    public async Task A_cue_is_dismissed_with_the_keyboard_kept_with_consent_and_seen_at_its_deal()
    {
        var page = await Enter("en");
        await page.Locator("#consent").FillAsync("Brent, aloud");
        await page.Locator("#files").SetInputFilesAsync(Desk.Sample("2026-11-18-lattice.srt"));
        await page.WaitForURLAsync("**/calls/*");
        await Assertions.Expect(page.Locator(".keep summary")).ToHaveTextAsync("Kept, without a deal");
        var cues = await page.Locator(".fix").CountAsync();
        await page.Locator(".fix button").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#corrections")).ToBeVisibleAsync();
        Assert.True(await page.Locator(".fix").CountAsync() < cues);
        await page.Locator(".keep #deal").FillAsync("Ridge");
        await page.Locator(".keep #deal").PressAsync("Enter");
        await page.Locator(".kept a").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ridge");
        await Assertions.Expect(page.Locator(".story a")).ToHaveCountAsync(1);
        Assert.Empty(_messages);
    }

    private static async Task<string> Read(IPage page)
    {
        await page.Locator("#files").SetInputFilesAsync(Desk.Sample(Soft));
        await page.WaitForURLAsync("**/calls/*");
        return new Uri(page.Url).AbsolutePath;
    }
}
