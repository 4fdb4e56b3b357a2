using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SoftNo.Storage.Sealing;

namespace SoftNo.Storage.Backups;

/// <summary>Copies every table of one store into another, whichever databases they are: a team moves from SQLite to PostgreSQL and back by it.</summary>
internal static class TableCopy
{
    /// <summary>The tables in an order in which each comes after those it refers to.</summary>
    public static IReadOnlyList<IEntityType> Tables(Store store)
    {
        // A store keeps its own seal: what is copied into it is sealed with that.
        var all = store.Model.GetEntityTypes().Where(type => type.ClrType != typeof(StoredSeal)).ToList();
        return [.. all.OrderBy(type => type.GetForeignKeys().Any()).ThenBy(type => type.GetTableName(), StringComparer.Ordinal)];
    }

    /// <summary>The columns of a table, as properties.</summary>
    public static IReadOnlyList<IProperty> Columns(IEntityType table) => [.. table.GetProperties()];

    /// <summary>Empties the target and fills it, in one transaction.</summary>
    public static void All(Store source, Store target)
    {
        using var transaction = target.Database.BeginTransaction();
        foreach (var table in Tables(target).Reverse()) Execute(target, $"DELETE FROM \"{table.GetTableName()}\"");
        foreach (var table in Tables(target)) One(source, target, table);
        transaction.Commit();
    }

    private static void One(Store source, Store target, IEntityType table)
    {
        var columns = Columns(table);
        var sourceColumns = Columns(source.Model.FindEntityType(table.ClrType)!);
        var names = string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
        source.Database.OpenConnection();
        using var select = source.Database.GetDbConnection().CreateCommand();
        select.CommandText = $"SELECT {names} FROM \"{table.GetTableName()}\"";
        using var insert = target.Database.GetDbConnection().CreateCommand();
        insert.Transaction = target.Database.CurrentTransaction?.GetDbTransaction();
        insert.CommandText = $"INSERT INTO \"{table.GetTableName()}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, at) => $"@p{at}"))})";
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            insert.Parameters.Clear();
            for (var at = 0; at < columns.Count; at++)
            {
                var value = reader.IsDBNull(at) ? null : Read(reader, at, sourceColumns[at]);
                insert.Parameters.Add(columns[at].GetRelationalTypeMapping().CreateParameter(insert, $"@p{at}", value, nullable: true));
            }

            insert.ExecuteNonQuery();
        }

        source.Database.CloseConnection();
        // The server counts on from the highest number.
        if (!target.IsSqlite && table.FindProperty("Number") is not null)
            Execute(target, $"SELECT setval(pg_get_serial_sequence('\"{table.GetTableName()}\"', 'Number'), COALESCE((SELECT MAX(\"Number\") FROM \"{table.GetTableName()}\"), 0) + 1, false)");
    }

    /// <summary>A cell as the entity has it, whatever the database keeps it as.</summary>
    private static object? Read(DbDataReader reader, int at, IProperty column)
    {
        var mapping = column.GetRelationalTypeMapping();
        var kept = mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        var value = reader.GetValue(at);
        if (value.GetType() != kept)
            value = kept == typeof(bool) ? Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0 : Convert.ChangeType(value, kept, CultureInfo.InvariantCulture);
        return mapping.Converter is { } converter ? converter.ConvertFromProvider(value) : value;
    }

    private static void Execute(Store store, string sql)
    {
        using var command = store.Database.GetDbConnection().CreateCommand();
        command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
