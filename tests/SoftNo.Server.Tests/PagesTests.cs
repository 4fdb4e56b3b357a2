using System.Net;
using System.Text;
using Xunit;

namespace SoftNo.Server.Tests;

public class PagesTests(Desk desk)
{
    [Fact]
    public async Task A_dropped_file_leads_to_its_reading_and_its_files()
    {
        using var person = await desk.Person();
        using var shown = await Drop(person, ("2026-11-17-harborlight-zoom.vtt", await File.ReadAllBytesAsync(Desk.Sample("2026-11-17-harborlight-zoom.vtt"))));
        var page = await shown.Content.ReadAsStringAsync();
        var path = shown.RequestMessage!.RequestUri!.AbsolutePath;
        Assert.StartsWith("/calls/", path, StringComparison.Ordinal);
        Assert.Contains("Soft no", page, StringComparison.Ordinal);
        Assert.Contains("class=\"transcript\"", page, StringComparison.Ordinal);
        var file = page.Split('"').First(part => part.EndsWith("/mail.eml", StringComparison.Ordinal));
        using var mail = await person.GetAsync(file);
        Assert.Equal("mail.eml", mail.Content.Headers.ContentDisposition!.FileName);
        using var none = await person.GetAsync($"{path}/rescue/beg/mail.eml");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        var place = file[..file.LastIndexOf('/')];
        var move = WebUtility.HtmlDecode(await person.GetStringAsync(new Uri(place, UriKind.Relative)));
        Assert.Contains("?at=3", move, StringComparison.Ordinal);
        Assert.Contains("Your clock", move, StringComparison.Ordinal);
        var holds = new List<string>();
        foreach (var at in (string[])["", "?at=1", "?at=2", "?at=3"]) holds.Add((await person.GetStringAsync(new Uri($"{place}/hold.ics{at}", UriKind.Relative))).Split('\n').First(line => line.StartsWith("DTSTART;", StringComparison.Ordinal) || (line.StartsWith("DTSTART:", StringComparison.Ordinal) && line.TrimEnd().EndsWith('Z'))));
        Assert.Equal(4, holds.Distinct().Count());
        using var edited = await person.PostAsync($"{place}/mail.eml", new FormUrlEncodedContent([new("subject", "Fifteen minutes"), new("body", "Hi Brent,\r\nshort and sweet.")]));
        var written = await edited.Content.ReadAsStringAsync();
        Assert.Contains("Subject: Fifteen minutes", written, StringComparison.Ordinal);
        Assert.Contains("short and sweet.", written, StringComparison.Ordinal);
        using var forged = await person.PostAsync($"{place}/mail.eml", new FormUrlEncodedContent([new("subject", "Hi\r\nBcc: all@example.com"), new("body", "x")]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var forgotten = await person.PostAsync($"{path}/forget", null);
        using var gone = await person.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Bad_files_are_explained_one_by_one_and_the_others_are_read()
    {
        using var person = await desk.Person();
        using var shown = await Drop(
            person, ("photo.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 0]), ("page.vtt", Encoding.UTF8.GetBytes("<!doctype html><html><body>x</body></html>")),
            ("2026-11-18-lattice.srt", await File.ReadAllBytesAsync(Desk.Sample("2026-11-18-lattice.srt"))));
        var page = await shown.Content.ReadAsStringAsync();
        Assert.Equal("/", shown.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("photo.txt", page, StringComparison.Ordinal);
        Assert.Contains("page.vtt", page, StringComparison.Ordinal);
        Assert.Contains("lattice", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrected_sides_are_read_again()
    {
        using var person = await desk.Person();
        using var shown = await Paste(person, "Rita: We make a scanner, the camera sees everything.\nBob: That's really interesting. We'll circle back.\nRita: Great.\nBob: Send me something.\n");
        var path = shown.RequestMessage!.RequestUri!.AbsolutePath;
        using var other = await person.PostAsync($"{path}/sides", new FormUrlEncodedContent([new("side-0", "prospect"), new("side-1", "seller")]));
        var page = await other.Content.ReadAsStringAsync();
        Assert.Contains("name=\"side-0\" value=\"prospect\" checked", page, StringComparison.Ordinal);
        Assert.Contains("name=\"side-1\" value=\"seller\" checked", page, StringComparison.Ordinal);
        Assert.Contains("said at the desk", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_words_are_shown_as_text()
    {
        using var person = await desk.Person();
        using var shown = await Paste(person, "Ann: Look.\n<img src=x onerror=alert(1)>: That's really interesting <script>alert(1)</script>\" onfocus=\"alert(1) \u202Etxt.exe\nAnn: Thanks.\nBob: We'll circle back </mark></script><script>alert(1)</script>.\n");
        var page = await shown.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        using var decoded = await person.PostAsync("/decode?part=1", new FormUrlEncodedContent([new("words", "<script>alert(1)</script> we'll circle back")]));
        Assert.DoesNotContain("<script>", await decoded.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var listed = await person.GetAsync("/phrases?find=%3Cscript%3E");
        Assert.DoesNotContain("<script>", await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_debrief_becomes_a_reading()
    {
        using var person = await desk.Person("fr");
        using var shown = await person.PostAsync("/debrief", new FormUrlEncodedContent([new("words", "That's really interesting.\nWe'll circle back."), new("date", "nobody"), new("percent", "80")]));
        Assert.StartsWith("/calls/", shown.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync());
        Assert.Contains("Non poli", page, StringComparison.Ordinal);
        using var wrong = await person.PostAsync("/debrief", new FormUrlEncodedContent([new("words", "Great."), new("percent", "many")]));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_key_made_in_the_settings_is_shown_once()
    {
        using var person = await desk.Person();
        using var made = await person.PostAsync("/settings/keys", new FormUrlEncodedContent([new("name", "crm")]));
        Assert.Contains("softno_", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var later = await person.GetAsync("/settings");
        var page = await later.Content.ReadAsStringAsync();
        Assert.Contains("crm", page, StringComparison.Ordinal);
        Assert.DoesNotContain("softno_", page, StringComparison.Ordinal);
        using var revoked = await person.PostAsync("/settings/keys/revoke", new FormUrlEncodedContent([new("name", "crm")]));
        Assert.DoesNotContain(desk.Keys.All, key => key.Name == "crm");
    }

    internal static Task<HttpResponseMessage> Paste(HttpClient person, string text) => person.PostAsync("/calls", new MultipartFormDataContent { { new StringContent(text), "text" } });

    private static Task<HttpResponseMessage> Drop(HttpClient person, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return person.PostAsync("/calls", form);
    }
}
