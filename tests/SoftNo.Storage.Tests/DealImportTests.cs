using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Storage.Deals;

namespace SoftNo.Storage.Tests;

public class DealImportTests
{
    private const string Header = "Record ID,Deal name,Deal Stage,Amount,Close date,Associated Company\n";
    private const string Week1 = Header + "1,Pilot,Proposal,\"$12,000\",2026-12-31,Larkspur\n2,Renewal,New,900,2026-11-30,Norvik\n,Nameless id,New,5,,Hollis\n";

    private static readonly DealFileReader Reader = new(CrmWords.Load(CrmWords.DefaultFolder));

    internal static ImportCounts Import(TestStore test, string text)
    {
        using var store = test.Open();
        var read = Reader.Read(Encoding.UTF8.GetBytes(text), "deals.csv", new DealFileOptions { Today = new LocalDate(2026, 11, 26) });
        Assert.True(read.File is not null, read.Problem?.Text.En);
        return new DealImporter(store, test.Clock, DateTimeZone.Utc).Import(read.File);
    }

    internal static List<Deal> Deals(TestStore test)
    {
        using var store = test.Open();
        return [.. DealList.All(store).Select(pair => pair.Deal)];
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void The_same_file_twice_changes_nothing(Kind kind)
    {
        using var test = Both.On(kind);
        var first = Import(test, Week1);
        Assert.Equal((3, 0, 0), (first.New, first.Changed, first.Unchanged));
        var deals = Deals(test);
        var second = Import(test, Week1);
        Assert.Equal((0, 0, 3), (second.New, second.Changed, second.Unchanged));
        Assert.Empty(second.Missing);
        Assert.Equal((0, 0, 0), (second.Moves, second.Pushes, second.Pulls));
        Assert.Equal(deals.Select(DealJson.Write), Deals(test).Select(DealJson.Write));
        Assert.Equal("""{"id":"1","name":"Pilot","stage":"Proposal","amount":12000,"currency":"USD","probability":null,"closeDate":"2026-12-31","owner":null,"company":"Larkspur","status":"open","lostReason":null,"created":null,"lastActivity":null,"moves":0,"pushes":0,"pulls":0}""", DealJson.Write(deals[0]));
        Assert.Null(deals[2].Id);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_later_export_tells_moves_pushes_renames_and_what_is_missing(Kind kind)
    {
        using var test = Both.On(kind);
        Import(test, Week1);
        test.Clock.AdvanceDays(7);
        var counts = Import(test, Header + "1,Pilot 2,Negotiation,13000,2027-01-31,Larkspur\n,Nameless id,New,5,,Hollis\n3,Audit,New,1,,Acme\n");
        Assert.Equal((1, 1, 1), (counts.New, counts.Changed, counts.Unchanged));
        Assert.Equal(["2"], counts.Missing);
        Assert.Equal((1, 1, 0), (counts.Moves, counts.Pushes, counts.Pulls));
        var deals = Deals(test);
        Assert.Equal(4, deals.Count);
        var on = new LocalDate(2026, 12, 3);
        Assert.Equal(
            [new DealChange(on, DealField.Stage, "Proposal", "Negotiation"), new DealChange(on, DealField.CloseDate, "2026-12-31", "2027-01-31"), new DealChange(on, DealField.Amount, "12000", "13000"), new DealChange(on, DealField.Name, "Pilot", "Pilot 2")],
            deals[0].Changes);
        Assert.DoesNotContain("2", Import(test, Week1).Missing);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Two_histories_of_the_same_changes_count_once_in_either_order(Kind kind)
    {
        const string States = "Id,OpportunityId,StageName,Amount,Probability,CloseDate,CreatedDate\n"
            + "a,0065g00000AbCdEAAV,Qualification,10000,20,2026-12-31,2026-09-01T08:12:00.000Z\nb,0065g00000AbCdEAAV,Proposal,10000,20,2027-01-31,2026-09-20T08:12:00.000Z\n";
        const string Fields = "Id,OpportunityId,Field,OldValue,NewValue,CreatedDate\n"
            + "c,0065g00000AbCdEAAV,StageName,Qualification,Proposal,2026-09-20T08:12:00.000Z\nd,0065g00000AbCdEAAV,CloseDate,2026-12-31,2027-01-31,2026-09-20T08:12:00.000Z\n"
            + "e,0065g00000AbCdEAAV,CloseDate,2027-01-31,2027-01-15,2026-10-02T08:12:00.000Z\n";
        const string Deal = "Id,Name,StageName,Amount,CloseDate,AccountId,OwnerId,IsClosed\n0065g00000AbCdEAAV,Pilot,Proposal,10000,2027-01-15,001,005,false\n";
        foreach (var files in (string[][])[[States, Fields, Deal], [Deal, Fields, States, Fields]])
        {
            using var test = Both.On(kind);
            foreach (var file in files) Import(test, file);
            var count = ChangeCount.Of(Assert.Single(Deals(test)).Changes);
            Assert.Equal((1, 1, 1), (count.Moves, count.Pushes, count.Pulls));
        }
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_change_seen_between_exports_and_told_by_a_history_counts_once(Kind kind)
    {
        const string Columns = "Id,Name,StageName,CloseDate,AccountId,OwnerId\n";
        const string Fields = "Id,OpportunityId,Field,OldValue,NewValue,CreatedDate\nc,0065g00000AbCdEAAV,StageName,New,Proposal,2026-11-20T08:12:00.000Z\n";
        foreach (var historyFirst in (bool[])[false, true])
        {
            using var test = Both.On(kind);
            Import(test, Columns + "0065g00000AbCdEAAV,Pilot,New,2027-01-15,001,005\n");
            if (historyFirst) Import(test, Fields);
            Import(test, Columns + "0065g00000AbCdEAAV,Pilot,Proposal,2027-01-15,001,005\n");
            if (!historyFirst) Import(test, Fields);
            var change = Assert.Single(Assert.Single(Deals(test)).Changes);
            Assert.Equal(new LocalDate(2026, 11, 20), change.On);
        }
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Eight_thousand_eight_hundred_deals_all_accounted_for(Kind kind)
    {
        var folder = Environment.GetEnvironmentVariable("SOFTNO_DATA") ?? Path.Combine(Home(), "..", "shared", "data");
        var file = Path.Combine(folder, "crm", "maven", "sales_pipeline.csv");
        if (!File.Exists(file)) Assert.Skip($"{file} is not here.");
        using var test = Both.On(kind);
        using var store = test.Open();
        var read = Reader.ReadFile(file, new DealFileOptions { Today = new LocalDate(2018, 1, 2) }).File!;
        var counts = new DealImporter(store, test.Clock, DateTimeZone.Utc).Import(read);
        Assert.Equal((8800, 8800, 0, 0), (read.Rows, counts.New, read.Skipped.Count, read.Warnings.Count));
        var deals = DealList.All(store).Select(pair => pair.Deal).ToList();
        Assert.Equal((4238, 2473, 2089), (deals.Count(deal => deal.Status == DealStatus.Won), deals.Count(deal => deal.Status == DealStatus.Lost), deals.Count(deal => deal.Status == DealStatus.Open)));
        Assert.Equal(10005534m, deals.Sum(deal => deal.Amount?.Amount ?? 0));
        Assert.Equal(new LocalDate(2016, 10, 20), deals.Min(deal => deal.Created));
    }

    private static string Home()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SoftNo.slnx"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
