using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace SoftNo.Server.Tests;

/// <summary>Kept calls and deals through the API, on a real host and a real database.</summary>
public sealed class KeptApiTests : IAsyncLifetime
{
    private const string Soft = "2026-11-17-harborlight-zoom.vtt";
    private const string Export = "Deal Name,Deal Stage,Amount,Currency,Deal probability,Close Date,Create Date,Record ID\nHarborlight,Proposal,120000,USD,0.8,2025-12-15,2025-01-10,1\nRidge,Discovery,50000,USD,0.2,2026-12-20,2026-11-01,2\n";
    private readonly Desk _desk = new(new ServeSettings { Port = 0, RequestsAMinute = 0 });

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Deals_are_imported_listed_by_page_and_shown()
    {
        using var program = _desk.Program();
        foreach (var fresh in (int[])[2, 0])
        {
            using var imported = await program.PostAsync("/api/v1/deals?name=deals.csv", new StringContent(Export));
            Assert.Equal(fresh, (int)(await Json(imported))["new"]!);
        }

        var first = JsonNode.Parse(await program.GetStringAsync(new Uri("/api/v1/deals?take=1", UriKind.Relative)))!;
        Assert.Equal(("Harborlight", 1), ((string?)first["items"]![0]!["name"], (int)first["items"]![0]!["number"]!));
        var second = JsonNode.Parse(await program.GetStringAsync(new Uri((string)first["next"]!, UriKind.Relative)))!;
        Assert.Equal(("Ridge", null), ((string?)second["items"]![0]!["name"], (string?)second["next"]));
        var deal = JsonNode.Parse(await program.GetStringAsync(new Uri("/api/v1/deals/1", UriKind.Relative)))!;
        Assert.NotNull(deal["waterfall"]);
        foreach (var (path, status) in (ValueTuple<string, HttpStatusCode>[])[("/api/v1/deals/99", HttpStatusCode.NotFound), ("/api/v1/deals?take=0", HttpStatusCode.BadRequest), ("/api/v1/deals?take=501", HttpStatusCode.BadRequest)])
        {
            using var refused = await program.GetAsync(path);
            Assert.Equal(status, refused.StatusCode);
        }

        using var wrong = await program.PostAsync("/api/v1/deals", new StringContent("no table"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task A_call_is_kept_with_consent_once_read_again_by_its_tag_and_corrected()
    {
        _desk.Import(Export);
        using var program = _desk.Program();
        using var refused = await program.PostAsync($"/api/v1/calls?name={Soft}&us=Claire", Bytes());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "no-consent"), (refused.StatusCode, (string?)(await Json(refused))["code"]));
        JsonNode kept = new JsonObject();
        for (var twice = 0; twice < 2; twice++)
        {
            using var answer = await program.PostAsync($"/api/v1/calls?name={Soft}&us=Claire&consent=all%2C%20aloud", Bytes());
            kept = await Json(answer);
            Assert.Equal(("softno.call/1", "Harborlight", 1), ((string?)kept["schema"], (string?)kept["deal"]!["name"], (int)kept["number"]!));
        }

        var listed = JsonNode.Parse(await program.GetStringAsync(new Uri("/api/v1/calls", UriKind.Relative)))!;
        Assert.Equal((string?)kept["id"], (string?)Assert.Single(listed["items"]!.AsArray())!["id"]);
        using var read = await program.GetAsync($"/api/v1/calls/{kept["id"]}");
        var reading = await Json(read);
        Assert.Equal("softno.reading/1", (string?)reading["schema"]);
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/calls/{kept["id"]}");
        asked.Headers.IfNoneMatch.Add(read.Headers.ETag!);
        using var same = await program.SendAsync(asked);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        var cue = (string)reading["cues"]!.AsArray().First(one => (string?)one!["kind"] == "generic-praise")!["id"]!;
        using var wrong = await program.PostAsJsonAsync($"/api/v1/calls/{kept["id"]}/cues/{cue}", new { @as = "beauty" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var corrected = await program.PostAsJsonAsync($"/api/v1/calls/{kept["id"]}/cues/{cue}", new { @as = "none", why = "a quotation" });
        Assert.DoesNotContain((await Json(corrected))["cues"]!.AsArray(), one => (string?)one!["id"] == cue);
        var corrections = JsonNode.Parse(await program.GetStringAsync(new Uri($"/api/v1/calls/{kept["id"]}/corrections", UriKind.Relative)))!["items"]!.AsArray();
        Assert.Equal("generic-praise", (string?)Assert.Single(corrections)!["kind"]);
        using var undone = await program.DeleteAsync($"/api/v1/calls/{kept["id"]}/corrections/{corrections[0]!["number"]}");
        Assert.Contains((await Json(undone))["cues"]!.AsArray(), one => (string?)one!["id"] == cue);
    }

    [Theory]
    [InlineData("/api/v1/readings?name=call.vtt&us=Claire", "softno.reading/1")]
    [InlineData("/api/v1/calls?name=call.vtt&us=Claire&consent=all%2C%20aloud", "softno.call/1")]
    [InlineData("/api/v1/rescue?us=Claire", "softno.rescue/1")]
    public async Task A_file_is_read_as_it_is_even_where_its_sender_says_that_it_is_a_form(string path, string schema)
    {
        using var program = _desk.Program();
        using var body = Bytes();
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await program.PostAsync(path, body);
        Assert.Equal((HttpStatusCode.OK, schema), (answer.StatusCode, (string?)(await Json(answer))["schema"]));
    }

    [Fact]
    public async Task A_file_in_a_form_with_parts_is_read_too()
    {
        using var program = _desk.Program();
        using var form = new MultipartFormDataContent { { Bytes(), "file", Soft } };
        using var answer = await program.PostAsync("/api/v1/readings?us=Claire", form);
        Assert.Equal(Soft, (string?)(await Json(answer))["source"]!["file"]);
    }

    [Fact]
    public async Task A_mail_that_makes_a_kept_thread_grow_answers_with_the_thread()
    {
        _desk.Import(Export);
        using var program = _desk.Program();
        var ids = new List<string>();
        foreach (var mail in (string[])[Mails.First, Mails.Second])
        {
            using var answer = await program.PostAsync("/api/v1/calls?name=mail.eml&us=Camille&deal=Ridge", new StringContent(mail));
            var kept = await Json(answer);
            Assert.Equal((HttpStatusCode.OK, 1, "Ridge"), (answer.StatusCode, (int)kept["number"]!, (string?)kept["deal"]!["name"]));
            ids.Add((string)kept["id"]!);
            using var shown = await program.GetAsync($"/api/v1/calls/{ids[^1]}");
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        }

        Assert.NotEqual(ids[0], ids[1]);
    }

    [Fact]
    public async Task A_call_whose_words_are_erased_answers_with_what_is_stored_of_it()
    {
        _desk.Import(Export);
        using var program = _desk.Program();
        for (var twice = 0; twice < 2; twice++)
        {
            using var answer = await program.PostAsync($"/api/v1/calls?name={Soft}&us=Claire&consent=all%2C%20aloud&deal=Ridge", Bytes());
            var kept = await Json(answer);
            Assert.Equal((HttpStatusCode.OK, 1, "soft-no", "Ridge"), (answer.StatusCode, (int)kept["number"]!, (string?)kept["verdict"], (string?)kept["deal"]!["name"]));
            await using var store = _desk.Store();
            await store.Calls.ExecuteUpdateAsync(call => call.SetProperty(one => one.Content, (string?)null));
            await store.Readings.ExecuteUpdateAsync(reading => reading.SetProperty(one => one.Content, (string?)null));
        }
    }

    [Fact]
    public async Task Plans_are_accepted_by_their_id_and_outcomes_noted()
    {
        _desk.Import(Export);
        using var program = _desk.Program();
        using var proposed = await program.GetAsync("/api/v1/plan");
        var id = proposed.Headers.ETag!.Tag.Trim('"');
        using var other = await program.PostAsJsonAsync("/api/v1/plan", new { plan = "00000000", lines = (int[])[1] });
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        using var accepted = await program.PostAsJsonAsync("/api/v1/plan", new { plan = id, lines = (int[])[1] });
        Assert.Equal(1, (int)(await Json(accepted))["lines"]!);
        using var undone = await program.PostAsync("/api/v1/plan/1/undo", null);
        Assert.Equal(1, (int)(await Json(undone))["restored"]!);
        using var again = await program.PostAsync("/api/v1/plan/1/undo", null);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        foreach (var (path, body, status) in (ValueTuple<string, object, HttpStatusCode>[])
        [
            ("/api/v1/deals/2/sent", new { move = "micro-commitment", on = "2026-11-20" }, HttpStatusCode.NoContent), ("/api/v1/deals/2/outcome", new { outcome = "lost" }, HttpStatusCode.NoContent),
            ("/api/v1/deals/2/outcome", new { outcome = "eaten" }, HttpStatusCode.BadRequest), ("/api/v1/deals/2/outcome", new { outcome = "won", on = "today" }, HttpStatusCode.BadRequest),
            ("/api/v1/deals/99/outcome", new { outcome = "won" }, HttpStatusCode.NotFound),
        ])
        {
            using var answer = await program.PostAsJsonAsync(path, body);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    private static ByteArrayContent Bytes() => new(File.ReadAllBytes(Desk.Sample(Soft)));

    private static async Task<JsonNode> Json(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
