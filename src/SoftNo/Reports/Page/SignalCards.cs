using SoftNo.Cues;
using SoftNo.Reports.Practice;
using SoftNo.Signals;

namespace SoftNo.Reports.Page;

/// <summary>The three signals with their evidence for and against; each quote leads to its words.</summary>
internal static class SignalCards
{
    /// <summary>How many quotes stand open; the others are folded.</summary>
    private const int QuotesShown = 5;

    /// <summary>Writes the section.</summary>
    public static void Write(Markup page, Report report, Sentences say)
    {
        page.Raw("<section aria-labelledby=\"signals\"><h2 id=\"signals\">").Text(say.Words.Titles.Signals).Raw("</h2><div class=\"cards\">");
        foreach (var signal in report.Reading.Signals) WriteCard(page, report, say, signal);
        page.Raw("</div></section>");
    }

    private static void WriteCard(Markup page, Report report, Sentences say, Signal signal)
    {
        var words = say.Words.Signals[signal.Kind.Name()];
        var present = signal.State == SignalState.Present;
        page.Raw($"<article class=\"card {signal.State.Name()}\" id=\"signal-{signal.Kind.Name()}\"><header>").Element("h3", words.Name);
        page.Raw("<p class=\"state\"><b>").Text(say.Words.States[signal.State.Name()]).Raw("</b>").Text(say.SureOf(signal)).Raw("</p></header>");
        if (present) page.Element("p", words.Present);
        if (present && signal.Kind == SignalKind.TechInfatuation) page.Element("p class=\"strong\"", say.Words.Sentences.TechFiled);
        if (RescuedLine.Of(report.Reading, signal, say) is { } rescued) page.Element("p class=\"strong\"", rescued);
        WriteEvidence(page, report, say, say.Words.Titles.For, signal.For);
        WriteEvidence(page, report, say, say.Words.Titles.Against, signal.Against);
        if (signal.For.Count + signal.Against.Count == 0) page.Element("p class=\"quiet\"", say.Words.Sentences.NoEvidence);
        if (say.LookedFor(signal) is { } lookedFor) page.Element("p class=\"quiet\"", lookedFor);
        if (present)
        {
            page.Element("p class=\"ear\"", words.Ear);
            if (say.FreshReadings(signal, int.MaxValue) is { Count: > 0 } others)
            {
                page.Raw("<details><summary>").Text(say.Words.Titles.OtherReadings).Raw("</summary><ul>");
                foreach (var other in others) page.Element("li", other);
                page.Raw("</ul></details>");
            }
        }

        page.Raw("</article>");
    }

    private static void WriteEvidence(Markup page, Report report, Sentences say, string title, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return;
        page.Element("h4", title).Raw("<ul class=\"evidence\">");
        foreach (var cue in ids.Take(QuotesShown).Select(report.Reading.CueOf)) WriteCue(page, report, say, cue);
        page.Raw("</ul>");
        if (ids.Count <= QuotesShown) return;
        page.Raw("<details><summary>").Text(say.Words.MoreEvidence.Of(ids.Count - QuotesShown, say.Language)).Raw("</summary><ul class=\"evidence\">");
        foreach (var cue in ids.Skip(QuotesShown).Select(report.Reading.CueOf)) WriteCue(page, report, say, cue);
        page.Raw("</ul></details>");
    }

    private static void WriteCue(Markup page, Report report, Sentences say, Cue cue)
    {
        page.Raw($"<li class=\"{CueLook.Group(cue.Kind)}\">");
        var words = $"{Markup.Escaped(say.SaidAt(cue.Turn))} <q>{Markup.Escaped(say.Shown(cue.Quote))}</q>";
        page.Raw(report.Mask is null ? $"<a href=\"#{CueLook.Anchor(cue)}\">{words}</a>" : $"<span>{words}</span>");
        page.Raw(" <small>").Text(say.Kind(cue));
        if (say.Cleared(cue) is { } cleared) page.Text(" · ").Text(cleared);
        page.Raw("</small></li>");
    }
}
