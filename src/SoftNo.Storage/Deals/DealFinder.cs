using Microsoft.EntityFrameworkCore;
using SoftNo.Deals.Imports;

namespace SoftNo.Storage.Deals;

/// <summary>The deal that the user names: by its id, else by its name or company.</summary>
public static class DealFinder
{
    private const int Shown = 5;

    /// <summary>The one deal, or what is wrong: none of that name, or several.</summary>
    public static (StoredDeal? Deal, Problem? Problem) Find(Store store, string said)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(said);
        var wanted = said.Trim();
        var byId = store.Deals.Where(deal => deal.SourceId == wanted || deal.SourceKey == "id:" + DealKey.OfId("salesforce", wanted)).ToList();
        if (byId.Count > 0) return One(byId, said);
        var all = store.Deals.AsNoTracking().Select(deal => new { deal.Number, deal.Name, deal.Company }).AsEnumerable().ToList();
        foreach (var fits in (Func<string?, bool>[])[text => Same(text, wanted), text => text?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true])
        {
            var numbers = all.Where(deal => fits(deal.Name)).Select(deal => deal.Number).ToList();
            if (numbers.Count == 0) numbers = [.. all.Where(deal => fits(deal.Company)).Select(deal => deal.Number)];
            if (numbers.Count > 0) return One([.. store.Deals.Where(deal => numbers.Contains(deal.Number))], said);
        }

        return (null, new Problem(said, null, null, "no-such-deal", new("Aucun deal ne porte ce nom ni cet identifiant.", "No deal has this name or id."),
            new("«\u00a0softno export deals\u00a0» les liste.", "\"softno export deals\" lists them.")));
    }

    private static bool Same(string? text, string wanted) => string.Equals(text?.Trim(), wanted, StringComparison.OrdinalIgnoreCase);

    private static (StoredDeal? Deal, Problem? Problem) One(List<StoredDeal> found, string said)
    {
        if (found.Count == 1) return (found[0], null);
        var names = string.Join(", ", found.Take(Shown).Select(deal => $"{deal.SourceId ?? "–"} {deal.Name}"));
        return (null, new Problem(said, null, null, "several-deals", new($"{found.Count} deals s’appellent ainsi\u00a0: {names}.", $"{found.Count} deals are named so: {names}."),
            new("Donnez l’identifiant.", "Give the id.")));
    }
}
