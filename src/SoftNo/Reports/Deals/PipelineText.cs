using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Reports.Text;

namespace SoftNo.Reports.Deals;

/// <summary>Reports on deals for a terminal.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Width">Columns.</param>
/// <param name="Colour">Whether to colour.</param>
public sealed record PipelineText(string Language, int Width, bool Colour)
{
    /// <summary>So many deals of a standing, and changes of the week, are shown; the others are counted, and stand in the JSON and the table.</summary>
    private const int MostShown = 100;

    private static readonly Standing[] Order = [Standing.Zombie, Standing.Unknown, Standing.Alive, Standing.Paused];

    /// <summary>The whole pipeline with its forecasts.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="forecasts">One a currency; none for no forecast.</param>
    /// <param name="percentilesFrom">From how many closed deals on a distribution is shown.</param>
    public string Of(Pipeline pipeline, IReadOnlyList<Forecast> forecasts, int percentilesFrom)
    {
        var (page, lines) = Open(DealWords.Fill(DealWords.In(Language).Title, DealWords.Day(pipeline.AsOf, Language)));
        if (pipeline.Deals.Count == 0)
        {
            page.Line(lines.Words.Empty, 0);
            return page.ToString();
        }
        page.Line(lines.Headline(pipeline), 0, "", Ink.Strong);
        foreach (var money in lines.Money(pipeline)) page.Line(money, 0);
        foreach (var line in lines.Noes(pipeline)) page.Line(line, 0);
        if (pipeline.Week is { } week)
        {
            page.Title(DealWords.Fill(lines.Words.Week, DealWords.Day(pipeline.AsOf.PlusDays(-PastWeek.Days), Language)));
            foreach (var line in lines.Week([.. week.Take(MostShown)])) page.Line(line, 2, "· ");
            if (week.Count > MostShown) page.Line(lines.Words.More.Of(week.Count - MostShown, Language), 2, "", Ink.Faint);
        }
        foreach (var standing in Order) Group(page, lines, pipeline, standing, Language);
        foreach (var forecast in forecasts)
        {
            page.Title(DealWords.Fill(lines.Words.Forecast, DealWords.Day(forecast.First, Language), DealWords.Day(forecast.Last, Language)));
            foreach (var line in lines.Forecast(forecast, pipeline.Closed, percentilesFrom)) page.Line(line);
        }
        page.Gap();
        page.Line(lines.Words.Limits, 0, "", Ink.Faint);
        return page.ToString();
    }

    /// <summary>One deal with its waterfall.</summary>
    public string Of(AssessedDeal deal)
    {
        var (page, lines) = Open(new DealLines(Language).Head(deal));
        foreach (var line in lines.Details(deal)) page.Line(line);
        page.Title(lines.Words.Waterfall);
        foreach (var line in lines.Waterfall(deal.Assessment)) page.Line(line, 2, "· ");
        page.Gap();
        page.Line(lines.Words.Limits, 0, "", Ink.Faint);
        return page.ToString();
    }

    /// <summary>What to do now, the most valuable first.</summary>
    public string Of(IReadOnlyList<TodayCard> cards)
    {
        var (page, lines) = Open(DealWords.In(Language).Today);
        if (cards.Count == 0) page.Line(lines.Words.TodayNone, 0);
        for (var place = 0; place < cards.Count; place++)
        {
            var card = cards[place];
            page.Line(lines.Head(card.Change.Deal), 2, $"{place + 1}. ", Ink.Strong);
            page.Line(lines.Plan(card.Change).Reason, 5);
            if (card.Stake is { } stake) page.Line(DealWords.Fill(lines.Words.Stake, DealWords.Amount(stake, Language)), 5, "", Ink.Faint);
        }
        return page.ToString();
    }

    /// <summary>A move of a plan on a deal, in words.</summary>
    public static string Told(string deal, PlannedMove move, NodaTime.LocalDate? closeDate, double? probability, string language) =>
        $"{Plain.Of(deal)} → {new DealLines(language).Move(move, closeDate, probability)}";

    /// <summary>The lines of a plan, numbered from 1, with the drafts of its rescues.</summary>
    /// <param name="plan">The lines.</param>
    /// <param name="drafts">Drafts by the line's place from 0; those without words on file have none.</param>
    public string Of(IReadOnlyList<PlannedChange> plan, IReadOnlyDictionary<int, PlanDraft>? drafts = null)
    {
        var (page, lines) = Open(DealWords.In(Language).Plan);
        if (plan.Count == 0) page.Line(lines.Words.PlanNone, 0);
        for (var place = 0; place < plan.Count; place++)
        {
            var (move, reason) = lines.Plan(plan[place]);
            page.Line($"{lines.Head(plan[place].Deal)} → {move}", 2, $"{place + 1}. ", Ink.Strong);
            page.Line(reason, 5, "", Ink.Faint);
            if (drafts?.GetValueOrDefault(place) is { } draft) Draft(page, lines, draft);
        }
        return page.ToString();
    }

    private static void Draft(TextPage page, DealLines lines, PlanDraft draft)
    {
        page.Line(DealWords.Fill(lines.Words.DraftMail, Plain.Of(draft.Rescue.Mail.Subject)), 5);
        foreach (var line in draft.Rescue.Mail.Body.TrimEnd('\n').Split('\n').Where(line => line.Length > 0)) page.Line(Plain.Of(line), 7, "", Ink.Spoken);
        if (draft.Rescue.Hold is { } hold) page.Line(DealWords.Fill(lines.Words.DraftHold, draft.Clock.Of(hold.Start)), 5);
    }

    private static void Group(TextPage page, DealLines lines, Pipeline pipeline, Standing standing, string language)
    {
        var deals = pipeline.Of(standing).OrderByDescending(deal => deal.Deal.Amount?.Amount ?? 0).ToList();
        if (deals.Count == 0) return;
        page.Title(lines.Words.Groups[standing.Name()]);
        foreach (var deal in deals.Take(MostShown))
        {
            page.Line(lines.Head(deal), 2, "", standing == Standing.Zombie ? Ink.Alert : standing == Standing.Alive ? Ink.Good : Ink.Strong);
            foreach (var line in lines.Details(deal)) page.Line(line, 4);
        }
        if (deals.Count > MostShown) page.Line(lines.Words.More.Of(deals.Count - MostShown, language), 2, "", Ink.Faint);
    }

    private (TextPage Page, DealLines Lines) Open(string title)
    {
        var page = new TextPage(Math.Max(20, Width), Colour);
        page.Line(title, 0, "", Ink.Title);
        return (page, new DealLines(Language));
    }
}
