using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace SoftNo.Cli.Tests;

public class ImportTests
{
    private const string Week1 = "Record ID,Deal name,Deal Stage,Amount,Close date,Associated Company\n1,Pilot,Proposal,\"$12,000\",2026-12-31,Larkspur\n2,\"=cmd|'/c calc'!A1\",New,x,31/02/2026,Norvik\n,,New,5,,Hollis\n";

    private static Run In(TemporaryFolder folder, params string[] words) => Softno.Of(words, environment: new Dictionary<string, string> { ["SOFTNO_HOME"] = Path.Combine(folder.Path, "home") });

    [Fact]
    public void An_import_accounts_for_every_record_and_an_export_gives_the_deals()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("deals.csv", Week1);
        var run = In(folder, "import", "deals", file, "--format", "json");
        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(
            $$"""{"file":"{{file}}","source":"hubspot","rows":3,"deals":2,"new":2,"changed":0,"unchanged":0,"missing":[],"refused":[{"line":4,"why":"no-id-no-name"}],"warnings":[{"line":3,"field":"amount"},{"line":3,"field":"closeDate"}],"skipped":[],"duplicates":[],"moves":0,"pushes":0,"pulls":0}""",
            Assert.Single(run.Lines));
        var exported = In(folder, "export", "deals", "--format", "json");
        Assert.Equal(
            """{"id":"1","name":"Pilot","stage":"Proposal","amount":12000,"currency":"USD","probability":null,"closeDate":"2026-12-31","owner":null,"company":"Larkspur","status":"open","lostReason":null,"created":null,"lastActivity":null,"moves":0,"pushes":0,"pulls":0}""",
            exported.Lines[0]);
        using var hostile = JsonDocument.Parse(exported.Lines[1]);
        Assert.Equal("=cmd|'/c calc'!A1", hostile.RootElement.GetProperty("name").GetString());
        // In a spreadsheet it is text, never a formula.
        Assert.Contains(",'=cmd|'/c calc'!A1,", In(folder, "export", "deals").Out, StringComparison.Ordinal);
        using var again = JsonDocument.Parse(In(folder, "import", "deals", file, "--format", "json").Out);
        Assert.Equal((0, 2), (again.RootElement.GetProperty("new").GetInt32(), again.RootElement.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public void What_is_wrong_is_told_and_the_other_files_go_through()
    {
        using var folder = new TemporaryFolder();
        var run = In(folder, "import", "deals", folder.Write("notes.csv", "hello\nworld\n"), folder.Write("deals.csv", Week1), "--format", "json");
        Assert.Equal(2, run.Code);
        Assert.Equal(2, run.Lines.Length);
        Assert.Contains("\"code\":\"unknown-headers\"", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("--map", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, In(folder, "import", "deals", folder.Path + "/deals.csv", "--map", "colour=Deal name").Code);
        Assert.Equal(2, In(folder, "outcome", "Pil", "perhaps").Code);
    }

    [Fact]
    public void Calls_are_imported_with_consent_tied_dismissed_and_an_outcome_is_noted()
    {
        using var folder = new TemporaryFolder();
        In(folder, "import", "deals", folder.Write("deals.csv", Week1.Replace("Larkspur", "Harborlight", StringComparison.Ordinal)));
        var call = folder.Write("harborlight.txt", "Camille: What did you think?\nDana Whitfield: That's really interesting, I see a lot of potential here.\nCamille: And the next step?\nDana Whitfield: Let us digest this internally and we'll circle back to you sometime next month.\n");
        Assert.Equal(2, In(folder, "import", "calls", call, "--without", "listener").Code);
        var run = In(folder, "import", "calls", call, "--consent", "aloud", "--without", "listener");
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("Pilot", run.Out, StringComparison.Ordinal);
        Assert.Contains("Pilot", In(folder, "readings").Out, StringComparison.Ordinal);
        Assert.Empty(In(folder, "unmatched").Out);
        Assert.Equal(2, In(folder, "dismiss", "nothing-like-it", "--without", "listener").Code);
        var cue = (string)System.Text.Json.Nodes.JsonNode.Parse(In(folder, "read", call, "--format", "json", "--without", "listener").Out)!["cues"]!.AsArray().First(one => (string?)one!["kind"] == "generic-praise")!["id"]!;
        Assert.Equal(0, In(folder, "dismiss", cue, "--without", "listener").Code);
        // The reading has changed at once: the cue is no longer in it.
        Assert.Equal(2, In(folder, "dismiss", cue, "--without", "listener").Code);
        Assert.Equal(0, In(folder, "outcome", "Pilot", "no-decision", "--on", "2026-11-20").Code);
        Assert.Contains("\"status\":\"lost\",\"lostReason\":\"no-decision\"", In(folder, "export", "deals", "--format", "json").Out, StringComparison.Ordinal);
        Assert.Equal(0, In(folder, "forget", "Dana Whitfield").Code);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(folder.Path, "home"), "*", SearchOption.AllDirectories), file => File.ReadAllBytes(file).AsSpan().IndexOf("Whitfield"u8) >= 0);
    }

    [Fact]
    public void A_mailbox_and_a_calendar_become_acts_once_and_nothing_of_a_transcript()
    {
        using var folder = new TemporaryFolder();
        In(folder, "import", "deals", folder.Write("deals.csv", "Record ID,Deal name,Deal Stage,Contact email\n1,Pilot,New,dana@larkspur.example\n"));
        string[] mail = ["import", "mail", Softno.Sample("mail"), "--without", "listener"];
        var first = In(folder, [.. mail, "--format", "json"]);
        Assert.True(first.Code == 0, first.Error);
        using var line = JsonDocument.Parse(Assert.Single(first.Lines));
        Assert.Equal(("new", "Pilot", "address"), (line.RootElement.GetProperty("was").GetString(), line.RootElement.GetProperty("deal").GetString(), line.RootElement.GetProperty("matchedBy").GetString()));
        using var again = JsonDocument.Parse(In(folder, [.. mail, "--format", "json"]).Out);
        Assert.Equal(("known", 0), (again.RootElement.GetProperty("was").GetString(), again.RootElement.GetProperty("newActs").GetInt32()));
        var calendar = In(folder, "import", "calendar", Path.Combine(Softno.Sample("mail"), "larkspur.ics"), Softno.Sample("2026-11-18-lattice.srt"), "--without", "listener", "--lang", "en");
        Assert.Contains("1 exchange: 0 new, 0 grown, 1 already known; 0 waiting for a deal", calendar.Out, StringComparison.Ordinal);
        Assert.Contains("1 transcript, left to", calendar.Out, StringComparison.Ordinal);
        Assert.Contains("silentBusinessDays\":", In(folder, "deal", "Pilot", "--format", "json", "--as-of", "2026-12-01").Out, StringComparison.Ordinal);
        Assert.Equal(2, In(folder, "import", "mail", "nowhere.mbox").Code);
    }

    [Fact]
    public void The_verbs_of_the_store_answer_as_JSON_an_object_a_line()
    {
        using var folder = new TemporaryFolder();
        In(folder, "import", "deals", folder.Write("deals.csv", Week1.Replace("Larkspur", "Harborlight", StringComparison.Ordinal)));
        var call = folder.Write("harborlight.txt", "Camille: What did you think?\nDana Whitfield: That's really interesting, I see a lot of potential here.\nCamille: And the next step?\nDana Whitfield: Let us digest this internally and we'll circle back to you sometime next month.\n");
        JsonElement One(params string[] words)
        {
            var run = In(folder, [.. words, "--format", "json"]);
            Assert.True(run.Code == 0, run.Error);
            return JsonDocument.Parse(run.Lines[0]).RootElement;
        }

        Assert.Equal((true, "Pilot", 1), (One("import", "calls", call, "--consent", "aloud", "--without", "listener") is var imported && imported.GetProperty("new").GetBoolean(), imported.GetProperty("deal").GetString(), imported.GetProperty("call").GetInt32()));
        var other = folder.Write("other.txt", "Hugo: Hello there\nPat Kowalski: Hi Hugo, what is it about?\n");
        Assert.Equal(JsonValueKind.Null, One("import", "calls", other, "--consent", "aloud", "--without", "listener").GetProperty("deal").ValueKind);
        Assert.Equal(2, One("unmatched").GetProperty("call").GetInt32());
        Assert.Equal(("Pilot", 1), (One("unmatched", "2", "Pilot") is var settled ? settled.GetProperty("deal").GetString() : null, settled.GetProperty("calls").GetInt32()));
        Assert.Contains(In(folder, "readings", "--format", "json").Lines, line => line.Contains("\"deal\":\"Pilot\"", StringComparison.Ordinal));
        Assert.Equal(("Pilot", "micro-commitment", "2026-11-17", "accepted"), (One("sent", "Pilot", "micro-commitment", "--on", "2026-11-17", "--answer", "accepted") is var sent ? sent.GetProperty("deal").GetString() : null, sent.GetProperty("move").GetString(), sent.GetProperty("on").GetString(), sent.GetProperty("answer").GetString()));
        Assert.Equal("lost", One("outcome", "Pilot", "lost", "--on", "2026-11-20").GetProperty("outcome").GetString());
        Assert.Equal("runtime", One("doctor").GetProperty("what").GetString());
        Assert.Equal("record", One("access", "Dana Whitfield").GetProperty("kind").GetString());
        Assert.True(One("forget", "Dana Whitfield").GetProperty("turns").GetInt32() > 0);
        Assert.Equal("webvtt", One("formats").GetProperty("format").GetString());
    }

    [Fact]
    public void An_import_that_is_killed_leaves_nothing_half_done_and_the_next_run_goes_on()
    {
        using var folder = new TemporaryFolder();
        var text = new StringBuilder("Record ID,Deal name,Deal Stage,Amount,Associated Company\n");
        const int Deals = 30_000;
        for (var at = 1; at <= Deals; at++) text.Append(CultureInfo.InvariantCulture, $"{at},Deal {at},New,{at},Company {at}\n");
        var file = folder.Write("many.csv", text.ToString());
        var home = Path.Combine(folder.Path, "home");
        Assert.Equal(0, In(folder, "import", "deals", folder.Write("one.csv", "Record ID,Deal name,Deal Stage\n0,First,New\n")).Code);
        for (var killing = 0; killing < 3; killing++)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var word in (string[])["exec", Softno.Command, "import", "deals", file]) start.ArgumentList.Add(word);
            start.Environment["SOFTNO_HOME"] = home;
            using var process = Process.Start(start)!;
            // Killed as soon as it has written something, each time a little further on.
            var wal = new FileInfo(Path.Combine(home, "softno.db-wal"));
            while (!process.WaitForExit(10) && (!wal.Exists || wal.Length < 100_000 + (killing * 1_500_000))) wal.Refresh();
            process.Kill();
            process.WaitForExit();
            var left = In(folder, "export", "deals", "--format", "json").Lines.Length;
            Assert.Contains(left, (int[])[1, Deals + 1]);
        }

        Assert.Equal(0, In(folder, "import", "deals", file).Code);
        Assert.Equal(Deals + 1, In(folder, "export", "deals", "--format", "json").Lines.Length);
        Assert.Equal(0, In(folder, "backup").Code);
    }
}
