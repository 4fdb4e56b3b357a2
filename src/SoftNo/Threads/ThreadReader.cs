using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;

namespace SoftNo.Threads;

/// <summary>Reads what an exchange says beside its words. A pure function of the exchange and the moment.</summary>
public static class ThreadReader
{
    /// <summary>Reads an exchange whose sides are settled, as it was known at a moment, with the step that its words and invitations leave.</summary>
    /// <param name="call">The exchange; what came after as-of is cut before (<see cref="Call.UpTo"/>).</param>
    /// <param name="asOf">The moment it is read at.</param>
    public static (ThreadReading Thread, NextStep Step) Read(Call call, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(call);
        var exchange = call.Exchange ?? new Exchange();
        var people = new Participants(call);
        var standing = new Invitations(people, asOf);
        var invitations = exchange.Invitations.Select(standing.Of).ToList();
        var acts = Acts(exchange, people);
        var last = acts.LastOrDefault(act => act.Side == Side.Prospect);
        var thread = new ThreadReading
        {
            AsOf = asOf.InZone(people.Zone).ToOffsetDateTime(),
            Acts = acts,
            LastActOfProspect = last?.At,
            SilentBusinessDays = last is null ? null : people.BusinessDays(last.At.ToInstant(), asOf),
            OpenQuestion = new OpenQuestions(call, people, asOf).Latest(),
            OutOfOffice = [.. exchange.Absences.Select(absence => new OutOfOffice(people.Name(absence.Person), absence.Until)).Distinct()],
            Invitations = invitations,
        };
        return (thread, new StepAhead(call, people.Zone, asOf).Of(StepReader.Read(call), invitations));
    }

    /// <summary>The step of a call alone, expired where its time is past.</summary>
    public static NextStep Expiring(Call call, NextStep step, Instant asOf) =>
        new StepAhead(call, call.Source.Zone ?? DateTimeZoneProviders.Tzdb["America/New_York"], asOf).Expiring(step);

    private static List<Act> Acts(Exchange exchange, Participants people)
    {
        // An invitation kept as a file on our own disk is no proof that we sent it; theirs reached us.
        var acts = exchange.Acts.Where(act => act.Kind != ActKind.Invited || people.Side(act.Person) == Side.Prospect)
            .Select(act => new Act(act.At, act.Kind, people.Side(act.Person), people.Name(act.Person)));
        var calls = exchange.Conversations.Where(one => one.People.Count > 0).Select(one =>
        {
            // A conversation with the prospect is an act of theirs.
            var who = one.People.FirstOrDefault(person => people.Side(person) == Side.Prospect, one.People[0]);
            return new Act(one.At, ActKind.Call, people.Side(who), people.Name(who));
        });
        return [.. acts.Concat(calls).OrderBy(act => act.At.ToInstant())];
    }
}
