using System.Globalization;
using NodaTime;
using SoftNo.Cues;
using SoftNo.Reports.Json;
using SoftNo.Reports.Page;
using SoftNo.Reports.Text;
using SoftNo.Rescue;
using SoftNo.Rescue.Autopsies;
using SoftNo.Rescue.Times;
using SoftNo.Signals;

namespace SoftNo.Reports.Practice;

/// <summary>Old deals after the fact: counts and one entry a deal for a terminal, one printable page a deal, <c>softno.autopsy/1</c>.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Share">Whether people, companies, amounts and the deals' names are masked.</param>
public sealed record AutopsyReport(AutopsyResult Result, string Language, bool Share)
{
    /// <summary>The name of the JSON's shape.</summary>
    public const string Schema = "softno.autopsy/1";

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}h1{font-size:1.4rem}h2{font-size:1rem;margin:1.2rem 0 .3rem}"
        + "blockquote{margin:.3rem 0;padding-left:.8rem;border-left:3px solid currentColor;font-size:1.1rem}.quiet{opacity:.75}@media print{body{margin:0;max-width:none}}";

    private AutopsyLabels Words => PracticeWords.In(Language).Autopsy;

    /// <summary>For a terminal.</summary>
    public string Text(int width, bool colour)
    {
        var page = new TextPage(Math.Max(20, width), colour);
        page.Line(Words.Title, 0, "", Ink.Strong);
        foreach (var line in Counts()) page.Line(line, 0);
        for (var place = 0; place < Result.Deals.Count; place++)
        {
            var deal = Result.Deals[place];
            page.Title(Head(deal, place));
            foreach (var (title, text, spoken) in Lines(deal))
                page.Line(text, 2, title is null ? "" : $"{title}{ReportWords.In(Language).Colon}", spoken ? Ink.Spoken : Ink.Plain, Ink.Faint);
        }
        page.Gap();
        page.Line(Words.Limits, 0, "", Ink.Faint);
        return page.ToString();
    }

    /// <summary>One deal's page.</summary>
    /// <param name="place">The deal's place in the result.</param>
    public string Html(int place)
    {
        var deal = Result.Deals[place];
        var page = new Markup();
        PracticePage.Open(page, Head(deal, place), Style, Language);
        page.Element("h1", Head(deal, place));
        foreach (var (title, text, spoken) in Lines(deal))
        {
            if (title is not null) page.Element("h2", title);
            page.Element(spoken ? "blockquote lang=\"en\"" : "p", text);
        }
        page.Element("p class=\"quiet\"", Words.Limits);
        return PracticePage.Close(page);
    }

    /// <summary>As JSON, one line.</summary>
    public string Json() => ReportJson.Line(json =>
    {
        json.WriteString("schema", Schema);
        json.WriteStartObject("lost");
        json.WriteNumber("deals", Result.Lost);
        json.WriteNumber("heard", Result.LostHeard);
        json.WriteNumber("callsAfter", Result.CallsSpent);
        json.WriteNumber("mailsAfter", Result.MailsSpent);
        json.WriteEndObject();
        json.WriteStartObject("won");
        json.WriteNumber("deals", Result.Won);
        json.WriteNumber("criedWolf", Result.CriedWolf);
        json.WriteEndObject();
        json.WriteStartArray("deals");
        for (var place = 0; place < Result.Deals.Count; place++) WriteDeal(json, Result.Deals[place], place);
        json.WriteEndArray();
    });

    private void WriteDeal(System.Text.Json.Utf8JsonWriter json, DealAutopsy deal, int place)
    {
        json.WriteStartObject();
        json.WriteString("name", NameOf(deal, place));
        json.WriteString("outcome", deal.Deal.Won ? "won" : deal.Deal.Dead ? "dead" : "lost");
        json.WriteNumber("calls", deal.Deal.Calls.Count);
        json.WriteNumber("mails", deal.Deal.Mails.Count);
        if (deal.Alarm is { } alarm)
        {
            json.WriteStartObject("alarm");
            json.WriteWhole("call", alarm.Call);
            json.WriteString("day", alarm.Day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("reading", alarm.Reading.Id);
            json.WriteWhole("turn", alarm.Sentence?.Turn);
            json.WriteString("quote", alarm.Sentence is { } cue ? Shown(cue.Quote, alarm) : null);
            json.WriteString("verdict", alarm.Reading.Verdict.Name());
            json.WriteRounded("confidence", alarm.Reading.Confidence);
            json.WriteString("move", alarm.Rescue.Move.Name());
            json.WriteString("say", Said(alarm));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("alarm");
        }
        json.WriteNumber("callsAfter", deal.CallsAfter);
        json.WriteNumber("mailsAfter", deal.MailsAfter);
        json.WriteWhole("daysAfter", deal.DaysAfter);
        if (deal.Declared is { } declared) WriteDeclared(json, declared);
        json.WriteEndObject();
    }

    private void WriteDeclared(System.Text.Json.Utf8JsonWriter json, DeclaredThen declared)
    {
        json.WriteStartObject("declared");
        json.WriteString("stage", declared.Stage);
        if (declared.Probability is { } share) json.WriteRounded("probability", share);
        else json.WriteNull("probability");
        json.WriteString("closeDate", declared.CloseDate?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        if (declared.Amount is { } amount && !Share) json.WriteNumber("amount", decimal.Parse(amount.ToString("0.############", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        else json.WriteNull("amount");
        json.WriteString("currency", declared.Currency);
        json.WriteString("ended", declared.Ended?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private IEnumerable<string> Counts()
    {
        if (Result.Lost > 0)
        {
            yield return Fill(Words.LostCount, Result.LostHeard, Result.Lost);
            yield return Fill(Words.Spent, Result.CallsSpent);
            if (Result.Deals.Any(deal => deal.Deal.Mails.Count > 0)) yield return Fill(Words.SpentMails, Result.MailsSpent);
        }
        if (Result.Won > 0) yield return Fill(Words.WonCount, Result.CriedWolf, Result.Won);
    }

    private IEnumerable<(string? Title, string Text, bool Spoken)> Lines(DealAutopsy deal)
    {
        if (deal.Alarm is not { } alarm)
        {
            yield return (null, deal.NoWasSaid ? Words.NoWasSaid : Words.Silent, false);
            yield break;
        }
        var names = ReportWords.In(Language);
        yield return (null, When(deal, alarm), false);
        if (alarm.Sentence is { } cue) yield return (Words.Sentence, SaidBy(cue, alarm), true);
        else yield return (Words.Sentence, Words.Absence, false);
        yield return (Words.Said, $"{names.Verdicts[alarm.Reading.Verdict.Name()].Name} ({Fill(names.Percent, Sentences.Percent(alarm.Reading.Confidence))})", false);
        if (deal.Declared is { } declared) yield return (Words.CrmSaid, CrmSaid(declared), false);
        if (!deal.Deal.Won) yield return (Words.WouldGet, Said(alarm), true);
        yield return (null, Fill(Words.After, deal.CallsAfter), false);
        if (deal.Deal.Mails.Count > 0) yield return (null, Fill(Words.AfterMails, deal.MailsAfter), false);
        if (deal.DaysAfter is > 0 and var days) yield return (null, Fill(Words.Days, days), false);
        if (deal.Declared?.Ended is { } end && alarm.Day is { } spoken && end > spoken) yield return (null, Fill(Words.EndedAfter, Period.DaysBetween(spoken, end)), false);
    }

    private string CrmSaid(DeclaredThen declared)
    {
        var parts = new List<string>();
        if (declared.Stage is { } stage) parts.Add(Plain.Of(stage));
        parts.Add(declared.Probability is { } share ? Fill(ReportWords.In(Language).Percent, Sentences.Percent(share)) : Words.NoPercent);
        if (declared.CloseDate is { } day) parts.Add(Fill(Words.Closing, DayName(day)));
        if (declared.Amount is { } amount && !Share) parts.Add(Deals.DealWords.Amount(new SoftNo.Deals.Money(amount, declared.Currency ?? SoftNo.Deals.Money.Unsaid), Language));
        return string.Join(", ", parts);
    }

    private string When(DealAutopsy deal, Alarm alarm)
    {
        var day = alarm.Day is { } date ? DayName(date) : null;
        if (alarm.Call is not { } call) return day is null ? Words.NoDayMail : Fill(Words.DayMail, day);
        return day is null ? Fill(Words.NoDay, call + 1, deal.Deal.Calls.Count) : Fill(Words.Day, day, call + 1, deal.Deal.Calls.Count);
    }

    private string Head(DealAutopsy deal, int place)
    {
        var (calls, mails) = (deal.Deal.Calls.Count, deal.Deal.Mails.Count);
        var held = mails == 0 ? Words.Calls.Of(calls, Language) : calls == 0 ? Words.Mails.Of(mails, Language) : $"{Words.Calls.Of(calls, Language)}, {Words.Mails.Of(mails, Language)}";
        return $"{NameOf(deal, place)} ({(deal.Deal.Won ? Words.Won : deal.Deal.Dead ? Words.Dead : Words.Lost)}, {held})";
    }

    private string NameOf(DealAutopsy deal, int place) => Share ? Fill(Words.Deal, place + 1) : Plain.Of(deal.Deal.Name);

    private string SaidBy(Cue cue, Alarm alarm)
    {
        var say = new Sentences(new Report(alarm.Reading, new Advice([], [], new Bilingual("", ""), [])) { Mask = Share ? Mask.Of(alarm.Reading.Call, Language) : null }, Language);
        return Fill(Words.SaidBy, say.Quote(cue.Quote), say.Who(cue.Turn), say.At(cue.Turn));
    }

    private string Said(Alarm alarm) => Shown(alarm.Rescue.Say.In(alarm.Rescue.Tone ?? Tone.Soft), alarm);

    private string Shown(string text, Alarm alarm) => Share ? Mask.Of(alarm.Reading.Call, Language).Over(Plain.Of(text)) : Plain.Of(text);

    private string DayName(LocalDate day) =>
        Language == "fr" ? AmericanTime.FrenchDay(day) : $"{AmericanTime.Day(day)}, {day.Year.ToString(CultureInfo.InvariantCulture)}";

    private static string Fill(string text, params object[] parts) => string.Format(CultureInfo.InvariantCulture, text, parts);
}
