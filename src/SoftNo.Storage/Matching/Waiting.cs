using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Deals.Matching;
using SoftNo.Storage.Audits;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;

namespace SoftNo.Storage.Matching;

/// <summary>Calls that wait for a deal, and their settling by hand.</summary>
public sealed class Waiting(Store store, IClock clock, MatchingRules rules, IReadOnlyCollection<string> ourDomains)
{
    /// <summary>The calls that wait, oldest import first.</summary>
    public IReadOnlyList<StoredCall> Calls() => [.. store.Calls.AsNoTracking().Where(call => call.DealNumber == null).OrderBy(call => call.Number)];

    /// <summary>Settles a call and remembers its traces; what waits with the same traces follows.</summary>
    /// <param name="number">The call's number.</param>
    /// <param name="deal">The deal, from this store.</param>
    /// <returns>How many calls were tied; 0 where there is no such call.</returns>
    public int Settle(long number, StoredDeal deal)
    {
        ArgumentNullException.ThrowIfNull(deal);
        using var transaction = store.BeginWriting();
        if (store.Calls.SingleOrDefault(call => call.Number == number) is not { } settled) return 0;
        var matcher = StoredMatching.Of(store, rules, ourDomains);
        foreach (var tie in matcher.TiesOf(TracesOf(settled), deal.Number))
        {
            store.Ties.Where(old => old.Kind == tie.Kind && old.Value == tie.Value).ExecuteDelete();
            store.Ties.Add(new StoredTie { Kind = tie.Kind, Value = tie.Value, DealNumber = deal.Number });
        }

        store.SaveChanges();
        CallTies.Tie(store, settled, new Match(deal.Number, "given", 1, []));
        store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = "settled", DealNumber = deal.Number });
        store.SaveChanges();
        var tied = 1 + MatchAgain();
        transaction.Commit();
        return tied;
    }

    /// <summary>Looks again for the deals of calls that wait: after an import of deals, or a settling.</summary>
    /// <returns>How many found theirs.</returns>
    public int MatchAgain()
    {
        if (!store.Calls.Any(call => call.DealNumber == null)) return 0;
        var matcher = StoredMatching.Of(store, rules, ourDomains);
        var tied = 0;
        foreach (var call in store.Calls.Where(call => call.DealNumber == null).ToList())
        {
            var match = matcher.Find(TracesOf(call));
            if (match.Number is null) continue;
            CallTies.Tie(store, call, match);
            tied++;
        }

        store.SaveChanges();
        return tied;
    }

    private Traces TracesOf(StoredCall call)
    {
        var words = store.Readings.AsNoTracking().Where(reading => reading.CallNumber == call.Number && reading.Content != null).OrderByDescending(reading => reading.Number).Select(reading => reading.Content).FirstOrDefault();
        return words is not null ? Traces.Of(StoredJson.Reading(words).Call, ourDomains) : new Traces { Titles = [.. new[] { call.Title, call.File }.OfType<string>()], On = call.StartedAt?.Date };
    }
}
