using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Storage.Backups;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;
using SoftNo.Storage.People;

namespace SoftNo.Storage.Tests;

public class PrivacyTests
{
    private const string Deals = "Record ID,Deal name,Deal Stage,Associated Company,Associated Contact,Contact email\n1,Pilot with Dana Whitfield,New,Larkspur Freight,Dana Whitfield,dana@larkspur.example\n";

    private static readonly string[] Erased = ["Whitfield", "dana@larkspur.example", "lot of potential", "digest this internally"];

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_forgotten_person_is_in_no_table_and_in_no_file_of_the_folder(Kind kind)
    {
        using var test = Both.On(kind);
        Fill(test);
        if (kind == Kind.Sqlite) Assert.All(Erased, words => Assert.NotEmpty(FilesWith(test.Folder, words)));
        Receipt receipt;
        using (var store = test.Open()) receipt = Forgetting.Forget(store, test.Address, "dana whitfield", test.Clock);
        Assert.Equal((1, 2, 1, kind == Kind.PostgreSql), (receipt.Calls, receipt.Turns, receipt.Backups, receipt.ServerLog));
        using (var store = test.Open())
        {
            Assert.Empty(Access.Of(store, "Dana Whitfield"));
            foreach (var words in Erased) Assert.Empty(CellsWith(store, words));
            Assert.Equal("Pilot with —", Assert.Single(store.Deals).Name);
            // What the seller said stays, without the name.
            Assert.Contains("Thanks —, talk soon.", store.Calls.Single().Content, StringComparison.Ordinal);
            Assert.NotEqual("{}", store.Readings.Single().Figures);
            Assert.Null(store.Readings.Single().Content);
        }

        Assert.All(Erased, words => Assert.Empty(FilesWith(test.Folder, words)));
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_restored_backup_from_elsewhere_forgets_again(Kind kind)
    {
        using var test = Both.On(kind);
        Fill(test);
        var elsewhere = Directory.CreateTempSubdirectory("softno-elsewhere-").FullName;
        try
        {
            string backup;
            using (var store = test.Open())
            {
                backup = Backup.Write(store, test.Address, test.Clock, to: Path.Combine(elsewhere, "copy.db"));
                Forgetting.Forget(store, test.Address, "dana@larkspur.example", test.Clock);
                Assert.Null(Restoring.From(store, test.Address, backup, test.Clock));
            }

            using var restored = test.Open();
            foreach (var words in Erased) Assert.Empty(CellsWith(restored, words));
            Assert.Single(restored.Calls);
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_deal_that_is_known_by_a_persons_name_keeps_its_history(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, "Deal name,Deal Stage,Associated Company\nDana Whitfield pilot,New,Larkspur\nDana Whitfield renewal,New,Larkspur\nSamsung,New,Samsung\n");
        DealImportTests.Import(test, "Deal name,Deal Stage,Associated Company\nDana Whitfield pilot,Demo,Larkspur\nDana Whitfield renewal,New,Larkspur\nSamsung,New,Samsung\n");
        using var store = test.Open();
        var kept = store.Deals.AsNoTracking().Single(deal => deal.Name == "Samsung").SourceKey;
        Forgetting.Forget(store, test.Address, "Dana Whitfield", test.Clock);
        Assert.Equal([("— pilot", 1), ("— renewal", 0), ("Samsung", 0)], DealList.All(store).Select(one => (one.Deal.Name, one.Deal.Changes.Count)));
        Assert.Empty(CellsWith(store, "Whitfield"));
        // A name inside another word is another word.
        Assert.Equal(0, Forgetting.Forget(store, test.Address, "Sam", test.Clock).Records);
        Assert.Equal(kept, store.Deals.AsNoTracking().Single(deal => deal.Name == "Samsung").SourceKey);
    }

    [Fact]
    public void A_first_name_goes_from_subjects_and_file_names_and_half_written_files_go_altogether()
    {
        using var test = new TestStore(Kind.Sqlite);
        CallImportTests.Import(test, TestReader.Call(file: "dana-and-camille.txt") is var call ? call with { Source = call.Source with { Title = "Dana <> Camille: pricing" } } : call);
        Directory.CreateDirectory(test.Address.Backups);
        var half = new[] { Path.Combine(test.Address.Backups, "softno-x.db.part"), Path.Combine(test.Address.Folder, "restoring.db") };
        foreach (var file in half) File.WriteAllText(file, "Dana");
        using var store = test.Open();
        Forgetting.Forget(store, test.Address, "Dana Whitfield", test.Clock);
        store.ChangeTracker.Clear();
        Assert.Equal(("— <> Camille: pricing", "—-and-camille.txt"), (store.Calls.Single().Title, store.Calls.Single().File));
        Assert.All(half, file => Assert.False(File.Exists(file)));
    }

    [Fact]
    public void A_seller_known_only_as_a_deals_owner_stays_forgotten_after_a_restore()
    {
        using var test = new TestStore(Kind.Sqlite);
        DealImportTests.Import(test, "Record ID,Deal name,Deal Stage,Deal owner\n1,Pilot,New,Hugo Petit\n");
        using var store = test.Open();
        var backup = Backup.Write(store, test.Address, test.Clock, to: Path.Combine(test.Folder, "elsewhere", "copy.db"));
        Forgetting.Forget(store, test.Address, "Hugo Petit", test.Clock);
        Assert.Null(Restoring.From(store, test.Address, backup, test.Clock));
        Assert.Empty(CellsWith(store, "Petit"));
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void When_the_transcript_goes_its_reading_keeps_figures_only(Kind kind)
    {
        using var test = Both.On(kind);
        Fill(test);
        using var store = test.Open();
        var kept = ReadingList.Page(store)[0].Figures;
        var retention = new Retention(6, 12);
        Assert.Empty(retention.Find(store, new LocalDate(2027, 5, 17)).Transcripts);
        var overdue = retention.Find(store, new LocalDate(2027, 5, 18));
        Assert.Equal([1L], overdue.Transcripts);
        Assert.Empty(overdue.Readings);
        Retention.Apply(store, overdue, test.Clock);
        store.ChangeTracker.Clear();
        var listed = ReadingList.Page(store)[0];
        Assert.False(listed.HasWords);
        Assert.Equal((kept.Verdict, kept.Confidence, kept.Step), (listed.Figures.Verdict, listed.Figures.Confidence, listed.Figures.Step));
        foreach (var words in (string[])["lot of potential", "digest this internally"]) Assert.Empty(CellsWith(store, words));
        Retention.Apply(store, retention.Find(store, new LocalDate(2027, 11, 18)), test.Clock);
        Assert.Empty(ReadingList.Page(store));
        Assert.Single(store.Acts.AsNoTracking());
    }

    [Fact]
    public void Access_shows_words_and_records()
    {
        using var test = new TestStore(Kind.Sqlite);
        Fill(test);
        using var store = test.Open();
        var held = Access.Of(store, "dana@larkspur.example").ToList();
        Assert.Equal(["record", "named", "act", "call", "turn", "turn"], held.Select(one => one.Kind));
        Assert.Contains(held, one => one.Text.Contains("digest this internally", StringComparison.Ordinal));
        Assert.Empty(Access.Of(store, "Nobody Known"));
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_backup_restores_everything_on_either_database(Kind kind)
    {
        using var test = Both.On(kind);
        Fill(test);
        using var store = test.Open();
        var backup = Backup.All(test.Address)[0];
        var before = Everything(store);
        store.Deals.ExecuteDelete();
        store.Calls.ExecuteDelete();
        Assert.Null(Restoring.From(store, test.Address, backup, test.Clock));
        Assert.Equal(before, Everything(store));
        // The next number goes on from the highest.
        DealImportTests.Import(test, Deals + "2,Other,New,Acme,,\n");
        Assert.Equal(2, store.Deals.AsNoTracking().Max(deal => deal.Number));
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Everything_goes_out_as_json_lines_and_a_table(Kind kind)
    {
        using var test = Both.On(kind);
        Fill(test);
        using var store = test.Open();
        var files = FullExport.Write(store, Path.Combine(test.Folder, "out"), test.Clock);
        var calls = File.ReadAllLines(files.Single(file => file.EndsWith("calls.ndjson", StringComparison.Ordinal)));
        using var call = System.Text.Json.JsonDocument.Parse(Assert.Single(calls));
        Assert.Equal(5, call.RootElement.GetProperty("content").GetProperty("Turns").GetArrayLength());
        Assert.Equal(2, File.ReadAllLines(files.Single(file => file.EndsWith("deals.csv", StringComparison.Ordinal))).Length);
        Assert.Equal(files.Count, store.Audit.Count(entry => entry.WroteFile != null));
    }

    private static void Fill(TestStore test)
    {
        DealImportTests.Import(test, Deals);
        CallImportTests.Import(test, TestReader.Call());
        using var store = test.Open();
        Backup.Write(store, test.Address, test.Clock);
    }

    private static List<string> Everything(Store store)
    {
        var rows = new List<string>();
        foreach (var table in TableCopy.Tables(store).Where(table => table.GetTableName() != "audit"))
        {
            store.Database.OpenConnection();
            using var command = store.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", TableCopy.Columns(table).Select(column => $"\"{column.GetColumnName()}\""))} FROM \"{table.GetTableName()}\" ORDER BY 1";
            using var reader = command.ExecuteReader();
            while (reader.Read()) rows.Add(table.GetTableName() + string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => Convert.ToString(reader.GetValue(at), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    private static List<string> CellsWith(Store store, string words) => [.. Everything(store).Where(row => row.Contains(words, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The files of a folder in whose bytes words stand, in UTF-8 or UTF-16.</summary>
    private static List<string> FilesWith(string folder, string words) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => File.ReadAllBytes(file) is var bytes
            && (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(words)) >= 0))];
}
