using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SoftNo.Deals;

namespace SoftNo.Storage.Deals;

/// <summary>Deals as a table for a spreadsheet. A cell that a spreadsheet would run as a formula is made text.</summary>
public static class DealCsv
{
    /// <summary>The header.</summary>
    public const string Header = "id,name,stage,amount,currency,probability,closeDate,owner,company,status,lostReason,created,lastActivity,moves,pushes,pulls";

    /// <summary>A deal's line.</summary>
    public static string Write(Deal deal)
    {
        ArgumentNullException.ThrowIfNull(deal);
        var count = ChangeCount.Of(deal.Changes);
        string?[] cells =
        [
            Text(deal.Id), Text(deal.Name), Text(deal.Stage), deal.Amount?.Amount.ToString("0.############", CultureInfo.InvariantCulture), deal.Currency,
            deal.Probability?.ToString("0.######", CultureInfo.InvariantCulture), Day(deal.CloseDate), Text(deal.Owner), Text(deal.Company), DealJson.Name(deal.Status), Text(deal.LostReason),
            Day(deal.Created), Day(deal.LastActivity), Number(count.Moves), Number(count.Pushes), Number(count.Pulls),
        ];
        return string.Join(',', cells);
    }

    /// <summary>A text as a cell: quoted where it must be, and never a formula.</summary>
    public static string? Text(string? text)
    {
        if (string.IsNullOrEmpty(text)) return text;
        // A leading apostrophe is what spreadsheets take for "text".
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string? Day(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
