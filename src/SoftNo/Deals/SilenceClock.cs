using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;

namespace SoftNo.Deals;

/// <summary>How long a prospect has been silent on a deal.</summary>
/// <param name="Since">The prospect's last act.</param>
/// <param name="BusinessDays">US business days after its local day, up to and including the local day of as-of, without pauses.</param>
/// <param name="WaitingDays">
/// What counts against the reply times: business days since the first message that asked and stands unanswered, slow days counted less; null where
/// nothing asked stands unanswered.
/// </param>
public sealed record Silence(Act Since, int BusinessDays, double? WaitingDays);

/// <summary>Counts silence in US business days.</summary>
/// <param name="slowFrom">Month and day from which days count less while waiting for a reply.</param>
/// <param name="slowUntil">Month and day until which they do, in the year that follows.</param>
/// <param name="slowDay">What a slow day, or the Friday after Thanksgiving, counts: 0 to 1.</param>
public sealed class SilenceClock(AnnualDate slowFrom, AnnualDate slowUntil, double slowDay)
{
    private readonly DayCount _days = new(day => IsSlow(day, slowFrom, slowUntil) ? slowDay : 1);

    /// <summary>The clock of stated priors.</summary>
    /// <param name="slowFrom">As <c>MM-DD</c>.</param>
    /// <param name="slowUntil">As <c>MM-DD</c>.</param>
    /// <param name="slowDay">0 to 1.</param>
    public static SilenceClock Of(string slowFrom, string slowUntil, double slowDay)
    {
        var pattern = AnnualDatePattern.Iso;
        return new SilenceClock(pattern.Parse(slowFrom).GetValueOrThrow(), pattern.Parse(slowUntil).GetValueOrThrow(), slowDay);
    }

    /// <summary>The silence on a deal, or null where the prospect never acted.</summary>
    /// <param name="history">The deal, with acts up to as-of.</param>
    /// <param name="asOf">The local day of as-of, on the prospect's clock.</param>
    public Silence? Of(DealHistory history, LocalDate asOf)
    {
        var acts = history.Acts;
        var last = acts.LastOrDefault(act => act.Act.Side == Side.Prospect);
        if (last is null) return null;
        var asked = FirstUnanswered(history, last);
        double? waiting = asked is { } from ? Weighted(from, asOf, history.Pauses) : null;
        return new Silence(last.Act, Whole(last.Act.At.Date, asOf, history.Pauses), waiting);
    }

    /// <summary>US business days after one day, up to and including another, without pauses.</summary>
    public int Whole(LocalDate after, LocalDate until, IReadOnlyList<Pause> pauses) => Counted(after, until, pauses).Whole;

    /// <summary>The same, a slow day counting less.</summary>
    public double Weighted(LocalDate after, LocalDate until, IReadOnlyList<Pause> pauses) => Counted(after, until, pauses).Weighted;

    /// <summary>
    /// The day of the first message that asked something after the prospect's last act. Where no message of either side is on file, the last call
    /// stands for it: what follows a call is not seen, and every call leaves something to answer.
    /// </summary>
    private static LocalDate? FirstUnanswered(DealHistory history, DealAct last)
    {
        var after = history.Acts.Where(act => act.Act.At.ToInstant() > last.Act.At.ToInstant()).FirstOrDefault(Asks);
        if (after is not null) return after.Act.At.Date;
        return history.Acts.Any(act => act.Act.Kind == ActKind.Mail) ? null : last.Act.At.Date;
    }

    /// <summary>A seller's message that asked, or an invitation. One whose words are unknown is taken to have asked.</summary>
    internal static bool Asks(DealAct act) =>
        act.Act.Side == Side.Seller && act.Act.Kind is ActKind.Mail or ActKind.Invited or ActKind.Moved && act.Asked != false;

    private CountedDays Counted(LocalDate after, LocalDate until, IReadOnlyList<Pause> pauses)
    {
        if (until <= after) return default;
        if (!pauses.Any(pause => pause.From <= until && pause.Until > after)) return _days.Until(until) - _days.Until(after);
        var sum = default(CountedDays);
        for (var day = after.PlusDays(1); day <= until; day = day.PlusDays(1))
        {
            if (!pauses.Any(pause => pause.From <= day && day <= pause.Until)) sum += _days.Until(day) - _days.Until(day.PlusDays(-1));
        }
        return sum;
    }

    private static bool IsSlow(LocalDate day, AnnualDate slowFrom, AnnualDate slowUntil)
    {
        var date = new AnnualDate(day.Month, day.Day);
        var wraps = slowFrom > slowUntil;
        var within = wraps ? date >= slowFrom || date <= slowUntil : date >= slowFrom && date <= slowUntil;
        return within || IsFridayAfterThanksgiving(day);
    }

    private static bool IsFridayAfterThanksgiving(LocalDate day) =>
        day is { Month: 11, DayOfWeek: IsoDayOfWeek.Friday } && day.PlusDays(-1) is { Day: >= 22 and <= 28 };
}
