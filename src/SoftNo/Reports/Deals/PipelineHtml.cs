using System.Globalization;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Reports.Page;
using SoftNo.Reports.Practice;

namespace SoftNo.Reports.Deals;

/// <summary>The pipeline as one self-contained, printable page: headline, declared against honest by stage, the deals in a table, forecasts.</summary>
public static class PipelineHtml
{
    /// <summary>The style of the part alone, for whoever shows it in a page of his own.</summary>
    public const string PartStyle =
        ".head{font-size:1.15rem;font-weight:600}.wide{overflow-x:auto}.wide table{border-collapse:collapse;width:100%}.wide th,.wide td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #8886;vertical-align:top}"
        + ".wide .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.zombie td:first-child{border-left:4px solid #b3261e}.alive td:first-child{border-left:4px solid #1b7f4b}"
        + ".unknown td:first-child,.paused td:first-child{border-left:4px solid #8888}.wide svg{max-width:100%;height:auto}.wide svg text{font:13px system-ui,sans-serif;fill:currentColor}"
        + ".wide .declared,.wide .usual{fill:#8a8f98}.wide .honest{fill:#1b7f4b}.wide .curve{fill:none;stroke:#1b7f4b;stroke-width:2}.wide .axis{stroke:#8888}.wide .long{fill:#b3261e}";

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:68rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.8rem 0 .4rem}.quiet{opacity:.8}"
        + PartStyle + "@media print{body{margin:0;max-width:none}}";

    private const int LabelWidth = 170;
    private const int BarWidth = 420;
    private const int RowHeight = 44;

    /// <summary>The page.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="forecasts">One a currency.</param>
    /// <param name="percentilesFrom">From how many closed deals on a distribution is shown.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static string Of(Pipeline pipeline, IReadOnlyList<Forecast> forecasts, int percentilesFrom, string language)
    {
        var page = new Markup();
        PracticePage.Open(page, Title(pipeline, language), Style, language);
        page.Element("h1", Title(pipeline, language)).Raw(Part(pipeline, forecasts, percentilesFrom, language));
        return PracticePage.Close(page);
    }

    /// <summary>The title: the pipeline's day.</summary>
    public static string Title(Pipeline pipeline, string language) => DealWords.Fill(DealWords.In(language).Title, DealWords.Day(pipeline.AsOf, language));

    /// <summary>What stands under the title, as markup in which every text is escaped.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="forecasts">One a currency.</param>
    /// <param name="percentilesFrom">From how many closed deals on a distribution is shown.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="addressOf">The address of a deal's page, escaped; null where there is none.</param>
    public static string Part(Pipeline pipeline, IReadOnlyList<Forecast> forecasts, int percentilesFrom, string language, Func<AssessedDeal, string>? addressOf = null)
    {
        var lines = new DealLines(language);
        var words = lines.Words;
        var page = new Markup();
        if (pipeline.Deals.Count == 0) return page.Element("p", words.Empty).ToString();
        page.Element("p class=\"head\"", lines.Headline(pipeline));
        foreach (var money in lines.Money(pipeline)) page.Element("p", money);
        foreach (var line in lines.Noes(pipeline)) page.Element("p", line);
        Week(page, pipeline, lines, language);
        foreach (var money in Forecaster.Money(pipeline)) Chart(page, pipeline, money.Currency, words, language);
        Table(page, pipeline, lines, language, addressOf);
        SilenceChart.Draw(page, pipeline, words);
        foreach (var forecast in forecasts)
        {
            page.Element("h2", DealWords.Fill(words.Forecast, DealWords.Day(forecast.First, language), DealWords.Day(forecast.Last, language)));
            foreach (var line in lines.Forecast(forecast, pipeline.Closed, percentilesFrom)) page.Element("p", line);
            if (forecast.Distribution is { } distribution) DistributionChart.Draw(page, forecast, distribution, words, language);
        }
        return page.Element("p class=\"quiet\"", words.Limits).ToString();
    }

    private static void Week(Markup page, Pipeline pipeline, DealLines lines, string language)
    {
        if (pipeline.Week is not { } week) return;
        page.Element("h2", DealWords.Fill(lines.Words.Week, DealWords.Day(pipeline.AsOf.PlusDays(-PastWeek.Days), language))).Raw("<ul>");
        foreach (var line in lines.Week(week)) page.Element("li", line);
        page.Raw("</ul>");
    }

    /// <summary>Two bars a stage: what is declared, weighted as the CRM has it, and what the evidence gives. The table below holds their numbers deal by deal.</summary>
    private static void Chart(Markup page, Pipeline pipeline, string currency, DealWords words, string language)
    {
        var stages = pipeline.Deals.Where(deal => deal.Deal.Amount?.Currency == currency).GroupBy(deal => deal.Deal.Stage ?? "–")
            .Select(group => (Stage: group.Key, Declared: group.Sum(deal => deal.Deal.Amount!.Amount), Honest: group.Sum(deal => deal.Deal.Amount!.Amount * (decimal)deal.Assessment.Probability)))
            .OrderByDescending(stage => stage.Declared).ToList();
        var largest = stages.Max(stage => stage.Declared);
        if (largest == 0) return;
        page.Element("h2", words.Chart);
        page.Raw($"<div class=\"wide\"><svg role=\"img\" viewBox=\"0 0 {LabelWidth + BarWidth + 170} {stages.Count * RowHeight}\" width=\"{LabelWidth + BarWidth + 170}\"><title>").Text(words.Chart).Raw("</title>");
        for (var row = 0; row < stages.Count; row++)
        {
            var (stage, declared, honest) = stages[row];
            var top = row * RowHeight;
            Label(page, 0, top + 22, stage);
            Bar(page, "declared", top + 4, declared / largest, DealWords.Fill(words.Line, words.ChartDeclared, DealWords.Amount(new Money(declared, currency), language)));
            Bar(page, "honest", top + 22, honest / largest, DealWords.Fill(words.Line, words.ChartHonest, DealWords.Amount(new Money(honest, currency), language)));
        }
        page.Raw("</svg></div>");
    }

    private static void Bar(Markup page, string look, int top, decimal share, string told)
    {
        var width = Math.Max(1, (double)share * BarWidth);
        page.Raw(string.Create(CultureInfo.InvariantCulture, $"<rect class=\"{look}\" x=\"{LabelWidth}\" y=\"{top}\" width=\"{Markup.Number(width)}\" height=\"15\" rx=\"2\"><title>")).Text(told).Raw("</title></rect>");
        Label(page, LabelWidth + (int)width + 6, top + 12, told);
    }

    private static void Label(Markup page, int left, int baseline, string text) =>
        page.Raw(string.Create(CultureInfo.InvariantCulture, $"<text x=\"{left}\" y=\"{baseline}\">")).Text(Plain.Of(text)).Raw("</text>");

    private static void Table(Markup page, Pipeline pipeline, DealLines lines, string language, Func<AssessedDeal, string>? addressOf)
    {
        var (words, columns) = (lines.Words, lines.Words.Columns);
        page.Raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").Text(columns.Deal).Raw("\"><table><thead><tr>");
        foreach (var head in new[] { columns.Deal, columns.Standing, columns.Amount, columns.Declared, columns.Evidence, columns.Silence, columns.Step }) page.Element("th scope=\"col\"", head);
        page.Raw("</tr></thead><tbody>");
        foreach (var deal in pipeline.Deals.OrderBy(deal => deal.Standing != Standing.Zombie).ThenByDescending(deal => deal.Deal.Amount?.Amount ?? 0))
        {
            page.Raw($"<tr class=\"{deal.Standing.Name()}\">").Raw("<td><strong>");
            if (addressOf is null) page.Text(Plain.Of(deal.Deal.Name));
            else page.Element($"a href=\"{addressOf(deal)}\"", Plain.Of(deal.Deal.Name));
            page.Raw("</strong>");
            if (lines.Reasons(deal) is { } reasons) page.Raw("<br>").Element("span class=\"quiet\"", reasons);
            if (deal.Suspect) page.Raw("<br>").Element("span", words.Suspect);
            page.Raw("</td>").Element("td", words.StandingNames[deal.Standing.Name()])
                .Element("td class=\"n\"", lines.Amount(deal.Deal)).Element("td class=\"n\"", deal.Deal.Probability is { } declared ? $"{DealWords.Percent(declared)} %" : "–")
                .Element("td class=\"n\"", $"{DealWords.Percent(deal.Assessment.Low)}–{DealWords.Percent(deal.Assessment.High)} %").Element("td", lines.Silence(deal))
                .Element("td", deal.StepAhead is { } day ? DealWords.Day(day, language) : "–").Raw("</tr>");
        }
        page.Raw("</tbody></table></div>");
    }
}
