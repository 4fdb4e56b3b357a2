using Microsoft.EntityFrameworkCore;
using SoftNo.Storage.Backups;

namespace SoftNo.Storage.Tests;

public class StoreTests
{
    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Every_table_and_column_of_the_model_is_in_the_database(Kind kind)
    {
        using var test = Both.On(kind);
        using var store = test.Open();
        store.Database.OpenConnection();
        foreach (var table in TableCopy.Tables(store))
        {
            using var command = store.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", TableCopy.Columns(table).Select(column => $"\"{column.GetColumnName()}\""))} FROM \"{table.GetTableName()}\"";
            using var reader = command.ExecuteReader();
            Assert.False(reader.Read(), table.GetTableName());
        }
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_newer_database_is_refused_with_its_version(Kind kind)
    {
        using var test = Both.On(kind);
        using (var store = test.Open()) store.Database.ExecuteSql($"INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('9999_later', '10.0')");
        var opened = StoreOpening.Open(test.Address, test.Clock);
        Assert.Null(opened.Store);
        Assert.Equal("newer-database", opened.Problem?.Code);
        Assert.Contains("9999_later", opened.Problem!.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_said_to_be_none()
    {
        using var test = new TestStore(Kind.Sqlite);
        File.WriteAllText(test.Address.Connection, "This is no database at all, but a text that is long enough to be looked at.");
        Assert.Equal("no-database", StoreOpening.Open(test.Address, test.Clock).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_backup_is_a_database_of_its_own(Kind kind)
    {
        using var test = Both.On(kind);
        DealImportTests.Import(test, "Deal name,Stage\nPilot,New\n");
        string path;
        using (var store = test.Open()) path = Backup.Write(store, test.Address, test.Clock, "before-test");
        Assert.Equal([path], Backup.All(test.Address));
        using var copy = StoreOpening.Open(StoreAddress.Sqlite(path, test.Folder), test.Clock).Store;
        Assert.Equal("Pilot", copy?.Deals.Single().Name);
    }
}
