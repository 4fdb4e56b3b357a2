using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Rescue.Autopsies;

namespace SoftNo.Storage.Deals;

/// <summary>The stored deals that are over, with the words that are kept of them: what an autopsy reads.</summary>
public sealed class OldDeals
{
    private readonly Dictionary<OldDeal, DealHistory> _histories = new(ReferenceEqualityComparer.Instance);

    private OldDeals(int withoutWords) => WithoutWords = withoutWords;

    /// <summary>The deals with at least one call or thread whose words are kept.</summary>
    public IReadOnlyCollection<OldDeal> All => _histories.Keys;

    /// <summary>Deals that are over and of which no words are kept: nothing can be said of them.</summary>
    public int WithoutWords { get; }

    /// <summary>Reads them.</summary>
    /// <param name="store">The store.</param>
    /// <param name="asOf">The day: what came after it is not known.</param>
    /// <param name="dead">Numbers of open deals that look alive and are not.</param>
    public static OldDeals Of(Store store, LocalDate asOf, IReadOnlySet<long> dead)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(dead);
        var over = DealList.Histories(store).Where(one => one.History.At(asOf) is { } then && (then.Deal.Status != DealStatus.Open || dead.Contains(one.Stored.Number))).ToList();
        var numbers = over.Select(one => one.Stored.Number).ToHashSet();
        var words = store.Calls.AsNoTracking().Where(call => call.DealNumber != null && call.Content != null).OrderBy(call => call.Number).Select(call => new { call.DealNumber, call.Content }).AsEnumerable()
            .Where(call => numbers.Contains(call.DealNumber!.Value)).ToLookup(call => call.DealNumber!.Value, call => StoredJson.Call(call.Content!));
        var deals = new OldDeals(over.Count(one => !words.Contains(one.Stored.Number)));
        foreach (var (stored, history) in over.Where(one => words.Contains(one.Stored.Number)))
        {
            var exchanges = words[stored.Number].OrderBy(call => call.Source.StartedAt is null).ThenBy(call => call.Source.StartedAt?.ToInstant()).ToList();
            deals._histories.Add(new OldDeal(history.Deal.Name, history.Deal.Status == DealStatus.Won, exchanges) { Dead = dead.Contains(stored.Number) && history.Deal.Status == DealStatus.Open }, history);
        }

        return deals;
    }

    /// <summary>An autopsy's result with what the CRM declared on each day, and with what the CRM's own activities tell was spent after it.</summary>
    public AutopsyResult Beside(AutopsyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new AutopsyResult([.. result.Deals.Select(Beside)]);
    }

    private DealAutopsy Beside(DealAutopsy autopsy)
    {
        if (autopsy.Alarm?.Day is not { } day || !_histories.TryGetValue(autopsy.Deal, out var history)) return autopsy;
        var after = history.Acts.Where(act => act.Act.At.Date > day).ToList();
        var then = history.At(day)?.Deal;
        return autopsy with
        {
            CallsAfter = Math.Max(autopsy.CallsAfter, after.Count(act => act.Act.Kind == ActKind.Call)),
            MailsAfter = Math.Max(autopsy.MailsAfter, after.Count(act => act.Act is { Kind: ActKind.Mail, Side: Side.Seller })),
            Declared = then is null ? null : new DeclaredThen(then.Stage, then.Probability, then.CloseDate, then.Amount?.Amount, then.Currency ?? then.Amount?.Currency, AsOf.EndOf(history.Deal)),
        };
    }
}
