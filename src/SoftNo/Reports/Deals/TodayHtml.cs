using SoftNo.Forecasting;
using SoftNo.Reports.Page;

namespace SoftNo.Reports.Deals;

/// <summary>The deals to act on now, as a part of a page: what <see cref="PipelineText"/> says, for a browser.</summary>
public static class TodayHtml
{
    /// <summary>The title.</summary>
    public static string Title(string language) => DealWords.In(language).Today;

    /// <summary>What stands under the title, as markup in which every text is escaped.</summary>
    /// <param name="cards">The deals, the most valuable first.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="addressOf">The address of a deal's page, escaped; null where there is none.</param>
    public static string Part(IReadOnlyList<TodayCard> cards, string language, Func<AssessedDeal, string>? addressOf = null)
    {
        var lines = new DealLines(language);
        var page = new Markup();
        if (cards.Count == 0) return page.Element("p", lines.Words.TodayNone).ToString();
        page.Raw("<ol class=\"today\">");
        foreach (var card in cards)
        {
            page.Raw("<li class=\"card\"><h2>");
            if (addressOf is null) page.Text(lines.Head(card.Change.Deal));
            else page.Element($"a href=\"{addressOf(card.Change.Deal)}\"", lines.Head(card.Change.Deal));
            page.Raw("</h2>").Element("p class=\"strong\"", lines.Plan(card.Change).Reason);
            foreach (var line in lines.Details(card.Change.Deal)) page.Element("p", line);
            if (card.Stake is { } stake) page.Element("p class=\"quiet\"", DealWords.Fill(lines.Words.Stake, DealWords.Amount(stake, language)));
            page.Raw("</li>");
        }

        return page.Raw("</ol>").ToString();
    }
}
