using System.Globalization;
using System.Text.Json;
using SoftNo.Reports;
using SoftNo.Signals;
using SoftNo.Storage.Calls;

namespace SoftNo.Cli.Stored;

/// <summary>Tells what a new reading of the same call changed.</summary>
internal static class Differences
{
    /// <summary>One line: verdict, next step, signals, cues; only what changed.</summary>
    public static string Told(ReadingDifference difference, Desk desk)
    {
        var report = ReportWords.In(desk.Session.Language);
        var parts = new List<string>();
        if (difference.VerdictBefore != difference.Verdict) parts.Add($"{report.Verdicts[difference.VerdictBefore.Name()].Name} → {report.Verdicts[difference.Verdict.Name()].Name}");
        if (difference.StepBefore != difference.Step) parts.Add($"{report.Grades[difference.StepBefore.Name()]} → {report.Grades[difference.Step.Name()]}");
        parts.AddRange(difference.Appeared.Select(signal => "+ " + report.Signals[signal.Name()].Name));
        parts.AddRange(difference.Vanished.Select(signal => "− " + report.Signals[signal.Name()].Name));
        if (difference.CuesAdded + difference.CuesLost > 0) parts.Add(desk.Words.Line("cues-changed", difference.CuesAdded.ToString(CultureInfo.InvariantCulture), difference.CuesLost.ToString(CultureInfo.InvariantCulture)));
        return parts.Count == 0 ? desk.Words.Line("no-difference") : string.Join(", ", parts);
    }

    /// <summary>The same as properties of a JSON object.</summary>
    public static void Write(Utf8JsonWriter json, ReadingDifference difference)
    {
        json.WriteString("verdictBefore", difference.VerdictBefore.Name());
        json.WriteString("verdict", difference.Verdict.Name());
        json.WriteString("stepBefore", difference.StepBefore.Name());
        json.WriteString("step", difference.Step.Name());
        WriteNames(json, "appeared", difference.Appeared);
        WriteNames(json, "vanished", difference.Vanished);
        json.WriteNumber("cuesAdded", difference.CuesAdded);
        json.WriteNumber("cuesLost", difference.CuesLost);
    }

    private static void WriteNames(Utf8JsonWriter json, string property, IReadOnlyList<SignalKind> signals)
    {
        json.WriteStartArray(property);
        foreach (var signal in signals) json.WriteStringValue(signal.Name());
        json.WriteEndArray();
    }
}
