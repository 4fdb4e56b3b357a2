using NodaTime;
using SoftNo.Cues.Moments;
using SoftNo.Signals;

namespace SoftNo.Rescue.Times;

/// <summary>The times a call's rescues propose: a slot to come, and the one already agreed.</summary>
internal sealed class ProposedTimes
{
    private const string FallBackZone = "America/New_York";

    public ProposedTimes(HoldPlanner planner, Reading reading, AdviceOptions options)
    {
        var source = reading.Call.Source;
        var theirs = source.Zone ?? DateTimeZoneProviders.Tzdb[FallBackZone];
        var ours = source.OurZone ?? options.OurZone;
        var after = source.StartedAt is { } started ? Instant.Max(options.Now, started.ToInstant() + (source.Duration ?? Duration.Zero)) : options.Now;
        if (source.StartedAt is { } began) InTheCall = planner.Plan(began.ToInstant() + (source.Duration ?? Duration.Zero), theirs, ours, options.OurHours);
        if (options.MomentUnknown && source.StartedAt is null) return;
        Proposed = planner.Plan(after, theirs, ours, options.OurHours);
        if (Proposed is null) Warnings = [NoCommonHour(theirs, ours)];
        if (reading.StepAhead is not { Grade: Grade.Firm or Grade.Booked, When: Moment.AtMinute agreed }) return;
        if (agreed.At.ToInstant() <= after) Warnings = [.. Warnings, AgreedIsPast()];
        else Agreed = planner.At(agreed.At.ToInstant().InZone(theirs), ours) with { Alternatives = Proposed is null ? [] : [Proposed.Start, .. Proposed.Alternatives.SkipLast(1)] };
    }

    /// <summary>The slot to propose; null where no hour suits both sides.</summary>
    public Hold? Proposed { get; }

    /// <summary>The slot that could have been proposed in the call itself; null where nothing says when that was.</summary>
    public Hold? InTheCall { get; }

    /// <summary>The slot already agreed, still to come; else null.</summary>
    public Hold? Agreed { get; }

    /// <summary>No common hour, where there is none.</summary>
    public IReadOnlyList<Warning> Warnings { get; } = [];

    private static Warning AgreedIsPast() => new(
        "agreed-past",
        new Bilingual("L’heure convenue pendant l’appel est passée.", "The time that was agreed in the call is past."),
        new Bilingual("Si ce rendez-vous a eu lieu, c’est lui qu’il faut lire ; sinon, proposez la nouvelle date.", "If that meeting took place, read it instead; if not, offer the new date."));

    private static Warning NoCommonHour(DateTimeZone theirs, DateTimeZone ours) => new(
        "no-common-hour",
        new Bilingual(
            $"Aucune heure ne convient aux deux journées, entre {theirs.Id} et {ours.Id}.",
            $"No hour suits both working days, between {theirs.Id} and {ours.Id}."),
        new Bilingual("Élargissez la vôtre avec --hours.", "Widen yours with --hours."));
}
