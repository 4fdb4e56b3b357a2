using System.Text.Json;
using Xunit;

namespace SoftNo.Cli.Tests;

/// <summary>The verbs before, after and without a call, as a user runs them.</summary>
public sealed class PracticeTests : IDisposable
{
    private const string Polite = """
        id: p1
        title: A call
        when: 2026-11-24T10:00-05:00
        zone: America/New_York
        us: Camille Roy (founder @ Lumenor)
        them: Dana Whitfield (VP Ops @ Larkspur Freight)
        noise: clean
        verdict: soft-no
        signals: generic-enthusiasm vague-next-step
        next-step: vague
        why: polite

        00:04 Camille: Thanks for making the time today, Dana. How do you plan your trucks?
        00:20 Dana: Oh, it works the way it works. We had nine hours of unplanned downtime last week, but that's trucking.
        00:40 Camille: Here is the dashboard. Every truck is a dot, and the model reads every sensor.
        00:55 Dana: Wow, that's really interesting.
        01:10 Camille: And here is the alert, with the colors.
        01:20 Dana: I see a lot of potential here. Love it.
        01:40 Camille: So what do you think would be the next step?
        01:50 Dana: Let us digest this internally and we'll circle back to you.
        02:00 Camille: No problem, take your time.
        02:10 Dana: This has been great. Thanks so much, you guys.
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Run Softno(string[] words, string? input = null) => Tests.Softno.Of(
        words, input is null ? null : System.Text.Encoding.UTF8.GetBytes(input), new() { ["SOFTNO_HOME"] = Path.Combine(_folder.Path, "home") });

    [Fact]
    public void Rescue_writes_a_mail_a_hold_and_an_invitation_that_say_nothing_of_the_product()
    {
        var call = _folder.Write("dana.call", Polite);
        var folder = Path.Combine(_folder.Path, "out");
        var run = Softno(["rescue", call, "--out", folder, "--to", "dana@larkspur.example", "--lang", "en"]);
        Assert.Equal(0, run.Code);
        Assert.Equal(["hold.ics", "invite.ics", "mail.eml"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        var mail = File.ReadAllText(Path.Combine(folder, "mail.eml"));
        Assert.Contains("X-Unsent: 1", mail, StringComparison.Ordinal);
        Assert.Contains("To: Dana Whitfield <dana@larkspur.example>", mail, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(folder), file => Assert.DoesNotContain("softno", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));
        Assert.Contains("ATTENDEE;CN=Dana Whitfield", File.ReadAllText(Path.Combine(folder, "invite.ics")), StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", File.ReadAllText(Path.Combine(folder, "hold.ics")), StringComparison.Ordinal);
    }

    [Fact]
    public void Rescue_gives_another_move_by_name_and_refuses_an_unknown_one()
    {
        var call = _folder.Write("dana.call", Polite);
        var run = Softno(["rescue", call, "--move", "micro-commitment", "--lang", "en"]);
        Assert.Equal(0, run.Code);
        Assert.Contains("Of course, Dana, talk it through with your team.", run.Out, StringComparison.Ordinal);
        var wrong = Softno(["rescue", call, "--move", "hard-sell", "--lang", "en"]);
        Assert.Equal(2, wrong.Code);
        Assert.Contains("negative-validation, micro-commitment", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_ends_with_no_slot_no_goodbye_and_prints_as_one_page()
    {
        var call = _folder.Write("dana.call", Polite);
        var text = Softno(["card", call, "--lang", "en"]);
        Assert.Equal("No slot, no goodbye.", text.Lines[^1]);
        var page = Softno(["card", call, "--format", "html", "--lang", "fr"]).Out;
        Assert.StartsWith("<!doctype html><html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_explains_words_and_a_file_as_text_and_JSON()
    {
        var json = Softno(["decode", "let us digest this internally", "--format", "json"]);
        var root = JsonDocument.Parse(json.Out).RootElement;
        Assert.Equal("softno.decode/1", root.GetProperty("schema").GetString());
        var cue = root.GetProperty("cues").EnumerateArray().Single();
        Assert.Equal(("soft-no", "digest"), (cue.GetProperty("kind").GetString(), cue.GetProperty("topic").GetString()));
        Assert.Equal(root.GetProperty("turns")[0].GetString()![cue.GetProperty("start").GetInt32()..cue.GetProperty("end").GetInt32()], cue.GetProperty("quote").GetString());
        var file = _folder.Write("mail.txt", "Hi Camille,\n\nLet us digest this internally.\n");
        Assert.Contains("digest this internally", Softno(["decode", "--in", file, "--lang", "en"]).Out, StringComparison.Ordinal);
        Assert.Equal(2, Softno(["decode"]).Code);
    }

    [Fact]
    public void Debrief_takes_answers_as_options_from_a_file_and_at_the_keyboard()
    {
        var options = Softno(["debrief", "--words", "Great stuff, love it", "--questions", "none", "--date", "nobody", "--percent", "80", "--format", "json", "--lang", "en"]);
        Assert.Equal(0, options.Code);
        var reading = JsonDocument.Parse(options.Out).RootElement;
        Assert.Equal("memory", reading.GetProperty("source").GetProperty("origin").GetString());
        Assert.Equal("softno.reading/1", reading.GetProperty("schema").GetString());
        Assert.Equal("soft-no", reading.GetProperty("verdict").GetString());
        Assert.Equal(80, reading.GetProperty("declared").GetProperty("percent").GetDouble());
        var file = _folder.Write("answers.yml", "words: Great stuff, love it\nquestions: none\ndate: nobody\npercent: 80\n");
        Assert.Equal(options.Out, Softno(["debrief", "--from", file, "--format", "json", "--lang", "en"]).Out);
        var typed = Softno(["debrief", "--format", "json", "--lang", "fr"], "Great stuff, love it\n\nprix, intégration\neux\nTuesday at 2 PM\nnine people on nights\n60\n");
        Assert.Equal(0, typed.Code);
        Assert.Equal("engaged", JsonDocument.Parse(typed.Out).RootElement.GetProperty("verdict").GetString());
        Assert.Equal(2, Softno(["debrief", "--words", "x", "--questions", "astrology"]).Code);
        Assert.Contains("answers.yml:1", Softno(["debrief", "--from", _folder.Write("answers.yml", "word: x\n")]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Autopsy_counts_lost_and_won_deals_and_masks_a_shared_page()
    {
        var polite = File.ReadAllText(Path.Combine(Tests.Softno.Home, "corpus", "train", "t1-01.call"));
        _folder.Write("deals/lost/Tuscarawas/first.call", polite);
        _folder.Write("deals/lost/Tuscarawas/second.call", polite.Replace("2026-09-16T", "2026-09-30T", StringComparison.Ordinal));
        _folder.Write("deals/won/acme.call", File.ReadAllText(Path.Combine(Tests.Softno.Home, "corpus", "train", "t1-02.call")));
        var folder = Path.Combine(_folder.Path, "pages");
        var run = Softno(["autopsy", Path.Combine(_folder.Path, "deals"), "--format", "json", "--out", folder, "--share"]);
        Assert.Equal(0, run.Code);
        var root = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal((1, 1, 1), (root.GetProperty("lost").GetProperty("deals").GetInt32(), root.GetProperty("lost").GetProperty("heard").GetInt32(), root.GetProperty("lost").GetProperty("callsAfter").GetInt32()));
        Assert.Equal((1, 0), (root.GetProperty("won").GetProperty("deals").GetInt32(), root.GetProperty("won").GetProperty("criedWolf").GetInt32()));
        var lost = root.GetProperty("deals")[0];
        Assert.Equal(("2026-09-16", 14), (lost.GetProperty("alarm").GetProperty("day").GetString(), lost.GetProperty("daysAfter").GetInt32()));
        Assert.Equal(["01-lost.html", "02-won.html"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.All(Directory.GetFiles(folder), page => Assert.DoesNotContain("Marlys", File.ReadAllText(page), StringComparison.Ordinal));
        Assert.Equal(2, Softno(["autopsy", _folder.Path + "/home"]).Code);
    }

    [Fact]
    public void Autopsy_reads_a_thread_message_by_message_and_counts_what_was_written_after()
    {
        _folder.Write("deals/lost/larkspur/thread.mbox", string.Concat(
            Message("Mon, 02 Nov 2026 15:00:00 +0100", "1", "Thanks for joining the demo, Dana. What did the team think?", ours: true),
            Message("Tue, 03 Nov 2026 10:00:00 -0500", "2", "Wow, that was really interesting. Honestly, your tech is amazing, and you guys are really smart. I see a lot of potential here, and everybody who watched it said it was super innovative and very slick. It was such a pleasure to see the whole thing in action, and we loved the design. Let us digest this internally and we'll circle back to you sometime next month.", ours: false),
            Message("Wed, 04 Nov 2026 15:00:00 +0100", "3", "Great, looking forward to it. Take your time.", ours: true),
            Message("Tue, 24 Nov 2026 15:00:00 +0100", "4", "Any news on your side?", ours: true)));
        var run = Softno(["autopsy", Path.Combine(_folder.Path, "deals"), "--us", "trajet.example", "--format", "json"]);
        Assert.True(run.Code == 0, run.Error);
        var root = JsonDocument.Parse(run.Out).RootElement;
        var deal = root.GetProperty("deals")[0];
        Assert.Equal((4, 0, 1, 20), (deal.GetProperty("mails").GetInt32(), deal.GetProperty("callsAfter").GetInt32(), deal.GetProperty("mailsAfter").GetInt32(), deal.GetProperty("daysAfter").GetInt32()));
        // Sure once the vagueness was accepted; the silence and the last message came later.
        Assert.Equal("2026-11-04", deal.GetProperty("alarm").GetProperty("day").GetString());
        Assert.Equal(JsonValueKind.Null, deal.GetProperty("alarm").GetProperty("call").ValueKind);
    }

    [Fact]
    public void Doctor_finds_a_new_installation_well()
    {
        Assert.Equal(0, Softno(["import", "deals", _folder.Write("deals.csv", "Record ID,Deal name,Deal Stage\n1,Pilot,New\n")]).Code);
        var run = Softno(["doctor", "--lang", "en"]);
        Assert.True(run.Code == 0, run.Out + run.Error);
        Assert.Contains("integrity", run.Out, StringComparison.Ordinal);
    }

    private static string Message(string date, string id, string words, bool ours) =>
        $"From x {date}\nFrom: {(ours ? "Camille Roy <camille@trajet.example>" : "Dana Whitfield <dana@larkspur.example>")}\nTo: {(ours ? "dana@larkspur.example" : "camille@trajet.example")}\nDate: {date}\nMessage-ID: <{id}@x.example>\nIn-Reply-To: <1@x.example>\nSubject: After our demo\n\n{words}\n\n";

    [Fact]
    public void Settings_tell_where_each_value_comes_from_and_a_broken_line_with_its_cure()
    {
        _folder.Write("home/settings.yml", "us:\n  names: [Camille Roy]\nhours: 10-18\n");
        var run = Softno(["settings", "--lang", "en"]);
        Assert.Contains("10:00-18:00 (settings.yml:3)", run.Out, StringComparison.Ordinal);
        Assert.Contains("Europe/Paris (default)", run.Out, StringComparison.Ordinal);
        _folder.Write("home/settings.yml", "hours: 18-10\n");
        var broken = Softno(["settings", "--lang", "en"]);
        Assert.Equal(2, broken.Code);
        Assert.Contains("settings.yml:1", broken.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("read", "samples/2026-11-18-lattice.srt")]
    [InlineData("decode", "we'll circle back")]
    public void A_settings_file_with_an_open_bracket_is_told_by_every_verb(params string[] words)
    {
        _folder.Write("home/settings.yml", "us:\n  names: [Camille\nhours: 9-19\n");
        var run = Softno(words);
        Assert.Equal(2, run.Code);
        Assert.Contains("settings.yml:2:", run.Error, StringComparison.Ordinal);
        Assert.Contains("→", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_refuses_what_is_no_text_and_a_file_that_is_not_there()
    {
        var binary = Path.Combine(_folder.Path, "photo.txt");
        File.WriteAllBytes(binary, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0, 1, 2, 3]);
        var run = Softno(["decode", "--in", binary, "--lang", "en"]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("89504E47", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Softno(["decode", "--in", "nowhere.txt"]).Code);
    }

    [Fact]
    public void Debrief_names_the_answers_that_it_expects()
    {
        var run = Softno(["debrief", "--words", "Great", "--questions", "prise", "--date", "demain", "--percent", "140", "--lang", "fr"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("Attendu\u00A0: eux, nous ou personne.", run.Error, StringComparison.Ordinal);
        Assert.Contains("intégration, prix, déploiement, ROI", run.Error, StringComparison.Ordinal);
        Assert.Contains("--percent: 140", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Autopsy_without_a_path_reads_the_stored_deals_beside_what_the_crm_declared()
    {
        const string Id = "0065g00000AbCdEAAV";
        var deals = _folder.Write("deals.csv", $"Id,Name,StageName,Amount,CurrencyIsoCode,Probability,CloseDate,IsClosed,IsWon,CreatedDate\n{Id},Brightwater,Closed Lost,90000,USD,0,2026-07-01,true,false,2026-01-10\n");
        var history = _folder.Write("history.csv", $"Id,OpportunityId,StageName,Amount,Probability,CloseDate,CreatedDate\na,{Id},Qualification,90000,20,2026-04-30,2026-01-10T08:12:00.000Z\nb,{Id},Proposal,90000,80,2026-04-30,2026-02-05T08:12:00.000Z\nc,{Id},Closed Lost,90000,0,2026-07-01,2026-07-01T08:12:00.000Z\n");
        Assert.Equal(2, Softno(["autopsy"]).Code);
        Assert.Equal(0, Softno(["import", "deals", deals, history]).Code);
        Assert.Equal(0, Softno(["import", "calls", "samples/deals/lost/brightwater-hospital", "--consent", "aloud", "--deal", "Brightwater"]).Code);
        var run = Softno(["autopsy", "--format", "json", "--as-of", "2026-11-26"]);
        Assert.True(run.Code == 0, run.Error);
        using var found = JsonDocument.Parse(run.Out);
        var deal = found.RootElement.GetProperty("deals")[0];
        Assert.Equal(("lost", "2026-02-10", 2), (deal.GetProperty("outcome").GetString(), deal.GetProperty("alarm").GetProperty("day").GetString(), deal.GetProperty("callsAfter").GetInt32()));
        Assert.Equal("""{"stage":"Proposal","probability":0.8,"closeDate":"2026-04-30","amount":90000,"currency":"USD","ended":"2026-07-01"}""", deal.GetProperty("declared").GetRawText());
        var text = Softno(["autopsy", "--lang", "fr", "--as-of", "2026-11-26"]).Out;
        Assert.Contains("Le CRM disait\u00A0: Proposal, 80\u202F%, signature déclarée pour le", text, StringComparison.Ordinal);
        Assert.Contains("Le deal s’est terminé 141 jours plus tard.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_old_deals_of_the_samples_show_what_an_autopsy_is()
    {
        var run = Softno(["autopsy", "samples/deals", "--format", "json"]);
        Assert.Equal(0, run.Code);
        using var found = JsonDocument.Parse(run.Out);
        Assert.Equal(2, found.RootElement.GetProperty("lost").GetProperty("heard").GetInt32());
        Assert.Equal(0, found.RootElement.GetProperty("won").GetProperty("criedWolf").GetInt32());
        var hospital = found.RootElement.GetProperty("deals").EnumerateArray().Single(deal => deal.GetProperty("name").GetString() == "brightwater-hospital");
        Assert.Equal("2026-02-10", hospital.GetProperty("alarm").GetProperty("day").GetString());
        Assert.Equal(2, hospital.GetProperty("callsAfter").GetInt32());
        Assert.Contains("plain no was said", Softno(["autopsy", "samples/deals", "--lang", "en"]).Out, StringComparison.Ordinal);
        Assert.Equal(2, Softno(["autopsy", "nowhere"]).Code);
    }

    [Fact]
    public void Settings_init_asks_in_French_and_what_it_writes_is_read()
    {
        var run = Softno(["settings", "init"], "Camille Roy, Hugo\nlumenor.example\n\n\nAmerica/Chicago\n9-18\n\nCamille Roy\nnon\n");
        Assert.Equal(0, run.Code);
        Assert.Contains("Vos noms", run.Error, StringComparison.Ordinal);
        var shown = Softno(["settings", "--lang", "en"]).Out;
        Assert.Contains("Camille Roy, Hugo (settings.yml:3)", shown, StringComparison.Ordinal);
        Assert.Contains("America/Chicago (settings.yml:8)", shown, StringComparison.Ordinal);
        Assert.Contains("no (settings.yml:11)", shown, StringComparison.Ordinal);
    }
}
