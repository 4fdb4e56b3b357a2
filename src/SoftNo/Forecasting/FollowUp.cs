using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>
/// What a closed deal stands for. One that took long is seen closed only among the deals that began long ago: it is weighted by the inverse of its chance to be seen
/// (inverse probability of censoring; Robins and Rotnitzky, 1992). Without it quick deals, often the won ones, would count too much.
/// </summary>
internal sealed class FollowUp
{
    // A few very long deals must not outweigh all others.
    private const double Most = 8;
    private readonly int[] _days;

    /// <param name="known">Every deal known by the day, open or closed.</param>
    /// <param name="asOf">The day.</param>
    public FollowUp(IEnumerable<Deal> known, LocalDate asOf) => _days = [.. known.Select(deal => deal.Created).OfType<LocalDate>().Select(created => Period.DaysBetween(created, asOf)).Order()];

    /// <summary>The weight of a closed deal; 1 where its beginning or end is unknown.</summary>
    public double Of(Deal deal)
    {
        if (deal.Created is not { } created || AsOf.EndOf(deal) is not { } end || _days.Length == 0) return 1;
        var place = Array.BinarySearch(_days, Period.DaysBetween(created, end));
        if (place < 0) place = ~place;
        while (place > 0 && _days[place - 1] == Period.DaysBetween(created, end)) place--;
        return Math.Min(Most, (double)_days.Length / Math.Max(1, _days.Length - place));
    }
}
