using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>What a backtest found.</summary>
/// <param name="Days">The days on which the pipeline was read as it stood then.</param>
/// <param name="Deals">How many deals, won or lost since, were open on one of them.</param>
/// <param name="Censored">How many deals open on one of them are open still: they count nowhere.</param>
/// <param name="Result">How good the probabilities were; null where no deal counts.</param>
public sealed record BacktestResult(IReadOnlyList<LocalDate> Days, int Deals, int Censored, Reliability? Result);

/// <summary>
/// Reads the pipeline as of past days, with only what was known on each (rolling origin): each day's history teaches only that day's reading.
/// </summary>
public static class Backtest
{
    /// <summary>Runs it.</summary>
    /// <param name="reader">Reads pipelines.</param>
    /// <param name="all">Every deal.</param>
    /// <param name="days">The days, in any order.</param>
    /// <param name="random">Draws the intervals.</param>
    /// <param name="progress">Told each day that is done.</param>
    public static BacktestResult Run(
        PipelineReader reader, IReadOnlyList<DealHistory> all, IReadOnlyList<LocalDate> days, Random random, IProgress<LocalDate>? progress = null)
    {
        var statements = new List<Statement>();
        var censored = new HashSet<int>();
        foreach (var day in days.Order())
        {
            var (known, places) = KnownOn(all, day);
            var pipeline = reader.At(known, day);
            var open = places.Where(place => all[place].At(day)!.Deal.Status == DealStatus.Open).ToList();
            foreach (var (place, deal) in open.Zip(pipeline.Deals))
            {
                if (all[place].Deal.Status == DealStatus.Open) censored.Add(place);
                else statements.Add(new Statement(place, deal.Assessment.Probability, deal.Assessment.Base.Rate, all[place].Deal.Status == DealStatus.Won));
            }
            progress?.Report(day);
        }
        var deals = statements.Select(statement => statement.Deal).Distinct().Count();
        return new BacktestResult([.. days.Order()], deals, censored.Count, statements.Count == 0 ? null : Reliability.Of(statements, random));
    }

    /// <summary>The first days of the months in which deals were open, the last of them before the history's end.</summary>
    /// <param name="all">Every deal.</param>
    /// <param name="until">The last day that is known.</param>
    public static IReadOnlyList<LocalDate> Months(IReadOnlyList<DealHistory> all, LocalDate until)
    {
        var created = all.Select(history => history.Deal.Created).OfType<LocalDate>().ToList();
        if (created.Count == 0) return [];
        var days = new List<LocalDate>();
        for (var day = created.Min().With(DateAdjusters.StartOfMonth).PlusMonths(1); day < until; day = day.PlusMonths(1)) days.Add(day);
        return days;
    }

    private static (List<DealHistory> Known, List<int> Places) KnownOn(IReadOnlyList<DealHistory> all, LocalDate day)
    {
        var places = Enumerable.Range(0, all.Count).Where(place => !(all[place].Deal.Created > day)).ToList();
        return ([.. places.Select(place => all[place])], places);
    }
}
