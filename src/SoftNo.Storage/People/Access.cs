using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace SoftNo.Storage.People;

/// <summary>One thing that is held of a person.</summary>
/// <param name="Kind"><c>record</c>, <c>call</c>, <c>turn</c>, <c>act</c>, <c>named</c>.</param>
/// <param name="At">When, or null.</param>
/// <param name="Where">The deal, the call's file, the table.</param>
/// <param name="Text">What is held: the words, the address.</param>
public sealed record Held(string Kind, OffsetDateTime? At, string Where, string Text);

/// <summary>Everything that is held of a person, readable.</summary>
public static class Access
{
    /// <summary>Lists it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="said">A name or an address.</param>
    public static IEnumerable<Held> Of(Store store, string said)
    {
        ArgumentNullException.ThrowIfNull(store);
        var person = Person.Find(store, said);
        var deals = store.Deals.AsNoTracking().Select(deal => new { deal.Number, deal.Name, deal.Owner, deal.LostReason }).ToDictionary(deal => deal.Number);
        foreach (var known in store.People.AsNoTracking().AsEnumerable().Where(known => person.IsNamed(known.Name) || person.IsNamed(known.Address)))
            yield return new Held("record", null, known.DealNumber is { } deal ? deals[deal].Name : "", string.Join(' ', new[] { known.Name, known.Address }.OfType<string>()));
        foreach (var deal in deals.Values.Where(deal => person.IsIn(deal.Name) || person.IsNamed(deal.Owner) || person.IsIn(deal.LostReason)))
            yield return new Held("named", null, deal.Name, string.Join(' ', new[] { deal.Owner, deal.LostReason }.OfType<string>()));
        foreach (var act in store.Acts.AsNoTracking().Where(act => act.Who != null).AsEnumerable().Where(act => person.IsNamed(act.Who)))
            yield return new Held("act", act.ToAct().At, act.DealNumber is { } deal && deals.TryGetValue(deal, out var found) ? found.Name : "", act.Kind.ToString().ToLowerInvariant());
        foreach (var stored in store.Calls.AsNoTracking().Where(call => call.Content != null).OrderBy(call => call.Number))
        {
            var call = StoredJson.Call(stored.Content!);
            var theirs = Enumerable.Range(0, call.People.Count).Where(at => person.Is(call.People[at])).ToHashSet();
            if (theirs.Count > 0) yield return new Held("call", stored.StartedAt, stored.File, stored.Consent ?? "");
            foreach (var turn in call.Turns.Where(turn => theirs.Contains(turn.Speaker))) yield return new Held("turn", call.MomentOf(turn), stored.File, turn.Text);
            foreach (var turn in call.Turns.Where(turn => !theirs.Contains(turn.Speaker) && person.IsIn(turn.Text))) yield return new Held("named", call.MomentOf(turn), stored.File, turn.Text);
        }
    }
}
