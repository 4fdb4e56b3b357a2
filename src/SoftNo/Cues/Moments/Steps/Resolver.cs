using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>What a slot is in the calendar: the likelier reading, and all where an American would be unsure.</summary>
internal sealed record Resolved(Moment? When, Grain Grain, IReadOnlyList<Moment> Candidates)
{
    public static Resolved Nothing { get; } = new(null, Grain.None, []);
}

/// <summary>Resolves slots against the moment of speaking, on the clock that is meant.</summary>
/// <param name="prospect">The prospect's zone.</param>
/// <param name="seller">The seller's zone.</param>
/// <param name="start">When the call began, for "same time", or null.</param>
internal sealed class Resolver(DateTimeZone prospect, DateTimeZone seller, OffsetDateTime? start)
{
    /// <summary>The slot's time as said at a moment; only its grain where that is unknown.</summary>
    public Resolved Resolve(Slot slot, OffsetDateTime? at)
    {
        if (slot.IsEmpty) return Resolved.Nothing;
        if ((slot.SaidAt ?? at) is not { } spoken) return new Resolved(null, slot.Grain, []);
        var readings = Readings(slot, spoken).Concat(slot.Others.SelectMany(other => Readings(other, other.SaidAt ?? spoken))).Distinct().ToList();
        if (readings.Count == 0) return Resolved.Nothing;
        return new Resolved(readings[0], readings[0].Grain, readings.Count > 1 ? readings : []);
    }

    /// <summary>The day a term names, as said at a moment on the prospect's clock.</summary>
    public LocalDate? DayOf(DayTerm term, OffsetDateTime? at) => at is { } spoken ? term.Day(SaidAt(spoken)) : null;

    /// <summary>The day a slot names; said at a moment where it does not know its own.</summary>
    public LocalDate? DayOf(Slot slot, OffsetDateTime? at) => slot.Day is { } day ? DayOf(day, slot.SaidAt ?? at) : null;

    /// <summary>Whether a clock that a side named is the prospect's own.</summary>
    public bool IsProspects(ClockZone zone, Side by) => zone.Named is { } named ? named.Zone.Equals(prospect) || named.Members.Contains(prospect.Id) : (by == Side.Seller) == zone.IsOther;

    private Said SaidAt(OffsetDateTime at) => new(at.InZone(prospect).LocalDateTime);

    private IEnumerable<Moment> Readings(Slot slot, OffsetDateTime at)
    {
        var said = SaidAt(at);
        if (slot.Offset is { } offset) return [Minute((at.ToInstant() + offset).InZone(prospect))];
        if (slot.IsTopOfHour) return [Minute(NextHour(said.Now).InZoneLeniently(prospect))];
        if (slot.Day is DayTerm.Shifted { IsFuzzy: true }) return [];
        if (slot.Day is DayTerm.Shifted { IsLoose: true } loose && !slot.HasHour && slot.Part is null) return Loose(loose, said);
        if (slot.Day is null) return slot.Period is null ? [] : Periods.Of(slot.Period, said) is { } during ? [during] : [];
        var days = slot.Day.Days(said);
        if (slot.HasHour) return days.SelectMany(day => Hours(slot, day));
        if (slot.Until is not null) return days.SelectMany(day => Window(slot, day));
        if (slot.Part is { } part) return days.Select(day => (Moment)new Moment.InPart(On(day, part.From, prospect), On(day, part.To, prospect)));
        return days.Select(day => (Moment)new Moment.OnDay(day));
    }

    private static IEnumerable<Moment> Loose(DayTerm.Shifted loose, Said said)
    {
        if (loose.Day(said) is not { } day) return [];
        PeriodTerm around = loose.Unit switch
        {
            Unit.Month => new PeriodTerm.NamedMonth(day.Month, day.Year),
            Unit.Year => new PeriodTerm.NamedYear(day.Year),
            Unit.Quarter => new PeriodTerm.NumberedPart(Unit.Quarter, Dates.Dates.QuarterOf(day), new PeriodTerm.NamedYear(day.Year)),
            _ => new PeriodTerm.WeekOf(new DayTerm.Full(day.Year, day.Month, day.Day)),
        };
        return Periods.Of(around, said) is { } during ? [during] : [];
    }

    private IEnumerable<Moment> Hours(Slot slot, LocalDate day)
    {
        foreach (var zone in Zones(slot, day))
            foreach (var hour in HoursOf(slot))
                yield return Minute(slot.IsAlsoOwn ? (day + hour).InZoneLeniently(zone).WithZone(prospect) : (day + hour).InZoneLeniently(zone));
    }

    private IEnumerable<LocalTime> HoursOf(Slot slot)
    {
        if (slot.Clock is not { } clock) return [SameHour()];
        if (clock.Half == DayHalf.Unsaid && slot.Part is { } part && part.Name is not "lunch")
            return [part.From.Hour < 12 ? clock.Readings[0] : clock.Readings[^1]];
        if (clock.IsHalfHour) return [clock.InBusiness, clock.InBusiness.PlusHours(-1)];
        return clock.IsAmbiguous ? clock.Readings : [clock.InBusiness];
    }

    private LocalTime SameHour()
    {
        var began = start?.InZone(prospect).TimeOfDay ?? LocalTime.Noon;
        return new LocalTime(began.Hour, began.Minute / 15 * 15);
    }

    private IEnumerable<Moment> Window(Slot slot, LocalDate day)
    {
        var zone = Zones(slot, day).First();
        LocalTime to = slot.Until!.InBusiness, from = slot.Clock!.InBusiness;
        if (slot.Clock.Half == DayHalf.Unsaid && slot.Until.Half != DayHalf.Unsaid && slot.Clock.Readings.LastOrDefault(reading => reading < to) is var fit && fit != default) from = fit;
        yield return new Moment.InPart(On(day, from, zone), On(day, to, zone));
    }

    // The clock named, else the prospect's. "Mountain" is an Arizonan's own clock, though Denver may be meant.
    private IEnumerable<DateTimeZone> Zones(Slot slot, LocalDate day)
    {
        if (slot.Zone is not { } named) return [prospect];
        if (named.Named is null) return [(slot.ZoneBy == Side.Seller) == named.IsOther ? prospect : seller];
        if (named.Named.Zone.Equals(prospect) || !named.Named.Members.Contains(prospect.Id)) return [named.Named.Zone];
        var noon = day.At(LocalTime.Noon);
        return noon.InZoneLeniently(prospect).Offset == noon.InZoneLeniently(named.Named.Zone).Offset ? [prospect] : [prospect, named.Named.Zone];
    }

    private static LocalDateTime NextHour(LocalDateTime now) => now.Date.At(new LocalTime(now.Hour, 0)).PlusHours(1);

    private static OffsetDateTime On(LocalDate day, LocalTime time, DateTimeZone zone) => (day + time).InZoneLeniently(zone).ToOffsetDateTime();

    private static Moment.AtMinute Minute(ZonedDateTime time) => new(time.ToOffsetDateTime());
}
