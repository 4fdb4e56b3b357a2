using NodaTime;
using SoftNo.Deals;
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
/// <param name="Plan">What is proposed, a line a change.</param>
/// <param name="Numbers">The store's number of each assessed deal.</param>
public sealed record PipelineNow(
    Pipeline Pipeline, IReadOnlyList<Forecast> Forecasts, int PercentilesFrom, IReadOnlyList<TodayCard> Today, IReadOnlyList<PlannedChange> Plan, IReadOnlyDictionary<Deal, long> Numbers)
{
    /// <summary>What is proposed for one deal.</summary>
    public IReadOnlyList<PlannedChange> PlanOf(AssessedDeal deal) => [.. Plan.Where(change => ReferenceEquals(change.Deal, deal))];

    /// <summary>The address of a deal's page.</summary>
    public string AddressOf(AssessedDeal deal) => $"/deals/{Numbers[deal.Deal]}";
}

/// <summary>Reads the stored deals. Changes nothing.</summary>
internal sealed class StoredPipeline(Readers readers, DeskStore database)
{
    private const int MonthsInQuarter = 3;
    private readonly DealPriors _priors = DealPriors.Load(DealPriors.DefaultFile);

    /// <summary>Today on our clock.</summary>
    public LocalDate Day => database.Clock.GetCurrentInstant().InZone(readers.Settings.OurZone.Value).Date;

    /// <summary>The pipeline. Without a database it is empty, and none is made.</summary>
    public PipelineNow Read() => database.Read(Of, Assess([]));

    /// <summary>The pipeline of an open store.</summary>
    public PipelineNow Of(Store store) => Assess([.. DealList.Histories(store).Select(one => (one.Stored.Number, one.History))]);

    private PipelineNow Assess(IReadOnlyList<(long Number, DealHistory History)> deals)
    {
        var day = Day;
        var start = new LocalDate(day.Year, day.Month - ((day.Month - 1) % MonthsInQuarter), 1);
        // The sales cycle is the command's default, too: weeks.
        var pipeline = new PipelineReader(_priors, "weeks").At([.. deals.Select(deal => deal.History)], day);
        var from = _priors.Calibration.StagesFrom;
        var numbers = new Dictionary<Deal, long>(ReferenceEqualityComparer.Instance);
        // Assessed deals come in the order given, the open ones alone.
        var open = deals.Where(deal => deal.History.At(day)?.Deal.Status == DealStatus.Open).Select(deal => deal.Number);
        foreach (var (assessed, number) in pipeline.Deals.Zip(open)) numbers[assessed.Deal] = number;
        var plan = new Planner(_priors).Of(pipeline);
        return new PipelineNow(pipeline, Forecaster.Of(pipeline, start, start.PlusMonths(MonthsInQuarter).PlusDays(-1), from), from, Today.Of(plan), plan, numbers);
    }
}
