using System.Globalization;
using SoftNo.Calls;
using SoftNo.Reports.Page;
using SoftNo.Reports.Text;
using SoftNo.Rescue;
using SoftNo.Rescue.Cards;
using SoftNo.Rescue.Times;

namespace SoftNo.Reports.Practice;

/// <summary>The card to keep beside the screen, for a terminal and as one printable page.</summary>
public static class CardReport
{
    private const string Style =
        "body{font:16px/1.45 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}h1{font-size:1.3rem}h2{font-size:1rem;margin:1.2rem 0 .3rem}"
        + "blockquote{margin:.3rem 0;padding-left:.8rem;border-left:3px solid currentColor}.q{font-size:1.15rem;font-weight:600}.last{margin-top:1.6rem;font-size:1.2rem;font-weight:700}@media print{body{margin:0;max-width:none}}";

    /// <summary>For a terminal.</summary>
    public static string Text(Card card, string language, int width, bool colour)
    {
        var words = PracticeWords.In(language).Card;
        var names = ReportWords.In(language);
        var page = new TextPage(Math.Max(20, width), colour);
        page.Line(Title(card, words), 0, "", Ink.Strong);
        page.Title(words.Pains);
        if (card.Pains.Count == 0) page.Line(words.NoPain);
        foreach (var pain in card.Pains) page.Line($"“{Plain.Of(pain.Quote)}”", 2, "· ", Ink.Quoted);
        page.Title(words.Question);
        page.Line(card.Question, 2, "", Ink.Spoken);
        page.Line(card.QuestionWhy.In(language), 2, "", Ink.Faint);
        page.Title(words.Sentences);
        foreach (var sentence in card.Sentences)
        {
            page.Line(names.Moves[sentence.Move.Name()], 2, "", Ink.Faint);
            page.Line(Plain.Of(sentence.Say.In(card.Tone)), 4, "", Ink.Spoken);
        }
        page.Title(words.Slots);
        if (card.Slots.Count == 0) page.Line(words.NoSlots, ink: Ink.Doubt);
        foreach (var slot in card.Slots) page.Line($"{slot.Theirs} = {Ours(slot, language)}", 2, "· ");
        page.Gap();
        page.Line(card.LastLine.In(language), 0, "", Ink.Alert);
        return page.ToString();
    }

    /// <summary>As one self-contained, printable page.</summary>
    public static string Html(Card card, string language)
    {
        var words = PracticeWords.In(language).Card;
        var names = ReportWords.In(language);
        var page = new Markup();
        PracticePage.Open(page, Title(card, words), Style, language);
        page.Element("h1", Title(card, words)).Element("h2", words.Pains);
        if (card.Pains.Count == 0) page.Element("p", words.NoPain);
        foreach (var pain in card.Pains) page.Element("blockquote lang=\"en\"", pain.Quote);
        page.Element("h2", words.Question).Element("p class=\"q\" lang=\"en\"", card.Question).Element("p", card.QuestionWhy.In(language)).Element("h2", words.Sentences);
        foreach (var sentence in card.Sentences) page.Element("p", names.Moves[sentence.Move.Name()]).Element("blockquote lang=\"en\"", sentence.Say.In(card.Tone));
        page.Element("h2", words.Slots);
        if (card.Slots.Count == 0) page.Element("p", words.NoSlots);
        page.Raw("<ul>");
        foreach (var slot in card.Slots) page.Element("li", $"{slot.Theirs} = {Ours(slot, language)}");
        page.Raw("</ul>").Element("p class=\"last\"", card.LastLine.In(language));
        return PracticePage.Close(page);
    }

    private static string Title(Card card, CardLabels words)
    {
        var people = card.Reading.Call.Speakers.Where(speaker => speaker.Side == Side.Prospect).Select(speaker => Plain.Of(speaker.Name)).ToList();
        return people.Count == 0 ? words.Title : $"{words.Title}, {string.Format(CultureInfo.InvariantCulture, words.With, string.Join(", ", people))}";
    }

    private static string Ours(CardSlot slot, string language) => language == "fr"
        ? AmericanTime.French24(slot.Ours.LocalDateTime)
        : $"{AmericanTime.Day(slot.Ours.Date)}, {AmericanTime.Hour(slot.Ours.TimeOfDay)} {slot.Ours.Zone.Id[(slot.Ours.Zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ')}";
}
