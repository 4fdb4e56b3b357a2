using Sylvan.Data.Csv;

namespace SoftNo.Deals.Imports;

/// <summary>A separated text's records, each with the physical line it starts on, and the header among them.</summary>
internal static class TextTable
{
    private const int HeaderWithin = 40;
    private const int LargestRecord = 1 << 24;
    /// <summary>What parts cells, in the order tried.</summary>
    public static IReadOnlyList<char> Delimiters { get; } = [';', ',', '\t', '|'];

    /// <summary>The table of a text; null where no line is a header that is known.</summary>
    public static Table? Read(string text, CrmWords words, IReadOnlyDictionary<DealColumn, string> given)
    {
        var (said, skip) = SaidDelimiter(text);
        var body = skip == 0 ? text : text[skip..];
        var firstLine = skip == 0 ? 1 : 2;
        var best = (Fields: 0, Delimiter: ',', At: -1, Columns: default(ColumnMap));
        foreach (var delimiter in said is { } one ? new[] { one } : Delimiters)
        {
            var at = 0;
            foreach (var row in Records(body, delimiter, firstLine).Take(HeaderWithin))
            {
                var columns = row.IsBlank ? null : ColumnMap.Of(row.Cells, words, given);
                if (columns is { TellsDeals: true } && columns.Count > best.Fields) best = (columns.Count, delimiter, at, columns);
                at++;
            }
        }

        if (best.Columns is null) return Unwrapped(body) is { } inner ? Read((skip == 0 ? "" : "\n") + inner, words, given) : null;
        var titles = new List<TableRow>();
        var rows = new List<TableRow>();
        var place = 0;
        foreach (var row in OpenQuotes.Records(body, best.Delimiter, firstLine, best.Columns.Headers.Count))
        {
            if (place < best.At) titles.Add(row);
            else if (place > best.At) rows.Add(row);
            place++;
        }

        return new Table(best.Columns, titles, rows, best.Delimiter == ';', FromApi: false);
    }

    /// <summary>The records of a text. A record's line is counted from the line ends inside the fields of those before it.</summary>
    public static IEnumerable<TableRow> Records(string text, char delimiter, int firstLine)
    {
        using var reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions
        {
            HasHeaders = false, Delimiter = delimiter, CsvStyle = CsvStyle.Lax, MaxBufferSize = LargestRecord, BufferSize = 1 << 16,
        });
        var line = firstLine;
        while (reader.Read())
        {
            var cells = new string[reader.RowFieldCount];
            var inside = 0;
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = Unprotected(reader.GetString(at));
                inside += LineEnds(cells[at]);
            }

            yield return new TableRow(line, cells);
            line += 1 + inside;
        }
    }

    /// <summary>The text of a file in which every line is one quoted cell, as a spreadsheet saves a table pasted into one column; null where it is none.</summary>
    private static string? Unwrapped(string text)
    {
        var lines = new List<string>();
        foreach (var row in Records(text, '\t', 1))
        {
            if (row.Cells.Length != 1 || row.Cells[0].AsSpan().ContainsAny('\r', '\n')) return null;
            lines.Add(row.Cells[0]);
        }

        var inner = string.Join('\n', lines);
        // Only where quotes were taken off is there something new to read.
        return text.StartsWith('"') && inner.Length < text.TrimEnd().Length ? inner : null;
    }

    /// <summary>Excel's <c>sep=;</c> on the first line, and where the text goes on after it.</summary>
    private static (char? Delimiter, int Skip) SaidDelimiter(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = (end < 0 ? text : text[..end]).Trim('\r', '"', ' ');
        if (!first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || end < 0) return (null, 0);
        return (first.Length > 4 ? first[4] : '\t', end + 1);
    }

    /// <summary>A cell that a spreadsheet was told to keep as text: <c>="00612"</c>.</summary>
    private static string Unprotected(string cell) => cell is ['=', '"', .. var inner, '"'] && !inner.Contains('"', StringComparison.Ordinal) ? inner : cell;

    private static int LineEnds(string cell)
    {
        var ends = 0;
        for (var at = 0; at < cell.Length; at++)
            if (cell[at] == '\n' || (cell[at] == '\r' && (at + 1 == cell.Length || cell[at + 1] != '\n'))) ends++;
        return ends;
    }
}
