using System.Globalization;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Reports.Page;

namespace SoftNo.Reports.Deals;

/// <summary>The chance of signing at least so much in a period, as a falling curve with P90, P50 and P10. The forecast's lines hold the numbers.</summary>
internal static class DistributionChart
{
    private const int Left = 60;
    private const int Wide = 560;
    private const int High = 200;
    private const int Points = 120;

    /// <summary>Draws the curve; nothing where there is nothing to sign.</summary>
    public static void Draw(Markup page, Forecast forecast, SignedAmount distribution, DealWords words, string language)
    {
        if (distribution.Total == 0) return;
        var most = distribution.Quantile(0.995);
        if (most == 0) return;
        var title = DealWords.Fill(words.Distribution, DealWords.Day(forecast.First, language), DealWords.Day(forecast.Last, language));
        page.Raw($"<div class=\"wide\"><svg role=\"img\" viewBox=\"0 0 {Left + Wide + 120} {High + 50}\" width=\"{Left + Wide + 120}\"><title>").Text(title).Raw("</title>");
        foreach (var share in new[] { 0, 0.1, 0.5, 0.9, 1 }) Level(page, share);
        page.Raw("<path class=\"curve\" d=\"").Raw(Curve(distribution, most)).Raw("\"/>");
        foreach (var share in new[] { 0.1, 0.5, 0.9 }) Mark(page, distribution.Quantile(share), most, 1 - share, forecast.Currency, language);
        Text(page, Left, High + 46, words.DistributionAxis);
        page.Raw("</svg></div>");
    }

    private static string Curve(SignedAmount distribution, decimal most) => string.Concat(Enumerable.Range(0, Points + 1).Select(point =>
    {
        var amount = most * point / Points;
        return string.Create(CultureInfo.InvariantCulture, $"{(point == 0 ? 'M' : 'L')}{X(amount, most):0.#} {Y(1 - distribution.AtMost(amount)):0.#}");
    }));

    private static void Level(Markup page, double share)
    {
        page.Raw(string.Create(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"{Left}\" x2=\"{Left + Wide}\" y1=\"{Y(share):0.#}\" y2=\"{Y(share):0.#}\"/>"));
        Text(page, 0, (int)Y(share) + 4, $"{DealWords.Percent(share)}\u202F%");
    }

    private static void Mark(Markup page, decimal amount, decimal most, double share, string currency, string language)
    {
        page.Raw(string.Create(CultureInfo.InvariantCulture, $"<circle class=\"honest\" cx=\"{X(amount, most):0.#}\" cy=\"{Y(share):0.#}\" r=\"4\"/>"));
        Text(page, (int)X(amount, most) + 7, (int)Y(share) - 5, DealWords.Amount(new Money(amount, currency), language));
    }

    private static void Text(Markup page, int left, int baseline, string text) =>
        page.Raw(string.Create(CultureInfo.InvariantCulture, $"<text x=\"{left}\" y=\"{baseline}\">")).Text(text).Raw("</text>");

    private static double X(decimal amount, decimal most) => Left + ((double)(amount / most) * Wide);

    private static double Y(double share) => 15 + ((1 - share) * High);
}
