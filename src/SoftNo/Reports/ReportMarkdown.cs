using System.Globalization;
using System.Text;
using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Reports;

/// <summary>A report in Markdown, for a note or a colleague. Words of the call are escaped: they can neither link nor make a heading.</summary>
public static class ReportMarkdown
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static string Write(Report report, string language)
    {
        var say = new Sentences(report, language);
        var page = new StringBuilder();
        var titles = say.Words.Titles;
        page.Append(CultureInfo.InvariantCulture, $"# {Escaped(say.Title)}\n\n**{say.Verdict}** · {say.Confidence}{say.Words.Colon}{say.VerdictMeans}\n\n{Escaped(say.About)}\n");
        if (say.Sides is { } sides) page.Append(CultureInfo.InvariantCulture, $"\n{Escaped(sides)}\n");
        if (say.Thread.Count > 0) Section(page, say.Words.Thread.Title, say.Thread.Select(Escaped));
        page.Append(CultureInfo.InvariantCulture, $"\n## {titles.Signals}\n");
        foreach (var signal in report.Reading.Signals) WriteSignal(page, say, report.Reading, signal);
        Section(page, titles.Friction, [Escaped(say.Friction), .. say.People.Select(person => $"- {Escaped(person)}")]);
        Section(page, titles.NextStep, say.NextStep.Select(Escaped));
        if (report.Advice.Recommended is { } rescue) WriteRescue(page, say, rescue);
        if (say.Mirror is { Count: > 0 } mirror) Section(page, $"{titles.Mirror} ({say.Words.Sentences.Private})", mirror.Select(Escaped));
        if (say.Declared is { } declared) Section(page, titles.Declared, [Escaped(declared)]);
        Section(page, titles.Crm, [Escaped(say.Shown(report.Advice.CrmLine.In(language)))]);
        var warnings = report.Reading.Warnings.Concat(report.Advice.Warnings).Select(warning => $"- {Escaped(say.Shown($"{warning.Message.In(language)} {warning.Cure.In(language)}"))}").ToList();
        if (warnings.Count > 0) Section(page, titles.Warnings, warnings);
        page.Append(CultureInfo.InvariantCulture, $"\n---\n\n{Escaped(say.ReadBy)}\n");
        return page.ToString();
    }

    private static void Section(StringBuilder page, string title, IEnumerable<string> lines)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        foreach (var line in lines) page.Append(line).Append(line.StartsWith("- ", StringComparison.Ordinal) ? "\n" : "\n\n");
    }

    private static void WriteSignal(StringBuilder page, Sentences say, Reading reading, Signal signal)
    {
        var words = say.Words.Signals[signal.Kind.Name()];
        page.Append(CultureInfo.InvariantCulture, $"\n### {words.Name}{say.Words.Colon}{say.Words.States[signal.State.Name()]}{say.SureOf(signal)}\n\n");
        if (signal.State == SignalState.Present)
        {
            page.Append(CultureInfo.InvariantCulture, $"{Escaped(words.Present)}{(signal.Kind == SignalKind.TechInfatuation ? $" {Escaped(say.Words.Sentences.TechFiled)}" : "")}\n\n");
        }

        WriteEvidence(page, say, reading, say.Words.Titles.For, signal.For);
        WriteEvidence(page, say, reading, say.Words.Titles.Against, signal.Against);
        if (say.LookedFor(signal) is { } lookedFor) page.Append(CultureInfo.InvariantCulture, $"{Escaped(lookedFor)}\n\n");
        if (signal.State != SignalState.Present) return;
        page.Append(CultureInfo.InvariantCulture, $"{Escaped(words.Ear)}\n");
        if (say.OtherReadings(signal, int.MaxValue) is { } others) page.Append(CultureInfo.InvariantCulture, $"\n{say.Words.Titles.OtherReadings}{say.Words.Colon}{Escaped(others)}.\n");
    }

    private static void WriteEvidence(StringBuilder page, Sentences say, Reading reading, string title, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return;
        page.Append(CultureInfo.InvariantCulture, $"{title}{say.Words.Colon.TrimEnd()}\n\n");
        foreach (var cue in ids.Select(reading.CueOf))
        {
            var cleared = say.Cleared(cue) is { } why ? $" · {why}" : "";
            page.Append(CultureInfo.InvariantCulture, $"- {Escaped(say.SaidAt(cue.Turn))}{say.Words.Colon}{Escaped(say.Quote(cue.Quote))} ({Escaped(say.Kind(cue) + cleared)})\n");
        }

        page.Append('\n');
    }

    private static void WriteRescue(StringBuilder page, Sentences say, FilledRescue rescue)
    {
        var titles = say.Words.Titles;
        Section(page, titles.Say, [
            $"**{say.Move(rescue)}**", $"> {Escaped(say.Shown(rescue.Say.In(rescue.Tone ?? Tone.Soft)))}", Escaped(say.Shown(rescue.Why.In(say.Language))),
            $"{titles.Delivery}{say.Words.Colon}{Escaped(say.Shown(rescue.Delivery.In(say.Language)))}", $"{titles.Coaching}{say.Words.Colon}{Escaped(say.Shown(rescue.Coaching.In(say.Language)))}",
            $"{titles.Avoid}{say.Words.Colon}{Escaped(say.Shown(rescue.Avoid.In(say.Language)))}"]);
    }

    /// <summary>The text with everything that Markdown or HTML would read as its own escaped.</summary>
    internal static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in Plain.Of(text))
        {
            if (c is '<') safe.Append("&lt;");
            else if (c is '>') safe.Append("&gt;");
            else if (c is '&') safe.Append("&amp;");
            else if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~') safe.Append('\\').Append(c);
            else safe.Append(c);
        }

        return safe.ToString();
    }
}
