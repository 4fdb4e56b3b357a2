using System.Globalization;
using SoftNo.Forecasting;
using SoftNo.Reports.Page;

namespace SoftNo.Reports.Deals;

/// <summary>One bar a deal: how long its prospect has been silent, beside the time in which they answer nine times in ten. The table above holds the numbers.</summary>
internal static class SilenceChart
{
    private const int Most = 25;
    private const int LabelWidth = 240;
    private const int BarWidth = 400;
    private const int RowHeight = 26;

    /// <summary>Draws the longest silences; nothing where nobody is silent.</summary>
    public static void Draw(Markup page, Pipeline pipeline, DealWords words)
    {
        var deals = pipeline.Deals.Where(deal => deal.Silence is not null).OrderByDescending(deal => deal.Silence!.BusinessDays).Take(Most).ToList();
        var longest = deals.Count == 0 ? 0 : deals.Max(deal => Math.Max(deal.Silence!.BusinessDays, deal.AnswersWithin ?? 0));
        if (longest == 0) return;
        page.Element("h2", words.Silences);
        page.Raw($"<div class=\"wide\"><svg role=\"img\" viewBox=\"0 0 {LabelWidth + BarWidth + 60} {deals.Count * RowHeight}\" width=\"{LabelWidth + BarWidth + 60}\"><title>").Text(words.Silences).Raw("</title>");
        for (var row = 0; row < deals.Count; row++) Row(page, deals[row], row * RowHeight, (double)BarWidth / longest, words);
        page.Raw("</svg></div>").Element("p class=\"quiet\"", $"┃ {words.SilencesUsual}");
    }

    private static void Row(Markup page, AssessedDeal deal, int top, double perDay, DealWords words)
    {
        var days = deal.Silence!.BusinessDays;
        var isLong = deal is { AnswersWithin: { } usual, StepAhead: null, Pause: null } && days > usual;
        Text(page, 0, top, Shortened(Plain.Of(deal.Deal.Name)));
        page.Raw($"<rect class=\"{(isLong ? "long" : "honest")}\" x=\"{LabelWidth}\" y=\"{top + 5}\" width=\"{Markup.Number(Math.Max(1, days * perDay))}\" height=\"15\" rx=\"2\"/>");
        if (deal.AnswersWithin is { } within)
            page.Raw($"<rect class=\"usual\" x=\"{Markup.Number(LabelWidth + (within * perDay) - 1)}\" y=\"{top + 2}\" width=\"3\" height=\"21\"><title>").Text(words.SilencesUsual).Raw("</title></rect>");
        Text(page, LabelWidth + (int)(Math.Max(days, deal.AnswersWithin ?? 0) * perDay) + 8, top, days.ToString(CultureInfo.InvariantCulture));
    }

    private static void Text(Markup page, int left, int top, string text) =>
        page.Raw(string.Create(CultureInfo.InvariantCulture, $"<text x=\"{left}\" y=\"{top + 17}\">")).Text(text).Raw("</text>");

    private static string Shortened(string name) => name.Length <= 32 ? name : string.Concat(name.AsSpan(0, 31), "…");
}
