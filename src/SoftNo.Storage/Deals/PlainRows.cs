using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Storage.Calls;

namespace SoftNo.Storage.Deals;

/// <summary>
/// Reads the three large tables of deals row by row, past EF Core, whose work for each of a million rows is more than the database's own. The tables and columns are
/// those of the <see cref="Store"/>; a test reads the same rows both ways.
/// </summary>
internal static class PlainRows
{
    /// <summary>Every deal, in order of import.</summary>
    public static IEnumerable<StoredDeal> Deals(Store store) => Read(store, null, """
        SELECT "Number", "Source", "SourceKey", "SourceId", "Name", "Company", "Stage", "Amount", "Currency", "Probability", "CloseDate", "Owner", "Status", "LostReason", "Created", "LastActivity",
               "NotedStatus", "NotedReason", "NotedOn", "NotedCloseDate", "NotedCloseDateOn", "NotedProbability", "NotedProbabilityOn"
        FROM deals ORDER BY "Number"
        """, row => new StoredDeal
    {
        Number = row.GetInt64(0), Source = row.GetString(1), SourceKey = row.GetString(2), SourceId = Text(row, 3), Name = row.GetString(4), Company = Text(row, 5), Stage = Text(row, 6),
        Amount = row.IsDBNull(7) ? null : row.GetDecimal(7), Currency = Text(row, 8), Probability = Share(row, 9), CloseDate = Day(row, 10), Owner = Text(row, 11), Status = Status(row.GetString(12)),
        LostReason = Text(row, 13), Created = Day(row, 14), LastActivity = Day(row, 15), NotedStatus = Text(row, 16) is { } noted ? Status(noted) : null, NotedReason = Text(row, 17),
        NotedOn = Day(row, 18), NotedCloseDate = Day(row, 19), NotedCloseDateOn = Day(row, 20), NotedProbability = Share(row, 21), NotedProbabilityOn = Day(row, 22),
    });

    /// <summary>The last change of status of each deal that has one.</summary>
    public static IEnumerable<(string Source, string Key, LocalDate On)> Ends(Store store) => Read(store, null, """
        SELECT "Source", "SourceKey", MAX("On") FROM changes WHERE "Field" = 'Status' GROUP BY "Source", "SourceKey"
        """, row => (row.GetString(0), row.GetString(1), Day(row, 2)!.Value));

    /// <summary>The changes of some deals, each deal's oldest first.</summary>
    public static IEnumerable<(string Source, string Key, DealChange Change)> Changes(Store store, IReadOnlyCollection<long> deals) => Read(store, deals, $"""
        SELECT c."Source", c."SourceKey", c."On", c."Field", c."From", c."To" FROM deals d JOIN changes c ON c."Source" = d."Source" AND c."SourceKey" = d."SourceKey"
        WHERE d."Number" {Among(store)} ORDER BY c."On", c."Number"
        """, row => (row.GetString(0), row.GetString(1), new DealChange(Day(row, 2)!.Value, Enum.Parse<DealField>(row.GetString(3)), Text(row, 4), Text(row, 5))));

    /// <summary>The acts of some deals, in no order.</summary>
    public static IEnumerable<StoredAct> Acts(Store store, IReadOnlyCollection<long> deals)
    {
        // A name is said of ten acts and kept once.
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        return Read(store, deals, $"""
            SELECT "Number", "DealNumber", "CallNumber", "At", "OffsetMinutes", "Kind", "Side", "Who", "Asked" FROM acts WHERE "DealNumber" {Among(store)}
            """, row => new StoredAct
        {
            Number = row.GetInt64(0), DealNumber = row.GetInt64(1), CallNumber = row.IsDBNull(2) ? null : row.GetInt64(2), At = Instant.FromUnixTimeMilliseconds(row.GetInt64(3)),
            OffsetMinutes = row.GetInt32(4), Kind = Kind(row.GetString(5)), Side = SideOf(row.GetString(6)), Who = Text(row, 7) is { } who ? Once(names, who) : null, Asked = row.IsDBNull(8) ? null : row.GetBoolean(8),
        });
    }

    private static string Among(Store store) => store.IsSqlite ? "IN (SELECT value FROM json_each(@numbers))" : "= ANY(@numbers)";

    private static IEnumerable<T> Read<T>(Store store, IReadOnlyCollection<long>? numbers, string sql, Func<DbDataReader, T> row)
    {
        store.Database.OpenConnection();
        try
        {
            using var command = store.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            if (numbers is not null) command.Parameters.Add(Parameter(store, command, numbers));
            using var reader = command.ExecuteReader();
            while (reader.Read()) yield return row(reader);
        }
        finally
        {
            store.Database.CloseConnection();
        }
    }

    private static DbParameter Parameter(Store store, DbCommand command, IReadOnlyCollection<long> numbers)
    {
        if (!store.IsSqlite) return new NpgsqlParameter<long[]>("numbers", [.. numbers]);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@numbers", $"[{string.Join(',', numbers)}]");
        return parameter;
    }

    private static string Once(Dictionary<string, string> names, string name)
    {
        if (names.TryGetValue(name, out var known)) return known;
        return names[name] = name;
    }

    private static string? Text(DbDataReader row, int place) => row.IsDBNull(place) ? null : row.GetString(place);

    private static double? Share(DbDataReader row, int place) => row.IsDBNull(place) ? null : row.GetDouble(place);

    private static LocalDate? Day(DbDataReader row, int place)
    {
        if (row.IsDBNull(place)) return null;
        var text = row.GetString(place);
        return text.Length == 10 && text[4] == '-' && text[7] == '-'
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? new LocalDate(year, month, day)
            : LocalDatePattern.Iso.Parse(text).Value;
    }

    private static DealStatus Status(string text) => text switch { "Open" => DealStatus.Open, "Won" => DealStatus.Won, _ => DealStatus.Lost };

    private static ActKind Kind(string text) => text switch { "Mail" => ActKind.Mail, "Call" => ActKind.Call, _ => Enum.Parse<ActKind>(text) };

    private static Side SideOf(string text) => text switch { "Prospect" => Side.Prospect, "Seller" => Side.Seller, _ => Enum.Parse<Side>(text) };
}
