using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SoftNo.Deals.Imports;

/// <summary>Reads what histories tell of deals: a table of changes, a table of states, a report of stage moves, HubSpot's properties with their history.</summary>
internal sealed class HistoryReader
{
    private static readonly (DealField, DealColumn)[] WholeState = [(DealField.Stage, DealColumn.Stage), (DealField.CloseDate, DealColumn.CloseDate), (DealField.Amount, DealColumn.Amount), (DealField.Probability, DealColumn.Probability)];

    private readonly Table _table;
    private readonly CrmWords _words;
    private readonly string _source;
    private readonly Dates _dates;
    private readonly Amounts _amounts;

    private HistoryReader(Table table, CrmWords words, string source, LocalDate today)
    {
        (_table, _words, _source) = (table, words, source);
        var columns = table.Columns;
        var amounts = columns.Has(DealColumn.HistoryNew)
            ? table.Rows.Where(row => FieldOf(row) == DealField.Amount).SelectMany(row => (string[])[columns.Of(row, DealColumn.HistoryOld), columns.Of(row, DealColumn.HistoryNew)])
            : table.Rows.Select(row => columns.Of(row, DealColumn.Amount));
        _amounts = Amounts.Of(amounts, "", table.FromApi, words);
        var dates = columns.Has(DealColumn.HistoryNew)
            ? table.Rows.Where(row => FieldOf(row) == DealField.CloseDate).Select(row => (columns.Of(row, DealColumn.HistoryOn), columns.Of(row, DealColumn.HistoryOld), columns.Of(row, DealColumn.HistoryNew)))
            : table.Rows.Select(row => (columns.Of(row, DealColumn.HistoryOn), "", columns.Of(row, DealColumn.CloseDate)));
        _dates = Dates.Of([.. dates.Concat(table.Rows.Select(row => (columns.Of(row, DealColumn.HistoryOn), "", "")))], table.FromApi, columns.Headers.Any(header => header.Words.Overlaps(words.French)), today);
    }

    /// <summary>Whether a table is a history of deals and not the deals themselves: it has a deal's id and changes, or states without names.</summary>
    public static bool IsHistory(ColumnMap columns) => columns.Has(DealColumn.HistoryOf) && columns.Has(DealColumn.HistoryOn)
        && ((columns.Has(DealColumn.HistoryField) && columns.Has(DealColumn.HistoryNew))
            || (columns.Has(DealColumn.FromStage) && columns.Has(DealColumn.ToStage))
            || (!columns.Has(DealColumn.Name) && !columns.Has(DealColumn.Company) && !columns.Has(DealColumn.Owner) && columns.Has(DealColumn.Stage) && OfAnother(columns)));

    /// <summary>Whether the deal's id is another table's key: the record has an id of its own, or the column is named as the API names such keys.</summary>
    private static bool OfAnother(ColumnMap columns)
    {
        var place = columns[DealColumn.HistoryOf];
        return columns.Headers.Where((header, at) => at != place && header.Key == "id").Any() || string.Equals(columns.Headers[place!.Value].Text, "OpportunityId", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a table that is a history.</summary>
    public static DealFile Read(Table table, CrmWords words, string source, string file, LocalDate today)
    {
        var left = new LeftRows(table, words);
        var skipped = new List<LeftRow>();
        var rows = new List<TableRow>();
        foreach (var row in table.Rows)
        {
            if (left.Why(row) is { } why) skipped.Add(new LeftRow(row.Line, why));
            else rows.Add(row);
        }

        var reader = new HistoryReader(table with { Rows = rows }, words, source, today);
        var changes = table.Columns.Has(DealColumn.HistoryNew) ? reader.Changes() : table.Columns.Has(DealColumn.ToStage) ? reader.Moves() : reader.States(WholeState);
        return new DealFile { File = file, Source = source, IsHistory = true, Skipped = skipped, History = [.. changes.OrderBy(change => change.At)] };
    }

    /// <summary>The changes that HubSpot's <c>propertiesWithHistory</c> tells.</summary>
    public static IReadOnlyList<FileChange> OfHubSpot(IEnumerable<JsonElement> records, CrmWords words)
    {
        var found = new List<FileChange>();
        foreach (var record in records)
        {
            if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty("propertiesWithHistory", out var histories) || histories.ValueKind != JsonValueKind.Object
                || !record.TryGetProperty("id", out var id)) continue;
            foreach (var property in histories.EnumerateObject())
            {
                if (!words.HistoryFields.TryGetValue(CrmWords.Key(property.Name), out var field) || property.Value is not { ValueKind: JsonValueKind.Array } versions) continue;
                var states = versions.EnumerateArray().Select(version => (At: Timestamp(version), Value: HubSpotValue(field, version))).Where(state => state.At is not null).OrderBy(state => state.At).ToList();
                for (var at = 1; at < states.Count; at++)
                    Add(found, DealKey.Of("hubspot", id.ToString(), "", null), states[at].At!.Value, field, states[at - 1].Value, states[at].Value);
            }
        }

        return found;
    }

    private static LocalDateTime? Timestamp(JsonElement version) =>
        version.TryGetProperty("timestamp", out var at) && OffsetDateTimePattern.ExtendedIso.Parse(at.ToString()) is { Success: true } parsed ? parsed.Value.LocalDateTime : null;

    private static string? HubSpotValue(DealField field, JsonElement version)
    {
        if (!version.TryGetProperty("value", out var value) || value.ToString() is not { Length: > 0 } text) return null;
        return field == DealField.CloseDate && text.Length >= 10 && text[4] == '-' ? text[..10] : text;
    }

    /// <summary>OpportunityFieldHistory: a field, the value before, the value after.</summary>
    private List<FileChange> Changes()
    {
        var found = new List<FileChange>();
        foreach (var row in _table.Rows)
        {
            if (KeyOf(row) is { } key && FieldOf(row) is { } field && _dates.Moment(_table.Columns.Of(row, DealColumn.HistoryOn)) is { } at)
                Add(found, key, at, field, Value(field, _table.Columns.Of(row, DealColumn.HistoryOld)), Value(field, _table.Columns.Of(row, DealColumn.HistoryNew)));
        }

        return found;
    }

    /// <summary>A report of stage moves: from, to; and what else it has of the deal at each.</summary>
    private List<FileChange> Moves()
    {
        var found = States([(DealField.CloseDate, DealColumn.CloseDate), (DealField.Amount, DealColumn.Amount)]);
        foreach (var row in _table.Rows)
        {
            if (KeyOf(row) is { } key && _dates.Moment(_table.Columns.Of(row, DealColumn.HistoryOn)) is { } at)
                Add(found, key, at, DealField.Stage, Value(DealField.Stage, _table.Columns.Of(row, DealColumn.FromStage)), Value(DealField.Stage, _table.Columns.Of(row, DealColumn.ToStage)));
        }

        return found;
    }

    /// <summary>OpportunityHistory: a deal's whole state after each change; the first is its beginning.</summary>
    private List<FileChange> States((DealField, DealColumn)[] fields)
    {
        var found = new List<FileChange>();
        var columns = _table.Columns;
        var states = _table.Rows.Select(row => (Key: KeyOf(row), At: _dates.Moment(columns.Of(row, DealColumn.HistoryOn)), Row: row)).Where(state => state.Key is not null && state.At is not null);
        foreach (var deal in states.GroupBy(state => state.Key!, StringComparer.Ordinal))
        {
            TableRow? before = null;
            foreach (var (key, at, row) in deal.OrderBy(state => state.At))
            {
                if (before is not null)
                {
                    foreach (var (field, column) in fields)
                        if (columns.Has(column)) Add(found, key!, at!.Value, field, Value(field, columns.Of(before, column)), Value(field, columns.Of(row, column)));
                }

                before = row;
            }
        }

        return found;
    }

    private static void Add(List<FileChange> found, string key, LocalDateTime at, DealField field, string? from, string? to)
    {
        if (from != to) found.Add(new FileChange(key, at, new DealChange(at.Date, field, from, to)));
    }

    private string? KeyOf(TableRow row) => _table.Columns.Of(row, DealColumn.HistoryOf) is { Length: > 0 } id ? DealKey.Of(_source, id, "", null) : null;

    private DealField? FieldOf(TableRow row) => _words.HistoryFields.TryGetValue(CrmWords.Key(_table.Columns.Of(row, DealColumn.HistoryField)), out var field) ? field : null;

    /// <summary>A value as changes keep it: ISO 8601, invariant numbers, or the text.</summary>
    private string? Value(DealField field, string cell)
    {
        if (cell.Length == 0 || _words.Empty.Contains(cell)) return null;
        return field switch
        {
            DealField.CloseDate => _dates.Day(cell) is { } date ? LocalDatePattern.Iso.Format(date) : null,
            DealField.Amount => _amounts.Read(cell, "") is { } amount ? amount.Amount.ToString("0.############", CultureInfo.InvariantCulture) : null,
            DealField.Probability => Percentages.Of([], "%", null).Read(cell) is { } probability ? probability.ToString("0.####", CultureInfo.InvariantCulture) : null,
            DealField.Stage or DealField.Name or DealField.Status => cell,
        };
    }
}
