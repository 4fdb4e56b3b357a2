using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SoftNo.Deals;
using SoftNo.Reports;

namespace SoftNo.Storage.Deals;

/// <summary>Deals and the counts of an import, a JSON object a line, as docs/deals.md describes them.</summary>
public static class DealJson
{
    /// <summary>A deal on one line.</summary>
    public static string Write(Deal deal) => ReportJson.Line(json =>
    {
        ArgumentNullException.ThrowIfNull(deal);
        json.WriteString("id", deal.Id);
        json.WriteString("name", deal.Name);
        json.WriteString("stage", deal.Stage);
        if (deal.Amount is { } money) json.WriteNumber("amount", decimal.Parse(money.Amount.ToString("0.############", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        else json.WriteNull("amount");
        json.WriteString("currency", deal.Currency);
        if (deal.Probability is { } probability) json.WriteNumber("probability", Math.Round(probability, 6));
        else json.WriteNull("probability");
        json.WriteString("closeDate", Day(deal.CloseDate));
        json.WriteString("owner", deal.Owner);
        json.WriteString("company", deal.Company);
        json.WriteString("status", Name(deal.Status));
        json.WriteString("lostReason", deal.LostReason);
        json.WriteString("created", Day(deal.Created));
        json.WriteString("lastActivity", Day(deal.LastActivity));
        WriteCounts(json, ChangeCount.Of(deal.Changes));
    });

    /// <summary>What an import of a file did, on one line.</summary>
    public static string Write(ImportCounts counts) => ReportJson.Line(json =>
    {
        ArgumentNullException.ThrowIfNull(counts);
        var file = counts.File;
        json.WriteString("file", file.File);
        json.WriteString("source", file.Source);
        json.WriteNumber("rows", file.Rows);
        json.WriteNumber("deals", file.Deals.Count);
        json.WriteNumber("new", counts.New);
        json.WriteNumber("changed", counts.Changed);
        json.WriteNumber("unchanged", counts.Unchanged);
        json.WriteStartArray("missing");
        foreach (var id in counts.Missing) json.WriteStringValue(id);
        json.WriteEndArray();
        List("refused", file.Refused, row => (row.Line, "why", row.Why));
        List("warnings", file.Warnings.OrderBy(warning => warning.Line), warning => (warning.Line, "field", warning.Field));
        List("skipped", file.Skipped, row => (row.Line, "why", row.Why));
        List("duplicates", file.Duplicates, duplicate => (duplicate.Line, "id", duplicate.Id));
        WriteCounts(json, new ChangeCount(counts.Moves, counts.Pushes, counts.Pulls));

        void List<T>(string name, IEnumerable<T> items, Func<T, (int Line, string Key, string Text)> parts)
        {
            json.WriteStartArray(name);
            foreach (var (line, key, text) in items.Select(parts))
            {
                json.WriteStartObject();
                json.WriteNumber("line", line);
                json.WriteString(key, text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    });

    /// <summary>A status as JSON and tables name it.</summary>
    public static string Name(DealStatus status) => status switch
    {
        DealStatus.Open => "open",
        DealStatus.Won => "won",
        DealStatus.Lost => "lost",
    };

    private static void WriteCounts(Utf8JsonWriter json, ChangeCount count)
    {
        json.WriteNumber("moves", count.Moves);
        json.WriteNumber("pushes", count.Pushes);
        json.WriteNumber("pulls", count.Pulls);
    }

    private static string? Day(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
