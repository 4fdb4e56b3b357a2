using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>When a step would be, as far as it has been said: a day from one sentence, an hour from another.</summary>
internal sealed record Slot : SaidTime
{
    public static Slot Empty { get; } = new();

    /// <summary>When its day or period was said, which "tomorrow" counts from; null where it has none, or nothing tells.</summary>
    public OffsetDateTime? SaidAt { get; init; }

    /// <summary>Whether it says a day, a period or a distance itself: what is said of a moment.</summary>
    public bool IsDated => Day is not null || Period is not null || Offset is not null || IsTopOfHour;

    /// <summary>Who named the clock: "your time" means the other side's.</summary>
    public Side ZoneBy { get; init; }

    /// <summary>Said as a limit: "by Friday", "before noon".</summary>
    public bool IsDeadline { get; init; }

    /// <summary>The same hour was also given on the prospect's own clock.</summary>
    public bool IsAlsoOwn { get; init; }

    /// <summary>Another follows after "or": an hour said once is of both.</summary>
    public bool OrNext { get; init; }

    /// <summary>Offered beside it and not chosen between.</summary>
    public IReadOnlyList<Slot> Others { get; init; } = [];

    public bool HasHour => (Clock is not null && Until is null) || Offset is not null || IsTopOfHour || IsSameHour;

    public bool HasDay => Day is not null || Offset is not null || IsTopOfHour;

    public bool IsEmpty => !HasHour && Day is null && Period is null && Part is null && Until is null;

    /// <summary>How fine the words are, known without a date.</summary>
    public Grain Grain =>
        Offset is not null || IsTopOfHour || (Day is not null && HasHour) ? Grain.Minute
        : Day is DayTerm.Shifted { IsFuzzy: true } ? Grain.None
        : Day is DayTerm.Shifted { IsLoose: true } loose ? LooseGrain(loose)
        : Day is not null ? Part is not null || Until is not null ? Grain.Part : Grain.Day
        : Period is not null ? Period.Grain : Grain.None;

    /// <summary>What one expression says.</summary>
    public static Slot Of(TimeExpression time, Side by) => new()
    {
        Day = time.To is null || time.Clock is not null ? time.Day : null,
        Period = time.Period ?? (time.To is not null ? new DayRange(time) : null),
        Clock = time.Clock,
        Until = IsMeeting(time.Clock, time.Until) ? null : time.Until,
        Part = time.Part,
        Zone = time.Zone,
        ZoneBy = time.Zone is null ? Side.Unknown : by,
        Offset = time.Offset,
        IsTopOfHour = time.IsTopOfHour,
        IsSameHour = time.IsSameHour,
        IsDeadline = time.IsEndOfDay || time.Limit is Limit.By or Limit.Before or Limit.Until,
    };

    /// <summary>This, with what it lacks taken from another.</summary>
    public Slot Completed(Slot other) => this with
    {
        Day = Day ?? (Period is null ? other.Day : null),
        Period = Day is null && Period is null && other.Day is null ? other.Period : Period,
        Clock = Clock ?? (Part is null && Offset is null && !IsTopOfHour ? other.Clock : null),
        Until = Clock is null && Part is null ? other.Until : Until,
        Part = Part ?? (Clock is null or { Half: DayHalf.Unsaid } && Offset is null && !IsSameHour ? other.Part : null),
        Zone = Zone ?? (IsHourOf(other) ? other.Zone : null),
        ZoneBy = Zone is null && IsHourOf(other) ? other.ZoneBy : ZoneBy,
        Offset = Offset ?? (IsEmpty ? other.Offset : null),
        IsTopOfHour = IsTopOfHour || (IsEmpty && other.IsTopOfHour),
        IsSameHour = (IsSameHour && other.Clock is null) || (Clock is null && Part is null && Offset is null && other.IsSameHour),
        IsDeadline = IsDeadline || other.IsDeadline,
        IsAlsoOwn = IsAlsoOwn || other.IsAlsoOwn,
        Others = IsEmpty ? other.Others : Others,
        SaidAt = IsDated ? SaidAt : other.SaidAt,
    };

    /// <summary>As a deliverable's: "tonight" is that day.</summary>
    public Slot OfThing() => Part is { From.Hour: >= 17 } ? this with { Part = null } : this;

    // A clock named for one hour is not another's.
    private bool IsHourOf(Slot other) => Clock is null || other.Clock is null || Clock.Hour == other.Clock.Hour;

    // "One to two" is a meeting and its length; "one to three" a time to choose from.
    private static bool IsMeeting(ClockTerm? from, ClockTerm? to) => from is not null && to is not null
        && NodaTime.Period.Between(from.InBusiness, to.InBusiness, PeriodUnits.Minutes).Minutes is > 0 and <= 60;

    private static Grain LooseGrain(DayTerm.Shifted loose) => loose.Unit switch
    {
        Unit.Month => Grain.Month,
        Unit.Year => Grain.Year,
        Unit.Quarter => Grain.Quarter,
        _ => Grain.Week,
    };

    /// <summary>Days from one to another.</summary>
    private sealed record DayRange(TimeExpression Time) : PeriodTerm
    {
        public override Grain Grain => Time.Period?.Grain ?? Grain.Day;

        public override DateRange? Range(Said said)
        {
            var first = Time.Day?.Day(said) ?? Time.Period?.Range(said)?.First;
            var last = Time.To!.Day?.Day(said)?.PlusDays(1) ?? Time.To.Period?.Range(said)?.End;
            return first is { } from && last is { } end && from < end ? new DateRange(from, end, Grain) : null;
        }
    }
}
