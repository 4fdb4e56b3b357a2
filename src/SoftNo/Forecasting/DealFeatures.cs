using NodaTime;
using SoftNo.Cues.Moments;
using SoftNo.Deals;
using SoftNo.Signals;

namespace SoftNo.Forecasting;

/// <summary>One piece of evidence on a deal.</summary>
/// <param name="Name">Its name in <c>models/deal-priors.json</c>, such as <c>bookedStep</c>.</param>
/// <param name="Value">How often it counts; 1 for most.</param>
/// <param name="LogRatio">The prior logarithm of its likelihood ratio, for a value of 1; 0 where there is no prior.</param>
public sealed record DealFeature(string Name, double Value, double LogRatio)
{
    /// <summary>Whether it correlates with the others: their summed log-ratio is shrunk and capped, its own is not.</summary>
    public bool Correlates { get; init; } = true;

    /// <summary>Whether it counts only once a team's own history weighs it.</summary>
    public bool FromHistory { get; init; }

    /// <summary>What it is shown as.</summary>
    public string Shown => Name.Split('.')[0];
}

/// <summary>What is known of a deal as evidence for or against a signature.</summary>
/// <param name="priors">The ratios.</param>
/// <param name="silences">How silence counts.</param>
/// <param name="usualDaysInStage">The usual days in a stage before it is left, by stage; a stage without history has none.</param>
public sealed class DealFeatures(EvidencePrior priors, SilencePrior silences, IReadOnlyDictionary<string, double> usualDaysInStage)
{
    /// <summary>Every feature, in the order of the priors' file; those that are not there have the value 0.</summary>
    /// <param name="history">The deal, with acts and changes up to as-of.</param>
    /// <param name="silence">How long the prospect has been silent, or null where they never acted.</param>
    /// <param name="survival">The chance that an answer is still to come.</param>
    /// <param name="asOf">The day.</param>
    public IReadOnlyList<DealFeature> Of(DealHistory history, Silence? silence, Survival survival, LocalDate asOf)
    {
        var readings = ReadingsOf(history);
        var latest = readings.LastOrDefault(reading => reading.Verdict != Verdict.Insufficient);
        return
        [
            Feature("genericPraise", Has(latest, SignalKind.GenericEnthusiasm), priors.GenericPraise),
            Feature("techPraise", Has(latest, SignalKind.TechInfatuation), priors.TechPraise),
            Feature("vagueStep", Has(latest, SignalKind.VagueNextStep) && latest?.Step != Grade.Refused, priors.VagueStep),
            Feature("stepRefused", latest?.Step == Grade.Refused, priors.StepRefused),
            Feature("noHardQuestion", NeverTested(readings), priors.NoHardQuestion),
            Feature("hardTopics", readings.SelectMany(reading => reading.HardTopics).Distinct().Count() >= priors.HardTopicsFrom, priors.HardTopics),
            Feature("bookedStep", latest?.Step == Grade.Booked, priors.BookedStep),
            Feature("stakeholder", readings.Any(reading => reading.BuyingSteps > 0), priors.Stakeholder),
            Feature("linkedToTheirFigures", LinkedToTheirFigures(latest), priors.LinkedToTheirFigures),
            new DealFeature("push", Math.Min(Pushes(history.Deal), priors.PushesCounted), Math.Log(priors.Push)),
            Feature("oldInStage", OldInStage(history.Deal, asOf), priors.OldInStage),
            Feature("clearNo", latest?.Verdict == Verdict.ClearNo, priors.ClearNo) with { Correlates = false },
            new DealFeature("silence", Silent(history, silence, survival, asOf), 1) { Correlates = false },
        ];
    }

    /// <summary>The log-ratio of silence; who set a day need not write before it.</summary>
    private double Silent(DealHistory history, Silence? silence, Survival survival, LocalDate asOf) => silence?.WaitingDays is { } days and > 0 && StepAhead.Of(history, asOf) is null
        ? Math.Log(silences.Floor + ((1 - silences.Floor) * survival.At(days)))
        : 0;

    /// <summary>Whether the latest readable exchange ended in a no that was said.</summary>
    public static bool SaidNo(DealHistory history) => ReadingsOf(history).LastOrDefault(reading => reading.Verdict != Verdict.Insufficient)?.Verdict == Verdict.ClearNo;

    /// <summary>How often the declared day was moved to a later one.</summary>
    public static int Pushes(Deal deal) => Moves(deal).Count(move => string.CompareOrdinal(move.To, move.From) > 0);

    /// <summary>How often the declared day was moved to an earlier one.</summary>
    public static int Pulls(Deal deal) => Moves(deal).Count(move => string.CompareOrdinal(move.To, move.From) < 0);

    /// <summary>Days since the deal came into its stage, or null where that is unknown.</summary>
    public static int? DaysInStage(Deal deal, LocalDate asOf)
    {
        var since = deal.Changes.LastOrDefault(change => change.Field == DealField.Stage)?.On ?? deal.Created;
        return since is { } day && day <= asOf ? Period.DaysBetween(day, asOf) : null;
    }

    // ISO dates in text sort as the dates do.
    private static IEnumerable<DealChange> Moves(Deal deal) =>
        deal.Changes.Where(change => change is { Field: DealField.CloseDate, From: not null, To: not null });

    private static List<ReadingFigures> ReadingsOf(DealHistory history) =>
        [.. history.Acts.Where(act => act.Reading is not null).Select(act => act.Reading!)];

    private static DealFeature Feature(string name, bool there, double ratio) => new(name, there ? 1 : 0, Math.Log(ratio));

    private static bool Has(ReadingFigures? reading, SignalKind signal) => reading?.Signals.Contains(signal) == true;

    private static bool LinkedToTheirFigures(ReadingFigures? reading) => reading is { PainNamed: true } && !Has(reading, SignalKind.TechInfatuation);

    private bool NeverTested(List<ReadingFigures> readings)
    {
        var told = readings.Where(reading => reading.Verdict != Verdict.Insufficient).ToList();
        return told.Count >= priors.NoHardQuestionMeetings && told.All(reading => reading.HardQuestions == 0);
    }

    private bool OldInStage(Deal deal, LocalDate asOf) =>
        deal.Stage is { } stage && usualDaysInStage.TryGetValue(stage, out var usual) && DaysInStage(deal, asOf) > usual * priors.OldInStageTimes;
}
