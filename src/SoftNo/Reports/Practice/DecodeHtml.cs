using System.Globalization;
using SoftNo.Cues;
using SoftNo.Reports.Page;
using SoftNo.Rescue.Decoding;

namespace SoftNo.Reports.Practice;

/// <summary>Words explained, as a part of a page: what <see cref="DecodeReport"/> says, for a browser.</summary>
public static class DecodeHtml
{
    /// <summary>The markup, every text escaped.</summary>
    /// <param name="decoded">The words explained.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static string Write(Decoded decoded, string language)
    {
        var words = PracticeWords.In(language).Decode;
        var names = ReportWords.In(language);
        var page = new Markup().Raw("<div class=\"decoded\">");
        foreach (var found in decoded.Cues) WriteCue(page, found, words, names, language);
        if (decoded.Cues.Count == 0) WriteNear(page, decoded, words, language);
        return page.Raw("</div>").ToString();
    }

    private static void WriteCue(Markup page, DecodedCue found, DecodeLabels words, ReportWords names, string language)
    {
        var cue = found.Cue;
        var kind = names.Kinds[cue.Kind.Name()];
        page.Raw($"<article class=\"card\"><p><mark class=\"{CueLook.Group(cue.Kind)}\" lang=\"en\">").Text(Plain.Of(cue.Quote)).Raw("</mark></p><h2>")
            .Text(cue.Topic is null ? kind : $"{kind}{names.Colon}{names.Topics.GetValueOrDefault(cue.Topic, cue.Topic)}").Raw("</h2>");
        if (found.Means is { } means) page.Element("p", Plain.Of(means.In(language)));
        foreach (var other in found.AlsoMeans) page.Element("p class=\"quiet\"", $"{words.Also}{names.Colon}{Plain.Of(other.In(language))}");
        if (found.NotWhen is { } not) page.Element("p", $"{words.NotWhen}{names.Colon}{Plain.Of(not.In(language))}");
        foreach (var look in found.LookAlikes.Take(2)) page.Raw("<p class=\"quiet\">").Text($"{words.LookAlikes}{names.Colon}").Raw("<q lang=\"en\">").Text(Plain.Of(look)).Raw("</q></p>");
        if (found.Ask is { } ask) page.Raw("<p class=\"strong\">").Text($"{words.Ask}{names.Colon}").Raw("<q lang=\"en\">").Text(Plain.Of(ask)).Raw("</q></p>");
        page.Raw("</article>");
    }

    private static void WriteNear(Markup page, Decoded decoded, DecodeLabels words, string language)
    {
        page.Element("p class=\"strong\"", words.Nothing);
        if (decoded.Near.Count == 0)
        {
            page.Element("p", words.NoNear);
            return;
        }

        page.Element("p class=\"quiet\"", words.Near).Raw("<ul>");
        foreach (var near in decoded.Near)
        {
            page.Raw("<li><q lang=\"en\">").Text(Plain.Of(near.Phrase)).Raw("</q> (").Text(string.Format(CultureInfo.InvariantCulture, words.Alike, Sentences.Percent(near.Likeness))).Raw(")");
            if (near.Rule.Gloss is { } gloss) page.Element("p class=\"quiet\"", Plain.Of(gloss.In(language)));
            page.Raw("</li>");
        }

        page.Raw("</ul>");
    }
}
