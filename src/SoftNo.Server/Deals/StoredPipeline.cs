using NodaTime;
using SoftNo.Forecasting;
using SoftNo.Server.Calls;
using SoftNo.Storage;
using SoftNo.Storage.Deals;

namespace SoftNo.Server.Deals;

/// <summary>The pipeline of the stored deals today, with what it forecasts.</summary>
/// <param name="Pipeline">The open deals, assessed.</param>
/// <param name="Forecasts">One a currency, of the quarter that runs.</param>
/// <param name="PercentilesFrom">From how many closed deals on a distribution is shown.</param>
/// <param name="Today">The deals to act on, the most valuable first.</param>
public sealed record PipelineNow(Pipeline Pipeline, IReadOnlyList<Forecast> Forecasts, int PercentilesFrom, IReadOnlyList<TodayCard> Today);

/// <summary>Reads the stored deals: the database that the command imports into. Changes nothing.</summary>
internal sealed class StoredPipeline(Readers readers, StoreAddress address, IClock clock)
{
    private const int MonthsInQuarter = 3;
    private readonly DealPriors _priors = DealPriors.Load(DealPriors.DefaultFile);

    /// <summary>The pipeline; a problem where the database cannot be opened. Without a database it is empty, and none is made.</summary>
    public (PipelineNow? Now, Problem? Problem) Read()
    {
        if (address.IsSqlite && !File.Exists(address.Connection)) return (Assess([]), null);
        var opened = StoreOpening.Open(address, clock);
        if (opened.Store is null) return (null, opened.Problem);
        using (opened.Store) return (Assess([.. DealList.Histories(opened.Store).Select(one => one.History)]), null);
    }

    private PipelineNow Assess(IReadOnlyList<SoftNo.Deals.DealHistory> histories)
    {
        var day = clock.GetCurrentInstant().InZone(readers.Settings.OurZone.Value).Date;
        var start = new LocalDate(day.Year, day.Month - ((day.Month - 1) % MonthsInQuarter), 1);
        // The sales cycle is the command's default, too: weeks.
        var pipeline = new PipelineReader(_priors, "weeks").At(histories, day);
        var from = _priors.Calibration.StagesFrom;
        return new PipelineNow(pipeline, Forecaster.Of(pipeline, start, start.PlusMonths(MonthsInQuarter).PlusDays(-1), from), from, Today.Of(new Planner(_priors).Of(pipeline)));
    }
}
