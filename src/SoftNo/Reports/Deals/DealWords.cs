using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using SoftNo.Deals;
using SoftNo.Forecasting;

namespace SoftNo.Reports.Deals;

/// <summary>The heads of a pipeline's table.</summary>
internal sealed record DealColumns(string Deal, string Standing, string Amount, string Declared, string Evidence, string Silence, string Step);

/// <summary>The words around a backtest.</summary>
internal sealed record BacktestWords(string Title, string Nothing, string Seen, string TooFew, string Skill, string Error, string Bins, string Bin);

/// <summary>The words of the reports on deals in one language; <c>{0}</c>… are filled in.</summary>
internal sealed record DealWords(
    string Title, string Headline, Counted Deals, IReadOnlyDictionary<string, Counted> Standings, IReadOnlyDictionary<string, string> StandingNames, IReadOnlyDictionary<string, string> Groups, string Money, string Empty, string Line, Counted More,
    string Declared, string Band, string NoAmount, Counted Silence, string NeverActed, Counted Answers, string StepAhead, string PausedUntil, string Suspect, string Because,
    IReadOnlyDictionary<string, string> Features, string Forecast, string Expected, string Percentiles, string TooFew, Counted Closed, string Crm, string Inflation, string Undated,
    Counted Noes, Counted QuickNoes, string HoursFreed, string Week, string WeekNone, IReadOnlyDictionary<string, string> WeekEvents, string WeekBecause,
    string Distribution, string DistributionAxis, string Silences, string SilencesUsual,
    string Waterfall, string Start, string After, string Today, string TodayNone, string Stake, string Plan, string PlanNone, IReadOnlyDictionary<string, string> Moves,
    IReadOnlyDictionary<string, string> Reasons, string DraftMail, string DraftHold, string Limits, DealColumns Columns, string Chart, string ChartDeclared, string ChartHonest, BacktestWords Backtest, CalibrationWords Calibration, DiagnosisWords Diagnosis)
{
    private static readonly Lazy<DealWords> French = new(() => Read("fr"));
    private static readonly Lazy<DealWords> English = new(() => Read("en"));

    /// <summary>The words of a language: <c>fr</c>, anything else English.</summary>
    public static DealWords In(string language) => language == "fr" ? French.Value : English.Value;

    /// <summary>A text with its parts filled in.</summary>
    public static string Fill(string text, params ReadOnlySpan<object?> parts) => string.Format(CultureInfo.InvariantCulture, text, parts);

    /// <summary>A probability in percent, without decimals.</summary>
    public static string Percent(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture);

    /// <summary>An amount with thousands set apart and its currency's code: <c>120 000 USD</c> in French, <c>USD 120,000</c> in English; the number alone where no currency was said.</summary>
    public static string Amount(Money money, string language)
    {
        var number = decimal.Round(money.Amount).ToString("N0", CultureInfo.InvariantCulture);
        if (money.Currency == SoftNo.Deals.Money.Unsaid) return language == "fr" ? number.Replace(',', '\u202F') : number;
        return language == "fr" ? $"{number.Replace(',', '\u202F')}\u00A0{money.Currency}" : $"{money.Currency} {number}";
    }

    /// <summary>A number with its decimals as the language writes them: <c>37,5</c> in French.</summary>
    public static string Number(decimal value, int decimals, string language)
    {
        var text = decimal.Round(value, decimals).ToString(CultureInfo.InvariantCulture);
        return language == "fr" ? text.Replace('.', ',') : text;
    }

    /// <summary>A day as people write it: <c>18/12/2026</c> in French, <c>Dec 18, 2026</c> in English.</summary>
    public static string Day(LocalDate day, string language) => language == "fr"
        ? day.ToString("dd/MM/uuuu", CultureInfo.InvariantCulture)
        : day.ToString("MMM d, uuuu", CultureInfo.InvariantCulture);

    private static DealWords Read(string language) =>
        WordsFile.Read(typeof(DealWords).Assembly, $"SoftNo.Reports.Words.deals-{language}.json", DealWordsContext.Default.DealWords);
}

/// <summary>The names that data and interface use for what is said of deals.</summary>
public static class DealNames
{
    /// <summary>A week's event's name.</summary>
    public static string Name(this WeekEvent what) => Kebab(what.ToString());

    /// <summary>A standing's name, such as <c>zombie</c>.</summary>
    public static string Name(this Standing standing) => Kebab(standing.ToString());

    /// <summary>A planned move's name, such as <c>downgrade</c>.</summary>
    public static string Name(this PlannedMove move) => Kebab(move.ToString());

    /// <summary>A reason's name, such as <c>day-passed</c>.</summary>
    public static string Name(this PlanReason reason) => Kebab(reason.ToString());

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, place) => char.IsUpper(letter) ? $"{(place == 0 ? "" : "-")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}

/// <summary>How the words are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DealWords))]
internal sealed partial class DealWordsContext : JsonSerializerContext;
