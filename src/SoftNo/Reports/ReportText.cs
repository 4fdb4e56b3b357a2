using SoftNo.Cues;
using SoftNo.Reports.Practice;
using SoftNo.Reports.Text;
using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Reports;

/// <summary>A report for a terminal, wide or narrow: the verdict first, then its evidence, then the one thing to say.</summary>
public static class ReportText
{
    /// <summary>How many quotes a signal shows for it, and against it; the page holds all.</summary>
    private const int QuotesShown = 4;

    /// <summary>How many rival explanations it shows.</summary>
    private const int ReadingsShown = 3;

    /// <summary>Writes the report.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="width">The terminal's columns, 20 at least.</param>
    /// <param name="colour">Whether it takes colours.</param>
    public static string Write(Report report, string language, int width, bool colour)
    {
        var say = new Sentences(report, language);
        var page = new TextPage(Math.Max(20, width), colour);
        WriteHead(page, say, report.Reading);
        WriteThread(page, say);
        page.Title(say.Words.Titles.Signals);
        var quoted = new HashSet<string>();
        foreach (var signal in report.Reading.Signals) WriteSignal(page, say, report.Reading, signal, quoted);
        page.Title(say.Words.Titles.Friction);
        page.Line(say.Friction, ink: report.Reading.Friction.HardQuestions == 0 ? Ink.Doubt : Ink.Good);
        foreach (var person in say.People) page.Line(person, 2, "· ");
        page.Title(say.Words.Titles.NextStep);
        foreach (var line in say.NextStep) page.Line(line);
        if (report.Advice.Recommended is { } rescue) WriteRescue(page, say, rescue);
        if (say.Mirror is { Count: > 0 } mirror)
        {
            page.Title($"{say.Words.Titles.Mirror} ({say.Words.Sentences.Private})");
            foreach (var line in mirror) page.Line(line);
        }

        if (say.Declared is { } declared)
        {
            page.Title(say.Words.Titles.Declared);
            page.Line(declared, ink: report.Declared!.TooHigh ? Ink.Alert : Ink.Plain);
        }

        page.Title(say.Words.Titles.Crm);
        page.Line(say.Shown(report.Advice.CrmLine.In(language)));
        WriteWarnings(page, say, report);
        page.Gap();
        page.Line(say.ReadBy, 0, "", Ink.Faint);
        return page.ToString();
    }

    private static void WriteHead(TextPage page, Sentences say, Reading reading)
    {
        page.Line($"{say.Verdict.ToUpperInvariant()} · {say.Confidence}{say.Words.Colon}{Lower(say.VerdictMeans)}", 0, "", InkOf(reading.Verdict));
        page.Line(say.Title, 0, "", Ink.Strong);
        page.Line(say.About, 0, "", Ink.Faint);
        if (say.Sides is { } sides) page.Line(sides, 0, "", Ink.Faint);
    }

    private static void WriteThread(TextPage page, Sentences say)
    {
        if (say.Thread.Count == 0) return;
        page.Title(say.Words.Thread.Title);
        foreach (var line in say.Thread) page.Line(line);
    }

    private static void WriteSignal(TextPage page, Sentences say, Reading reading, Signal signal, HashSet<string> quoted)
    {
        var words = say.Words.Signals[signal.Kind.Name()];
        var state = say.Words.States[signal.State.Name()];
        var (mark, ink) = signal.State switch
        {
            SignalState.Present => ("● ", Ink.Alert),
            SignalState.Absent => ("○ ", Ink.Good),
            SignalState.Unknown => ("? ", Ink.Doubt),
        };
        page.Line($"{words.Name}{say.Words.Colon}{state}{say.SureOf(signal)}", 2, mark, Ink.Strong, ink);
        if (signal.State == SignalState.Present)
        {
            page.Line(words.Present, 4);
            if (signal.Kind == SignalKind.TechInfatuation) page.Line(say.Words.Sentences.TechFiled, 4);
        }

        if (RescuedLine.Of(reading, signal, say) is { } rescued) page.Line(rescued, 4, "", Ink.Good);
        WriteEvidence(page, say, reading, say.Words.Titles.For, signal.For, quoted);
        WriteEvidence(page, say, reading, say.Words.Titles.Against, signal.Against, quoted);
        if (say.LookedFor(signal) is { } lookedFor) page.Line(lookedFor, 4);
        if (signal.State != SignalState.Present) return;
        page.Line(words.Ear, 4, "", Ink.Faint);
        if (say.OtherReadings(signal, ReadingsShown) is { } others) page.Line($"{say.Words.Titles.OtherReadings}{say.Words.Colon}{others}.", 4, "", Ink.Faint);
    }

    /// <summary>The quotes for or against a signal; those that an earlier signal showed are named by their times alone.</summary>
    private static void WriteEvidence(TextPage page, Sentences say, Reading reading, string title, IReadOnlyList<string> ids, HashSet<string> quoted)
    {
        if (ids.Count == 0) return;
        page.Line($"{title}{say.Words.Colon.TrimEnd()}", 4);
        var fresh = ids.Where(id => !quoted.Contains(id)).Select(reading.CueOf).ToList();
        var seen = ids.Where(quoted.Contains).Select(reading.CueOf).ToList();
        foreach (var cue in fresh.Take(QuotesShown)) WriteCue(page, say, cue, quoted);
        if (fresh.Count > QuotesShown) page.Line(say.Words.MoreEvidence.Of(fresh.Count - QuotesShown, say.Language), 6, "", Ink.Faint);
        if (seen.Count > 0) page.Line(say.SeenAbove(seen), 6, "", Ink.Faint);
    }

    private static void WriteCue(TextPage page, Sentences say, Cue cue, HashSet<string> said)
    {
        said.Add(cue.Id);
        var cleared = say.Cleared(cue) is { } why ? $" · {why}" : "";
        page.Line(say.Quote(cue.Quote), 6, $"{say.SaidAt(cue.Turn)} ", Ink.Quoted, Ink.Faint);
        // A gloss that was told a few lines above says nothing new.
        var gloss = cue.Gloss?.In(say.Language) is { } text && said.Add(text) ? $" → {say.Shown(text)}" : "";
        page.Line($"{say.Kind(cue)}{gloss}{cleared}", 8, "", Ink.Faint);
    }

    private static void WriteRescue(TextPage page, Sentences say, FilledRescue rescue)
    {
        page.Title($"{say.Words.Titles.Say}{say.Words.Colon}{Lower(say.Move(rescue))}");
        page.Line(say.Quote(rescue.Say.In(rescue.Tone ?? Tone.Soft)), ink: Ink.Spoken);
        page.Line(say.Shown(rescue.Why.In(say.Language)), 2, "→ ");
        page.Line($"{say.Words.Titles.Delivery}{say.Words.Colon}{say.Shown(rescue.Delivery.In(say.Language))}", ink: Ink.Faint);
        page.Line($"{say.Words.Titles.Coaching}{say.Words.Colon}{say.Shown(rescue.Coaching.In(say.Language))}", ink: Ink.Faint);
        page.Line($"{say.Words.Titles.Avoid}{say.Words.Colon}{say.Shown(rescue.Avoid.In(say.Language))}", ink: Ink.Faint);
    }

    private static void WriteWarnings(TextPage page, Sentences say, Report report)
    {
        var warnings = report.Reading.Warnings.Concat(report.Advice.Warnings).ToList();
        if (warnings.Count == 0) return;
        page.Title(say.Words.Titles.Warnings);
        foreach (var warning in warnings) page.Line($"{say.Shown(warning.Message.In(say.Language))} {say.Shown(warning.Cure.In(say.Language))}", 2, "! ", Ink.Plain, Ink.Doubt);
    }

    private static Ink InkOf(Verdict verdict) => verdict switch
    {
        Verdict.Engaged => Ink.Good,
        Verdict.Wavering or Verdict.Insufficient => Ink.Doubt,
        Verdict.SoftNo or Verdict.ClearNo => Ink.Alert,
    };

    private static string Lower(string sentence) => sentence.Length == 0 ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
