using NodaTime;

namespace SoftNo.Calls;

/// <summary>
/// Joins what two readings of files tell of one exchange: a mailbox that was exported again, one more message, an answer to an invitation. What both tell counts
/// once, and joining the same again changes nothing.
/// </summary>
public static class GrownExchange
{
    /// <summary>Both as one exchange.</summary>
    /// <param name="known">What was known.</param>
    /// <param name="fresh">What was read now.</param>
    public static Call Of(Call known, Call fresh)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(fresh);
        var people = new List<Speaker>();
        int[] first = Places(known, people), second = Places(fresh, people);
        var turns = Moved(known, first).Concat(Moved(fresh, second)).DistinctBy(turn => (turn.At?.ToInstant(), turn.Speaker, turn.Text)).OrderBy(turn => turn.At?.ToInstant() ?? Instant.MinValue).ToList();
        // Who is heard stands before who only took part.
        int[] heard = [.. turns.Select(turn => turn.Speaker).Where(speaker => speaker != Call.Nobody).Distinct()];
        int[] order = [.. heard, .. Enumerable.Range(0, people.Count).Except(heard)];
        var place = new int[people.Count];
        for (var at = 0; at < order.Length; at++) place[order[at]] = at;
        var exchange = Joined(known.Exchange ?? new Exchange(), [.. first.Select(at => place[at])], fresh.Exchange ?? new Exchange(), [.. second.Select(at => place[at])]);
        return known with
        {
            Source = Earlier(known.Source, fresh.Source),
            Speakers = [.. heard.Select(at => people[at])],
            Turns = [.. turns.Select((turn, index) => turn with { Index = index, Speaker = turn.Speaker == Call.Nobody ? Call.Nobody : place[turn.Speaker] })],
            Warnings = [.. known.Warnings.Concat(fresh.Warnings).DistinctBy(warning => warning.Code)],
            Exchange = exchange with { Others = [.. order.Skip(heard.Length).Select(at => people[at])] },
        };
    }

    /// <summary>Whether an exchange tells more than it did before it was joined with another.</summary>
    public static bool Grew(Call before, Call after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Size(before) != Size(after);
    }

    private static (int, int, int, int, int) Size(Call call) =>
        (call.Turns.Count, call.Exchange?.Acts.Count ?? 0, call.Exchange?.Absences.Count ?? 0, call.Exchange?.Invitations.Sum(one => one.Changes.Count) ?? 0, call.Exchange?.Conversations.Count ?? 0);

    private static IEnumerable<Turn> Moved(Call call, int[] places) => call.Turns.Select(turn => turn.Speaker == Call.Nobody ? turn : turn with { Speaker = places[turn.Speaker] });

    /// <summary>Where each person of a call stands among the people of both, who grow by those not yet there.</summary>
    private static int[] Places(Call call, List<Speaker> people)
    {
        var places = new int[call.People.Count];
        for (var at = 0; at < places.Length; at++)
        {
            var person = call.People[at];
            var known = people.FindIndex(other => IsSame(other, person));
            if (known < 0) people.Add(person);
            else if (people[known].Side == Side.Unknown && person.Side != Side.Unknown) people[known] = people[known] with { Side = person.Side, Basis = person.Basis, Reason = person.Reason };
            places[at] = known < 0 ? people.Count - 1 : known;
        }

        return places;
    }

    private static bool IsSame(Speaker one, Speaker other) => one.Address is not null || other.Address is not null
        ? string.Equals(one.Address, other.Address, StringComparison.OrdinalIgnoreCase)
        : string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    private static CallSource Earlier(CallSource known, CallSource fresh)
    {
        if (fresh.StartedAt is not { } start || start.ToInstant() >= known.StartedAt?.ToInstant()) return known;
        return known with { StartedAt = start, StartedAtBasis = fresh.StartedAtBasis, Title = fresh.Title ?? known.Title };
    }

    private static Exchange Joined(Exchange known, int[] first, Exchange fresh, int[] second) => new()
    {
        Acts = [.. known.Acts.Select(act => Moved(act, first)).Concat(fresh.Acts.Select(act => Moved(act, second)))
            .DistinctBy(act => (act.At.ToInstant(), act.Kind, act.Person)).OrderBy(act => act.At.ToInstant())],
        Conversations = [.. known.Conversations.Select(one => Moved(one, first)).Concat(fresh.Conversations.Select(one => Moved(one, second))).DistinctBy(one => one.At.ToInstant()).OrderBy(one => one.At.ToInstant())],
        Absences = [.. known.Absences.Select(one => one with { Person = first[one.Person] }).Concat(fresh.Absences.Select(one => one with { Person = second[one.Person] }))
            .DistinctBy(one => (one.Person, one.From, one.Until)).OrderBy(one => one.Told.ToInstant())],
        Invitations = [.. known.Invitations.Select(one => Moved(one, first)).Concat(fresh.Invitations.Select(one => Moved(one, second))).GroupBy(one => (one.Uid, one.Occurrence)).Select(Joined)],
        Ids = [.. known.Ids.Union(fresh.Ids, StringComparer.Ordinal)],
    };

    private static PersonAct Moved(PersonAct act, int[] places) => act with { Person = places[act.Person], To = [.. act.To.Select(at => places[at])] };

    private static Conversation Moved(Conversation one, int[] places) => one with { People = [.. one.People.Select(at => places[at])] };

    private static Invitation Moved(Invitation one, int[] places) => one with
    {
        Organizer = one.Organizer is { } organizer ? places[organizer] : null,
        Changes = [.. one.Changes.Select(change => change with
        {
            By = change.By is { } by ? places[by] : null, Guests = [.. change.Guests.Select(guest => guest with { Person = places[guest.Person] })],
        })],
    };

    private static Invitation Joined(IEnumerable<Invitation> same)
    {
        Invitation[] all = [.. same];
        return all[0] with
        {
            Changes = [.. all.SelectMany(one => one.Changes).DistinctBy(change => (change.At?.ToInstant(), change.Kind, change.By, change.Sequence, change.Start, string.Join(' ', change.Guests)))
                .OrderBy(change => change.At?.ToInstant() ?? Instant.MinValue).ThenBy(change => change.Sequence)],
        };
    }
}
