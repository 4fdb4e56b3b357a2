using NodaTime;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>Where the early, middle and late stretches of weeks, months and years lie.</summary>
internal static class Stretches
{
    // isNamed: the year is said by its number, not as "this year".
    public static DateRange Of(DateRange whole, Stretch stretch, LocalDate today, bool isNamed) => stretch switch
    {
        Stretch.Rest => whole with { First = today, End = whole.Unit == Grain.Week ? whole.End.PlusDays(-1) : whole.End },
        Stretch.ToDate => whole with { End = today },
        Stretch.Later => After(whole, today),
        Stretch.Earlier => Before(whole, today),
        Stretch.FrontHalf => whole with { End = whole.Unit == Grain.Week ? whole.First.PlusDays(3) : Second(whole) },
        Stretch.BackHalf => whole.Unit == Grain.Week ? whole with { First = whole.First.PlusDays(2), End = whole.First.PlusDays(5) } : whole with { First = Second(whole) },
        _ => whole.Unit switch
        {
            Grain.Week => Week(whole, stretch),
            Grain.Month => Month(whole, stretch),
            Grain.Year when stretch == Stretch.End && !isNamed => Year(whole, Stretch.Late),
            Grain.Year => Year(whole, stretch),
            _ => Thirds(whole, stretch),
        },
    };

    private static DateRange After(DateRange whole, LocalDate today)
    {
        var half = Second(whole);
        return whole with { First = today > half && today < whole.End ? today : half };
    }

    private static DateRange Before(DateRange whole, LocalDate today)
    {
        var half = Second(whole);
        return whole with { End = today > whole.First && today < half ? today : half };
    }

    // Thursday, the 16th, July.
    private static LocalDate Second(DateRange whole) => whole.Unit switch
    {
        Grain.Week => whole.First.PlusDays(3),
        Grain.Month => whole.First.PlusDays(15),
        Grain.Year => whole.First.PlusMonths(6),
        _ => whole.First.PlusDays(Period.DaysBetween(whole.First, whole.End) / 2),
    };

    private static DateRange Week(DateRange whole, Stretch stretch) => stretch switch
    {
        Stretch.Early or Stretch.Beginning => whole with { End = whole.First.PlusDays(3) },
        Stretch.Mid => whole with { First = whole.First.PlusDays(1), End = whole.First.PlusDays(4) },
        _ => whole with { First = whole.First.PlusDays(3) },
    };

    private static DateRange Month(DateRange whole, Stretch stretch) => stretch switch
    {
        Stretch.Early or Stretch.Beginning => whole with { End = whole.First.PlusDays(15) },
        Stretch.Mid => whole with { First = whole.First.PlusDays(9), End = whole.First.PlusDays(20) },
        _ => whole with { First = whole.First.PlusDays(15) },
    };

    private static DateRange Year(DateRange whole, Stretch stretch) => stretch switch
    {
        Stretch.Early => whole with { End = whole.First.PlusMonths(6) },
        Stretch.Beginning => whole with { End = whole.First.PlusMonths(4) },
        Stretch.Mid => whole with { First = whole.First.PlusMonths(4), End = whole.First.PlusMonths(8) },
        Stretch.Late => whole with { First = whole.First.PlusMonths(6) },
        _ => whole with { First = whole.First.PlusMonths(8) },
    };

    private static DateRange Thirds(DateRange whole, Stretch stretch)
    {
        var third = Period.DaysBetween(whole.First, whole.End) / 3;
        return stretch switch
        {
            Stretch.Early or Stretch.Beginning => whole with { End = whole.First.PlusDays(third) },
            Stretch.Mid => whole with { First = whole.First.PlusDays(third), End = whole.End.PlusDays(-third) },
            _ => whole with { First = whole.End.PlusDays(-third) },
        };
    }
}
