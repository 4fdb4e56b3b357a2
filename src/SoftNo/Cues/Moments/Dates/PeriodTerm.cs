using NodaTime;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>Days in a row: the end is not among them.</summary>
internal readonly record struct DateRange(LocalDate First, LocalDate End, Grain Unit);

/// <summary>Which stretch of a period is meant.</summary>
internal enum Stretch
{
    Early,
    Mid,
    Late,
    Beginning,
    End,

    /// <summary>"the front half of the week": Monday to Wednesday; of a month, to the 15th.</summary>
    FrontHalf,

    /// <summary>"the back half of next week": Wednesday to Friday; of a month, from the 16th.</summary>
    BackHalf,

    /// <summary>"later this week": its second half, from today at the earliest.</summary>
    Later,

    /// <summary>"earlier this week": its first half, until today at the latest.</summary>
    Earlier,

    /// <summary>"the rest of the week".</summary>
    Rest,

    /// <summary>"year to date".</summary>
    ToDate,
}

/// <summary>Words that name a week, a month, a quarter, a year or other days in a row.</summary>
internal abstract record PeriodTerm
{
    /// <summary>The likelier days, the coming ones where both could be meant; null where the words fix none ("in the spring").</summary>
    public abstract DateRange? Range(Said said);

    /// <summary>How fine the words are, known without a date.</summary>
    public abstract Grain Grain { get; }

    protected static Grain GrainOf(Unit unit) => unit switch
    {
        Unit.Week or Unit.Workweek or Unit.Fortnight or Unit.Weekend => Grain.Week,
        Unit.Month => Grain.Month,
        Unit.Quarter or Unit.Half => Grain.Quarter,
        Unit.Year or Unit.Decade or Unit.Century => Grain.Year,
        Unit.Day or Unit.Night or Unit.BusinessDay => Grain.Day,
        Unit.Second or Unit.Minute or Unit.Hour => Grain.Minute,
    };

    /// <summary>A calendar unit counted from the one that holds today: 0 this, 1 next.</summary>
    public sealed record Calendar(Unit Kind, int Offset) : PeriodTerm
    {
        public override Grain Grain => GrainOf(Kind);

        public override DateRange? Range(Said said) => From(Start(said.Today), Kind, Grain, Offset);

        private LocalDate Start(LocalDate today) => Kind switch
        {
            Unit.Month => new LocalDate(today.Year, today.Month, 1),
            Unit.Quarter => Dates.Quarter(today.Year, Dates.QuarterOf(today)),
            Unit.Year => new LocalDate(today.Year, 1, 1),
            Unit.Decade => new LocalDate(today.Year / 10 * 10, 1, 1),
            Unit.Century => new LocalDate(today.Year / 100 * 100, 1, 1),
            Unit.Half => new LocalDate(today.Year, today.Month <= 6 ? 1 : 7, 1),
            Unit.Weekend => Dates.MondayOf(today).PlusDays(5),
            _ => Dates.MondayOf(today),
        };

        private static DateRange From(LocalDate start, Unit kind, Grain grain, int offset)
        {
            var first = Dates.Plus(start, offset, kind);
            return kind switch
            {
                Unit.Weekend => new DateRange(first, first.PlusDays(2), grain),
                Unit.Workweek => new DateRange(first, first.PlusDays(5), grain),
                _ => new DateRange(first, Dates.Plus(first, 1, kind), grain),
            };
        }
    }

    /// <summary>The week that holds a day ("the week of the 16th"), or so many after it ("the week after Thanksgiving").</summary>
    public sealed record WeekOf(DayTerm Day, int Offset = 0) : PeriodTerm
    {
        public override Grain Grain => Grain.Week;

        public override DateRange? Range(Said said)
        {
            if (Day.Day(said) is not { } day) return null;
            var monday = Dates.MondayOf(day).PlusDays(7 * Offset);
            return new DateRange(monday, monday.PlusDays(7), Grain.Week);
        }
    }

    /// <summary>The weekend beside a holiday, the holiday in it.</summary>
    public sealed record WeekendOf(DayTerm Day) : PeriodTerm
    {
        public override Grain Grain => Grain.Week;

        public override DateRange? Range(Said said)
        {
            if (Day.Day(said) is not { } day) return null;
            var saturday = Dates.OnOrAfter(day.PlusDays(-2), IsoDayOfWeek.Saturday);
            var last = day > saturday.PlusDays(1) ? day : saturday.PlusDays(1);
            return new DateRange(day < saturday ? day : saturday, last.PlusDays(1), Grain.Week);
        }
    }

    /// <summary>A week by its ISO number.</summary>
    public sealed record NumberedWeek(int Number, PeriodTerm? Year) : PeriodTerm
    {
        public override Grain Grain => Grain.Week;

        public override DateRange? Range(Said said)
        {
            var year = Year?.Range(said)?.First.Year ?? said.Today.Year;
            var monday = Dates.MondayOf(new LocalDate(year, 1, 4)).PlusDays(7 * (Number - 1));
            return new DateRange(monday, monday.PlusDays(7), Grain.Week);
        }
    }

    /// <summary>A month by its name: of a year, or the coming one (this month's own name means this month).</summary>
    public sealed record NamedMonth(int Month, int? Year = null, Which Which = Which.Any) : PeriodTerm
    {
        public override Grain Grain => Grain.Month;

        public override DateRange? Range(Said said)
        {
            var year = Year ?? (Which switch
            {
                Which.This => said.Today.Year,
                Which.Next => said.Today.Year + 1,
                Which.Last => said.Today.Month > Month ? said.Today.Year : said.Today.Year - 1,
                _ => said.Today.Month > Month ? said.Today.Year + 1 : said.Today.Year,
            });
            var first = new LocalDate(year, Month, 1);
            return new DateRange(first, first.PlusMonths(1), Grain.Month);
        }
    }

    /// <summary>A quarter or half of a year: of a named one, or the coming one (a running one is meant as itself).</summary>
    public sealed record NumberedPart(Unit Kind, int Number, PeriodTerm? Year = null) : PeriodTerm
    {
        public override Grain Grain => Grain.Quarter;

        public override DateRange? Range(Said said)
        {
            var months = Kind == Unit.Half ? 6 : 3;
            var year = Year?.Range(said)?.First.Year ?? said.Today.Year;
            var first = new LocalDate(year, ((Number - 1) * months) + 1, 1);
            if (Year is null && first.PlusMonths(months) <= said.Today) first = first.PlusYears(1);
            return new DateRange(first, first.PlusMonths(months), Grain.Quarter);
        }
    }

    /// <summary>A year by its number.</summary>
    public sealed record NamedYear(int Year) : PeriodTerm
    {
        public override Grain Grain => Grain.Year;

        public override DateRange? Range(Said said) => new DateRange(new LocalDate(Year, 1, 1), new LocalDate(Year + 1, 1, 1), Grain.Year);
    }

    /// <summary>Units in a row from tomorrow on, or back from today ("the next 3 days", "the past two quarters").</summary>
    public sealed record Running(double Count, Unit Kind, bool Ahead) : PeriodTerm
    {
        public override Grain Grain => GrainOf(Kind);

        public override DateRange? Range(Said said)
        {
            if (Kind is Unit.Quarter or Unit.Decade or Unit.Fortnight or Unit.Weekend)
            {
                var here = new Calendar(Kind, Ahead ? 1 : -(int)Count).Range(said)!.Value.First;
                return new DateRange(here, Dates.Plus(here, Count, Kind), Grain);
            }

            if (Ahead) return new DateRange(said.Today.PlusDays(1), After(said.Today.PlusDays(1)), Grain);
            return new DateRange(Dates.Plus(said.Today, -Count, Kind), said.Today, Grain);
        }

        private LocalDate After(LocalDate from) => Kind == Unit.BusinessDay ? Dates.PlusBusinessDays(from.PlusDays(-1), (int)Count).PlusDays(1) : Dates.Plus(from, Count, Kind);
    }

    /// <summary>From now, so many units long ("within two weeks", "over the next couple of months").</summary>
    public sealed record Within(double Count, Unit Kind) : PeriodTerm
    {
        public override Grain Grain => GrainOf(Kind);

        public override DateRange? Range(Said said) => new DateRange(said.Today, Dates.Plus(said.Today, Count, Kind), Grain);
    }

    /// <summary>The nth units of a longer period ("the last week of January", "the first two weeks of 2021"); −1 counts from the end.</summary>
    public sealed record Nth(int Place, int Count, Unit Kind, PeriodTerm Period) : PeriodTerm
    {
        public override Grain Grain => GrainOf(Kind);

        public override DateRange? Range(Said said)
        {
            if (Period.Range(said) is not { } whole) return null;
            if (Kind is Unit.Week or Unit.Weekend) return Weeks(whole);
            var first = Place > 0 ? Dates.Plus(whole.First, (Place - 1) * Count, Kind) : Dates.Plus(whole.End, -Count, Kind);
            return new DateRange(first, Dates.Plus(first, Count, Kind), Grain);
        }

        // A week belongs to the month or year that has its Thursday (ISO 8601).
        private DateRange Weeks(DateRange whole)
        {
            var monday = Place > 0
                ? Dates.OnOrAfter(whole.First, IsoDayOfWeek.Thursday).PlusDays(-3 + (7 * (Place - 1)))
                : Dates.OnOrAfter(whole.End.PlusDays(-7), IsoDayOfWeek.Thursday).PlusDays(-3 - (7 * (Count - 1)));
            return new DateRange(monday, monday.PlusDays(7 * Count), Grain.Week);
        }
    }

    /// <summary>A stretch of a period ("early March", "mid-month", "later this week").</summary>
    public sealed record Part(Stretch Stretch, PeriodTerm Whole) : PeriodTerm
    {
        public override Grain Grain => Whole.Grain;

        public override DateRange? Range(Said said) => Whole.Range(said) is { } whole ? Stretches.Of(whole, Stretch, said.Today, Whole is NamedYear) : null;
    }

    /// <summary>A season: the words fix no dates.</summary>
    public sealed record Season : PeriodTerm
    {
        public override Grain Grain => Grain.None;

        public override DateRange? Range(Said said) => null;
    }

    /// <summary>A fiscal or school year: whose, the words don't say.</summary>
    public sealed record Unresolved(Grain Of) : PeriodTerm
    {
        public override Grain Grain => Of;

        public override DateRange? Range(Said said) => null;
    }
}
