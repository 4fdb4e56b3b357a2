using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>One open deal with everything that is said of it.</summary>
/// <param name="History">The deal with its acts, as of the day.</param>
/// <param name="Standing">Alive, zombie, paused or unknown.</param>
/// <param name="Suspect">Whether the 15 minutes were refused.</param>
/// <param name="Assessment">Its probability and reasons.</param>
/// <param name="Silence">How long the prospect has been silent; null where they never acted.</param>
/// <param name="AnswersWithin">Within how many business days nine in ten answers come; null where the curve does not tell.</param>
/// <param name="AnswersFrom">How many answers that rests on; 0 for the prior.</param>
/// <param name="StepAhead">The day of a booked, firm or task step ahead, or null.</param>
/// <param name="Pause">The pause that holds, or null.</param>
public sealed record AssessedDeal(
    DealHistory History, Standing Standing, bool Suspect, Assessment Assessment, Silence? Silence, int? AnswersWithin, int AnswersFrom, LocalDate? StepAhead, Pause? Pause)
{
    /// <summary>The deal as declared.</summary>
    public Deal Deal => History.Deal;
}
