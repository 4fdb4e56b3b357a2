using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Threads;

/// <summary>The people of an exchange, with their sides; and the prospect's days.</summary>
internal sealed class Participants
{
    private readonly IReadOnlyList<Speaker> _people;
    private readonly Side[] _sides;
    private readonly Absence[] _prospectAway;

    public Participants(Call call)
    {
        _people = call.People;
        _sides = [.. _people.Select(SideOf)];
        Zone = call.Source.Zone ?? DateTimeZoneProviders.Tzdb["America/New_York"];
        _prospectAway = [.. call.Exchange?.Absences.Where(absence => Side(absence.Person) == Calls.Side.Prospect && absence.Until is not null) ?? []];
    }

    /// <summary>The prospect's zone.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>A person's side.</summary>
    public Side Side(int person) => _sides[person];

    /// <summary>A person's name, or the address where there is none.</summary>
    public string Name(int person) => _people[person].Name;

    /// <summary>US business days after the local day of a moment, up to and including that of another, without those the prospect is away.</summary>
    public int BusinessDays(Instant after, Instant until) =>
        Cues.Moments.UsBusinessDays.Between(after.InZone(Zone).Date, until.InZone(Zone).Date, IsAway);

    private bool IsAway(LocalDate day) => Array.Exists(_prospectAway, absence => absence.From <= day && day <= absence.Until);

    // Who only took part is on the side of those of the same house, where they are of one side.
    private Side SideOf(Speaker person)
    {
        if (person.Side != Calls.Side.Unknown || HouseOf(person) is not { } house) return person.Side;
        Side[] sides = [.. _people.Where(other => other.Side != Calls.Side.Unknown && house.Equals(HouseOf(other), StringComparison.OrdinalIgnoreCase)).Select(other => other.Side).Distinct()];
        return sides.Length == 1 ? sides[0] : Calls.Side.Unknown;
    }

    private static string? HouseOf(Speaker person) => person.Address is { } address && address.LastIndexOf('@') is >= 0 and var at ? address[(at + 1)..] : null;
}
