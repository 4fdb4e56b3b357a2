using Microsoft.EntityFrameworkCore;
using SoftNo.Deals.Imports;
using SoftNo.Storage;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Exchanges;
using SoftNo.Storage.Matching;

namespace SoftNo.Server.Calls;

/// <summary>Calls that are kept in the database, with the consent that it takes, and their deals.</summary>
internal sealed class KeptCalls(Readers readers, CallDesk desk, DeskStore database)
{
    /// <summary>How many are listed.</summary>
    private const int Listed = 200;

    /// <summary>The newest kept calls.</summary>
    public IReadOnlyList<ListedReading> All() => database.Read(store => ReadingList.Page(store, take: Listed), []);

    /// <summary>Those that wait for a deal.</summary>
    public IReadOnlyList<StoredCall> Waiting() => database.Read(store => WaitingOf(store).Calls(), []);

    /// <summary>Names of open deals, to choose among.</summary>
    public IReadOnlyList<string> DealNames() =>
        database.Read<IReadOnlyList<string>>(store => [.. store.Deals.AsNoTracking().Where(deal => deal.Status == SoftNo.Deals.DealStatus.Open && deal.NotedStatus == null).OrderByDescending(deal => deal.Number).Select(deal => deal.Name).Take(Listed).AsEnumerable().Distinct().Order(StringComparer.CurrentCultureIgnoreCase)], []);

    /// <summary>A kept call, as it is shown; null where there is none of that id, or its words are gone.</summary>
    public static DeskCall? Find(Store store, Readers readers, string id)
    {
        if (ReadingList.Find(store, id) is not { } reading) return null;
        var call = store.Calls.AsNoTracking().Single(call => call.Fingerprint == reading.Id);
        var deal = DealOf(store, call);
        var declared = deal?.Probability * 100;
        var corrections = store.Dismissals.AsNoTracking().Where(one => one.Fingerprint == call.Fingerprint).OrderBy(one => one.Number).AsEnumerable();
        return new DeskCall(reading.Call, readers.Told(reading, declared), declared)
        {
            Kept = HowKept(call, deal),
            Corrections = [.. corrections.Select(one => new DeskCorrection(one.Number, one.ToCorrection(), one.Quote))],
        };
    }

    /// <summary>Keeps a call that is in memory: with its corrections, at the deal that is named or found.</summary>
    /// <param name="shown">The call.</param>
    /// <param name="consent">Who agreed to the recording, when and how; null where nobody said.</param>
    /// <param name="said">The deal, as the user names it; null: it is looked for, but for a call from memory, which takes one and no consent.</param>
    /// <param name="gone">Told when nobody waits any more.</param>
    /// <returns>The call as it is stored, or what keeps it from being kept.</returns>
    public async Task<(JustKept? Kept, Problem? Problem)> Keep(DeskCall shown, string? consent, string? said, CancellationToken gone)
    {
        if (shown.Remembered && said is null) return (null, DeskWords.Problem("memory-deal", shown.Call.Source.Title ?? shown.Call.Source.File));
        if (consent is null && !shown.Remembered && shown.Call.Exchange is null && readers.Settings.ConsentDemanded.Value) return (null, DeskWords.Problem("no-consent", shown.Call.Source.File));
        // Before anything is opened for writing: a call that is refused makes no database and ends no demo.
        if (said is not null && database.ReadOwn(store => DealFinder.Find(store, said).Problem, DeskWords.Problem("no-deal", said)) is { } unknown) return (null, unknown);
        var kept = await readers.Use(reader => database.WriteOwn(store =>
        {
            var deal = said is null ? null : DealFinder.Find(store, said).Deal;
            if (shown.Remembered) return JustKept(store, CallImporter.Keep(store, database.Clock, shown.Report.Reading, deal!).Call);
            foreach (var one in shown.Corrections) Dismissals.Note(store, shown.Id, one.Correction, database.Clock);
            var stored = shown.Call.Exchange is null ? new CallImporter(store, reader, database.Clock, readers.Matching, readers.Settings.Domains.Value).Import(shown.Call, consent, deal).Call
                : new ExchangeImporter(store, reader, database.Clock, readers.Matching, readers.Settings.Domains.Value).Import(shown.Call, deal).Call;
            return JustKept(store, stored);
        }), gone).ConfigureAwait(false);
        desk.Forget(shown.Id);
        return (kept, null);
    }

    /// <summary>Ties a kept call to a deal, and remembers its traces: what waits with the same follows.</summary>
    /// <returns>Whether there is such a call, and what is wrong with the deal's name, or null.</returns>
    public (bool IsCall, Problem? Problem) Settle(long call, string said) => database.Change(store =>
    {
        if (!store.Calls.Any(one => one.Number == call)) return (false, null);
        var (deal, problem) = DealFinder.Find(store, said);
        return deal is null ? (true, problem) : (WaitingOf(store).Settle(call, deal) > 0, null);
    }, (false, (Problem?)null));

    /// <summary>Imports a CRM's deals, and looks again for the deals of calls that wait.</summary>
    public ImportCounts Import(DealFile file) => database.WriteOwn(store =>
    {
        var counts = new DealImporter(store, database.Clock, readers.Settings.OurZone.Value).Import(file);
        WaitingOf(store).MatchAgain();
        return counts;
    });

    private static JustKept JustKept(Store store, StoredCall call)
    {
        var newest = store.Readings.AsNoTracking().Where(reading => reading.CallNumber == call.Number).OrderByDescending(reading => reading.Number).Select(reading => new { reading.Verdict, HasWords = reading.Content != null }).First();
        return new JustKept(call.Fingerprint, newest.Verdict, newest.HasWords, HowKept(call, DealOf(store, call)));
    }

    private static KeptCall HowKept(StoredCall call, StoredDeal? deal) => new(call.Number, call.Consent, deal?.Number, deal?.Name, call.MatchedBy, call.MatchConfidence);

    private static StoredDeal? DealOf(Store store, StoredCall call) => call.DealNumber is { } number ? store.Deals.AsNoTracking().SingleOrDefault(deal => deal.Number == number) : null;

    private Waiting WaitingOf(Store store) => new(store, database.Clock, readers.Matching, readers.Settings.Domains.Value);
}
