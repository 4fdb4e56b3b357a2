using NodaTime;

namespace SoftNo.Rescue.Times;

/// <summary>The playbook's rules for a time to propose.</summary>
/// <param name="AfterBusinessDays">At least so many days that are worked on both sides, after the call or today.</param>
/// <param name="Length">How long it lasts.</param>
/// <param name="OursStretchedTo">How late our day may end where the two days don't meet.</param>
/// <param name="Prospect">The prospect's working day, never left.</param>
/// <param name="Starts">Hours on the prospect's clock, the preferred first.</param>
internal sealed record HoldRules(int AfterBusinessDays, Duration Length, LocalTime OursStretchedTo, Hours Prospect, IReadOnlyList<LocalTime> Starts);

/// <summary>Finds 15 minutes that suit both sides.</summary>
internal sealed class HoldPlanner(HoldRules rules)
{
    private const int SearchedDays = 60;
    private const int AlternativeCount = 3;
    private readonly BusinessDays _days = new();

    /// <summary>The first slot after a moment, and three alternatives on later days; null where no hour suits both sides.</summary>
    /// <param name="after">The call's end, or now.</param>
    /// <param name="theirs">The prospect's zone.</param>
    /// <param name="ours">Our zone.</param>
    /// <param name="ourHours">Our working day.</param>
    public Hold? Plan(Instant after, DateTimeZone theirs, DateTimeZone ours, Hours ourHours)
    {
        var found = new List<(ZonedDateTime Start, bool Stretched)>();
        var date = after.InZone(theirs).Date;
        var worked = 0;
        for (var searched = 0; searched < SearchedDays && found.Count <= AlternativeCount; searched++)
        {
            date = date.PlusDays(1);
            if (!_days.OnBothSides(date)) continue;
            if (++worked < rules.AfterBusinessDays) continue;
            if (OnDay(date, theirs, ours, ourHours, found.Count) is { } slot) found.Add(slot);
        }
        if (found.Count <= AlternativeCount) return null;
        var start = found[0].Start;
        return new Hold(
            start, start.Plus(rules.Length), start.WithZone(ours), [.. found.Skip(1).Select(slot => slot.Start)],
            found[0].Stretched ? Late(start.WithZone(ours)) : null);
    }

    /// <summary>A hold at a time already agreed.</summary>
    public Hold At(ZonedDateTime start, DateTimeZone ours) => new(start, start.Plus(rules.Length), start.WithZone(ours), [], null);

    private (ZonedDateTime Start, bool Stretched)? OnDay(LocalDate date, DateTimeZone theirs, DateTimeZone ours, Hours ourHours, int turn)
    {
        var within = Fitting(date, theirs, ours, ourHours);
        if (within.Count > 0) return (within[turn % within.Count], false);
        if (ourHours.To >= rules.OursStretchedTo) return null;
        var stretched = Fitting(date, theirs, ours, ourHours with { To = rules.OursStretchedTo });
        return stretched.Count > 0 ? (stretched[turn % stretched.Count], true) : null;
    }

    private List<ZonedDateTime> Fitting(LocalDate date, DateTimeZone theirs, DateTimeZone ours, Hours ourHours) =>
    [
        .. rules.Starts.Select(hour => date.At(hour).InZoneLeniently(theirs))
            .Where(start => Within(start, rules.Prospect) && Within(start.WithZone(ours), ourHours) && _days.InFrance(start.WithZone(ours).Date)),
    ];

    private bool Within(ZonedDateTime start, Hours hours)
    {
        var end = start.Plus(rules.Length);
        return start.TimeOfDay >= hours.From && end.TimeOfDay <= hours.To && end.Date == start.Date;
    }

    private static Bilingual Late(ZonedDateTime ours) => new(
        $"Les deux journées ne se croisent pas\u00a0: ce sera {AmericanTime.FrenchHour(ours.TimeOfDay)} chez vous.",
        $"The two working days don't meet: it's {AmericanTime.Hour(ours.TimeOfDay)} on your clock.");
}
