using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using SoftNo.Deals.Imports;
using SoftNo.Storage.Audits;

namespace SoftNo.Storage.Deals;

/// <summary>What an import of activities did.</summary>
/// <param name="New">Acts that were not stored.</param>
/// <param name="Known">Acts that were.</param>
/// <param name="NoDeal">Acts whose deal is not stored: they are left out.</param>
/// <param name="Skipped">Records that are no act.</param>
public sealed record ActCounts(int New, int Known, int NoDeal, IReadOnlyList<LeftRow> Skipped);

/// <summary>Stores a table of activities, whole or not at all. A million of them pass one by one.</summary>
public sealed class ActImporter(Store store, IClock clock, DateTimeZone zone)
{
    /// <summary>Imports a table in one transaction; the same record again is known.</summary>
    public ActCounts Import(ActFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var deals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var deal in store.Deals.AsNoTracking().Where(deal => deal.SourceId != null).Select(deal => new { deal.Source, deal.SourceId, deal.Number })) deals.TryAdd(DealKey.OfId(deal.Source, deal.SourceId!), deal.Number);
        using var transaction = store.BeginWriting();
        var known = store.Acts.AsNoTracking().Where(act => act.SourceKey != null && act.CallNumber == null).Select(act => act.SourceKey!).ToHashSet(StringComparer.Ordinal);
        using var insert = Prepared(transaction.GetDbTransaction());
        var (fresh, again, homeless) = (0, 0, 0);
        foreach (var act in file.Acts)
        {
            if (!deals.TryGetValue(act.DealId, out var number) && !deals.TryGetValue(DealKey.OfId("salesforce", act.DealId), out number))
            {
                homeless++;
                continue;
            }

            var key = act.Id is { } id ? $"act:{id}" : string.Create(CultureInfo.InvariantCulture, $"act:{act.DealId}:{act.At:uuuu-MM-dd'T'HH:mm:ss}:{act.Kind}:{act.Side}:{act.Who}");
            if (!known.Add(key))
            {
                again++;
                continue;
            }

            var at = act.At.InZoneLeniently(zone);
            object?[] values = [number, at.ToInstant().ToUnixTimeMilliseconds(), at.Offset.Seconds / 60, act.Kind.ToString(), act.Side.ToString(), act.Who, key, 1.0];
            for (var place = 0; place < values.Length; place++) insert.Parameters[place].Value = values[place] ?? DBNull.Value;
            insert.ExecuteNonQuery();
            fresh++;
        }

        store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = "import-acts", Detail = string.Create(CultureInfo.InvariantCulture, $"{fresh} new, {again} known, {homeless} without a deal") });
        store.SaveChanges();
        transaction.Commit();
        return new ActCounts(fresh, again, homeless, file.Skipped);
    }

    private DbCommand Prepared(DbTransaction transaction)
    {
        string[] columns = ["DealNumber", "At", "OffsetMinutes", "Kind", "Side", "Who", "SourceKey", "Confidence"];
        var insert = store.Database.GetDbConnection().CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO acts ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        foreach (var column in columns)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = "@" + column;
            parameter.DbType = column is "DealNumber" or "At" ? System.Data.DbType.Int64 : column == "OffsetMinutes" ? System.Data.DbType.Int32 : column == "Confidence" ? System.Data.DbType.Double : System.Data.DbType.String;
            insert.Parameters.Add(parameter);
        }

        insert.Prepare();
        return insert;
    }
}
