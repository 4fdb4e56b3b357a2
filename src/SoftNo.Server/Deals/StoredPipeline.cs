using System.Globalization;
using NodaTime;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Server.Calls;
using SoftNo.Storage;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Plans;

namespace SoftNo.Server.Deals;

/// <summary>The pipeline of the stored deals today, with what it forecasts and proposes.</summary>
/// <param name="Pipeline">The open deals, assessed.</param>
/// <param name="Forecasts">One a currency, of the quarter that runs.</param>
/// <param name="PercentilesFrom">From how many closed deals on a distribution is shown.</param>
/// <param name="Plan">What is proposed, a line a change.</param>
public sealed record PipelineNow(Pipeline Pipeline, IReadOnlyList<Forecast> Forecasts, int PercentilesFrom, IReadOnlyList<PlannedChange> Plan)
{
    /// <summary>The deals to act on, the most valuable first.</summary>
    public IReadOnlyList<TodayCard> Today { get; } = Forecasting.Today.Of(Plan);

    /// <summary>The plans that were accepted, the newest first.</summary>
    public IReadOnlyList<(StoredPlan Plan, IReadOnlyList<StoredPlanLine> Lines)> Applied { get; init; } = [];

    /// <summary>Whether it is the demo's.</summary>
    public bool IsDemo { get; init; }

    /// <summary>What tells the plan from another.</summary>
    public string PlanId => new ProposedPlan(Pipeline.AsOf, Plan).Id;

    /// <summary>What is proposed for one deal.</summary>
    public IReadOnlyList<PlannedChange> PlanOf(AssessedDeal deal) => [.. Plan.Where(change => ReferenceEquals(change.Deal, deal))];

    /// <summary>The address of a deal's page.</summary>
    public static string AddressOf(AssessedDeal deal) => string.Create(CultureInfo.InvariantCulture, $"/deals/{deal.Deal.Number}");
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
    public PipelineNow Of(Store store) => Assess(DealList.ForPipeline(store, Day, _priors)) with { Applied = new AppliedPlans(store, database.Clock).All(), IsDemo = database.IsDemo };

    private PipelineNow Assess(IReadOnlyList<DealHistory> histories)
    {
        var day = Day;
        var start = new LocalDate(day.Year, day.Month - ((day.Month - 1) % MonthsInQuarter), 1);
        // The sales cycle is the command's default, too: weeks.
        var pipeline = new PipelineReader(_priors, "weeks").WithWeekAt(histories, day);
        var from = _priors.Calibration.StagesFrom;
        return new PipelineNow(pipeline, Forecaster.Of(pipeline, start, start.PlusMonths(MonthsInQuarter).PlusDays(-1), from), from, new Planner(_priors).Of(pipeline));
    }
}
