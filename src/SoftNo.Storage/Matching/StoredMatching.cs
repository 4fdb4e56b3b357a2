using Microsoft.EntityFrameworkCore;
using SoftNo.Deals.Matching;

namespace SoftNo.Storage.Matching;

/// <summary>Makes a matcher of the stored deals, their people and what the user settled.</summary>
public static class StoredMatching
{
    /// <summary>The matcher as things stand; make a new one after deals or ties changed.</summary>
    public static Matcher Of(Store store, MatchingRules rules, IEnumerable<string> ourDomains)
    {
        ArgumentNullException.ThrowIfNull(store);
        var people = store.People.AsNoTracking().Where(person => person.DealNumber != null && person.Side != SoftNo.Calls.Side.Seller).AsEnumerable().ToLookup(person => person.DealNumber!.Value);
        var deals = store.Deals.AsNoTracking().AsEnumerable().Select(deal => new Candidate(
            deal.Number, deal.ToDeal([]), deal.Domain, [.. people[deal.Number].Select(person => person.Address).OfType<string>()], [.. people[deal.Number].Select(person => person.Name).OfType<string>()]));
        var ties = store.Ties.AsNoTracking().OrderBy(tie => tie.Number).AsEnumerable().Select(tie => new Tie(tie.Kind, tie.Value, tie.DealNumber));
        return new Matcher(deals, ties, rules, ourDomains);
    }
}
