using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace SoftNo.Server.Tests;

/// <summary>Forms that are none, broken or too big are refused for what they are.</summary>
public class FormsTests(Desk desk)
{
    /// <summary>Every page that takes a form.</summary>
    public static TheoryData<string> Forms => ["/calls", "/debrief", "/decode", "/plan", "/language", "/settings/keys", "/settings/keys/revoke", "/unmatched/1", "/deals/1/outcome", "/deals/1/sent"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_is_no_form_is_refused_as_such(string path)
    {
        using var person = await desk.Person();
        foreach (var type in (string?[])[null, "text/plain", "application/json"])
        {
            using var body = new ByteArrayContent("words=x"u8.ToArray());
            if (type is not null) body.Headers.ContentType = new(type);
            using var answer = await person.PostAsync(path, body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("The form is missing or broken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nAnn: Hel")]
    [InlineData("multipart/form-data; boundary=x", "no part at all")]
    [InlineData("multipart/form-data", "--x\r\n\r\n--x--\r\n")]
    public async Task A_form_that_is_cut_is_refused_by_pages_and_by_the_API(string type, string text)
    {
        using var person = await desk.Person();
        using var answer = await person.PostAsync("/calls", Body());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var program = desk.Program();
        using var told = await program.PostAsync("/api/v1/readings", Body());
        Assert.Equal((HttpStatusCode.BadRequest, "broken-form"), (told.StatusCode, (string?)JsonNode.Parse(await told.Content.ReadAsStringAsync())!["code"]));

        ByteArrayContent Body()
        {
            var body = new ByteArrayContent(Encoding.ASCII.GetBytes(text));
            body.Headers.TryAddWithoutValidation("Content-Type", type);
            return body;
        }
    }

    [Theory]
    [InlineData(2_000, HttpStatusCode.SeeOther)]
    [InlineData(20_001, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_folder_of_files_is_taken_at_once_up_to_a_limit_that_is_told(int files, HttpStatusCode status)
    {
        await using var fresh = new Desk(new ServeSettings { Port = 0, RequestsAMinute = 0 });
        await fresh.InitializeAsync();
        using var person = await fresh.Person();
        using var form = new MultipartFormDataContent("x");
        for (var i = 0; i < files; i++) form.Add(new ByteArrayContent([]), "files", "a");
        form.Add(new StringContent("Ann: Hello there.\nBob: We'll circle back."), "text");
        using var answer = await person.PostAsync("/calls", form);
        if (status == HttpStatusCode.SeeOther) Assert.StartsWith("/calls/", answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        else Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status != HttpStatusCode.SeeOther, (await answer.Content.ReadAsStringAsync()).Contains("More than 20000 files", StringComparison.Ordinal));
    }
}
