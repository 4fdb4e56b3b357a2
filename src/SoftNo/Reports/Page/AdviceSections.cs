using SoftNo.Rescue;

namespace SoftNo.Reports.Page;

/// <summary>What to do: the sentence to say, the mail, the other moves, the missed moments, the line for the CRM.</summary>
internal static class AdviceSections
{
    /// <summary>Writes the recommended rescue.</summary>
    public static void WriteRescue(Markup page, Report report, Sentences say)
    {
        if (report.Advice.Recommended is not { } rescue) return;
        page.Raw("<section class=\"say\" aria-labelledby=\"say\"><h2 id=\"say\">").Text(say.Words.Titles.Say).Raw("</h2>");
        WriteMove(page, say, rescue, "say");
        page.Raw("</section>");
    }

    /// <summary>Writes the other moves, folded.</summary>
    public static void WriteOthers(Markup page, Report report, Sentences say)
    {
        var others = report.Advice.Rescues.Where(rescue => !rescue.Recommended).ToList();
        if (others.Count == 0) return;
        page.Raw("<section aria-labelledby=\"others\"><h2 id=\"others\">").Text(say.Words.Titles.OtherMoves).Raw("</h2>");
        for (var i = 0; i < others.Count; i++)
        {
            page.Raw("<details class=\"move\"><summary>").Text(say.Move(others[i])).Raw("</summary>");
            WriteMove(page, say, others[i], $"other-{i}");
            page.Raw("</details>");
        }

        page.Raw("</section>");
    }

    /// <summary>Writes the moments at which a move was there to be made.</summary>
    public static void WriteMissed(Markup page, Report report, Sentences say)
    {
        if (report.Advice.MissedMoments.Count == 0) return;
        page.Raw("<section aria-labelledby=\"missed\"><h2 id=\"missed\">").Text(say.Words.Titles.Missed).Raw("</h2><ol class=\"missed\">");
        // The same sentence at two places is said once, with both.
        foreach (var places in report.Advice.MissedMoments.GroupBy(moment => (moment.Move, moment.Say)))
        {
            var missed = places.First();
            page.Raw("<li><p class=\"when\">");
            foreach (var place in places)
            {
                if (report.Mask is null) page.Raw($"<a href=\"#turn-{place.Turn}\">").Text(say.At(place.Turn)).Raw("</a>");
                else page.Text(say.At(place.Turn));
                page.Text(" ");
            }

            page.Text(say.Words.Moves[missed.Move.Name()]).Raw("</p><blockquote lang=\"en\">").Text(say.Shown(missed.Say)).Raw("</blockquote>").Element("p", say.Shown(missed.Coaching.In(say.Language))).Raw("</li>");
        }

        page.Raw("</ol></section>");
    }

    /// <summary>Writes a button that copies the text of an element.</summary>
    public static void WriteCopy(Markup page, Sentences say, string target) =>
        page.Raw($"<button type=\"button\" class=\"copy\" data-copy=\"{target}\" data-done=\"{Markup.Escaped(say.Words.Page.Copied)}\">").Text(say.Words.Page.Copy).Raw("</button>");

    private static void WriteMove(Markup page, Sentences say, FilledRescue rescue, string id)
    {
        var tone = rescue.Tone ?? Tone.Soft;
        page.Element("p class=\"which\"", say.Move(rescue));
        page.Raw($"<blockquote lang=\"en\" id=\"{id}-words\">").Text(say.Shown(rescue.Say.In(tone))).Raw("</blockquote>");
        WriteCopy(page, say, $"{id}-words");
        page.Element("p", say.Shown(rescue.Why.In(say.Language)));
        page.Raw("<details><summary>").Text(say.Words.Page.Tones).Raw("</summary><dl>");
        foreach (var other in Enum.GetValues<Tone>().Where(other => other != tone))
            page.Element("dt", say.Words.Tones[other.ToString().ToLowerInvariant()]).Element("dd lang=\"en\"", say.Shown(rescue.Say.In(other)));
        page.Raw("</dl></details><dl class=\"notes\">");
        page.Element("dt", say.Words.Titles.Delivery).Element("dd", say.Shown(rescue.Delivery.In(say.Language)));
        page.Element("dt", say.Words.Titles.Coaching).Element("dd", say.Shown(rescue.Coaching.In(say.Language)));
        page.Element("dt", say.Words.Titles.Avoid).Element("dd", say.Shown(rescue.Avoid.In(say.Language)));
        page.Raw("</dl><details><summary>").Text(say.Words.Titles.Mail).Raw($"</summary><div lang=\"en\" id=\"{id}-mail\" class=\"mail\"><p><b>").Text(say.Shown(rescue.Mail.Subject)).Raw("</b></p>");
        foreach (var line in rescue.Mail.Body.Split('\n').Where(line => line.Length > 0)) page.Element("p", say.Shown(line));
        page.Raw("</div>");
        WriteCopy(page, say, $"{id}-mail");
        page.Raw("</details>");
        WriteThen(page, say, rescue);
    }

    private static void WriteThen(Markup page, Sentences say, FilledRescue rescue)
    {
        if (rescue.Then.Count == 0) return;
        var words = say.Words.Sentences;
        page.Raw("<details><summary>").Text(say.Words.Titles.Then).Raw("</summary><ul class=\"then\">");
        foreach (var then in rescue.Then)
        {
            page.Raw("<li><p>").Text(words.IfTheySay).Text(say.Words.Colon).Raw("<q lang=\"en\">").Text(say.Shown(then.IfTheySay)).Raw("</q></p><p>")
                .Text(words.Means).Text(say.Words.Colon).Text(say.Shown(then.Means.In(say.Language))).Text(" ").Text(say.Shown(then.Do.In(say.Language))).Raw("</p><p>")
                .Text(words.Answer).Text(say.Words.Colon).Raw("<q lang=\"en\">").Text(say.Shown(then.Say)).Raw("</q></p></li>");
        }

        page.Raw("</ul></details>");
    }
}
