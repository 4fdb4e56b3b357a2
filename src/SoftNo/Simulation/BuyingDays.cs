using NodaTime;
using SoftNo.Deals;
using SoftNo.Forecasting;

namespace SoftNo.Simulation;

/// <summary>The days of a simulation, counted from its first: which of them Americans work, and how willingly they sign.</summary>
internal sealed class BuyingDays
{
    private const int MonthsInQuarter = 3;
    private readonly double[] _weight;
    private readonly double[] _season;

    /// <param name="first">Day 0.</param>
    /// <param name="count">How many days.</param>
    /// <param name="closing">The seasons.</param>
    /// <param name="silence">Which days count less.</param>
    public BuyingDays(LocalDate first, int count, ClosingSetting closing, SilencePrior silence)
    {
        First = first;
        var clock = SilenceClock.Of(silence.SlowFrom, silence.SlowUntil, silence.SlowDay);
        _weight = new double[count];
        _season = new double[count];
        for (var place = 0; place < count; place++)
        {
            var day = first.PlusDays(place);
            _weight[place] = clock.Weighted(day.PlusDays(-1), day, []);
            _season[place] = _weight[place] == 0 ? 0 : closing.Months[day.Month - 1] * (IsQuarterEnd(day, closing.QuarterEndDays) ? closing.QuarterEnd : 1);
        }
    }

    /// <summary>Day 0.</summary>
    public LocalDate First { get; }

    /// <summary>How many days there are.</summary>
    public int Count => _weight.Length;

    /// <summary>1 for a business day, less for a slow one, 0 for one on which nobody works.</summary>
    public double Weight(int place) => _weight[place];

    /// <summary>How willingly deals are signed that day; 0 where nobody works.</summary>
    public double Season(int place) => _season[place];

    /// <summary>The date of a day.</summary>
    public LocalDate Day(int place) => First.PlusDays(place);

    /// <summary>The place of a date.</summary>
    public int Place(LocalDate day) => Period.DaysBetween(First, day);

    /// <summary>The last day of a day's month.</summary>
    public int MonthEnd(int place) => Place(Day(place).With(DateAdjusters.EndOfMonth));

    /// <summary>The business day that lies so many of them after a day.</summary>
    public int After(int place, int businessDays)
    {
        while (businessDays > 0 && place < Count - 1)
        {
            if (_weight[++place] > 0) businessDays--;
        }
        return place;
    }

    private static bool IsQuarterEnd(LocalDate day, int last) =>
        day.Month % MonthsInQuarter == 0 && Period.DaysBetween(day, day.With(DateAdjusters.EndOfMonth)) < last;
}
