using System.Globalization;
using NodaTime;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Reports.Page;

namespace SoftNo.Reports.Deals;

/// <summary>One deal as parts of a page: where it stands, and the way from the base rate to its probability. Every text is escaped.</summary>
public static class DealHtml
{
    /// <summary>The deal's name with its amount.</summary>
    public static string Head(AssessedDeal deal, string language) => new DealLines(language).Head(deal);

    /// <summary>A day as people write it.</summary>
    public static string Day(LocalDate day, string language) => DealWords.Day(day, language);

    /// <summary>An amount as people write it.</summary>
    public static string Amount(Money money, string language) => DealWords.Amount(money, language);

    /// <summary>Its standing, its figures, silence, step, what weighs.</summary>
    public static string Standing(AssessedDeal deal, string language)
    {
        var lines = new DealLines(language);
        var page = new Markup().Raw($"<div class=\"standing {deal.Standing.Name()}\">").Element("p class=\"strong\"", Capital(lines.Words.Standings[deal.Standing.Name()].Of(1, language).Replace("1 ", "", StringComparison.Ordinal)));
        foreach (var line in lines.Details(deal)) page.Element("p", line);
        return page.Raw("</div>").ToString();
    }

    /// <summary>One line of a plan: what, and why.</summary>
    public static string Change(PlannedChange change, string language)
    {
        var (move, reason) = new DealLines(language).Plan(change);
        return new Markup().Element("b", move).Text(" ").Element("span class=\"quiet\"", reason).ToString();
    }

    /// <summary>A change as people say it: days and percentages in their own forms.</summary>
    public static string Value(DealField field, string? value, string language)
    {
        if (value is null) return "–";
        if (field == DealField.CloseDate && NodaTime.Text.LocalDatePattern.Iso.Parse(value) is { Success: true } day) return DealWords.Day(day.Value, language);
        return field == DealField.Probability && double.TryParse(value, CultureInfo.InvariantCulture, out var share) ? $"{DealWords.Percent(share)} %" : Plain.Of(value);
    }

    /// <summary>What the plan proposes for it; empty where it proposes nothing.</summary>
    public static string Plan(IEnumerable<PlannedChange> plan, string language)
    {
        var lines = new DealLines(language);
        var page = new Markup();
        foreach (var (move, reason) in plan.Select(lines.Plan)) page.Raw("<p><b>").Text(move).Raw("</b> ").Element("span class=\"quiet\"", reason).Raw("</p>");
        return page.ToString();
    }

    /// <summary>The waterfall: a row a step, with a bar from 0 to 100 %, the probability after it and whether it speaks for or against.</summary>
    public static string Waterfall(AssessedDeal deal, string language)
    {
        var words = DealWords.In(language);
        var page = new Markup().Raw("<table class=\"waterfall\"><caption>").Text(words.Waterfall).Raw("</caption><tbody>");
        foreach (var step in deal.Assessment.Waterfall)
        {
            var way = step.Name == "base" ? "base" : step.LogRatio < 0 ? "against" : "for";
            page.Raw($"<tr class=\"{way}\">").Element("th scope=\"row\"", words.Features[step.Name])
                .Element("td class=\"n\"", way == "base" ? "" : step.LogRatio < 0 ? "−" : "+")
                .Raw("<td aria-hidden=\"true\"><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" class=\"level\">")
                .Raw($"<rect width=\"{Markup.Number(Math.Max(0.5, step.After * 100))}\" height=\"10\" rx=\"1\"/></svg></td>")
                .Element("td class=\"n\"", $"{DealWords.Percent(step.After)} %").Raw("</tr>");
        }

        return page.Raw("</tbody></table>").Element("p class=\"quiet\"", words.Limits).ToString();
    }

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
