using System.Text;
using System.Text.Json;
using SoftNo.Transcripts;

namespace SoftNo.Deals.Imports;

/// <summary>Reads a CRM's export: what it is, is told by its headers. A pure function of the bytes and the day.</summary>
public sealed class DealFileReader(CrmWords words)
{
    /// <summary>Reads a file from disk; a file that cannot be opened is a problem, not an exception.</summary>
    public DealFileResult ReadFile(string path, DealFileOptions options)
    {
        if (!File.Exists(path)) return new(null, DealFileProblems.Missing(path));
        try
        {
            return Read(File.ReadAllBytes(path), path, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, DealFileProblems.Unreadable(path, error.Message));
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name as the user gave it.</param>
    /// <param name="options">What the user says of it.</param>
    public DealFileResult Read(byte[] bytes, string file, DealFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(options);
        if (TextDecoding.Decode(bytes, file, out var problem) is not { } decoded) return new(null, DealFileProblems.NotText(file, problem!));
        var text = decoded.TrimStart('\uFEFF');
        var opening = text.AsSpan().TrimStart();
        if (opening.StartsWith("<", StringComparison.Ordinal)) return new(null, DealFileProblems.WebPage(file));
        if (opening.Length > 0 && opening[0] is '{' or '[') return Json(text, file, options);
        if (TextTable.Read(text, words, options.Map) is not { } table) return new(null, DealFileProblems.UnknownHeaders(file, text));
        if (Unmapped(table, options) is { } header) return new(null, DealFileProblems.NoSuchHeader(file, header, table.Columns.Headers.Select(candidate => candidate.Text)));
        return new(FileOf(table, file, options), null);
    }

    private DealFileResult Json(string text, string file, DealFileOptions options)
    {
        var (table, records) = JsonTable.Read(Encoding.UTF8.GetBytes(text), words, options.Map, out JsonException? broken);
        if (broken is not null) return new(null, DealFileProblems.BrokenJson(file, broken));
        if (table is null) return new(null, DealFileProblems.UnknownJson(file));
        var read = FileOf(table, file, options);
        var all = records.Select(record => record.Record);
        IEnumerable<FileChange> told = read.IsHistory ? [] : read.Source switch { "hubspot" => HistoryReader.OfHubSpot(all, words), "salesforce" => SalesforceHistories.Of(all), _ => [] };
        return new(read.IsHistory ? read : read with { History = [.. told.OrderBy(change => change.At)] }, null);
    }

    private DealFile FileOf(Table table, string file, DealFileOptions options)
    {
        // A history has few columns: one telling header is enough.
        var isHistory = HistoryReader.IsHistory(table.Columns);
        var source = SourceOf(table.Columns, isHistory ? 1 : 2);
        return isHistory
            ? HistoryReader.Read(table, words, source?.Source ?? "csv", file, options.Today)
            : DealReader.Read(table, words, source, file, options.Today);
    }

    /// <summary>The CRM of which the table has the most headers; null for a table that none made.</summary>
    private SourceSigns? SourceOf(ColumnMap columns, int atLeast)
    {
        var best = words.Sources.Select(source => (source.Source, Count: columns.Headers.Count(header => source.Keys.Contains(header.Key)))).MaxBy(pair => pair.Count);
        return best.Count >= atLeast ? best.Source : null;
    }

    private static string? Unmapped(Table table, DealFileOptions options) =>
        options.Map.Where(pair => table.Columns[pair.Key] is not { } place || table.Columns.Headers[place].Key != CrmWords.Key(pair.Value)).Select(pair => pair.Value).FirstOrDefault();
}
