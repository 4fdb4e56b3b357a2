using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoftNo.Cues;
using Xunit;

namespace SoftNo.Server.Tests;

/// <summary>What is kept in the database from the desk, and corrected there.</summary>
public sealed class KeepingTests : IAsyncLifetime
{
    private const string Soft = "2026-11-17-harborlight-zoom.vtt";
    private const string Export = "Deal Name,Deal Stage,Amount,Currency,Deal probability,Close Date,Create Date,Record ID\nHarborlight,Proposal,120000,USD,0.8,2026-12-15,2026-01-10,1\nRidge,Discovery,50000,USD,0.2,2026-12-20,2026-11-01,2\n,,,,,,,\n";
    private readonly Desk _desk = new(new ServeSettings { Port = 0, RequestsAMinute = 0 });

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_dropped_export_of_a_CRM_goes_into_the_pipeline_and_tells_its_rows()
    {
        using var person = await _desk.Person();
        using var shown = await Drop(person, null, ("deals.csv", Encoding.UTF8.GetBytes(Export)));
        Assert.Contains("deals.csv: 2 new deals, 0 changed, 0 unchanged", await Text(shown), StringComparison.Ordinal);
        var pipeline = await person.GetStringAsync(new Uri("/pipeline", UriKind.Relative));
        Assert.Contains("<a href=\"/deals/1\">Harborlight</a>", pipeline, StringComparison.Ordinal);
        using var again = await Drop(person, null, ("deals.csv", Encoding.UTF8.GetBytes(Export)));
        Assert.Contains("deals.csv: 0 new deals, 0 changed, 2 unchanged", await Text(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_with_its_consent_is_kept_at_its_deal_and_in_the_deals_story()
    {
        _desk.Import(Export);
        using var person = await _desk.Person();
        using var shown = await Drop(person, "Brent, aloud, at the start", (Soft, await File.ReadAllBytesAsync(Desk.Sample(Soft))));
        var page = await Text(shown);
        Assert.Contains("Kept: Harborlight", page, StringComparison.Ordinal);
        Assert.Contains("Brent, aloud, at the start", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/forget", page, StringComparison.Ordinal);
        var id = shown.RequestMessage!.RequestUri!.AbsolutePath;
        var deal = await person.GetStringAsync(new Uri("/deals/1", UriKind.Relative));
        Assert.Contains($"href=\"{id}\"", deal, StringComparison.Ordinal);
        Assert.Contains("generic enthusiasm", deal, StringComparison.Ordinal);
        Assert.Contains("From the base rate to the result", deal, StringComparison.Ordinal);
        using var store = _desk.Store();
        Assert.Equal("Brent, aloud, at the start", (await store.Calls.SingleAsync()).Consent);
    }

    [Fact]
    public async Task Without_a_consent_nothing_is_kept_until_it_is_given()
    {
        _desk.Import(Export);
        using var person = await _desk.Person();
        using var shown = await Drop(person, null, (Soft, await File.ReadAllBytesAsync(Desk.Sample(Soft))));
        var path = shown.RequestMessage!.RequestUri!.AbsolutePath;
        using (var store = _desk.Store()) Assert.Equal(0, await store.Calls.CountAsync());
        using var refused = await person.PostAsync($"{path}/keep", new FormUrlEncodedContent([new("deal", "Ridge")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var unknown = await person.PostAsync($"{path}/keep", new FormUrlEncodedContent([new("consent", "all, aloud"), new("deal", "Nobody Inc.")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        using var kept = await person.PostAsync($"{path}/keep", new FormUrlEncodedContent([new("consent", "all, aloud"), new("deal", "Ridge")]));
        Assert.Contains("Kept: Ridge", await Text(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_makes_a_kept_thread_grow_leads_to_the_thread()
    {
        using var person = await _desk.Person();
        var paths = new List<string>();
        foreach (var mail in (string[])[Mails.First, Mails.Second])
        {
            using var shown = await Drop(person, null, ("mail.eml", Encoding.UTF8.GetBytes(mail)));
            using var kept = await person.PostAsync($"{shown.RequestMessage!.RequestUri!.AbsolutePath}/keep", new FormUrlEncodedContent([]));
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            Assert.Contains("How many of your trucks come back empty?", await Text(kept), StringComparison.Ordinal);
            paths.Add(kept.RequestMessage!.RequestUri!.AbsolutePath);
        }

        Assert.NotEqual(paths[0], paths[1]);
        Assert.All(paths, path => Assert.StartsWith("/calls/", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_without_a_deal_waits_and_is_settled_by_hand()
    {
        _desk.Import(Export);
        using var person = await _desk.Person();
        using var shown = await Drop(person, "all, aloud", ("talk.txt", Encoding.UTF8.GetBytes("Rita: We make a scanner, the camera sees everything.\nBob Quist: That's really interesting. We'll circle back.\nRita: Great.\n")));
        Assert.Contains("Kept, without a deal", await Text(shown), StringComparison.Ordinal);
        var waiting = await person.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.Contains("action=\"/unmatched/1\"", waiting, StringComparison.Ordinal);
        using var wrong = await person.PostAsync("/unmatched/1", new FormUrlEncodedContent([new("deal", "Nobody Inc.")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var settled = await person.PostAsync("/unmatched/1", new FormUrlEncodedContent([new("deal", "Ridge")]));
        Assert.DoesNotContain("action=\"/unmatched/1\"", await Text(settled), StringComparison.Ordinal);
        using var store = _desk.Store();
        Assert.Equal(2, (await store.Calls.SingleAsync()).DealNumber);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("all, aloud")]
    public async Task A_dismissed_cue_leaves_the_reading_at_once_and_comes_back_when_it_is_undone(string? consent)
    {
        using var person = await _desk.Person();
        using var shown = await Drop(person, consent, (Soft, await File.ReadAllBytesAsync(Desk.Sample(Soft))));
        var path = shown.RequestMessage!.RequestUri!.AbsolutePath;
        var before = await Text(shown);
        var cue = before.Split("action=\"").Select(part => part.Split('"')[0]).First(place => place.Contains("/cues/", StringComparison.Ordinal) && place.EndsWith(".generic-praise", StringComparison.Ordinal));
        using var dismissed = await person.PostAsync(cue, new FormUrlEncodedContent([new("as", "none"), new("why", "she quoted a colleague")]));
        var after = await Text(dismissed);
        Assert.DoesNotContain($"action=\"{cue}\"", after, StringComparison.Ordinal);
        Assert.Contains("nothing of the kind", after, StringComparison.Ordinal);
        var undo = after.Split('"').First(part => part.EndsWith("/undo", StringComparison.Ordinal));
        using var undone = await person.PostAsync(undo, null);
        Assert.Contains($"action=\"{cue}\"", await Text(undone), StringComparison.Ordinal);
        using var gone = await person.PostAsync($"{path}/cues/none-such", new FormUrlEncodedContent([new("as", "none")]));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_corrected_cue_is_what_the_user_says_and_is_kept_with_the_call()
    {
        using var person = await _desk.Person();
        using var shown = await Drop(person, null, (Soft, await File.ReadAllBytesAsync(Desk.Sample(Soft))));
        var path = shown.RequestMessage!.RequestUri!.AbsolutePath;
        var cue = (await Text(shown)).Split("action=\"").Select(part => part.Split('"')[0]).First(place => place.EndsWith(".generic-praise", StringComparison.Ordinal));
        var form = await person.GetStringAsync(new Uri(cue, UriKind.Relative));
        Assert.Contains("<option value=\"hard-question:integration\">", form, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"feature-pitch\">", form, StringComparison.Ordinal);
        using var wrong = await person.PostAsync(cue, new FormUrlEncodedContent([new("as", "feature-pitch")]));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var corrected = await person.PostAsync(cue, new FormUrlEncodedContent([new("as", "pain")]));
        var right = cue[..cue.LastIndexOf('.')] + ".pain";
        Assert.Contains($"action=\"{right}\"", await Text(corrected), StringComparison.Ordinal);
        using var kept = await person.PostAsync($"{path}/keep", new FormUrlEncodedContent([new("consent", "all, aloud")]));
        Assert.Contains($"action=\"{right}\"", await Text(kept), StringComparison.Ordinal);
        using var store = _desk.Store();
        var noted = await store.Dismissals.SingleAsync();
        Assert.Equal((CueKind.GenericPraise, CueKind.Pain), (noted.Kind, noted.Instead));
        Assert.Contains(store.Cues, one => one.Kind == CueKind.Pain && right.EndsWith(one.CueId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_sent_and_what_came_of_it_is_noted_at_the_deal()
    {
        _desk.Import(Export);
        using var person = await _desk.Person();
        using var sent = await person.PostAsync("/deals/1/sent", new FormUrlEncodedContent([new("move", "micro-commitment"), new("on", "2026-11-18")]));
        Assert.Contains("Micro-commitment, sent on Nov 18, 2026: what came of it?", await Text(sent), StringComparison.Ordinal);
        using var answered = await person.PostAsync("/deals/1/sent", new FormUrlEncodedContent([new("move", "micro-commitment"), new("on", "2026-11-18"), new("answer", "clear-no")]));
        Assert.Contains("Sent: Micro-commitment · a clear no", await Text(answered), StringComparison.Ordinal);
        using var lost = await person.PostAsync("/deals/1/outcome", new FormUrlEncodedContent([new("outcome", "lost")]));
        Assert.Contains("This deal is closed", await Text(lost), StringComparison.Ordinal);
        foreach (var (path, field, value) in (ValueTuple<string, string, string>[])[("/deals/1/outcome", "outcome", "stolen"), ("/deals/1/sent", "move", "beg")])
        {
            using var wrong = await person.PostAsync(path, new FormUrlEncodedContent([new(field, value)]));
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var none = await person.GetAsync("/deals/99");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Lines_of_the_plan_are_accepted_one_by_one_and_undone()
    {
        _desk.Import(Export.Replace("2026-12-15", "2025-12-15", StringComparison.Ordinal));
        using var person = await _desk.Person();
        var page = await person.GetStringAsync(new Uri("/pipeline", UriKind.Relative));
        var plan = page.Split("name=\"plan\" value=\"")[1].Split('"')[0];
        using var other = await person.PostAsync("/plan", new FormUrlEncodedContent([new("plan", "00000000"), new("line", "1")]));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        using var none = await person.PostAsync("/plan", new FormUrlEncodedContent([new("plan", plan), new("line", "99")]));
        Assert.Equal(HttpStatusCode.Conflict, none.StatusCode);
        using var accepted = await person.PostAsync("/plan", new FormUrlEncodedContent([new("plan", plan), new("line", "1")]));
        Assert.Contains("Accepted plans", await Text(accepted), StringComparison.Ordinal);
        using (var store = _desk.Store()) Assert.NotNull((await store.Deals.SingleAsync(deal => deal.Number == 1)).NotedCloseDate);
        using var undone = await person.PostAsync("/plan/1/undo", null);
        Assert.Contains("undone", await Text(undone), StringComparison.Ordinal);
        using (var store = _desk.Store()) Assert.Null((await store.Deals.SingleAsync(deal => deal.Number == 1)).NotedCloseDate);
    }

    [Fact]
    public async Task The_demo_is_shown_where_there_is_nothing_and_left_for_real_data()
    {
        using var person = await _desk.Person();
        Assert.Contains("action=\"/demo\"", await person.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        using var shown = await person.PostAsync("/demo", null);
        Assert.Equal("/today", shown.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("You are looking at the demo", await Text(shown), StringComparison.Ordinal);
        Assert.Contains("href=\"/deals/", await person.GetStringAsync(new Uri("/pipeline", UriKind.Relative)), StringComparison.Ordinal);
        Assert.False(File.Exists(_desk.Database));
        using var real = await Drop(person, null, ("deals.csv", Encoding.UTF8.GetBytes(Export)));
        Assert.DoesNotContain("You are looking at the demo", await Text(real), StringComparison.Ordinal);
        using var again = await person.PostAsync("/demo", null);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_double_click_on_the_demo_tells_it_once()
    {
        using var person = await _desk.Person();
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => person.PostAsync("/demo", null)));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "/today"), (answer.StatusCode, answer.RequestMessage!.RequestUri!.AbsolutePath)));
        foreach (var answer in answers) answer.Dispose();
        using var program = _desk.Program();
        var deals = System.Text.Json.Nodes.JsonNode.Parse(await program.GetStringAsync(new Uri("/api/v1/deals?take=500", UriKind.Relative)))!["items"]!.AsArray();
        Assert.NotEmpty(deals);
        Assert.Equal(deals.Count, deals.Select(deal => (string?)deal!["name"]).Distinct().Count());
    }

    [Fact]
    public async Task A_call_that_is_refused_ends_no_demo_and_makes_no_database()
    {
        using var person = await _desk.Person();
        (await person.PostAsync("/demo", null)).Dispose();
        using var shown = await Drop(person, null, (Soft, await File.ReadAllBytesAsync(Desk.Sample(Soft))));
        using var refused = await person.PostAsync($"{shown.RequestMessage!.RequestUri!.AbsolutePath}/keep", new FormUrlEncodedContent([new("consent", "all, aloud"), new("deal", "Nobody Inc.")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("You are looking at the demo", await person.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        Assert.False(File.Exists(_desk.Database));
        using var kept = await person.PostAsync($"{shown.RequestMessage.RequestUri.AbsolutePath}/keep", new FormUrlEncodedContent([new("consent", "all, aloud")]));
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.DoesNotContain("You are looking at the demo", await person.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        Assert.True(File.Exists(_desk.Database));
    }

    [Fact]
    public async Task Without_a_database_there_is_nothing_to_undo_or_to_settle_and_none_is_made()
    {
        using var person = await _desk.Person();
        using var program = _desk.Program();
        foreach (var path in (string[])["/plan/1/undo", "/unmatched/1"])
        {
            using var answer = await person.PostAsync(path, new FormUrlEncodedContent([new("deal", "Ridge")]));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            using var told = await program.PostAsync($"/api/v1{path}", new StringContent("{\"deal\":\"Ridge\"}"));
            Assert.Equal(HttpStatusCode.NotFound, told.StatusCode);
        }

        Assert.False(File.Exists(_desk.Database));
    }

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static Task<HttpResponseMessage> Drop(HttpClient person, string? consent, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        if (consent is not null) form.Add(new StringContent(consent), "consent");
        return person.PostAsync("/calls", form);
    }
}
