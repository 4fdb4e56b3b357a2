using System.Text.Json;
using NodaTime.Text;
using SoftNo.Forecasting;
using SoftNo.Reports.Json;
using SoftNo.Reports.Text;

namespace SoftNo.Reports.Deals;

/// <summary>What a backtest found, for a terminal and as <c>softno.backtest/1</c>.</summary>
public static class BacktestReport
{
    /// <summary>The name of the JSON's shape.</summary>
    public const string Schema = "softno.backtest/1";

    /// <summary>For a terminal.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="fewest">Under how many closed deals the figures are said to be too few.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="width">Columns.</param>
    /// <param name="colour">Whether to colour.</param>
    public static string Text(BacktestResult result, int fewest, string language, int width, bool colour)
    {
        var words = DealWords.In(language).Backtest;
        string Number(double value) => double.IsFinite(value) ? DealWords.Number((decimal)value, 3, language) : "–";
        var page = new TextPage(Math.Max(20, width), colour);
        page.Line(words.Title, 0, "", Ink.Title);
        if (result.Result is not { } found)
        {
            page.Line(words.Nothing, 0);
            return page.ToString();
        }
        page.Line(DealWords.Fill(words.Seen, found.Count, result.Deals, result.Days.Count, result.Censored), 0);
        if (result.Deals < fewest) page.Line(DealWords.Fill(words.TooFew, result.Deals, fewest), 0, "", Ink.Doubt);
        page.Line(DealWords.Fill(words.Skill, Number(found.Skill), Number(found.SkillLow), Number(found.SkillHigh), Number(found.Brier), Number(found.BaseBrier)), 0);
        page.Line(DealWords.Fill(words.Error, Number(found.Error), Number(found.PerfectError)), 0);
        page.Title(words.Bins);
        foreach (var bin in found.Bins) page.Line(DealWords.Fill(words.Bin, DealWords.Percent(bin.Stated), DealWords.Percent(bin.Seen), bin.Count), 2, "· ");
        return page.ToString();
    }

    /// <summary>As JSON, one line.</summary>
    public static string Json(BacktestResult result) => ReportJson.Line(json =>
    {
        json.WriteString("schema", Schema);
        json.WriteStartArray("days");
        foreach (var day in result.Days) json.WriteStringValue(LocalDatePattern.Iso.Format(day));
        json.WriteEndArray();
        json.WriteNumber("deals", result.Deals);
        json.WriteNumber("censored", result.Censored);
        if (result.Result is { } found) Write(json, found);
    });

    private static void Write(Utf8JsonWriter json, Reliability found)
    {
        json.WriteNumber("statements", found.Count);
        json.WriteRounded("brier", found.Brier);
        json.WriteRounded("baseBrier", found.BaseBrier);
        json.WriteRounded("skill", Finite(found.Skill));
        json.WriteRounded("skillLow", Finite(found.SkillLow));
        json.WriteRounded("skillHigh", Finite(found.SkillHigh));
        json.WriteRounded("calibrationError", found.Error);
        json.WriteRounded("perfectError", found.PerfectError);
        json.WriteStartArray("bins");
        foreach (var bin in found.Bins)
        {
            json.WriteStartObject();
            json.WriteRounded("stated", bin.Stated);
            json.WriteRounded("seen", bin.Seen);
            json.WriteNumber("count", bin.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

}
