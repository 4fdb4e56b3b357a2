namespace SoftNo.Deals.Imports;

/// <summary>Reads on past a quote that was left open: the line it stands in is a record of its own, and so are the lines it would have swallowed.</summary>
internal static class OpenQuotes
{
    // A file with more of them is not quoted at all; each costs a fresh start.
    private const int MostMended = 100;

    /// <summary>The records of a text, mended.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">What parts cells.</param>
    /// <param name="firstLine">The physical line the text starts on.</param>
    /// <param name="columns">How many cells the header has.</param>
    public static IEnumerable<TableRow> Records(string text, char delimiter, int firstLine, int columns)
    {
        string[]? lines = null;
        var (body, bodyLine, mended) = (text, firstLine, 0);
        for (var again = true; again;)
        {
            again = false;
            foreach (var row in TextTable.Records(body, delimiter, bodyLine))
            {
                if (mended < MostMended && columns > 2 && Array.Exists(row.Cells, cell => cell.AsSpan().ContainsAny('\r', '\n')))
                {
                    lines ??= text.ReplaceLineEndings("\n").Split('\n');
                    var at = row.Line - firstLine;
                    if (Literal(lines, at, delimiter, columns) is { } cells)
                    {
                        yield return new TableRow(row.Line, cells);
                        (body, bodyLine, mended, again) = (string.Join('\n', lines[(at + 1)..]), row.Line + 1, mended + 1, true);
                        break;
                    }
                }

                yield return row;
            }
        }
    }

    /// <summary>
    /// The cells of a line taken as it stands, where it has as many as the header, an open quote that is not in the last of them, and a whole line after it;
    /// else null: the line break inside the quotes was meant.
    /// </summary>
    private static string[]? Literal(string[] lines, int at, char delimiter, int columns)
    {
        if (at < 0 || at + 1 >= lines.Length) return null;
        var cells = lines[at].Split(delimiter);
        if (cells.Length != columns || (lines[at + 1].Length > 0 && lines[at + 1].Split(delimiter).Length < columns)) return null;
        var open = Array.FindIndex(cells, cell => cell.TrimStart().StartsWith('"') && !(cell.Trim() is { Length: > 1 } whole && whole.EndsWith('"')));
        return open < 0 || open == columns - 1 ? null : [.. cells.Select(cell => cell.Replace("\"", "", StringComparison.Ordinal))];
    }
}
