using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace SoftNo.Server.Tests;

public class AccessTests(Desk desk)
{
    /// <summary>Every route there is, and who may ask for it. A route that is not here fails the test below.</summary>
    private static readonly string[] Open = ["GET /enter", "GET /desk.css", "GET /desk.js", "GET /reading.js", "GET /desk.svg"];

    private static readonly string[] ForSessions =
    [
        "GET /", "POST /calls", "GET /calls/{id}", "POST /calls/{id}/sides", "POST /calls/{id}/forget", "GET /calls/{id}/rescue/{move}/{file}", "GET /calls/{id}/rescue/{move}", "POST /calls/{id}/rescue/{move}/mail.eml", "GET /blocks", "POST /calls/{id}/keep", "POST /unmatched/{number:long}", "GET /calls/{id}/cues/{cue}", "POST /calls/{id}/cues/{cue}",
        "POST /calls/{id}/corrections/{number:long}/undo", "GET /deals/{number:long}", "POST /deals/{number:long}/outcome", "POST /deals/{number:long}/sent", "GET /pipeline", "POST /plan", "POST /plan/{number:long}/undo", "POST /demo", "POST /demo/leave", "GET /today", "GET /debrief", "POST /debrief", "POST /decode",
        "GET /phrases", "GET /settings", "POST /settings/keys", "POST /settings/keys/revoke", "POST /language", "POST /leave",
    ];

    private static readonly string[] ForReading =
    [
        "POST /api/v1/readings", "POST /api/v1/rescue", "POST /api/v1/decode", "GET /api/v1/formats", "GET /api/v1/lexicon", "GET /api/v1/forecast", "GET /api/v1/today", "GET /api/v1/openapi.json", "GET /api/v1/calls",
        "GET /api/v1/calls/{id}", "GET /api/v1/calls/{id}/corrections", "GET /api/v1/unmatched", "GET /api/v1/deals", "GET /api/v1/deals/{number:long}", "GET /api/v1/plan", "GET /api/v1/diagnosis",
    ];

    private static readonly string[] ForWriting =
    [
        "POST /api/v1/calls", "POST /api/v1/calls/{id}/cues/{cue}", "DELETE /api/v1/calls/{id}/corrections/{number:long}", "POST /api/v1/unmatched/{number:long}", "POST /api/v1/deals",
        "POST /api/v1/deals/{number:long}/outcome", "POST /api/v1/deals/{number:long}/sent", "POST /api/v1/plan", "POST /api/v1/plan/{number:long}/undo",
    ];

    private static readonly string[] ForPrograms = [.. ForReading, .. ForWriting];

    public static TheoryData<string> Closed => [.. ForSessions, .. ForPrograms];

    [Fact]
    public void Every_route_is_known()
    {
        var routes = desk.Routes.Select(route => $"{route.Method} {route.Pattern}").Order(StringComparer.Ordinal);
        Assert.Equal(Open.Concat(ForSessions).Concat(ForPrograms).Order(StringComparer.Ordinal), routes);
        Assert.Equal(Open.Order(StringComparer.Ordinal), desk.Routes.Where(route => route.Open).Select(route => $"{route.Method} {route.Pattern}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task A_route_is_closed_without_a_key_and_with_a_wrong_one(string route)
    {
        using var stranger = desk.Stranger();
        foreach (var header in (string?[])[null, "Bearer softno_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer ", "Basic dGVzdHM6", desk.Key])
        {
            using var asked = Ask(route);
            if (header is not null) asked.Headers.TryAddWithoutValidation("Authorization", header);
            using var answer = await stranger.SendAsync(asked);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var forged = Ask(route);
        forged.Headers.Add("Cookie", $"softno-{desk.Port}=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        using var refused = await stranger.SendAsync(forged);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_key_does_what_its_scopes_say_and_every_route_of_the_API_takes_one()
    {
        Assert.Equal(ForPrograms.Order(StringComparer.Ordinal), desk.Scopes.Keys.Order(StringComparer.Ordinal));
        Assert.All(desk.Scopes, route => Assert.Equal(ForWriting.Contains(route.Key) ? "write" : "read", route.Value));
        using var reader = desk.Program(desk.ReadKey);
        foreach (var route in ForPrograms)
        {
            using var answer = await reader.SendAsync(Ask(route));
            Assert.Equal(ForWriting.Contains(route), answer.StatusCode == HttpStatusCode.Forbidden);
        }

        using var writer = desk.Program(desk.Keys.Add("tests, writing", Access.Scope.Write)!);
        foreach (var route in ForReading)
        {
            using var answer = await writer.SendAsync(Ask(route));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_key_of_the_API_opens_the_API_and_no_page()
    {
        using var program = desk.Program();
        foreach (var route in ForPrograms)
        {
            using var answer = await program.SendAsync(Ask(route));
            Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        foreach (var route in ForSessions)
        {
            using var answer = await program.SendAsync(Ask(route));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_the_file_holds_no_key()
    {
        var key = desk.Keys.Add("gone")!;
        Assert.Equal(43 + "softno_".Length, key.Length);
        Assert.Null(desk.Keys.Add("gone"));
        var file = Path.Combine(Path.GetDirectoryName(desk.Database)!, "keys.json");
        var kept = await File.ReadAllTextAsync(file);
        Assert.DoesNotContain(key, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(key["softno_".Length..], kept, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key))), kept, StringComparison.OrdinalIgnoreCase);
        desk.Keys.Revoke("gone");
        Assert.DoesNotContain("\"gone\"", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        using var stranger = desk.Stranger();
        using var asked = Ask("GET /api/v1/formats");
        asked.Headers.Authorization = new("Bearer", key);
        using var answer = await stranger.SendAsync(asked);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_key_of_the_terminal_is_exchanged_once_for_a_cookie_that_no_script_and_no_other_site_can_use()
    {
        await using var own = new Desk(new ServeSettings { Port = 0, RequestsAMinute = 0 });
        await own.InitializeAsync();
        var key = own.Sessions.NewEntryKey();
        using var stranger = own.Stranger();
        using var entered = await stranger.GetAsync($"/enter?key={key}");
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"softno-{own.Port}=", cookie, StringComparison.Ordinal);
        Assert.Equal(["httponly", "path=/", "samesite=strict"], cookie.Split("; ")[1..].Order(StringComparer.Ordinal));
        using var again = await stranger.GetAsync($"/enter?key={key}");
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.False(again.Headers.Contains("Set-Cookie"));
        var older = own.Sessions.NewEntryKey();
        _ = own.Sessions.NewEntryKey();
        using var late = await stranger.GetAsync($"/enter?key={older}");
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Fact]
    public async Task Leaving_ends_the_session()
    {
        using var person = await desk.Person();
        using var inside = await person.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        using var left = await person.PostAsync("/leave", null);
        using var after = await person.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost")]
    public async Task A_page_that_resolves_to_this_machine_under_another_name_is_refused(string host)
    {
        using var program = desk.Program();
        foreach (var path in (string[])["/api/v1/formats", "/desk.css", "/enter?key=x"])
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, path);
            asked.Headers.Host = host;
            using var answer = await program.SendAsync(asked);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData(null)]
    public async Task A_form_of_another_site_changes_nothing(string? origin)
    {
        using var person = await desk.Person();
        person.DefaultRequestHeaders.Remove("Origin");
        using var asked = new HttpRequestMessage(HttpMethod.Post, "/settings/keys") { Content = new FormUrlEncodedContent([new("name", "stolen")]) };
        if (origin is not null) asked.Headers.Add("Origin", origin);
        using var answer = await person.SendAsync(asked);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(desk.Keys.All, key => key.Name == "stolen");
    }

    [Fact]
    public async Task Every_answer_carries_the_policy()
    {
        using var person = await desk.Person();
        foreach (var path in (string[])["/", "/desk.js", "/api/v1/formats", "/nothing-here"])
        {
            using var answer = await person.GetAsync(path);
            Assert.Equal(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task A_refusal_says_what_is_wrong_and_what_cures_it_in_both_languages()
    {
        using var stranger = desk.Stranger();
        using var answer = await stranger.GetAsync("/api/v1/formats?lang=fr");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("urn:softno:problem:who", (string?)problem["type"]);
        Assert.Equal(401, (int)problem["status"]!);
        Assert.Equal("Le bureau ne vous reconnaît pas.", (string?)problem["title"]);
        Assert.Equal("The desk doesn't know you.", (string?)problem["problem"]!["en"]);
        Assert.Equal("Le bureau ne vous reconnaît pas.", (string?)problem["problem"]!["fr"]);
        Assert.Contains("Enter", (string?)problem["cure"]!["en"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_of_language_leads_nowhere_else()
    {
        using var person = await desk.Person();
        foreach (var (back, path) in (ValueTuple<string, string>[])[("/phrases?find=circle", "/phrases"), ("//evil.example/", "/"), ("/\\evil.example", "/"), ("https://evil.example", "/"), ("/a\r\nX: y", "/")])
        {
            using var answer = await person.PostAsync("/language", new FormUrlEncodedContent([new("language", "fr"), new("back", back)]));
            Assert.Equal(path, answer.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Equal(desk.Port, answer.RequestMessage.RequestUri.Port);
            Assert.Contains("<html lang=\"fr\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Over_the_limit_of_requests_the_answer_says_when_to_come_back()
    {
        await using var busy = new Desk(new ServeSettings { Port = 0, RequestsAMinute = 3 });
        await busy.InitializeAsync();
        using var program = busy.Program();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await program.GetAsync("/api/v1/formats");
            codes.Add(answer.StatusCode);
            if (i == 3) Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter!.Delta);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], codes);
    }

    private static HttpRequestMessage Ask(string route)
    {
        var (method, pattern) = (route.Split(' ')[0], route.Split(' ')[1]);
        return new HttpRequestMessage(new HttpMethod(method), pattern.Replace("{number:long}", "1", StringComparison.Ordinal).Replace('{', 'x').Replace('}', 'x')) { Content = method == "POST" ? new StringContent("words=x") : null };
    }
}
