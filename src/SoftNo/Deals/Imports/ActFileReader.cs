using System.Text;
using System.Text.Json;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Deals.Imports;

/// <summary>Reads a CRM's table of activities. Only what has taken place is an act; only what the prospect did is the prospect's.</summary>
public sealed class ActFileReader(ActWords words, CrmWords crm)
{
    // The order of days and months is told by this many of a file's dates.
    private const int DatesLookedAt = 20_000;

    /// <summary>Reads a file from disk; a file that cannot be opened is a problem, not an exception.</summary>
    public ActFileResult ReadFile(string path, LocalDate today)
    {
        if (!File.Exists(path)) return new(null, DealFileProblems.Missing(path));
        try
        {
            return Read(File.ReadAllBytes(path), path, today);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, DealFileProblems.Unreadable(path, error.Message));
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name as the user gave it.</param>
    /// <param name="today">The day of the import: what lies after it is no act.</param>
    public ActFileResult Read(byte[] bytes, string file, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (TextDecoding.Decode(bytes, file, out var problem) is not { } decoded) return new(null, DealFileProblems.NotText(file, problem!));
        var text = decoded.TrimStart('\uFEFF');
        if (text.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            var (headers, rows) = JsonTable.Flat(Encoding.UTF8.GetBytes(text), crm, out JsonException? broken);
            if (broken is not null) return new(null, DealFileProblems.BrokenJson(file, broken));
            return Table(words.Find(headers), rows, file, today, fromApi: true, french: false);
        }

        var best = (Columns: new Dictionary<string, int>(), Delimiter: ',', French: false);
        foreach (var delimiter in TextTable.Delimiters)
        {
            if (TextTable.Records(text, delimiter, 1).FirstOrDefault() is not { } header) continue;
            var found = words.Find(header.Cells);
            if (found.Count > best.Columns.Count) best = (found, delimiter, delimiter == ';' || header.Cells.Any(cell => CrmWords.Fold(cell).Split(' ').Any(crm.French.Contains)));
        }

        return Table(best.Columns, TextTable.Records(text, best.Delimiter, 1).Skip(1), file, today, fromApi: false, best.French);
    }

    private ActFileResult Table(Dictionary<string, int> columns, IEnumerable<TableRow> rows, string file, LocalDate today, bool fromApi, bool french)
    {
        if (!columns.ContainsKey("deal") || !columns.ContainsKey("type") || !columns.TryGetValue("at", out var at)) return new(null, DealFileProblems.NoActivities(file));
        var dates = Dates.Of([.. rows.Take(DatesLookedAt).Select(row => (row[at], "", ""))], fromApi, french, today);
        var skipped = new List<LeftRow>();
        return new(new ActFile(file, Acts(columns, rows, dates, today, skipped), skipped), null);
    }

    private IEnumerable<FileAct> Acts(Dictionary<string, int> columns, IEnumerable<TableRow> rows, Dates dates, LocalDate today, List<LeftRow> skipped)
    {
        foreach (var row in rows)
        {
            var (act, why) = row.IsBlank ? (null, "blank") : Act(columns, row, dates, today);
            if (act is not null) yield return act;
            else skipped.Add(new LeftRow(row.Line, why!));
        }
    }

    private (FileAct? Act, string? Why) Act(Dictionary<string, int> columns, TableRow row, Dates dates, LocalDate today)
    {
        if (Cell("deal") is not { Length: > 0 } deal) return (null, "no-deal");
        var type = CrmWords.Key(Cell("type"));
        ActKind? kind = words.Calls.Contains(type) || words.Meetings.Contains(type) ? ActKind.Call : words.Mails.Contains(type) ? ActKind.Mail : null;
        if (kind is null) return (null, "no-act");
        if (dates.Moment(Cell("at")) is not { } at) return (null, "no-date");
        if (at.Date > today) return (null, "future");
        var done = CrmWords.Key(Cell("done"));
        if (words.NotDone.Contains(done)) return (null, "not-held");
        var direction = CrmWords.Key(Cell("direction"));
        var side = words.Incoming.Contains(direction) ? Side.Prospect : words.Outgoing.Contains(direction) ? Side.Seller
            : words.Meetings.Contains(type) && words.Done.Contains(done) ? Side.Prospect : Side.Unknown;
        var who = Cell("who") is { Length: > 0 } named ? named : side == Side.Prospect && Cell("address") is { Length: > 0 } address ? address.ToLowerInvariant() : null;
        return (new FileAct(row.Line, Cell("id") is { Length: > 0 } id ? id : null, deal, at, kind.Value, side, who), null);

        string Cell(string field) => columns.TryGetValue(field, out var place) ? row[place] : "";
    }
}
