using System.Collections.Concurrent;
using NodaTime;
using SoftNo.Cues.Moments;

namespace SoftNo.Deals;

/// <summary>So many US business days, and the same with slow days counted less.</summary>
internal readonly record struct CountedDays(int Whole, double Weighted)
{
    public static CountedDays operator +(CountedDays one, CountedDays other) => new(one.Whole + other.Whole, one.Weighted + other.Weighted);

    public static CountedDays operator -(CountedDays one, CountedDays other) => new(one.Whole - other.Whole, one.Weighted - other.Weighted);
}

/// <summary>Counts US business days at once: each year's days are looked at one time, and sums are kept.</summary>
/// <param name="weight">What a business day counts.</param>
internal sealed class DayCount(Func<LocalDate, double> weight)
{
    private const int FirstYear = 1970;
    private readonly ConcurrentDictionary<int, CountedDays[]> _years = [];
    private readonly ConcurrentDictionary<int, CountedDays> _before = [];

    /// <summary>The business days from a fixed day up to and including a day; only differences mean something.</summary>
    public CountedDays Until(LocalDate day) => Before(day.Year) + Year(day.Year)[day.DayOfYear];

    private CountedDays Before(int year)
    {
        if (_before.TryGetValue(year, out var known)) return known;
        var sum = default(CountedDays);
        for (var past = FirstYear; past < year; past++) sum += Year(past)[^1];
        for (var past = year; past < FirstYear; past++) sum -= Year(past)[^1];
        return _before[year] = sum;
    }

    private CountedDays[] Year(int year) => _years.GetOrAdd(year, _ =>
    {
        var first = new LocalDate(year, 1, 1);
        var sums = new CountedDays[CalendarSystem.Iso.GetDaysInYear(year) + 1];
        for (var place = 1; place < sums.Length; place++)
        {
            var day = first.PlusDays(place - 1);
            sums[place] = sums[place - 1] + (UsBusinessDays.Is(day) ? new CountedDays(1, weight(day)) : default);
        }
        return sums;
    });
}
