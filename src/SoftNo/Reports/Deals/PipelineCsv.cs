using System.Globalization;
using System.Text;
using NodaTime.Text;
using SoftNo.Forecasting;

namespace SoftNo.Reports.Deals;

/// <summary>
/// Deals for a spreadsheet or a CRM's own import: facts, dates and figures. A plan's table holds nothing that a colleague or a prospect should not read: no standing, no
/// signal, no verdict.
/// </summary>
public static class PipelineCsv
{
    /// <summary>The pipeline, a line a deal.</summary>
    public static string Of(Pipeline pipeline)
    {
        var csv = new StringBuilder("id,name,standing,stage,amount,currency,declared,probability,low,high,silentBusinessDays,stepAhead\r\n");
        foreach (var deal in pipeline.Deals)
        {
            Line(
                csv, deal.Deal.Id, deal.Deal.Name, deal.Standing.Name(), deal.Deal.Stage, Number(deal.Deal.Amount?.Amount), deal.Deal.Amount?.Currency, Share(deal.Deal.Probability),
                Share(deal.Assessment.Probability), Share(deal.Assessment.Low), Share(deal.Assessment.High), deal.Silence?.BusinessDays.ToString(CultureInfo.InvariantCulture),
                deal.StepAhead is { } day ? LocalDatePattern.Iso.Format(day) : null);
        }
        return csv.ToString();
    }

    /// <summary>The lines of a plan that a CRM can take: new days, new probabilities, deals to close.</summary>
    public static string Of(IReadOnlyList<PlannedChange> plan)
    {
        var csv = new StringBuilder("id,name,closeDate,probability,status\r\n");
        foreach (var change in plan.Where(change => change.Move is PlannedMove.Push or PlannedMove.Downgrade or PlannedMove.Close))
        {
            Line(
                csv, change.Deal.Deal.Id, change.Deal.Deal.Name, change.NewCloseDate is { } day ? LocalDatePattern.Iso.Format(day) : null, Share(change.NewProbability),
                change.Move == PlannedMove.Close ? "lost" : null);
        }
        return csv.ToString();
    }

    private static string? Share(double? share) => share?.ToString("0.####", CultureInfo.InvariantCulture);

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder csv, params string?[] cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>A cell that a spreadsheet takes for text, never for a formula (OWASP, CSV injection).</summary>
    private static string Cell(string? text)
    {
        if (text is null) return "";
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !double.TryParse(text, CultureInfo.InvariantCulture, out _) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
