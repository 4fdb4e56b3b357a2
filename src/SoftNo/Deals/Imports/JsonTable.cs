using System.Text.Json;

namespace SoftNo.Deals.Imports;

/// <summary>The records of an API's answer as a table: properties are columns, nested ones by their path. Each record with the line its brace stands on.</summary>
internal static class JsonTable
{
    /// <summary>The table of JSON or of a JSON object a line; null where it holds no records that tell deals.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="words">What headers mean.</param>
    /// <param name="given">What the user says of them.</param>
    /// <param name="problem">Where the JSON breaks.</param>
    public static (Table? Table, IReadOnlyList<(int Line, JsonElement Record)> Records) Read(
        byte[] utf8, CrmWords words, IReadOnlyDictionary<DealColumn, string> given, out JsonException? problem)
    {
        var (headers, rows, records) = All(utf8, words, out problem);
        var columns = ColumnMap.Of(headers, words, given);
        return columns.TellsDeals ? (new Table(columns, [], rows, Semicolons: false, FromApi: true), records) : (null, records);
    }

    /// <summary>The records as headers and rows, whatever they tell of.</summary>
    public static (IReadOnlyList<string> Headers, IReadOnlyList<TableRow> Rows) Flat(byte[] utf8, CrmWords words, out JsonException? problem)
    {
        var (headers, rows, _) = All(utf8, words, out problem);
        return (headers, rows);
    }

    private static (IReadOnlyList<string> Headers, IReadOnlyList<TableRow> Rows, IReadOnlyList<(int Line, JsonElement Record)> Records) All(byte[] utf8, CrmWords words, out JsonException? problem)
    {
        problem = null;
        var records = new List<(int Line, JsonElement Record)>();
        try
        {
            Walk(utf8, words.ApiLists, records);
        }
        catch (JsonException broken)
        {
            problem = broken;
            return ([], [], []);
        }

        var headers = new Dictionary<string, int>(StringComparer.Ordinal);
        var flat = new List<(int Line, Dictionary<int, string> Cells)>();
        foreach (var (line, record) in records)
        {
            var cells = new Dictionary<int, string>();
            Flatten(record, "", headers, cells);
            flat.Add((line, cells));
        }

        return ([.. headers.Keys.Select(Bare)], [.. flat.Select(row => new TableRow(row.Line, [.. Enumerable.Range(0, headers.Count).Select(at => row.Cells.GetValueOrDefault(at, ""))]))], records);
    }

    /// <summary>HubSpot's properties lie one level below.</summary>
    private static string Bare(string path) => path.StartsWith("properties.", StringComparison.Ordinal) ? path["properties.".Length..] : path;

    private static void Walk(byte[] utf8, IReadOnlySet<string> lists, List<(int Line, JsonElement Record)> records)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowMultipleValues = true, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var lines = new LineCounter(utf8);
        while (reader.Read()) Value(ref reader, lists, lines, records);
    }

    /// <summary>Objects that only wrap a list are gone through; any other object of a list, or at the top, is a record.</summary>
    private static void Value(ref Utf8JsonReader reader, IReadOnlySet<string> lists, LineCounter lines, List<(int Line, JsonElement Record)> records)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Value(ref reader, lists, lines, records);
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject) return;
        if (!Wraps(reader, lists))
        {
            var line = lines.At(reader.TokenStartIndex);
            records.Add((line, JsonElement.ParseValue(ref reader)));
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var list = lists.Contains(reader.GetString()!);
            reader.Read();
            if (list) Value(ref reader, lists, lines, records);
            else reader.Skip();
        }
    }

    /// <summary>Whether an object holds a list of records, and is none itself.</summary>
    private static bool Wraps(Utf8JsonReader reader, IReadOnlySet<string> lists)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var list = lists.Contains(reader.GetString()!);
            reader.Read();
            if (list && (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)) return true;
            reader.Skip();
        }

        return false;
    }

    /// <summary>Turns offsets that only grow into lines.</summary>
    private sealed class LineCounter(byte[] utf8)
    {
        private int _line = 1;
        private long _counted;

        public int At(long offset)
        {
            for (; _counted < offset; _counted++)
                if (utf8[_counted] == (byte)'\n') _line++;
            return _line;
        }
    }

    private static void Flatten(JsonElement value, string path, Dictionary<string, int> headers, Dictionary<int, string> cells)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    if (property.Name is not ("attributes" or "propertiesWithHistory" or "associations")) Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", headers, cells);
                break;
            case JsonValueKind.Array:
                // Pipedrive's addresses: [{"value": "…", "primary": true}].
                var items = value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("value", out var inner) ? inner : item)
                    .Where(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(item => item.ToString());
                Put(string.Join(';', items));
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                Put("");
                break;
            case JsonValueKind.String or JsonValueKind.Number:
                Put(value.ToString());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Put(value.GetBoolean() ? "true" : "false");
                break;
        }

        void Put(string cell)
        {
            if (!headers.TryGetValue(path, out var place)) headers.Add(path, place = headers.Count);
            cells[place] = cell;
        }
    }
}
