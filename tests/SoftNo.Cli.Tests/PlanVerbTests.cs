using Xunit;

namespace SoftNo.Cli.Tests;

public class PlanVerbTests
{
    private static readonly string[] NeverSaid = ["zombie", "suspect", "soft no", "soft-no", "non poli", "silent", "silence"];

    private static Run In(TemporaryFolder folder, params string[] words) =>
        Softno.Of(words, environment: new Dictionary<string, string> { ["SOFTNO_HOME"] = Path.Combine(folder.Path, "home") }, folder: folder.Path);

    private static TemporaryFolder Filled()
    {
        var folder = new TemporaryFolder();
        In(folder, "import", "deals", folder.Write("deals.csv", "Record ID,Deal name,Deal Stage,Amount,Deal probability,Close date,Contact email\n1,Pilot,Proposal,48000,80%,2026-11-20,dana@larkspur.example\n2,Audit,Proposal,9000,80%,2026-12-20,\n"));
        In(folder, "import", "mail", folder.Write("thread.mbox", Thread), "--without", "listener");
        return folder;
    }

    private const string Thread = """
        From x Mon Nov  2 15:02:00 2026
        Message-ID: <one@trajet.example>
        From: Camille Roy <camille@trajet.example>
        To: Dana Whitfield <dana@larkspur.example>
        Subject: Larkspur and Trajet
        Date: Mon, 2 Nov 2026 15:02:00 +0100

        Hi Dana, you said that empty miles cost you 41 cents each. Could we look at last month's lanes together on Tuesday?

        From x Tue Nov  3 12:40:00 2026
        Message-ID: <two@larkspur.example>
        References: <one@trajet.example>
        From: Dana Whitfield <dana@larkspur.example>
        To: Camille Roy <camille@trajet.example>
        Subject: Re: Larkspur and Trajet
        Date: Tue, 3 Nov 2026 12:40:00 -0500

        Hi Camille, this looks really interesting, and I love what you guys are doing for carriers like us. It is a great technology. Let us digest this internally with the team here and we'll circle back to you sometime next month, once the holidays are behind us.

        From x Tue Nov  3 19:10:00 2026
        Message-ID: <three@trajet.example>
        References: <one@trajet.example> <two@larkspur.example>
        From: Camille Roy <camille@trajet.example>
        To: Dana Whitfield <dana@larkspur.example>
        Subject: Re: Larkspur and Trajet
        Date: Tue, 3 Nov 2026 19:10:00 +0100

        Hi Dana, which of your lanes should we look at first?

        """;

    [Fact]
    public void Nothing_is_changed_without_the_users_word()
    {
        using var folder = Filled();
        var shown = In(folder, "plan", "--as-of", "2026-11-26", "--lang", "en");
        Assert.True(shown.Code == 0, shown.Error);
        Assert.Contains("Mail drafted: ", shown.Out, StringComparison.Ordinal);
        Assert.Contains("15 minutes drafted: ", shown.Out, StringComparison.Ordinal);
        var deals = In(folder, "export", "deals").Out;
        var unsaid = In(folder, "plan", "apply", "--as-of", "2026-11-26", "--lang", "en");
        Assert.Equal(2, unsaid.Code);
        Assert.Contains("Nothing says which lines you accept", unsaid.Error, StringComparison.Ordinal);
        Assert.Equal(2, In(folder, "plan", "apply", "--as-of", "2026-11-26", "--only", "9").Code);
        Assert.Equal(2, In(folder, "plan", "apply", "--as-of", "2026-11-26", "--plan", "00000000", "--yes").Code);
        Assert.Equal(2, In(folder, "plan", "apply", "--as-of", "2026-11-26", "--yes", "--out", "no/such/folder/x.csv").Code);
        Assert.Equal(deals, In(folder, "export", "deals").Out);
        Assert.Empty(In(folder, "plan", "list").Out);
        Assert.Equal(2, In(folder, "plan", "undo").Code);
    }

    [Fact]
    public void Accepted_lines_are_applied_written_for_the_crm_and_undone()
    {
        using var folder = Filled();
        var before = In(folder, "export", "deals").Out;
        var plan = In(folder, "plan", "--as-of", "2026-11-26", "--format", "json").Lines;
        Assert.Equal(["rescue", "push", "downgrade", "downgrade"], plan.Select(line => line.Split("\"move\":\"")[1].Split('"')[0]));
        var kept = folder.Write("kept.ndjson", $"{plan[1]}\n\n{plan[3]}\n");
        var applied = In(folder, "plan", "apply", "--as-of", "2026-11-26", "--list", kept, "--out", "crm.csv", "--lang", "en");
        Assert.True(applied.Code == 0, applied.Error);
        Assert.Contains("Plan 1: 2 lines applied", applied.Out, StringComparison.Ordinal);
        var table = File.ReadAllText(Path.Combine(folder.Path, "crm.csv"));
        Assert.StartsWith("Record ID,Deal Name,Close Date,Deal probability\r\n1,Pilot,20", table, StringComparison.Ordinal);
        Assert.DoesNotContain(NeverSaid, words => table.Contains(words, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, In(folder, "plan", "apply", "--as-of", "2026-11-26", "--list", kept).Code);
        Assert.Equal(["rescue", "downgrade"], In(folder, "plan", "--as-of", "2026-11-26", "--format", "json").Lines.Select(line => line.Split("\"move\":\"")[1].Split('"')[0]));
        Assert.Contains("Audit → lower the probability", In(folder, "plan", "list", "--lang", "en").Out, StringComparison.Ordinal);
        Assert.Equal(0, In(folder, "plan", "undo").Code);
        Assert.Equal(before, In(folder, "export", "deals").Out);
        // What was written elsewhere is told when someone is forgotten.
        Assert.Contains("crm.csv", In(folder, "forget", "dana@larkspur.example").Out, StringComparison.Ordinal);
    }
}
