using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Deals.Matching;
using SoftNo.Simulation.Story;
using SoftNo.Storage.Calls;
using SoftNo.Storage.Deals;

namespace SoftNo.Storage.Demo;

/// <summary>The demo's database: filled with a told story or a simulated team, gone with the first real import.</summary>
public static class DemoStore
{
    private const int SavedAtOnce = 1000;

    /// <summary>Makes it anew.</summary>
    /// <param name="address">Where it lies.</param>
    /// <param name="clock">The clock.</param>
    public static OpenedStore Begin(StoreAddress address, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(address);
        Leave(address);
        return StoreOpening.Open(address, clock);
    }

    /// <summary>Removes it; tells whether it was there.</summary>
    public static bool Leave(StoreAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsDemo || !File.Exists(address.Connection)) return false;
        SqliteConnection.ClearAllPools();
        foreach (var ending in (string[])["", "-wal", "-shm"]) File.Delete(address.Connection + ending);
        return true;
    }

    /// <summary>Tells the story into it: its deals through the CRM's import, its calls read like any call.</summary>
    /// <param name="store">The demo's store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="reader">Reads the calls.</param>
    /// <param name="folder">Where the story lies.</param>
    /// <param name="today">The day on which it is told.</param>
    public static void Tell(Store store, IClock clock, CallReader reader, string folder, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(store);
        var (story, days) = (DemoStory.Load(folder), new StoryDays(today));
        new DealImporter(store, clock, DateTimeZone.Utc).Import(story.File(days));
        var importer = new CallImporter(store, reader, clock, MatchingRules.Load(CrmWords.DefaultFolder), []);
        foreach (var deal in story.Deals)
        {
            var stored = store.Deals.Single(one => one.SourceId == deal.Id);
            foreach (var act in deal.Acts)
            {
                if (act.CallOf(folder, deal, days) is { } call) importer.Import(call, "demo", stored);
                else store.Acts.Add(ActOf(new Act(act.At(days), ActKind.Mail, act.Mail == "seller" ? Side.Seller : Side.Prospect, act.Who), stored.Number, act.Mail == "seller"));
            }
        }
        store.SaveChanges();
    }

    /// <summary>Fills it with simulated deals: acts and the figures of calls, no words.</summary>
    /// <param name="store">The demo's store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="histories">The deals as they stand; each with an id of its own.</param>
    public static void Fill(Store store, IClock clock, IReadOnlyList<DealHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(histories);
        new DealImporter(store, clock, DateTimeZone.Utc).Import(new DealFile
        {
            File = "simulated", Source = "demo", Deals = [.. histories.Select((history, place) => new FileDeal(place + 1, KeyOf(history.Deal), history.Deal))],
            History = [.. histories.SelectMany(history => history.Deal.Changes.Select(change => new FileChange(KeyOf(history.Deal), change.On.AtMidnight(), change)))],
        });
        var numbers = store.Deals.AsNoTracking().ToDictionary(deal => deal.SourceId!, deal => deal.Number, StringComparer.Ordinal);
        store.ChangeTracker.AutoDetectChangesEnabled = false;
        using var transaction = store.BeginWriting();
        foreach (var chunk in histories.Chunk(SavedAtOnce)) Add(store, clock.GetCurrentInstant(), chunk, numbers);
        transaction.Commit();
        store.ChangeTracker.AutoDetectChangesEnabled = true;
    }

    private static void Add(Store store, Instant now, DealHistory[] histories, Dictionary<string, long> numbers)
    {
        var calls = new List<(StoredCall Call, DealAct Act)>();
        foreach (var history in histories)
        {
            var number = numbers[history.Deal.Id!];
            foreach (var act in history.Acts)
            {
                if (act.Reading is null) store.Acts.Add(ActOf(act.Act, number, act.Asked));
                else calls.Add((CallOf(act, number, now), act));
            }
        }
        store.Calls.AddRange(calls.Select(pair => pair.Call));
        store.SaveChanges();
        foreach (var (call, act) in calls)
        {
            var stored = ActOf(act.Act, call.DealNumber!.Value, act.Asked);
            (stored.CallNumber, stored.SourceKey) = (call.Number, $"call:{call.Fingerprint}");
            store.Acts.Add(stored);
        }
        store.SaveChanges();
        store.ChangeTracker.Clear();
    }

    private static StoredCall CallOf(DealAct act, long number, Instant now)
    {
        var figures = act.Reading!;
        var call = new StoredCall
        {
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figures.Id))), File = figures.Id, StartedAt = act.Act.At, ImportedAt = now, Consent = "demo",
            DealNumber = number, MatchedBy = "given", MatchConfidence = 1,
        };
        call.Readings.Add(new StoredReading { At = now, Lexicon = "demo", Listener = "off", Verdict = figures.Verdict, Figures = StoredJson.Write(figures) });
        return call;
    }

    private static StoredAct ActOf(Act act, long number, bool? asked) => new()
    {
        DealNumber = number, At = act.At.ToInstant(), OffsetMinutes = act.At.Offset.Seconds / 60, Kind = act.Kind, Side = act.Side, Who = act.Who, Asked = asked, Confidence = 1,
        SourceKey = string.Create(CultureInfo.InvariantCulture, $"demo:{number}:{act.At:uuuu-MM-dd}:{act.Side}"),
    };

    private static string KeyOf(Deal deal) => DealKey.Of("demo", deal.Id, deal.Name, deal.Company);
}
