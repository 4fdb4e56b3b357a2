using System.Security.Cryptography;
using System.Text;
using SoftNo.Cues;
using SoftNo.Reports.Page;
using SoftNo.Signals;

namespace SoftNo.Reports;

/// <summary>A report as one self-contained, printable page: no outside request, every text escaped, nothing that may run but its own script.</summary>
public static class ReportHtml
{
    private static readonly Lazy<string> Style = new(() => Resource("page.css"));
    private static readonly Lazy<string> Script = new(() => Resource("page.js"));

    /// <summary>Writes the page.</summary>
    /// <param name="report">What to show; where it has a mask, the transcript is left out.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static string Write(Report report, string language)
    {
        var say = new Sentences(report, language);
        var parts = Parts(report, language);
        var page = new Markup();
        WriteTop(page, say, language);
        page.Raw("<body>");
        if (report.Mask is null) page.Raw("<a class=\"skip\" href=\"#transcript\">").Text(say.Words.Page.SkipToTranscript).Raw("</a>");
        page.Raw(parts.Header).Raw("<main>").Raw(parts.Strip).Raw(parts.Rescue).Raw(parts.Signals).Raw(parts.Facts).Raw(parts.Missed).Raw(parts.Others).Raw(parts.Warnings).Raw(parts.Transcript);
        page.Raw("</main>").Raw(parts.Footer).Raw("<p id=\"live\" class=\"unseen\" role=\"status\"></p>");
        return page.Raw($"<script>{Script.Value}</script></body></html>\n").ToString();
    }

    /// <summary>The style of the page, for whoever shows its parts in a page of his own.</summary>
    public static string StyleSheet => Style.Value;

    /// <summary>The script of the page: copies, walks from cue to cue.</summary>
    public static string PageScript => Script.Value;

    /// <summary>The parts of the page, each as markup in which every text is escaped.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="underNote">Markup of the page's own under the note of a cue, such as a form that corrects it; null for none.</param>
    public static ReportParts Parts(Report report, string language, Func<Cue, string>? underNote = null)
    {
        var say = new Sentences(report, language);
        return new ReportParts(
            Part(page => WriteHeader(page, report, say)),
            Part(page => new Strip(report, say).Write(page)),
            Part(page => AdviceSections.WriteRescue(page, report, say)),
            Part(page => SignalCards.Write(page, report, say)),
            Part(page => WriteFacts(page, report, say)),
            Part(page => AdviceSections.WriteMissed(page, report, say)),
            Part(page => AdviceSections.WriteOthers(page, report, say)),
            Part(page => WriteWarnings(page, report, say)),
            report.Mask is null ? Part(page => new Transcript(report, say, underNote).Write(page)) : "",
            Part(page => WriteFooter(page, report, say)));
    }

    private static string Part(Action<Markup> write)
    {
        var part = new Markup();
        write(part);
        return part.ToString();
    }

    private static void WriteFacts(Markup page, Report report, Sentences say)
    {
        page.Raw("<div class=\"facts\">");
        WriteFriction(page, say);
        if (say.Thread.Count > 0) WriteLines(page, "thread", say.Words.Thread.Title, say.Thread);
        WriteLines(page, "next-step", say.Words.Titles.NextStep, say.NextStep);
        if (say.Mirror is { Count: > 0 } mirror) WriteLines(page, "mirror", $"{say.Words.Titles.Mirror} ({say.Words.Sentences.Private})", mirror);
        if (say.Declared is { } declared) WriteLines(page, "declared", say.Words.Titles.Declared, [declared]);
        WriteCrm(page, report, say);
        page.Raw("</div>");
    }

    private static void WriteFooter(Markup page, Report report, Sentences say)
    {
        page.Raw("<footer>");
        if (report.Mask is not null) page.Element("p", say.Words.Sentences.Shared);
        page.Element("p", say.ReadBy).Raw("</footer>");
    }

    private static void WriteTop(Markup page, Sentences say, string language)
    {
        // Hashes rather than 'unsafe-inline': words of a call that slipped through could still not run.
        var policy = $"default-src 'none'; style-src 'sha256-{Hash(Style.Value)}'; script-src 'sha256-{Hash(Script.Value)}'; base-uri 'none'; form-action 'none'";
        page.Raw($"<!doctype html><html lang=\"{(language == "fr" ? "fr" : "en")}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><meta name=\"referrer\" content=\"no-referrer\">")
            .Element("title", $"{say.Verdict} · {say.Title}").Raw($"<style>{Style.Value}</style></head>");
    }

    private static void WriteHeader(Markup page, Report report, Sentences say)
    {
        page.Raw($"<header class=\"top {report.Reading.Verdict.Name()}\"><p class=\"verdict\">").Text(say.Verdict).Raw(" <small>").Text(say.Confidence).Raw("</small></p>");
        page.Element("h1", say.Title).Element("p class=\"means\"", say.VerdictMeans).Element("p class=\"quiet\"", say.About);
        if (say.Sides is { } sides) page.Element("p class=\"quiet\"", sides);
        page.Raw("</header>");
    }

    private static void WriteFriction(Markup page, Sentences say)
    {
        page.Raw("<section aria-labelledby=\"friction\"><h2 id=\"friction\">").Text(say.Words.Titles.Friction).Raw("</h2>").Element("p", say.Friction);
        page.Raw("<ul>");
        foreach (var person in say.People) page.Element("li", person);
        page.Raw("</ul></section>");
    }

    private static void WriteLines(Markup page, string id, string title, IEnumerable<string> lines)
    {
        page.Raw($"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">").Text(title).Raw("</h2>");
        foreach (var line in lines) page.Element("p", line);
        page.Raw("</section>");
    }

    private static void WriteCrm(Markup page, Report report, Sentences say)
    {
        page.Raw("<section aria-labelledby=\"crm\"><h2 id=\"crm\">").Text(say.Words.Titles.Crm).Raw("</h2>").Element("p id=\"crm-line\"", say.Shown(report.Advice.CrmLine.In(say.Language)));
        AdviceSections.WriteCopy(page, say, "crm-line");
        page.Raw("</section>");
    }

    private static void WriteWarnings(Markup page, Report report, Sentences say)
    {
        var warnings = report.Reading.Warnings.Concat(report.Advice.Warnings).ToList();
        if (warnings.Count == 0) return;
        WriteLines(page, "warnings", say.Words.Titles.Warnings, warnings.Select(warning => say.Shown($"{warning.Message.In(say.Language)} {warning.Cure.In(say.Language)}")));
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using var stream = typeof(ReportHtml).Assembly.GetManifestResourceStream($"SoftNo.Reports.Page.{name}") ?? throw new InvalidOperationException($"No {name}.");
        using var reader = new StreamReader(stream);
        // One form of line end, whatever the checkout: the policy's hash is over these bytes.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
