using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Storage.Audits;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Sealing;

namespace SoftNo.Storage.Backups;

/// <summary>Everything in the store, for other programs: a file of JSON lines a table, and the deals as CSV.</summary>
public static class FullExport
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the files; the audit log notes them, for forgetting cannot reach them.</summary>
    /// <returns>The files' paths.</returns>
    public static IReadOnlyList<string> Write(Store store, string folder, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (var table in TableCopy.Tables(store))
        {
            var path = Path.GetFullPath(Path.Combine(folder, table.GetTableName() + ".ndjson"));
            using (var file = new FileStream(path, FileMode.Create)) Rows(store, table, file);
            written.Add(path);
        }

        var deals = Path.GetFullPath(Path.Combine(folder, "deals.csv"));
        // With a byte-order mark, so that spreadsheets read the accents.
        File.WriteAllLines(deals, DealList.All(store).Select(pair => DealCsv.Write(pair.Deal)).Prepend(DealCsv.Header), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        written.Add(deals);
        foreach (var path in written) store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = "export", WroteFile = path });
        store.SaveChanges();
        return written;
    }

    private static void Rows(Store store, Microsoft.EntityFrameworkCore.Metadata.IEntityType table, Stream file)
    {
        var columns = TableCopy.Columns(table);
        store.Database.OpenConnection();
        using var select = store.Database.GetDbConnection().CreateCommand();
        select.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))} FROM \"{table.GetTableName()}\"";
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            using (var json = new Utf8JsonWriter(file, OneLine))
            {
                json.WriteStartObject();
                for (var at = 0; at < columns.Count; at++)
                {
                    var name = char.ToLowerInvariant(columns[at].Name[0]) + columns[at].Name[1..];
                    if (reader.IsDBNull(at)) json.WriteNull(name);
                    else Value(json, name, reader.GetValue(at) is string cell ? SealedColumns.Words(store, columns[at], cell) : reader.GetValue(at), columns[at].ClrType);
                }

                json.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }

        store.Database.CloseConnection();
    }

    private static void Value(Utf8JsonWriter json, string name, object value, Type type)
    {
        // Calls and readings are JSON already.
        if (value is string text && name is "content" or "figures" && text.StartsWith('{'))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(text);
        }
        else if (type == typeof(bool) || type == typeof(bool?)) json.WriteBoolean(name, Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0);
        else if (type == typeof(decimal?)) json.WriteNumber(name, Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        else if (value is long or int) json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
        else if (value is double number) json.WriteNumber(name, number);
        else json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
    }
}
