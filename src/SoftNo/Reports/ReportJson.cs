using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Cues.Consent;
using SoftNo.Reports.Json;
using SoftNo.Rescue;

namespace SoftNo.Reports;

/// <summary>A report as <c>softno.reading/1</c>, and what failed as <c>softno.error/1</c>: one object a line. The schema is <c>docs/reading.schema.json</c>.</summary>
public static class ReportJson
{
    /// <summary>The name of a reading's shape. Fields are added within it, none is renamed.</summary>
    public const string ReadingSchema = "softno.reading/1";

    /// <summary>The name of an error's shape.</summary>
    public const string ErrorSchema = "softno.error/1";

    /// <summary>The name of a rescue's shape.</summary>
    public const string RescueSchema = "softno.rescue/1";

    // Accents stay readable; what a line cannot hold is escaped all the same.
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report on one line, without its line feed.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>, for texts that stand once.</param>
    public static string Write(Report report, string language) => Line(json =>
    {
        json.WriteString("schema", ReadingSchema);
        json.WriteString("id", report.Reading.Id);
        CallJson.Write(json, report.Reading, language);
        FindingsJson.Write(json, report.Reading, language);
        ThreadJson.Write(json, report.Reading.Thread);
        AdviceJson.Write(json, report.Advice);
        if (report.Declared is { } declared)
        {
            json.WriteStartObject("declared");
            json.WriteRounded("percent", declared.Percent);
            json.WriteRounded("low", declared.Low);
            json.WriteRounded("high", declared.High);
            json.WriteEndObject();
        }

        if (report.Consent is { } consent) WriteConsent(json, consent, report.Reading.Call);
        json.WriteStartArray("warnings");
        foreach (var warning in report.Reading.Warnings.Concat(report.Advice.Warnings))
        {
            json.WriteStartObject();
            json.WriteString("code", warning.Code);
            json.WriteString("message", warning.Message.In(language));
            json.WriteString("cure", warning.Cure.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteConsent(Utf8JsonWriter json, ConsentNote consent, Call call)
    {
        json.WriteStartObject("consent");
        json.WriteString("given", consent.Given);
        json.WriteStartArray("heard");
        foreach (var heard in consent.Heard)
        {
            json.WriteStartObject();
            json.WriteString("words", heard.Words.ToString().ToLowerInvariant());
            json.WriteNumber("turn", heard.Turn);
            json.WriteNumber("start", heard.Span.Start);
            json.WriteNumber("end", heard.Span.End);
            json.WriteString("quote", heard.Span.Of(call.Turns[heard.Turn].Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("ask", consent.Ask);
        json.WriteEndObject();
    }

    /// <summary>What is wrong with an input, on one line.</summary>
    public static string Write(Problem problem, string language) => Line(json =>
    {
        json.WriteString("schema", ErrorSchema);
        json.WriteString("file", problem.File);
        json.WriteWhole("line", problem.Line);
        json.WriteWhole("column", problem.Column);
        json.WriteString("code", problem.Code);
        json.WriteString("problem", problem.Text.In(language));
        json.WriteString("cure", problem.Cure.In(language));
    });

    /// <summary>One rescue on one line, its members as in a reading.</summary>
    public static string Write(FilledRescue rescue) => Line(json =>
    {
        json.WriteString("schema", RescueSchema);
        AdviceJson.WriteRescueParts(json, rescue);
    });

    /// <summary>One JSON object on one line, without its line feed.</summary>
    /// <param name="write">Writes its properties.</param>
    public static string Line(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1 << 14);
        using var json = new Utf8JsonWriter(bytes, OneLine);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
