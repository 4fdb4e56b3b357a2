using System.Text.Json;
using NodaTime.Text;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Reports.Json;

namespace SoftNo.Reports.Deals;

/// <summary>Reports on deals as JSON, one object a line.</summary>
public static class PipelineJson
{
    /// <summary>The name of a pipeline's shape.</summary>
    public const string PipelineSchema = "softno.pipeline/1";

    /// <summary>The name of a deal's shape.</summary>
    public const string DealSchema = "softno.assessment/1";

    /// <summary>The name of a planned change's shape.</summary>
    public const string PlanSchema = "softno.plan/1";

    /// <summary>The pipeline with its counts, money and forecasts.</summary>
    public static string Of(Pipeline pipeline, IReadOnlyList<Forecast> forecasts) => ReportJson.Line(json =>
    {
        json.WriteString("schema", PipelineSchema);
        json.WriteString("asOf", LocalDatePattern.Iso.Format(pipeline.AsOf));
        json.WriteNumber("closedDeals", pipeline.Closed);
        json.WriteStartObject("counts");
        foreach (var standing in Enum.GetValues<Standing>()) json.WriteNumber(standing.Name(), pipeline.Of(standing).Count());
        json.WriteEndObject();
        json.WriteStartArray("money");
        foreach (var money in Forecaster.Money(pipeline)) Write(json, money);
        json.WriteEndArray();
        json.WriteStartArray("forecasts");
        foreach (var forecast in forecasts) Write(json, forecast);
        json.WriteEndArray();
        Write(json, pipeline.Noes);
        if (pipeline.Week is { } week) Write(json, week);
        json.WriteStartArray("deals");
        foreach (var deal in pipeline.Deals)
        {
            json.WriteStartObject();
            Write(json, deal);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>One deal.</summary>
    public static string Of(AssessedDeal deal) => ReportJson.Line(json =>
    {
        json.WriteString("schema", DealSchema);
        Write(json, deal);
    });

    /// <summary>One line of a plan.</summary>
    /// <param name="change">The line.</param>
    /// <param name="stake">The money at stake, or null.</param>
    /// <param name="draft">The mail and hold drafted for it, or null.</param>
    public static string Of(PlannedChange change, decimal? stake = null, PlanDraft? draft = null) => ReportJson.Line(json =>
    {
        json.WriteString("schema", PlanSchema);
        json.WriteString("deal", change.Deal.Deal.Id);
        json.WriteString("name", change.Deal.Deal.Name);
        json.WriteString("move", change.Move.Name());
        json.WriteString("reason", change.Reason.Name());
        json.WriteString("closeDate", change.NewCloseDate is { } day ? LocalDatePattern.Iso.Format(day) : null);
        WriteShare(json, "probability", change.NewProbability);
        if (stake is { } money) json.WriteNumber("stake", money);
        if (draft is not { Rescue: var rescue }) return;
        json.WriteStartObject("mail");
        json.WriteString("to", rescue.Mail.To);
        json.WriteString("subject", rescue.Mail.Subject);
        json.WriteString("body", rescue.Mail.Body);
        json.WriteEndObject();
        json.WriteString("hold", rescue.Hold is { } hold ? OffsetDateTimePattern.Rfc3339.Format(hold.Start.ToOffsetDateTime()) : null);
    });

    /// <summary>What tells a line of a plan from another, whatever its draft; null where the text is no line of a plan.</summary>
    public static string? Key(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var parsed = JsonDocument.Parse(line);
            var root = parsed.RootElement;
            string[] names = ["schema", "deal", "name", "move", "reason", "closeDate", "probability"];
            if (root.ValueKind != JsonValueKind.Object || !names.All(name => root.TryGetProperty(name, out _)) || root.GetProperty("schema").GetString() != PlanSchema) return null;
            return string.Join('\u001f', names.Select(name => root.GetProperty(name).GetRawText()));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, PipelineMoney money)
    {
        json.WriteStartObject();
        json.WriteString("currency", money.Currency);
        json.WriteNumber("declared", money.Declared);
        json.WriteNumber("supported", money.Supported);
        json.WriteNumber("zombies", money.Zombies);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NoTimes? noes)
    {
        if (noes is null)
        {
            json.WriteNull("noes");
            return;
        }
        json.WriteStartObject("noes");
        json.WriteNumber("days", noes.WindowDays);
        json.WriteNumber("count", noes.Noes);
        json.WriteNumber("quick", noes.Quick);
        json.WriteNumber("medianDays", noes.MedianDays);
        if (noes.HoursFreed is { } hours) json.WriteNumber("hoursFreed", hours);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<WeekChange> week)
    {
        json.WriteStartArray("week");
        foreach (var change in week)
        {
            json.WriteStartObject();
            json.WriteString("id", change.Deal.Id);
            json.WriteString("name", change.Deal.Name);
            json.WriteString("what", change.What.Name());
            json.WriteString("from", change.Before?.Standing.Name());
            json.WriteString("to", change.Now?.Standing.Name());
            WriteShare(json, "before", change.Before?.Assessment.Probability);
            WriteShare(json, "after", change.Now?.Assessment.Probability);
            json.WriteString("reason", change.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Forecast forecast)
    {
        json.WriteStartObject();
        json.WriteString("currency", forecast.Currency);
        json.WriteString("first", LocalDatePattern.Iso.Format(forecast.First));
        json.WriteString("last", LocalDatePattern.Iso.Format(forecast.Last));
        json.WriteNumber("expected", decimal.Round(forecast.Expected, 2));
        if (forecast.Percentiles is { } shares)
        {
            json.WriteNumber("p10", decimal.Round(shares.P10, 2));
            json.WriteNumber("p50", decimal.Round(shares.P50, 2));
            json.WriteNumber("p90", decimal.Round(shares.P90, 2));
            json.WriteNumber("bound", forecast.Bound);
        }
        json.WriteNumber("commit", forecast.Commit);
        if (forecast.CrmWeighted is { } weighted) json.WriteNumber("crmWeighted", decimal.Round(weighted, 2));
        if (forecast.Inflation is { } inflation) json.WriteNumber("inflation", decimal.Round(inflation, 4));
        json.WriteNumber("undated", forecast.Undated);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AssessedDeal deal)
    {
        json.WriteString("id", deal.Deal.Id);
        json.WriteString("name", deal.Deal.Name);
        json.WriteString("standing", deal.Standing.Name());
        json.WriteBoolean("suspect", deal.Suspect);
        json.WriteString("stage", deal.Deal.Stage);
        if (deal.Deal.Amount is { } amount)
        {
            json.WriteNumber("amount", amount.Amount);
            json.WriteString("currency", amount.Currency);
        }
        WriteShare(json, "declared", deal.Deal.Probability);
        WriteShare(json, "probability", deal.Assessment.Probability);
        WriteShare(json, "low", deal.Assessment.Low);
        WriteShare(json, "high", deal.Assessment.High);
        WriteShare(json, "baseRate", deal.Assessment.Base.Rate);
        json.WriteNumber("baseRateFrom", deal.Assessment.Base.Closed);
        if (deal.Silence is { } silence) json.WriteNumber("silentBusinessDays", silence.BusinessDays);
        else json.WriteNull("silentBusinessDays");
        if (deal.AnswersWithin is { } within) json.WriteNumber("answersWithinDays", within);
        json.WriteNumber("answersFrom", deal.AnswersFrom);
        json.WriteString("stepAhead", deal.StepAhead is { } day ? LocalDatePattern.Iso.Format(day) : null);
        json.WriteString("pausedUntil", deal.Pause is { } pause ? LocalDatePattern.Iso.Format(pause.Until) : null);
        json.WriteStartArray("waterfall");
        foreach (var step in deal.Assessment.Waterfall)
        {
            json.WriteStartObject();
            json.WriteString("name", step.Name);
            json.WriteRounded("logRatio", step.LogRatio);
            json.WriteRounded("after", step.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteShare(Utf8JsonWriter json, string name, double? share)
    {
        if (share is { } value) json.WriteRounded(name, value);
        else json.WriteNull(name);
    }
}
