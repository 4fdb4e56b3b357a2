using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Storage.Deals;

namespace SoftNo.Storage.Plans;

/// <summary>
/// What a CRM's own import takes of an applied plan: ids, names, days, probabilities, closings. Facts and dates only: no standing, no signal, no reason, nothing that a
/// colleague or a prospect should not read.
/// </summary>
public static class CrmTable
{
    /// <summary>A table for each source that has a change, by its name.</summary>
    /// <param name="store">The store.</param>
    /// <param name="lines">The accepted lines.</param>
    /// <param name="names">Each CRM's names.</param>
    public static IReadOnlyDictionary<string, string> Of(Store store, IReadOnlyList<StoredPlanLine> lines, IReadOnlyList<CrmNames> names)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(lines);
        var changed = lines.Where(line => line.Move is PlannedMove.Push or PlannedMove.Downgrade or PlannedMove.Close).GroupBy(line => line.DealNumber).ToList();
        var numbers = changed.Select(group => group.Key).ToList();
        var deals = store.Deals.AsNoTracking().Where(deal => numbers.Contains(deal.Number)).ToDictionary(deal => deal.Number);
        return changed.GroupBy(group => deals[group.Key].Source, StringComparer.Ordinal).ToDictionary(
            source => source.Key, source => Of(names.FirstOrDefault(one => one.Source == source.Key) ?? names.Single(one => one.Source == "any"), source.Select(group => (deals[group.Key], group.ToList()))), StringComparer.Ordinal);
    }

    private static string Of(CrmNames names, IEnumerable<(StoredDeal Deal, List<StoredPlanLine> Lines)> rows)
    {
        var all = rows.ToList();
        // A column that no row fills would empty the CRM's own.
        (string Header, Func<StoredDeal, List<StoredPlanLine>, string?> Cell)[] columns =
        [
            (names.Id, (deal, _) => deal.SourceId), (names.Name, (deal, _) => deal.Name),
            (names.CloseDate, (deal, lines) => lines.Find(line => line.Move == PlannedMove.Push)?.CloseDate is { } day ? LocalDatePattern.Iso.Format(day) : null),
            (names.ProbabilityHeader, (deal, lines) => Share(lines.Find(line => line.Move == PlannedMove.Downgrade)?.Probability, names.Probability == "percent")),
            (names.Status, (deal, lines) => lines.Exists(line => line.Move == PlannedMove.Close) ? names.Lost : null),
        ];
        var filled = columns.Where((column, place) => place == 1 || all.Exists(row => column.Cell(row.Deal, row.Lines) is not null)).ToList();
        var table = new StringBuilder().AppendJoin(',', filled.Select(column => DealCsv.Text(column.Header))).Append("\r\n");
        foreach (var (deal, lines) in all) table.AppendJoin(',', filled.Select(column => DealCsv.Text(column.Cell(deal, lines) ?? Kept(column.Header, names, deal)))).Append("\r\n");
        return table.ToString();
    }

    // Beside a row that changes a figure, one that does not repeats what the source declares.
    private static string? Kept(string header, CrmNames names, StoredDeal deal)
    {
        if (header == names.CloseDate) return deal.CloseDate is { } day ? LocalDatePattern.Iso.Format(day) : null;
        if (header == names.ProbabilityHeader) return Share(deal.Probability, names.Probability == "percent");
        return header == names.Status && names.Source != "any" && names.Source != "pipedrive" ? deal.Stage : header == names.Status ? "open" : null;
    }

    private static string? Share(double? share, bool percent) => share is { } value ? (percent ? value * 100 : value).ToString("0.####", CultureInfo.InvariantCulture) : null;
}
