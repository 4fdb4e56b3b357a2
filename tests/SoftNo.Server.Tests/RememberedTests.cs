using System.Net;
using Microsoft.EntityFrameworkCore;
using SoftNo.Signals;
using Xunit;

namespace SoftNo.Server.Tests;

/// <summary>A call told from memory is kept as it was told, and never read as if it were a transcript.</summary>
public sealed class RememberedTests : IAsyncLifetime
{
    private const string Export = "Deal Name,Deal Stage,Amount,Currency,Deal probability,Close Date,Create Date,Record ID\nRidge,Discovery,50000,USD,0.2,2026-12-20,2026-11-01,2\n";
    private readonly Desk _desk = new(new ServeSettings { Port = 0, RequestsAMinute = 0 });

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task It_is_kept_at_its_deal_without_a_consent_and_its_verdict_stays()
    {
        _desk.Import(Export);
        using var person = await _desk.Person();
        using var told = await Tell(person);
        var path = told.RequestMessage!.RequestUri!.AbsolutePath;
        var page = await told.Content.ReadAsStringAsync();
        Assert.DoesNotContain("name=\"consent\"", page, StringComparison.Ordinal);
        using var nowhere = await person.PostAsync($"{path}/keep", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.StatusCode);
        using var kept = await person.PostAsync($"{path}/keep", new FormUrlEncodedContent([new("deal", "Ridge")]));
        Assert.Equal(path, kept.RequestMessage!.RequestUri!.AbsolutePath);
        var after = await kept.Content.ReadAsStringAsync();
        Assert.Contains("Kept: Ridge", after, StringComparison.Ordinal);
        Assert.Equal(Title(page), Title(after));
        await using var store = _desk.Store();
        Assert.Equal(Verdict.Engaged, (await store.Readings.SingleAsync()).Verdict);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Neither_its_sides_nor_its_cues_are_corrected(bool keep)
    {
        _desk.Import(Export);
        using var person = await _desk.Person();
        using var told = await Tell(person);
        var path = told.RequestMessage!.RequestUri!.AbsolutePath;
        if (keep) (await person.PostAsync($"{path}/keep", new FormUrlEncodedContent([new("deal", "Ridge")]))).Dispose();
        using var program = _desk.Program();
        var cue = System.Text.Json.Nodes.JsonNode.Parse(await program.GetStringAsync(new Uri($"/api/v1{path}", UriKind.Relative)))!["cues"]![0]!["id"];
        var page = await person.GetStringAsync(new Uri(path, UriKind.Relative));
        Assert.DoesNotContain("/cues/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/sides", page, StringComparison.Ordinal);
        foreach (var (place, field) in (ValueTuple<string, KeyValuePair<string, string>>[])[($"{path}/sides", new("side-0", "seller")), ($"{path}/cues/{cue}", new("as", "none")), ($"{path}/corrections/1/undo", new("x", ""))])
        {
            using var refused = await person.PostAsync(place, new FormUrlEncodedContent([field]));
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        }

        using var byProgram = await program.PostAsync($"/api/v1{path}/cues/{cue}", new StringContent("{\"as\":\"none\"}"));
        Assert.Equal(HttpStatusCode.Conflict, byProgram.StatusCode);
        Assert.Equal(Title(page), Title(await person.GetStringAsync(new Uri(path, UriKind.Relative))));
    }

    private static string Title(string page) => page.Split("<title>")[1].Split("</title>")[0];

    private static Task<HttpResponseMessage> Tell(HttpClient person) => person.PostAsync("/debrief", new FormUrlEncodedContent(
        [new("words", "That's really interesting."), new("questions", "integration"), new("questions", "security"), new("date", "them"), new("when", "Tuesday at 2 PM"), new("result", "40 hours a week"), new("prospect", "Bob Quist")]));
}
