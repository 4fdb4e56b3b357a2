using System.Globalization;
using SoftNo.Forecasting;
using SoftNo.Reports.Json;
using SoftNo.Reports.Text;

namespace SoftNo.Reports.Deals;

/// <summary>The words around a calibration.</summary>
internal sealed record CalibrationWords(string Title, string Closed, IReadOnlyDictionary<string, string> Basis, string Next, string Stages, string Stage, string Weights, string Weight, string Reliability, string Bar);

/// <summary>What a team's history teaches and what it is worth, for a terminal and as <c>softno.calibration/1</c>.</summary>
public static class CalibrationReport
{
    /// <summary>The name of the JSON's shape.</summary>
    public const string Schema = "softno.calibration/1";

    private const int BarLength = 20;

    /// <summary>For a terminal: the calibration, then the backtest with a plot of stated against seen.</summary>
    /// <param name="found">What was learnt.</param>
    /// <param name="tested">The backtest.</param>
    /// <param name="fewest">Under how many closed deals the figures are said to be too few.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="width">Columns.</param>
    /// <param name="colour">Whether to colour.</param>
    public static string Text(Calibration found, BacktestResult tested, int fewest, string language, int width, bool colour)
    {
        var (all, words) = (DealWords.In(language), DealWords.In(language).Calibration);
        var page = new TextPage(Math.Max(20, width), colour);
        page.Line(words.Title, 0, "", Ink.Title);
        page.Line(DealWords.Fill(words.Closed, found.Closed, found.Won, words.Basis[Name(found.Basis)]), 0, "", Ink.Strong);
        if (found.NextFrom is { } next) page.Line(DealWords.Fill(words.Next, next, next - found.Closed), 0);
        page.Title(words.Stages);
        foreach (var stage in found.Stages.Prepend(new StageRate("–", found.Any)))
            page.Line(DealWords.Fill(words.Stage, Plain.Of(stage.Stage), DealWords.Percent(stage.Rate.Rate), DealWords.Percent(stage.Rate.Low), DealWords.Percent(stage.Rate.High), stage.Rate.Closed), 2, "· ");
        if (found.Weights.Count > 0) page.Title(words.Weights);
        foreach (var weight in found.Weights.GroupBy(weight => weight.Name.Split('.')[0]).Where(group => group.Count() == 1).SelectMany(group => group))
            page.Line(DealWords.Fill(words.Weight, all.Features[weight.Name], Of(weight.Prior), Of(weight.Own)), 2, "· ");
        var report = page + "\n" + BacktestReport.Text(tested, fewest, language, width, colour);
        if (tested.Result is not { } result) return report;
        var plot = new TextPage(Math.Max(20, width), colour);
        plot.Title(words.Reliability);
        foreach (var bin in result.Bins) plot.Line(DealWords.Fill(words.Bar, DealWords.Percent(bin.Stated).PadLeft(3), Bar(bin.Seen), DealWords.Percent(bin.Seen), bin.Count), 2);
        return report + plot;
    }

    /// <summary>As JSON, one line; the backtest follows as its own.</summary>
    public static string Json(Calibration found) => ReportJson.Line(json =>
    {
        json.WriteString("schema", Schema);
        json.WriteNumber("closed", found.Closed);
        json.WriteNumber("won", found.Won);
        json.WriteString("basis", Name(found.Basis));
        if (found.NextFrom is { } next) json.WriteNumber("nextFrom", next);
        json.WriteStartArray("stages");
        foreach (var stage in found.Stages)
        {
            json.WriteStartObject();
            json.WriteString("stage", stage.Stage);
            json.WriteRounded("rate", stage.Rate.Rate);
            json.WriteRounded("low", stage.Rate.Low);
            json.WriteRounded("high", stage.Rate.High);
            json.WriteNumber("closed", stage.Rate.Closed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("weights");
        foreach (var weight in found.Weights)
        {
            json.WriteStartObject();
            json.WriteString("name", weight.Name);
            json.WriteRounded("prior", weight.Prior);
            json.WriteRounded("own", weight.Own);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static string Name(CalibrationBasis basis) => basis.ToString().ToLowerInvariant();

    private static string Bar(double share) => new string('█', (int)Math.Round(share * BarLength)).PadRight(BarLength, '·');

    private static string Of(double value) => value.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);
}
