using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoftNo.Storage.Backups;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;
using SoftNo.Storage.People;
using SoftNo.Storage.Sealing;

namespace SoftNo.Storage.Tests;

public class SealingTests
{
    private const string Deals = "Record ID,Deal name,Deal Stage,Associated Company,Associated Contact,Contact email\n1,Pilot,New,Larkspur Freight,Dana Whitfield,dana@larkspur.example\n";
    private static readonly Passphrase Right = new("empty miles cost 41 cents");

    // Words of a call, of a mail, of its subject, of why a cue was dismissed.
    private static readonly string[] Words = ["lot of potential", "digest this internally", "last month's lanes", "Larkspur and Trajet", "she quotes a colleague"];

    private static void Fill(TestStore test)
    {
        DealImportTests.Import(test, Deals);
        var reading = CallImportTests.Import(test, TestReader.Call()).Reading!;
        ExchangeImportTests.Import(test, null, ExchangeImportTests.One, ExchangeImportTests.Two);
        using var store = test.Open();
        Dismissals.Add(store, reading.Cues[0].Id, "she quotes a colleague", test.Clock);
        Backup.Write(store, test.Address, test.Clock);
    }

    private static Store Open(TestStore test, Passphrase? passphrase = null)
    {
        var opened = StoreOpening.Open(test.Address with { Passphrase = passphrase ?? Right }, test.Clock);
        Assert.True(opened.Store is not null, opened.Problem?.Text.En);
        return opened.Store;
    }

    private static SealingDone Seal(TestStore test)
    {
        using var store = test.Open();
        return SealedStore.Seal(store, test.Address, Right, test.Clock);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Sealed_texts_are_in_no_file_and_in_no_cell_and_come_back_with_the_passphrase(Kind kind)
    {
        using var test = Both.On(kind);
        Fill(test);
        string before;
        using (var store = test.Open()) before = store.Calls.AsNoTracking().OrderBy(call => call.Number).First().Content!;
        Assert.All(Words, words => Assert.NotEmpty(FilesWith(test.Folder, words)));
        var done = Seal(test);
        Assert.Equal((true, 1, 0), (done.Texts >= 8, done.Backups, done.Left.Count));
        Assert.All(Words, words => Assert.Empty(FilesWith(test.Folder, words)));
        using (var store = Open(test))
        {
            Assert.Equal(before, store.Calls.AsNoTracking().OrderBy(call => call.Number).First().Content);
            Assert.Equal("she quotes a colleague", store.Dismissals.AsNoTracking().Single().Why);
            Assert.Contains("circle back", DealList.Histories(store).Single().History.Acts.Select(act => act.Reading?.Sentence).OfType<string>().First(), StringComparison.Ordinal);
            Assert.True(ReadingList.Page(store)[0].HasWords);
        }

        // What is written from now on is sealed as well, in the log of the database too, while it is open.
        using (var store = Open(test))
        {
            new CallImporter(store, TestReader.Reader, test.Clock, CallImportTests.Rules, []).Import(TestReader.Call(TestReader.Text.Replace("demo", "unheard-of gizmo", StringComparison.Ordinal), "second.txt"), "aloud", null);
            Assert.Empty(FilesWith(test.Folder, "unheard-of gizmo"));
            Assert.DoesNotContain(RawCells(store), cell => Words.Append("unheard-of gizmo").Any(words => cell.Contains(words, StringComparison.Ordinal)));
            Assert.Equal(2, store.Calls.AsNoTracking().AsEnumerable().Count(call => call.Content!.Contains("potential here", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Without_the_passphrase_it_stays_shut(Kind kind)
    {
        using var test = Both.On(kind);
        Fill(test);
        Seal(test);
        Assert.Equal(StoreOpening.PassphraseMissing, StoreOpening.Open(test.Address, test.Clock).Problem?.Code);
        Assert.Equal("wrong-passphrase", StoreOpening.Open(test.Address with { Passphrase = new Passphrase("empty miles cost 42 cents") }, test.Clock).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Erasure_access_backup_and_restore_work_on_sealed_texts(Kind kind)
    {
        using var test = Both.On(kind);
        Fill(test);
        Seal(test);
        var address = test.Address with { Passphrase = Right };
        using (var store = Open(test))
        {
            Assert.Contains(Access.Of(store, "dana@larkspur.example"), held => held.Text.Contains("digest this internally", StringComparison.Ordinal));
            var backup = Backup.Write(store, address, test.Clock, "second");
            Assert.Equal(2, Forgetting.Forget(store, address, "dana@larkspur.example", test.Clock).Backups);
            Assert.Empty(Access.Of(store, "dana@larkspur.example"));
            Assert.Contains("Thanks —", store.Calls.AsNoTracking().OrderBy(call => call.Number).First().Content, StringComparison.Ordinal);
            Assert.Null(Restoring.From(store, address, backup, test.Clock));
            store.ChangeTracker.Clear();
            Assert.Equal(2, store.Calls.AsNoTracking().AsEnumerable().Count(call => call.Content!.StartsWith('{')));
        }

        Assert.Empty(FilesWith(test.Folder, "Thanks —"));
        using var plain = new TestStore(Kind.Sqlite);
        using var target = plain.Open();
        Assert.Equal("sealed-backup", Restoring.From(target, plain.Address with { Passphrase = Right }, Backup.All(test.Address)[0], test.Clock)?.Code);
        var folder = Path.Combine(plain.Folder, "out");
        using (var store = Open(test)) FullExport.Write(store, folder, test.Clock);
        Assert.Contains("\"content\":{", File.ReadAllText(Path.Combine(folder, "calls.ndjson")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_of_another_passphrase_is_left_and_said()
    {
        using var test = new TestStore(Kind.Sqlite);
        Fill(test);
        Seal(test);
        using (var store = Open(test)) SealedStore.Open(store, test.Address, test.Clock);
        var left = Backup.All(test.Address);
        var other = new Passphrase("quite another phrase");
        using (var store = test.Open()) Assert.Equal(left, SealedStore.Seal(store, test.Address, other, test.Clock).Left);
        using var again = Open(test, other);
        Assert.Equal(left, Forgetting.Forget(again, test.Address with { Passphrase = other }, "Nobody Known", test.Clock).Unopened);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Off_leaves_everything_as_it_was(Kind kind)
    {
        using var test = Both.On(kind);
        Fill(test);
        string[] before;
        using (var store = test.Open()) before = [.. RawCells(store)];
        var sealing = Seal(test);
        using (var store = Open(test)) Assert.Equal((sealing.Texts, 1), (SealedStore.Open(store, test.Address with { Passphrase = Right }, test.Clock) is var done ? done.Texts : 0, done.Backups));
        using var after = test.Open();
        Assert.Equal(before, RawCells(after));
    }

    [Fact]
    public void A_cell_cannot_be_altered_moved_to_another_column_or_told_from_its_like()
    {
        var (cipher, seal) = TextCipher.New(Right);
        var cell = cipher.Seal("let us digest this", "StoredCall.Content");
        Assert.NotEqual(cell, cipher.Seal("let us digest this", "StoredCall.Content"));
        Assert.Equal("let us digest this", TextCipher.Of(seal, Right)!.Open(cell, "StoredCall.Content"));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(cell, "StoredReading.Content"));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(cell[..^8] + (cell[^8] == 'A' ? 'B' : 'A') + cell[^7..], "StoredCall.Content"));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open("{\"turns\":[]}", "StoredCall.Content"));
        Assert.Equal("…", $"{Right}");
        Assert.DoesNotContain("miles", $"{new StoreAddress("x", true, "y") { Passphrase = Right }}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_passphrase_comes_from_the_environment_or_a_file()
    {
        using var test = new TestStore(Kind.Sqlite);
        var file = Path.Combine(test.Folder, "phrase");
        File.WriteAllText(file, "empty miles cost 41 cents\nand nothing else\n");
        Assert.True(Passphrase.From(name => name == Passphrase.FileVariable ? file : null)!.Is(Right));
        Assert.True(Passphrase.From(name => name == Passphrase.Variable ? "empty miles cost 41 cents" : file)!.Is(Right));
        Assert.Null(Passphrase.From(name => name == Passphrase.FileVariable ? file + "x" : null));
        Assert.True(new Passphrase("short").IsShort);
    }

    private static List<string> FilesWith(string folder, string words) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => ReadShared(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0)];

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Every text as the database keeps it, but for the audit log, which tells of the sealing.</summary>
    private static List<string> RawCells(Store store)
    {
        var cells = new List<string>();
        store.Database.OpenConnection();
        foreach (var table in TableCopy.Tables(store).Where(table => table.GetTableName() != "audit"))
        {
            foreach (var column in table.GetProperties().Where(column => column.ClrType == typeof(string)).OrderBy(column => column.Name, StringComparer.Ordinal))
            {
                using var select = store.Database.GetDbConnection().CreateCommand();
                select.CommandText = $"SELECT \"{column.GetColumnName()}\" FROM \"{table.GetTableName()}\" WHERE \"{column.GetColumnName()}\" IS NOT NULL ORDER BY \"{table.FindPrimaryKey()!.Properties[0].GetColumnName()}\"";
                using var reader = select.ExecuteReader();
                while (reader.Read()) cells.Add(reader.GetString(0));
            }
        }

        store.Database.CloseConnection();
        return cells;
    }
}
