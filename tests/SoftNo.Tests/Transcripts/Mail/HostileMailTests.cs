using System.Text;
using SoftNo.Calls;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Tests.Transcripts.Mail;

/// <summary>Mails made to break readers, and MimeKit's and Ical.Net's own files: a value or a problem, never an exception.</summary>
public class HostileMailTests
{
    private const string Head = "From: Dana Whitfield <dana@larkspur.example>\nTo: camille@trajet.example\nSubject: Larkspur\nDate: Tue, 17 Nov 2026 09:00:00 -0500\nMessage-ID: <h@example>\n";

    private static TranscriptResult Read(string text, string file = "a.eml") => Read(Encoding.UTF8.GetBytes(text), file);

    private static TranscriptResult Read(byte[] bytes, string file) => TranscriptReader.Read(new MemoryStream(bytes), file, new CallOptions { Us = ["trajet.example"] });

    [Fact]
    public void Parts_within_parts_are_followed_so_deep_and_no_deeper()
    {
        var text = new StringBuilder(Head).Append("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < 2_000; i++) text.Append("--b").Append(i).Append("\nContent-Type: multipart/mixed; boundary=b").Append(i + 1).Append("\n\n");
        text.Append("--b2000\nContent-Type: text/plain\n\ndeep\n");
        Assert.DoesNotContain(Read(text.ToString()).Problems, problem => problem.Code != "no-words");
    }

    [Fact]
    public void Nested_quotes_in_html_are_followed_without_recursion()
    {
        string html = string.Concat(Enumerable.Repeat("<blockquote>", 100_000)) + "deep" + string.Concat(Enumerable.Repeat("</blockquote>", 100_000));
        string text = Head + "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<div>Yes.</div>" + html;
        Assert.Equal("Yes.", Assert.Single(Assert.Single(Read(text).Calls).Turns).Text);
    }

    [Fact]
    public void A_gigantic_line_and_a_gigantic_header_are_read_in_linear_time()
    {
        string line = string.Concat(Enumerable.Repeat("word On ", 200_000));
        Assert.Equal(line.TrimEnd(), Assert.Single(Assert.Single(Read(Head + "\n" + line).Calls).Turns).Text);
        Assert.Equal("Yes.", Assert.Single(Assert.Single(Read(Head + "X-Long: " + new string('a', 3_000_000) + "\n\nYes.").Calls).Turns).Text);
    }

    [Fact]
    public void Half_attributions_on_every_line_cost_little()
    {
        string body = string.Concat(Enumerable.Repeat("On Nov 16, 2026, at 9:02 AM, Camille Roy\n", 50_000));
        Assert.Single(Read(Head + "\n" + body).Calls);
    }

    [Fact]
    public void A_message_over_the_limit_is_told_and_the_others_are_read()
    {
        string mbox = $"From a Tue Nov 17 09:00:00 2026\n{Head}\nYes.\n\nFrom a Tue Nov 17 09:00:00 2026\n{Head}\n{new string('a', 4_000)}\n";
        TranscriptResult result = TranscriptReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(mbox)), "a.mbox", new CallOptions { Us = ["trajet.example"], MaxBytes = 2_000 });
        Assert.Equal("message-too-large", Assert.Single(result.Problems).Code);
        Assert.Equal("Yes.", Assert.Single(Assert.Single(result.Calls).Turns).Text);
    }

    [Fact]
    public void Broken_calendars_are_problems()
    {
        Assert.Equal("no-events", Assert.Single(Read("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "a.ics").Problems).Code);
        Assert.NotEmpty(Read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:nonsense\r\nEND:VCALENDAR\r\n", "a.ics").Problems);
    }

    [Fact]
    public void MimeKits_own_files()
    {
        string folder = Path.Combine(TestData.Folder("mail"), "mimekit", "UnitTests", "TestData");
        string[] files = [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".txt" or ".eml" or ".mbox" or ".msg" or ".mime").Order()];
        int threads = 0, messages = 0, read = 0;
        foreach (string file in files)
        {
            var box = new Mailbox();
            using FileStream bytes = File.OpenRead(file);
            TranscriptResult result = TranscriptReader.Read(bytes, Path.GetFileName(file), new CallOptions { Mailbox = box });
            if (box.IsEmpty) continue;
            TranscriptResult found = box.Threads(new CallOptions());
            read++;
            threads += found.Calls.Count;
            messages += found.Calls.Sum(call => call.Turns.Count);
            Assert.All(found.Calls, call => Assert.All(call.Turns, turn => Assert.Equal(Words.Collapse(turn.Text), turn.Text)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"mimekit: {read} of {files.Length} files hold mail; {threads} threads, {messages} messages with new words");
        Assert.True(read >= 40 && messages >= 30, $"{read} files, {messages} messages");
    }

    [Fact]
    public void Ical_nets_and_libicals_own_files()
    {
        string[] files = [.. Directory.GetFiles(TestData.Folder("calendar"), "*.ics", SearchOption.AllDirectories).Order()];
        int read = 0;
        var problems = new List<string>();
        foreach (string file in files)
        {
            using FileStream bytes = File.OpenRead(file);
            TranscriptResult result = TranscriptReader.Read(bytes, Path.GetFileName(file), new CallOptions());
            if (result.Calls.Count > 0) read++;
            else problems.Add($"{Path.GetFileName(file)} {result.Problems[0].Code} {result.Problems[0].Text.En}");
            foreach (Call call in result.Calls) _ = SoftNo.Threads.ThreadReader.Read(call, NodaTime.Instant.FromUtc(2026, 11, 24, 12, 0));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"calendars: {read} of {files.Length} hold events; {string.Join(", ", problems)}");
        Assert.True(read * 10 >= files.Length * 7, string.Join(", ", problems));
    }
}
