using NodaTime;

namespace SoftNo.Cues.Moments.Dates;

/// <summary>Which of a weekday, week, month… is meant.</summary>
internal enum Which
{
    /// <summary>Nothing said: the coming one.</summary>
    Any,

    /// <summary>"this".</summary>
    This,

    /// <summary>"next", "following": the one after this week's, where both could be meant.</summary>
    Next,

    /// <summary>"coming", "upcoming": the nearest ahead.</summary>
    Coming,

    /// <summary>"last", "previous": before this one.</summary>
    Last,

    /// <summary>"past": the nearest behind.</summary>
    Past,
}

/// <summary>Words that name a day.</summary>
internal abstract record DayTerm
{
    /// <summary>The days it may be, the likelier first; empty where the calendar has none.</summary>
    public abstract IReadOnlyList<LocalDate> Days(Said said);

    /// <summary>The likelier day, or null.</summary>
    public LocalDate? Day(Said said) => Days(said) is [var first, ..] ? first : null;

    /// <summary>Whether the words give the day without looking at others ("the 5th", not "that day").</summary>
    public virtual bool StandsAlone => true;

    protected static IReadOnlyList<LocalDate> Only(LocalDate? day) => day is { } known ? [known] : [];

    /// <summary>A full date.</summary>
    public sealed record Full(int Year, int Month, int Number) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said) => Only(Dates.Make(Year, Month, Number));
    }

    /// <summary>A month and a day: the coming one, this year's, next year's.</summary>
    public sealed record OfMonth(int Month, int Number, Which Which = Which.Any) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said)
        {
            var year = said.Today.Year;
            if (Which is Which.This or Which.Next or Which.Last) return Only(Dates.Make(Which == Which.This ? year : Which == Which.Next ? year + 1 : year - 1, Month, Number));
            for (var ahead = 0; ahead <= 8; ahead++)
                if (Dates.Make(year + ahead, Month, Number) is { } day && day >= said.Today) return [day];
            return [];
        }
    }

    /// <summary>A number alone ("the 18th"): the coming one, or of a month said beside it.</summary>
    public sealed record OfThisOrNextMonth(int Number, PeriodTerm? Month = null) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said)
        {
            if (Month is not null) return Month.Range(said) is { } month ? Only(Dates.Make(month.First.Year, month.First.Month, Number)) : [];
            for (var ahead = 0; ahead <= 4; ahead++)
            {
                var month = said.Today.PlusMonths(ahead);
                if (Dates.Make(month.Year, month.Month, Number) is { } day && day >= said.Today) return [day];
            }

            return [];
        }
    }

    /// <summary>A weekday with the day of the month ("Monday the 21st"): the coming one where both agree.</summary>
    public sealed record WeekdayOfMonth(IsoDayOfWeek Weekday, int Number) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said)
        {
            for (var ahead = 0; ahead <= 36; ahead++)
            {
                var month = said.Today.PlusMonths(ahead);
                if (Dates.Make(month.Year, month.Month, Number) is { } day && day >= said.Today && day.DayOfWeek == Weekday) return [day];
            }

            return [];
        }
    }

    /// <summary>A weekday.</summary>
    public sealed record OfWeek(IsoDayOfWeek Weekday, Which Which = Which.Any) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said)
        {
            var thisWeeks = said.Monday.PlusDays((int)Weekday - 1);
            var ahead = Dates.OnOrAfter(said.Today.PlusDays(1), Weekday);
            return Which switch
            {
                Which.This => [thisWeeks],
                Which.Next => thisWeeks > said.Today ? [thisWeeks.PlusDays(7), thisWeeks] : [thisWeeks.PlusDays(7)],
                Which.Last => [thisWeeks.PlusDays(-7)],
                Which.Past => [ahead.PlusDays(-7) == said.Today ? ahead.PlusDays(-14) : ahead.PlusDays(-7)],
                Which.Any or Which.Coming => [ahead],
            };
        }
    }

    /// <summary>A weekday of another week ("Tuesday of next week", "Thursday week").</summary>
    public sealed record OfOtherWeek(IsoDayOfWeek Weekday, int Weeks) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said) => [said.Monday.PlusDays((Weeks * 7) + (int)Weekday - 1)];
    }

    /// <summary>A weekday inside a period: the first in it, or the nth, −1 the last.</summary>
    public sealed record OfPeriod(IsoDayOfWeek Weekday, int Nth, PeriodTerm Period) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said)
        {
            if (Period.Range(said) is not { } range) return [];
            if (Nth < 0) return [Dates.OnOrAfter(range.End.PlusDays(-7), Weekday).PlusDays(7 * (Nth + 1))];
            return [Dates.OnOrAfter(range.First, Weekday).PlusDays(7 * (Nth - 1))];
        }
    }

    /// <summary>Days from today: "tomorrow" is 1.</summary>
    public sealed record FromToday(int Count) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said) => [said.Today.PlusDays(Count)];
    }

    /// <summary>Units before or after another day.</summary>
    public sealed record Shifted(DayTerm From, double Count, Unit Unit) : DayTerm
    {
        /// <summary>Said as "in two weeks": about then, not that very day.</summary>
        public bool IsLoose { get; init; }

        /// <summary>A couple, a few: no number.</summary>
        public bool IsFuzzy { get; init; }

        public override bool StandsAlone => From.StandsAlone;

        public override IReadOnlyList<LocalDate> Days(Said said) => [.. From.Days(said).Select(day => Dates.Plus(day, Count, Unit))];
    }

    /// <summary>The weekday in the week, Sunday first, that another day falls in ("Monday two weeks from now"); for months, on or after it.</summary>
    public sealed record InWeekOf(IsoDayOfWeek Weekday, DayTerm Other, bool OnOrAfter) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said) =>
            Other.Day(said) is not { } day ? [] : [OnOrAfter ? Dates.OnOrAfter(day, Weekday) : day.PlusDays(((int)Weekday % 7) - ((int)day.DayOfWeek % 7))];
    }

    /// <summary>The first of a weekday after another day ("the Monday after Thanksgiving"), or before it.</summary>
    public sealed record AfterDay(IsoDayOfWeek Weekday, DayTerm Other, bool Before = false) : DayTerm
    {
        public override bool StandsAlone => Other.StandsAlone;

        public override IReadOnlyList<LocalDate> Days(Said said)
        {
            if (Other.Day(said) is not { } day) return [];
            return [Before ? Dates.OnOrAfter(day.PlusDays(-7), Weekday) : Dates.OnOrAfter(day.PlusDays(1), Weekday)];
        }
    }

    /// <summary>The weekday in the week after the one last spoken of ("the Tuesday after").</summary>
    public sealed record AfterAnchor(IsoDayOfWeek Weekday) : DayTerm
    {
        public override bool StandsAlone => false;

        public override IReadOnlyList<LocalDate> Days(Said said) => [Dates.OnOrAfter((said.Anchor ?? said.Today).PlusDays(1), Weekday)];
    }

    /// <summary>A holiday: of a year, or the coming, last or next one.</summary>
    public sealed record Named(Holiday Holiday, int? Year = null, Which Which = Which.Any) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said)
        {
            if (Year is { } year) return [Holiday.In(year)];
            var thisYears = Holiday.In(said.Today.Year);
            var ahead = thisYears >= said.Today ? thisYears : Holiday.In(said.Today.Year + 1);
            return Which switch
            {
                Which.This => [thisYears],
                Which.Last or Which.Past => [thisYears < said.Today ? thisYears : Holiday.In(said.Today.Year - 1)],
                Which.Any or Which.Next or Which.Coming => [ahead],
            };
        }
    }

    /// <summary>"that day", "same day": the one last spoken of, else today.</summary>
    public sealed record ThatDay : DayTerm
    {
        public override bool StandsAlone => false;

        public override IReadOnlyList<LocalDate> Days(Said said) => [said.Anchor ?? said.Today];
    }

    /// <summary>A day of some period that is itself a day's ("the 15th day of next month").</summary>
    public sealed record NthDay(int Number, PeriodTerm Period) : DayTerm
    {
        public override IReadOnlyList<LocalDate> Days(Said said) => Period.Range(said) is { } range ? [range.First.PlusDays(Number - 1)] : [];
    }
}
