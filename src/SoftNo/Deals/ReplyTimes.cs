using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Deals;

/// <summary>One wait for an answer.</summary>
/// <param name="Who">Whose answer; while it has not come, who spoke last on their side; or null.</param>
/// <param name="Days">Business days waited, slow days counted less.</param>
/// <param name="Answered">Whether it came; false: still waiting when last seen.</param>
public sealed record Wait(string? Who, double Days, bool Answered);

/// <summary>The waits of a team's deals, and how long answers take.</summary>
public static class ReplyTimes
{
    /// <summary>Every wait on a deal: from the first message that asked to the prospect's next act, or to as-of.</summary>
    /// <param name="history">The deal, with acts up to as-of.</param>
    /// <param name="asOf">The last local day that is known.</param>
    /// <param name="clock">Counts the days.</param>
    public static IEnumerable<Wait> Of(DealHistory history, LocalDate asOf, SilenceClock clock)
    {
        LocalDate? asked = null;
        string? who = null;
        foreach (var act in history.Acts)
        {
            if (act.Act.Side == Side.Prospect) who = act.Act.Who ?? who;
            if (act.Act.Side == Side.Prospect && asked is { } since)
            {
                yield return new Wait(act.Act.Who, clock.Weighted(since, act.Act.At.Date, history.Pauses), true);
                asked = null;
            }
            else if (asked is null && SilenceClock.Asks(act))
            {
                asked = act.Act.At.Date;
            }
        }
        if (asked is { } open) yield return new Wait(who, clock.Weighted(open, asOf, history.Pauses), false);
    }
}
