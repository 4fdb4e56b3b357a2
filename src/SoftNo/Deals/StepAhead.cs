using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Signals;

namespace SoftNo.Deals;

/// <summary>The steps of a deal that are still to come.</summary>
public static class StepAhead
{
    /// <summary>
    /// The day of the booked, firm or task step that the latest reading set, where that day has not passed; else of a meeting that an earlier exchange booked
    /// in the calendar and that nothing has undone since; else null.
    /// </summary>
    /// <param name="history">The deal, with acts up to as-of.</param>
    /// <param name="asOf">The day.</param>
    public static LocalDate? Of(DealHistory history, LocalDate asOf)
    {
        var readings = history.Acts.Select(act => act.Reading).OfType<ReadingFigures>().Where(reading => reading is { Verdict: not Verdict.Insufficient } or { Step: not Grade.None }).ToList();
        if (readings.Count == 0) return null;
        if (readings[^1] is { Step: Grade.Booked or Grade.Firm or Grade.Task, StepDate: { } day } && day >= asOf) return day;
        var undone = readings.FindLastIndex(reading => reading.Step == Grade.Refused || reading.Verdict == Verdict.ClearNo);
        return readings.Skip(undone + 1).LastOrDefault(reading => reading is { Step: Grade.Booked, StepDate: { } booked } && booked >= asOf)?.StepDate;
    }

    /// <summary>The pause that holds on a day, an agreed one before an absence; or null. An absence holds nothing up once someone of theirs has acted in it.</summary>
    public static Pause? PauseOn(DealHistory history, LocalDate asOf) => history.Pauses.Where(pause => pause.From <= asOf && asOf <= pause.Until)
        .Where(pause => !pause.IsAbsence || !history.Acts.Any(act => act.Act.Side == Side.Prospect && act.Act.At.Date >= pause.From)).OrderBy(pause => pause.IsAbsence).FirstOrDefault();

    /// <summary>
    /// Whether the prospect refused the 15 minutes and has set no step since: the deal, never the person, is a suspect.
    /// </summary>
    public static bool IsSuspect(DealHistory history)
    {
        var readings = history.Acts.Where(act => act.Reading is not null).Select(act => act.Reading!).ToList();
        var refused = readings.FindLastIndex(reading => reading.RefusedFifteenMinutes);
        return refused >= 0 && !readings.Skip(refused + 1).Any(reading => reading.Step is Grade.Booked or Grade.Firm or Grade.Task);
    }
}
