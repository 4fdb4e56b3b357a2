using NodaTime;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>Periods as business means them: a week is Monday to Friday, mid-month the week of the 15th, end of quarter its last ten business days (docs/EVIDENCE, "Next step").</summary>
internal static class Periods
{
    public static Moment? Of(PeriodTerm period, Said said)
    {
        if (Meant(period) is not { } meant || meant.Range(said) is not { } range) return null;
        if (period is PeriodTerm.Part { Stretch: Stretch.End, Whole.Grain: Grain.Week }) return new Moment.OnDay(Dates.Dates.MondayOf(range.End.PlusDays(-1)).PlusDays(4));
        if (period is PeriodTerm.Part { Stretch: Stretch.End, Whole.Grain: Grain.Month }) return new Moment.OnDay(Before(range.End, 1));
        if (period is PeriodTerm.Part { Stretch: Stretch.End, Whole.Grain: Grain.Quarter } end && end.Whole.Range(said) is { } quarter)
            return new Moment.During(Before(quarter.End, 10), Before(quarter.End, 1), Grain.Quarter);
        var last = range.End.PlusDays(-1);
        if (range.Unit == Grain.Week && last.DayOfWeek == IsoDayOfWeek.Sunday && range.First < last.PlusDays(-1)) last = last.PlusDays(-2);
        return range.Unit is Grain.Day && range.First == last ? new Moment.OnDay(last) : new Moment.During(range.First, last, range.Unit);
    }

    // The working day so many before another; federal holidays are none.
    private static LocalDate Before(LocalDate day, int count)
    {
        while (count > 0)
        {
            day = day.PlusDays(-1);
            if (UsBusinessDays.Is(day)) count--;
        }

        return day;
    }

    // "Mid-month" is the week of the 15th.
    private static PeriodTerm? Meant(PeriodTerm period) => period switch
    {
        PeriodTerm.Part { Stretch: Stretch.Mid, Whole.Grain: Grain.Month } mid => new PeriodTerm.WeekOf(new DayTerm.OfThisOrNextMonth(15, mid.Whole)),
        _ => period,
    };
}
