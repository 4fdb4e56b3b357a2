using NodaTime;

namespace SoftNo.Forecasting;

/// <summary>The closed deals that teach: the newest ones.</summary>
public static class NewestClosed
{
    /// <summary>So many of the newest, in the order given; all where there are no more.</summary>
    /// <param name="closed">Closed deals.</param>
    /// <param name="ended">When each ended; an unknown end is the oldest.</param>
    /// <param name="most">How many.</param>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> closed, Func<T, LocalDate?> ended, int most)
    {
        if (closed.Count <= most) return closed;
        var newest = closed.Select((one, place) => (One: one, Place: place)).OrderByDescending(one => ended(one.One) ?? LocalDate.MinIsoValue).ThenByDescending(one => one.Place).Take(most);
        return [.. newest.OrderBy(one => one.Place).Select(one => one.One)];
    }
}
