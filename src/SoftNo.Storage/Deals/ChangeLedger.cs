using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Deals;
using SoftNo.Deals.Imports;

namespace SoftNo.Storage.Deals;

/// <summary>The changes of deals, each counted once: a history table, another history table and two exports may all tell of the same one.</summary>
internal sealed class ChangeLedger(Store store, string source)
{
    private const int KeysAtOnce = 400;
    private const int SameChangeWithinDays = 1;

    /// <summary>Adds what a history tells and the store doesn't know yet; gives what was added.</summary>
    public IReadOnlyList<StoredChange> AddHistory(IReadOnlyList<FileChange> history)
    {
        var added = new List<StoredChange>();
        foreach (var chunk in history.GroupBy(change => change.Key, StringComparer.Ordinal).Chunk(KeysAtOnce))
        {
            var stored = Stored([.. chunk.Select(group => group.Key)]);
            foreach (var told in chunk)
            {
                var known = stored[told.Key].ToList();
                var open = known.Where(change => change.FromHistory).ToList();
                foreach (var change in told)
                {
                    // The same change of two tables may differ by a day where one of them is in local time.
                    var same = open.Where(old => old.Field == change.Change.Field && old.From == change.Change.From && old.To == change.Change.To && Days(old.On, change.Change.On) <= SameChangeWithinDays)
                        .MinBy(old => Days(old.On, change.Change.On));
                    if (same is not null)
                    {
                        open.Remove(same);
                        continue;
                    }

                    var entry = Entry(told.Key, change.Change, fromHistory: true);
                    added.Add(entry);
                    store.Changes.Add(entry);
                    // What was only seen between two exports is now told exactly.
                    foreach (var seen in known.Where(old => !old.FromHistory && old.Field == entry.Field && old.To == entry.To && old.On >= entry.On).Take(1).ToList())
                    {
                        known.Remove(seen);
                        store.Changes.Remove(seen);
                    }
                }
            }

            store.SaveChanges();
            store.ChangeTracker.Clear();
        }

        return added;
    }

    /// <summary>Adds what was seen between two exports, unless a history told it; gives what was added.</summary>
    public IReadOnlyList<StoredChange> AddSeen(IReadOnlyList<(string Key, DealChange Change)> seen)
    {
        var added = new List<StoredChange>();
        foreach (var chunk in seen.GroupBy(change => change.Key, StringComparer.Ordinal).Chunk(KeysAtOnce))
        {
            var stored = Stored([.. chunk.Select(group => group.Key)]);
            foreach (var group in chunk)
            {
                foreach (var (_, change) in group)
                {
                    var lastSeen = stored[group.Key].Where(old => !old.FromHistory && old.Field == change.Field).Select(old => old.On).DefaultIfEmpty(LocalDate.MinIsoValue).Max();
                    if (stored[group.Key].Any(old => old.FromHistory && old.Field == change.Field && old.To == change.To && old.On > lastSeen)) continue;
                    var entry = Entry(group.Key, change, fromHistory: false);
                    added.Add(entry);
                    store.Changes.Add(entry);
                }
            }

            store.SaveChanges();
            store.ChangeTracker.Clear();
        }

        return added;
    }

    private ILookup<string, StoredChange> Stored(string[] keys) =>
        store.Changes.Where(change => change.Source == source && keys.Contains(change.SourceKey)).ToLookup(change => change.SourceKey, StringComparer.Ordinal);

    private StoredChange Entry(string key, DealChange change, bool fromHistory) =>
        new() { Source = source, SourceKey = key, On = change.On, Field = change.Field, From = change.From, To = change.To, FromHistory = fromHistory };

    private static int Days(LocalDate one, LocalDate other) => Math.Abs(Period.DaysBetween(one, other));
}
