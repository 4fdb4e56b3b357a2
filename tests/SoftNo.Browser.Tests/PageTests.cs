using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace SoftNo.Browser.Tests;

public class PageTests(Browsing browsing)
{
    private static readonly string Soft = Browsing.Sample("2026-11-17-harborlight-zoom.vtt");
    private static readonly string Engaged = Browsing.Sample("2026-11-19-marlow-teams.vtt");

    [Fact]
    public async Task The_page_asks_nothing_of_anyone_and_breaks_no_policy_of_its_own()
    {
        var file = browsing.PageOf(Soft);
        await using var sight = await browsing.Open(file);
        Assert.Equal([new Uri(file).AbsoluteUri], sight.Requests);
        Assert.Empty(sight.Messages);
        Assert.Contains("default-src 'none'", await sight.Page.Locator("meta[http-equiv]").GetAttributeAsync("content"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task Axe_finds_nothing_to_say(string language, ColorScheme colours)
    {
        foreach (var sample in new[] { Soft, Engaged })
        {
            // The policy of the page would keep axe itself out.
            await using var sight = await browsing.Open(browsing.PageOf(sample, "--lang", language), new() { ColorScheme = colours, BypassCSP = true });
            foreach (var details in await sight.Page.Locator("details").AllAsync()) await details.EvaluateAsync("node => node.open = true");
            var found = await sight.Page.RunAxe();
            Assert.Equal([], found.Violations.Select(violation => $"{violation.Id}: {string.Join(' ', violation.Nodes.Select(node => node.Html).Take(3))}"));
            Assert.Equal(language, await sight.Page.Locator("html").GetAttributeAsync("lang"));
        }
    }

    [Fact]
    public async Task A_click_on_evidence_leads_to_its_words()
    {
        await using var sight = await browsing.Open(browsing.PageOf(Soft));
        var evidence = sight.Page.Locator(".evidence a").First;
        var quote = await evidence.Locator("q").InnerTextAsync();
        await evidence.ClickAsync();
        var target = sight.Page.Locator("mark:target");
        await Assertions.Expect(target).ToHaveTextAsync(quote);
        await Assertions.Expect(target).ToBeFocusedAsync();
        await Assertions.Expect(target).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_keyboard_goes_from_cue_to_cue()
    {
        await using var sight = await browsing.Open(browsing.PageOf(Soft));
        await sight.Page.Keyboard.PressAsync("j");
        var marks = sight.Page.Locator(".transcript mark[id]");
        await Assertions.Expect(marks.Nth(0)).ToBeFocusedAsync();
        await sight.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(marks.Nth(1)).ToBeFocusedAsync();
        await sight.Page.Keyboard.PressAsync("k");
        await Assertions.Expect(marks.Nth(0)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_first_tab_skips_to_the_transcript()
    {
        await using var sight = await browsing.Open(browsing.PageOf(Soft));
        await sight.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(sight.Page.Locator("a.skip")).ToBeFocusedAsync();
        await sight.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sight.Page.Locator("#transcript")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_copy_button_copies_and_says_so()
    {
        await using var sight = await browsing.Open(browsing.PageOf(Soft, "--lang", "en"), new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var line = await sight.Page.Locator("#crm-line").InnerTextAsync();
        await sight.Page.Locator("button[data-copy=crm-line]").ClickAsync();
        await Assertions.Expect(sight.Page.Locator("#live")).ToHaveTextAsync("Copied");
        Assert.Equal(line, (await sight.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Trim());
    }

    [Fact]
    public async Task Every_cue_of_the_strip_leads_into_the_transcript()
    {
        await using var sight = await browsing.Open(browsing.PageOf(Soft));
        var links = await sight.Page.Locator(".strip a").EvaluateAllAsync<string[]>("all => all.map(link => link.getAttribute('href'))");
        Assert.NotEmpty(links);
        foreach (var link in links) Assert.Equal(1, await sight.Page.Locator($"[id='{link[1..]}']").CountAsync());
    }

    [Theory]
    [InlineData(340)]
    [InlineData(768)]
    [InlineData(1600)]
    public async Task Nothing_runs_over_the_side_at_any_width(int width)
    {
        await using var sight = await browsing.Open(browsing.PageOf(Soft, "--lang", "fr"), new() { ViewportSize = new() { Width = width, Height = 800 } });
        foreach (var details in await sight.Page.Locator("details").AllAsync()) await details.EvaluateAsync("node => node.open = true");
        Assert.True(await sight.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task On_paper_there_are_no_buttons_and_the_words_are_all_there()
    {
        await using var sight = await browsing.Open(browsing.PageOf(Soft));
        await sight.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(sight.Page.Locator("button").First).ToBeHiddenAsync();
        await Assertions.Expect(sight.Page.Locator(".transcript .turn").Last).ToBeVisibleAsync();
        Assert.True((await sight.Page.PdfAsync()).Length > 10_000);
    }

    [Fact]
    public async Task Words_of_a_call_cannot_run()
    {
        var call = browsing.Transcript("hostile.txt", "Ann: Look.\n<img src=x onerror=window.owned=1>: That's really interesting <script>window.owned=1</script>\" onfocus=\"window.owned=1\nAnn: Thanks.\nBob: We'll circle back </mark></script><script>window.owned=1</script>.\n");
        await using var sight = await browsing.Open(browsing.PageOf(call, "--us", "Ann"), new() { BypassCSP = true });
        foreach (var mark in await sight.Page.Locator("mark[id]").AllAsync()) await mark.FocusAsync();
        Assert.True(await sight.Page.EvaluateAsync<bool>("window.owned === undefined"));
        Assert.Equal(1, await sight.Page.Locator("script").CountAsync());
        Assert.Equal(0, await sight.Page.Locator("img").CountAsync());
    }

    [Fact]
    public async Task A_shared_page_has_no_transcript_and_no_name()
    {
        await using var sight = await browsing.Open(browsing.PageOf(Soft, "--share"));
        Assert.Equal(0, await sight.Page.Locator(".transcript").CountAsync());
        var words = await sight.Page.Locator("html").TextContentAsync();
        Assert.DoesNotContain("Brent", words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Claire", words, StringComparison.OrdinalIgnoreCase);
    }
}
