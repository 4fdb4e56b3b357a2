using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Json.Schema;
using Xunit;

namespace SoftNo.Server.Tests;

public class ReadingsTests(Desk desk)
{
    private const string Soft = "2026-11-17-harborlight-zoom.vtt";

    [Fact]
    public async Task A_call_answers_with_its_reading_in_the_commands_shape()
    {
        using var program = desk.Program();
        using var answer = await program.PostAsync($"/api/v1/readings?name={Soft}&us=Claire&lang=en&declared=80", Bytes(Soft));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        var reading = JsonNode.Parse(text)!;
        Assert.Equal("softno.reading/1", (string?)reading["schema"]);
        Assert.Equal("soft-no", (string?)reading["verdict"]!.AsValue());
        Assert.Equal(80, (double)reading["declared"]!["percent"]!);
        var schema = JsonSchema.FromFile(Path.Combine(Path.GetDirectoryName(Desk.Sample(""))!, "docs", "reading.schema.json"));
        using var document = System.Text.Json.JsonDocument.Parse(text);
        Assert.True(schema.Evaluate(document.RootElement).IsValid);
    }

    [Fact]
    public async Task An_archive_answers_with_a_line_a_call()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])[Soft, "2026-11-18-lattice.srt"]) await zip.CreateEntryFromFileAsync(Desk.Sample(name), name);
        }

        using var program = desk.Program();
        using var answer = await program.PostAsync("/api/v1/readings", new ByteArrayContent(bytes.ToArray()));
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["softno.reading/1", "softno.reading/1"], lines.Select(line => (string?)JsonNode.Parse(line)!["schema"]));
    }

    [Theory]
    [InlineData("", "", HttpStatusCode.BadRequest, "no-file")]
    [InlineData("?at=yesterday", "Ann: Hello there.\nBob: We'll see.", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("?zone=Mars/Olympus", "Ann: Hello there.\nBob: We'll see.", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("?declared=120", "Ann: Hello there.\nBob: We'll see.", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("?name=page.html", "<!doctype html><html><body>Hello</body></html>", HttpStatusCode.UnprocessableEntity, "html")]
    public async Task What_cannot_be_read_is_refused_with_its_cure(string query, string body, HttpStatusCode status, string code)
    {
        using var program = desk.Program();
        using var answer = await program.PostAsync($"/api/v1/readings{query}", new StringContent(body));
        Assert.Equal(status, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.StartsWith(code, (string?)problem["code"], StringComparison.Ordinal);
        Assert.NotEmpty((string)problem["cure"]!["fr"]!);
    }

    [Fact]
    public async Task An_upload_over_the_limit_is_refused_by_the_API_and_by_the_page()
    {
        var big = new byte[2_500_000];
        Array.Fill(big, (byte)'a');
        using var program = desk.Program();
        program.DefaultRequestHeaders.ExpectContinue = true;
        using var answer = await program.PostAsync("/api/v1/readings", new ByteArrayContent(big));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("too-large", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]);
        using var person = await desk.Person();
        person.DefaultRequestHeaders.ExpectContinue = true;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(big), "files", "big.txt" } };
        using var page = await person.PostAsync("/calls", form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.StatusCode);
        Assert.Contains("too large", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rescue_comes_as_its_parts_or_as_a_file()
    {
        using var program = desk.Program();
        using var answer = await program.PostAsync("/api/v1/rescue?us=Claire&at=2026-11-17T10:00-05:00", Bytes(Soft));
        var rescue = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("softno.rescue/1", (string?)rescue["schema"]);
        Assert.True((bool)rescue["recommended"]!);
        using var mail = await program.PostAsync("/api/v1/rescue?us=Claire&file=mail.eml&to=brent@harborlight.example", Bytes(Soft));
        Assert.Equal("message/rfc822", mail.Content.Headers.ContentType!.MediaType);
        Assert.Equal("mail.eml", mail.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("To: ", await mail.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var named = await program.PostAsync("/api/v1/rescue?us=Claire&move=micro-commitment&file=hold.ics", Bytes(Soft));
        Assert.StartsWith("BEGIN:VCALENDAR", await named.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var unknown = await program.PostAsync("/api/v1/rescue?move=beg", Bytes(Soft));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        using var nothing = await program.PostAsync("/api/v1/rescue?us=Claire&file=passwd", Bytes(Soft));
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task Words_are_decoded_for_programs()
    {
        using var program = desk.Program();
        using var answer = await program.PostAsync("/api/v1/decode", new StringContent("{\"words\":\"Let us digest this internally and we'll circle back.\"}", Encoding.UTF8, "application/json"));
        var decoded = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("softno.decode/1", (string?)decoded["schema"]);
        Assert.Contains(decoded["cues"]!.AsArray(), cue => (string?)cue!["kind"] == "soft-no");
        foreach (var (body, status) in (ValueTuple<string, HttpStatusCode>[])[("{", HttpStatusCode.BadRequest), ("[]", HttpStatusCode.BadRequest), ("{\"words\":\" \"}", HttpStatusCode.BadRequest), ($"{{\"words\":\"{new string('a', 100_001)}\"}}", HttpStatusCode.RequestEntityTooLarge)])
        {
            using var refused = await program.PostAsync("/api/v1/decode", new StringContent(body));
            Assert.Equal(status, refused.StatusCode);
        }
    }

    [Fact]
    public async Task The_document_of_the_API_names_every_route_and_no_other()
    {
        using var program = desk.Program();
        var document = JsonNode.Parse(await program.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative)))!;
        Assert.Equal("3.1.0", (string?)document["openapi"]);
        var named = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));
        Assert.Equal(desk.Routes.Where(route => route.Pattern.StartsWith("/api/v1/", StringComparison.Ordinal)).Select(route => $"{route.Method} {route.Pattern.Replace(":long", "", StringComparison.Ordinal)}").Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        foreach (var (path, schema) in (ValueTuple<string, string>[])[("/api/v1/lexicon", "lexicon")])
        {
            var answer = JsonNode.Parse(await program.GetStringAsync(new Uri(path, UriKind.Relative)))!.AsObject();
            foreach (var member in document["components"]!["schemas"]![schema]!["required"]!.AsArray()) Assert.True(answer.ContainsKey((string)member!), (string)member!);
            var rule = answer["rules"]![0]!.AsObject();
            foreach (var member in document["components"]!["schemas"]![schema]!["properties"]!["rules"]!["items"]!["required"]!.AsArray()) Assert.True(rule.ContainsKey((string)member!), (string)member!);
        }
    }

    private static ByteArrayContent Bytes(string sample)
    {
        var content = new ByteArrayContent(File.ReadAllBytes(Desk.Sample(sample)));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/vtt");
        return content;
    }
}
