using NodaTime;
using NodaTime.Text;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>When a deal that is signed is signed: its declared day, moved by the delays of the team's own won deals.</summary>
public sealed class ClosingDelay
{
    private readonly IReadOnlyList<(int Days, double Chance)> _delays;

    private ClosingDelay(IReadOnlyList<(int Days, double Chance)> delays, int own) => (_delays, OwnDeals) = (delays, own);

    /// <summary>How many won deals it rests on; 0 for the prior.</summary>
    public int OwnDeals { get; }

    /// <summary>The team's delays where enough won deals tell them, else the prior.</summary>
    /// <param name="closed">Deals that are won or lost.</param>
    /// <param name="prior">What is assumed.</param>
    public static ClosingDelay Of(IReadOnlyList<Deal> closed, DelayPrior prior)
    {
        var own = closed.Where(deal => deal.Status == DealStatus.Won).Select(DelayOf).OfType<int>().ToList();
        if (own.Count < prior.OwnFrom) return new ClosingDelay([.. prior.Days.Zip(prior.Chances)], 0);
        return new ClosingDelay([.. own.CountBy(days => days).Select(seen => (seen.Key, (double)seen.Value / own.Count))], own.Count);
    }

    /// <summary>The chance that the signature, if it comes, falls in a period.</summary>
    /// <param name="declared">The declared day.</param>
    /// <param name="asOf">What lies on or before this day did not happen.</param>
    /// <param name="first">The period's first day.</param>
    /// <param name="last">Its last day, included.</param>
    public double Within(LocalDate declared, LocalDate asOf, LocalDate first, LocalDate last)
    {
        var ahead = _delays.Select(delay => (Day: declared.PlusDays(delay.Days), delay.Chance)).Where(delay => delay.Day > asOf).ToList();
        // A day so old that every known delay has passed tells nothing any more: the clock starts again today.
        if (ahead.Count == 0) ahead = [.. _delays.Select(delay => (Day: asOf.PlusDays(Math.Max(delay.Days, 1)), delay.Chance))];
        return ahead.Where(delay => first <= delay.Day && delay.Day <= last).Sum(delay => delay.Chance) / ahead.Sum(delay => delay.Chance);
    }

    /// <summary>Days from the first declared day to the signature; null where the deal's changes are not on file.</summary>
    private static int? DelayOf(Deal deal)
    {
        if (deal.Changes.Count == 0 || AsOf.EndOf(deal) is not { } end) return null;
        var first = deal.Changes.FirstOrDefault(change => change is { Field: DealField.CloseDate, From: not null })?.From;
        return first is not null ? Period.DaysBetween(LocalDatePattern.Iso.Parse(first).GetValueOrThrow(), end) : deal.DeclaredCloseDate is { } declared ? Period.DaysBetween(declared, end) : 0;
    }
}
