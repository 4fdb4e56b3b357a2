using System.Text.Json.Nodes;
using Xunit;

namespace SoftNo.Cli.Tests;

public class ReadTogetherTests
{
    private const string Camille = "Camille Roy <camille@trajet.example>";
    private const string Dana = "Dana Whitfield <dana@larkspur.example>";

    private static string Mail(string from, string to, string date, string body, string id, string? answers = null) =>
        $"From: {from}\nTo: {to}\nSubject: Lanes\nDate: {date}\nMessage-ID: <{id}@x>\n{(answers is null ? "" : $"In-Reply-To: <{answers}@x>\n")}Content-Type: text/plain; charset=utf-8\n\n{body}\n";

    private static string Event(string method, string answer, string stamp) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:one@trajet.example\r\nDTSTAMP:{stamp}\r\nDTSTART:20261202T190000Z\r\nSUMMARY:Lanes\r\nORGANIZER;CN=Camille Roy:mailto:camille@trajet.example\r\n"
        + $"ATTENDEE;CN=Dana Whitfield;PARTSTAT={answer}:mailto:dana@larkspur.example\r\nSEQUENCE:0\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    // A call on the 16th, mails in a Maildir on the 17th and 19th, an invitation and its answer on the 19th.
    private static TemporaryFolder Exchange()
    {
        var folder = new TemporaryFolder();
        folder.Write("call 2026-11-16 16-00.vtt", "WEBVTT\n\n1\n00:00:02.000 --> 00:00:06.000\nCamille Roy: What do empty miles cost you?\n\n2\n00:00:07.000 --> 00:00:15.000\nDana Whitfield: About two million a year. How does it work with McLeod?\n\n"
            + "3\n00:00:16.000 --> 00:00:22.000\nCamille Roy: It reads loads every minute and writes back the assignment.\n");
        folder.Write("box/new/2.b", Mail(Dana, Camille, "Thu, 19 Nov 2026 09:30:00 -0500", "Empty miles were 18.4% in Q3. Who else uses it?\n\nDana", "b", "a"));
        folder.Write("box/cur/1.a:2,S", Mail(Camille, Dana, "Tue, 17 Nov 2026 18:00:00 +0100", "Hi Dana,\n\nCould you share last quarter's empty miles?\n\nBest,\nCamille", "a"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "box", "tmp"));
        folder.Write("invite.ics", Event("REQUEST", "NEEDS-ACTION", "20261119T160000Z"));
        folder.Write("answer.ics", Event("REPLY", "ACCEPTED", "20261119T180000Z"));
        return folder;
    }

    private static JsonNode[] Read(TemporaryFolder folder, params string[] more)
    {
        var run = Softno.Of(["read", .. more, "box", "invite.ics", "answer.ics", "call 2026-11-16 16-00.vtt", "--us", "trajet.example", "--zone", "America/New_York", "--format", "json", "--without", "listener"], folder: folder.Path);
        Assert.Equal(0, run.Code);
        return [.. run.Lines.Select(line => JsonNode.Parse(line)!)];
    }

    [Fact]
    public void Mails_invitations_and_calls_are_one_exchange_in_order_of_time()
    {
        using var folder = Exchange();
        var reading = Assert.Single(Read(folder, "--together", "--as-of", "2026-11-24T12:00-05:00"));
        var thread = reading["thread"]!;
        Assert.Equal(["seller call", "seller mail", "prospect mail", "prospect accepted"], thread["acts"]!.AsArray().Select(act => act!["kind"]!.GetValue<string>() == "call" ? "seller call" : $"{act["side"]} {act["kind"]}"));
        Assert.Equal(["2026-11-16", "2026-11-17", "2026-11-19", "2026-11-19"], thread["acts"]!.AsArray().Select(act => act!["at"]!.GetValue<string>()[..10]));
        Assert.Equal(
            ["What do empty miles cost you?", "About two million a year. How does it work with McLeod?", "It reads loads every minute and writes back the assignment.", "Hi Dana, Could you share last quarter's empty miles?", "Empty miles were 18.4% in Q3. Who else uses it?"],
            reading["turns"]!.AsArray().Select(turn => turn!["text"]!.GetValue<string>()));
        Assert.Equal(3, thread["silentBusinessDays"]!.GetValue<int>());
        Assert.Equal("Who else uses it?", thread["openQuestion"]!["words"]!.GetValue<string>());
        Assert.Equal(3, thread["openQuestion"]!["businessDays"]!.GetValue<int>());
        Assert.Equal("booked", reading["nextStep"]!["grade"]!.GetValue<string>());
        Assert.False(reading["nextStep"]!["expired"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("2026-11-18T12:00-05:00", "none", false, "seller", 1)]
    [InlineData("2026-11-19T12:00-05:00", "tentative", false, "prospect", 0)]
    [InlineData("2026-12-03T12:00-05:00", "booked", true, "prospect", 9)]
    public void As_of_sets_what_is_known(string asOf, string grade, bool expired, string askedBy, int days)
    {
        using var folder = Exchange();
        var reading = Assert.Single(Read(folder, "--together", "--as-of", asOf));
        Assert.Equal(grade, reading["nextStep"]!["grade"]!.GetValue<string>());
        Assert.Equal(expired, reading["nextStep"]!["expired"]!.GetValue<bool>());
        Assert.Equal(askedBy, reading["thread"]!["openQuestion"]!["askedBy"]!.GetValue<string>());
        Assert.Equal(days, reading["thread"]!["openQuestion"]!["businessDays"]!.GetValue<int>());
    }

    [Fact]
    public void Without_it_each_call_and_each_thread_is_a_reading_of_its_own()
    {
        using var folder = Exchange();
        var readings = Read(folder, "--as-of", "2026-11-24T12:00-05:00");
        Assert.Equal(2, readings.Length);
        Assert.Equal([3, 2], readings.Select(reading => reading["turns"]!.AsArray().Count).OrderDescending());
        var call = Assert.Single(readings, reading => reading["thread"] is null);
        Assert.Equal(3, call["turns"]!.AsArray().Count);
        var thread = Assert.Single(readings, reading => reading["thread"] is not null)["thread"]!;
        Assert.Equal(["seller mail", "prospect mail", "prospect accepted"], thread["acts"]!.AsArray().Select(act => $"{act!["side"]} {act["kind"]}"));
    }

    [Fact]
    public void Decode_explains_the_new_words_of_a_mail()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("answer.eml", Mail(Dana, Camille, "Thu, 19 Nov 2026 09:30:00 -0500", "Let us digest this internally and we'll circle back.\n\nBest,\nDana\n\nOn Tue, Nov 17, 2026 at 12:00 PM Camille Roy <camille@trajet.example> wrote:\n> It is really interesting, isn't it?", "b"));
        var run = Softno.Of("decode", "--in", file);
        Assert.Equal(0, run.Code);
        Assert.Contains("digest this internally", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("really interesting", run.Out, StringComparison.Ordinal);
    }
}
