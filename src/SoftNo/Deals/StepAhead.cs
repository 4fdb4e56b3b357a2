using NodaTime;
using SoftNo.Cues.Moments;
using SoftNo.Signals;

namespace SoftNo.Deals;

/// <summary>The steps of a deal that are still to come.</summary>
public static class StepAhead
{
    /// <summary>The day of the booked, firm or task step that the latest reading set, where that day has not passed; else null.</summary>
    /// <param name="history">The deal, with acts up to as-of.</param>
    /// <param name="asOf">The day.</param>
    public static LocalDate? Of(DealHistory history, LocalDate asOf)
    {
        var latest = Latest(history);
        return latest is { Step: Grade.Booked or Grade.Firm or Grade.Task, StepDate: { } day } && day >= asOf ? day : null;
    }

    /// <summary>The pause that holds on a day, or null.</summary>
    public static Pause? PauseOn(DealHistory history, LocalDate asOf) => history.Pauses.FirstOrDefault(pause => pause.From <= asOf && asOf <= pause.Until);

    /// <summary>
    /// Whether the prospect refused the 15 minutes and has set no step since: the deal, never the person, is a suspect.
    /// </summary>
    public static bool IsSuspect(DealHistory history)
    {
        var readings = history.Acts.Where(act => act.Reading is not null).Select(act => act.Reading!).ToList();
        var refused = readings.FindLastIndex(reading => reading.RefusedFifteenMinutes);
        return refused >= 0 && !readings.Skip(refused + 1).Any(reading => reading.Step is Grade.Booked or Grade.Firm or Grade.Task);
    }

    private static ReadingFigures? Latest(DealHistory history) => history.Acts.LastOrDefault(act => act.Reading is { Verdict: not Verdict.Insufficient })?.Reading;
}
