using SoftNo.Deals;
using SoftNo.Forecasting;

namespace SoftNo.Reports.Deals;

/// <summary>What is said of one deal, in sentences that every face shares.</summary>
/// <param name="language"><c>fr</c> or <c>en</c>.</param>
internal sealed class DealLines(string language)
{
    private const int ReasonsShown = 3;

    /// <summary>The words.</summary>
    public DealWords Words { get; } = DealWords.In(language);

    /// <summary>The deal's name with its amount.</summary>
    public string Head(AssessedDeal deal) => DealWords.Fill(Words.Line, Plain.Of(deal.Deal.Name), Amount(deal.Deal));

    /// <summary>Its amount, or that it has none.</summary>
    public string Amount(Deal deal) => deal.Amount is { } amount ? DealWords.Amount(amount, language) : Words.NoAmount;

    /// <summary>The declared figure beside the band.</summary>
    public string Figures(AssessedDeal deal)
    {
        var band = DealWords.Fill(Words.Band, DealWords.Percent(deal.Assessment.Low), DealWords.Percent(deal.Assessment.High));
        return deal.Deal.Probability is { } declared ? $"{DealWords.Fill(Words.Declared, DealWords.Percent(declared))}, {band}" : band;
    }

    /// <summary>How long they have been silent, and how long they take to answer.</summary>
    public string Silence(AssessedDeal deal)
    {
        if (deal.Silence is not { } silence) return Words.NeverActed;
        var told = Words.Silence.Of(silence.BusinessDays, language);
        return deal.AnswersWithin is { } within && deal.AnswersFrom > 0 ? $"{told}, {Words.Answers.Of(within, language)}" : told;
    }

    /// <summary>What weighs most: against it where it is less likely than its stage's base rate, else for it; null without evidence.</summary>
    public string? Reasons(AssessedDeal deal)
    {
        var sign = deal.Assessment.Probability < deal.Assessment.Base.Rate ? -1 : 1;
        var told = deal.Assessment.Waterfall.Where(step => step.Name != "base" && step.LogRatio * sign > 0).OrderByDescending(step => Math.Abs(step.LogRatio))
            .Take(ReasonsShown).Select(step => Words.Features[step.Name]).ToList();
        return told.Count == 0 ? null : DealWords.Fill(Words.Because, string.Join(", ", told));
    }

    /// <summary>Every further line: silence, step, pause, suspicion, reasons.</summary>
    public IEnumerable<string> Details(AssessedDeal deal)
    {
        yield return Figures(deal);
        yield return Silence(deal);
        if (deal.StepAhead is { } day) yield return DealWords.Fill(Words.StepAhead, DealWords.Day(day, language));
        if (deal.Pause is { } pause) yield return DealWords.Fill(Words.PausedUntil, DealWords.Day(pause.Until, language), Plain.Of(pause.Reason));
        if (deal.Suspect) yield return Words.Suspect;
        if (Reasons(deal) is { } reasons) yield return reasons;
    }

    /// <summary>The headline: how many deals of each standing.</summary>
    public string Headline(Pipeline pipeline)
    {
        Standing[] order = [Standing.Alive, Standing.Zombie, Standing.Paused, Standing.Unknown];
        var parts = order.Select(standing => (standing, Count: pipeline.Of(standing).Count())).Where(part => part.Count > 0 || part.standing is Standing.Alive or Standing.Zombie)
            .Select(part => Words.Standings[part.standing.Name()].Of(part.Count, language));
        return DealWords.Fill(Words.Headline, Words.Deals.Of(pipeline.Deals.Count, language), string.Join(", ", parts));
    }

    /// <summary>The money, a line a currency.</summary>
    public IEnumerable<string> Money(Pipeline pipeline) => Forecaster.Money(pipeline).Select(money => DealWords.Fill(
        Words.Money, Of(money.Declared, money.Currency), Of(money.Supported, money.Currency), Of(money.Zombies, money.Currency)));

    /// <summary>The noes of the last months; nothing where there is none.</summary>
    public IEnumerable<string> Noes(Pipeline pipeline)
    {
        if (pipeline.Noes is not { } noes) yield break;
        yield return DealWords.Fill(Words.Noes.Form(noes.Noes, language), noes.Noes, noes.WindowDays, noes.MedianDays);
        if (noes.Quick > 0) yield return Words.QuickNoes.Of(noes.Quick, language);
        if (noes.HoursFreed is { } hours && hours >= 1) yield return DealWords.Fill(Words.HoursFreed, DealWords.Number(hours, 0, language));
    }

    /// <summary>The changes of a week, a line each.</summary>
    public IEnumerable<string> Week(IReadOnlyList<WeekChange> changes) => changes.Count == 0 ? [Words.WeekNone] : changes.Select(Told);

    private string Told(WeekChange change)
    {
        var (from, to) = change is { What: WeekEvent.Standing, Before: { } was, Now: { } now }
            ? (Words.StandingNames[was.Standing.Name()], Words.StandingNames[now.Standing.Name()])
            : (Share(change.Before), Share(change.Now));
        var told = DealWords.Fill(Words.WeekEvents[change.What.Name()], Plain.Of(change.Deal.Name), from, to);
        return change.Reason is { } reason ? DealWords.Fill(Words.WeekBecause, told, Words.Features[reason]) : told;
    }

    private static string Share(AssessedDeal? deal) => deal is null ? "" : DealWords.Percent(deal.Assessment.Probability);

    /// <summary>The forecast of one currency.</summary>
    public IEnumerable<string> Forecast(Forecast forecast, int closed, int percentilesFrom)
    {
        yield return DealWords.Fill(Words.Expected, Of(forecast.Expected, forecast.Currency));
        yield return forecast.Percentiles is { } shares
            ? DealWords.Fill(Words.Percentiles, Of(shares.P10, forecast.Currency), Of(shares.P50, forecast.Currency), Of(shares.P90, forecast.Currency), DealWords.Number((decimal)forecast.Bound * 100, 2, language))
            : DealWords.Fill(Words.TooFew, Words.Closed.Of(closed, language), percentilesFrom);
        if (forecast.CrmWeighted is { } weighted) yield return DealWords.Fill(Words.Crm, Of(weighted, forecast.Currency), Of(forecast.Commit, forecast.Currency));
        if (forecast.Inflation is { } inflation) yield return DealWords.Fill(Words.Inflation, DealWords.Number(inflation, 1, language));
        if (forecast.Undated > 0) yield return DealWords.Fill(Words.Undated, Of(forecast.Undated, forecast.Currency));
    }

    /// <summary>A line of a plan: what, and why.</summary>
    public (string Move, string Reason) Plan(PlannedChange change) => (Move(change.Move, change.NewCloseDate, change.NewProbability), Words.Reasons[change.Reason.Name()]);

    /// <summary>What a plan's line does.</summary>
    public string Move(PlannedMove move, NodaTime.LocalDate? closeDate, double? probability) =>
        DealWords.Fill(Words.Moves[move.Name()], closeDate is { } day ? DealWords.Day(day, language) : probability is { } share ? DealWords.Percent(share) : "");

    /// <summary>The waterfall, a line a step.</summary>
    public IEnumerable<string> Waterfall(Assessment assessment) => assessment.Waterfall.Select(step => DealWords.Fill(
        step.Name == "base" ? Words.Start : Words.After, Words.Features[step.Name], step.LogRatio < 0 ? "−" : "+", DealWords.Percent(step.After)));

    private string Of(decimal amount, string currency) => DealWords.Amount(new Money(amount, currency), language);
}
