using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Storage.Audits;
using SoftNo.Storage.Backups;

namespace SoftNo.Storage.People;

/// <summary>What forgetting did. It holds no name.</summary>
/// <param name="Calls">Calls in which they spoke or were named.</param>
/// <param name="Turns">Turns of theirs that are empty now.</param>
/// <param name="Records">Other cells that named them.</param>
/// <param name="Backups">Backups from which they were erased too.</param>
/// <param name="Elsewhere">Files that the program wrote outside the data folder, which it leaves to the user.</param>
/// <param name="ServerLog">Whether a server keeps a log of its own, which is left to it.</param>
public sealed record Receipt(int Calls, int Turns, int Records, int Backups, IReadOnlyList<string> Elsewhere, bool ServerLog)
{
    /// <summary>Backups that could not be opened, such as those of another passphrase: they were not erased from.</summary>
    public IReadOnlyList<string> Unopened { get; init; } = [];
}

/// <summary>Erases a person from the store and every backup in the data folder.</summary>
public static class Forgetting
{
    /// <summary>What stands where a person's words or name stood.</summary>
    public const char Mark = '—';

    /// <summary>The <see cref="Turn.LeftOut"/> of a turn whose words were erased.</summary>
    public const string LeftOut = "erased";

    /// <summary>Forgets.</summary>
    /// <param name="store">The store.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="said">A name or an address.</param>
    /// <param name="clock">The clock.</param>
    public static Receipt Forget(Store store, StoreAddress address, string said, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        var person = Person.Find(store, said);
        var elsewhere = store.Audit.AsNoTracking().Where(entry => entry.WroteFile != null).Select(entry => entry.WroteFile!).Distinct().ToList();
        var erasures = Erasures.Of(address.Folder);
        var hashes = person.Names.Concat(person.Addresses).Select(erasures.Hash).Distinct().ToList();
        Backup.Sweep(address);
        // Noted first: should the machine stop midway, the next restore still knows.
        erasures.Note(hashes);
        var (calls, turns, records) = Erase(store, person);
        foreach (var hash in hashes.Except(store.Erasures.Select(erasure => erasure.Hash).ToList())) store.Erasures.Add(new StoredErasure { Hash = hash, At = clock.GetCurrentInstant() });
        store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = "forget" });
        store.SaveChanges();
        Compact(store);
        var (backups, unopened) = (0, new List<string>());
        foreach (var backup in Backup.All(address))
        {
            if (StoreOpening.Open(address.Beside(backup), clock, backsUp: false).Store is not { } copy)
            {
                unopened.Add(backup);
                continue;
            }

            using (copy)
            {
                Erase(copy, Person.Find(copy, said) is var known ? new Person([.. known.Names.Union(person.Names)], [.. known.Addresses.Union(person.Addresses)]) : person);
                Compact(copy);
                copy.Database.ExecuteSql($"PRAGMA journal_mode=DELETE");
            }

            backups++;
        }

        return new Receipt(calls, turns, records, backups, elsewhere, !store.IsSqlite) { Unopened = unopened };
    }

    /// <summary>Forgets again, in a restored store, everyone whose hash is among the erased.</summary>
    internal static void Replay(Store store, Erasures erasures, IReadOnlySet<string> erased)
    {
        if (erased.Count == 0) return;
        var known = store.People.AsNoTracking().AsEnumerable().SelectMany(person => new[] { person.Name, person.Address })
            .Concat(store.Calls.AsNoTracking().Where(call => call.Content != null).Select(call => call.Content!).AsEnumerable()
                .SelectMany(words => StoredJson.Call(words).People).SelectMany(speaker => new[] { speaker.Name, speaker.Address }.Concat(speaker.AlsoKnownAs.Select(other => other.Name))))
            .Concat(store.Acts.AsNoTracking().Select(act => act.Who)).Concat(store.Deals.AsNoTracking().Select(deal => deal.Owner))
            .Concat(store.Pauses.AsNoTracking().Select(pause => pause.Reason)).Concat(store.Ties.AsNoTracking().Select(tie => tie.Value)).OfType<string>().Distinct().ToList();
        var names = known.Where(text => erased.Contains(erasures.Hash(text))).ToList();
        if (names.Count == 0) return;
        Erase(store, new Person([.. names.Where(text => !text.Contains('@', StringComparison.Ordinal))], [.. names.Where(text => text.Contains('@', StringComparison.Ordinal)).Select(text => text.ToLowerInvariant())]));
        Compact(store);
    }

    private static (int Calls, int Turns, int Records) Erase(Store store, Person person)
    {
        using var transaction = store.BeginWriting();
        var (calls, turns) = (0, 0);
        foreach (var number in store.Calls.Where(call => call.Content != null).Select(call => call.Number).ToList())
        {
            var stored = store.Calls.Single(call => call.Number == number);
            var (left, emptied, touched) = Without(StoredJson.Call(stored.Content!), person);
            if (touched)
            {
                calls++;
                turns += emptied;
                stored.Content = StoredJson.Write(left);
                (stored.Title, stored.File) = (left.Source.Title, Path.GetFileName(left.Source.File));
                // A reading quotes: it keeps its figures only.
                foreach (var reading in store.Readings.Where(reading => reading.CallNumber == number)) (reading.Content, reading.Sentence) = (null, null);
                foreach (var dismissal in store.Dismissals.Where(dismissal => dismissal.Fingerprint == stored.Fingerprint)) (dismissal.Quote, dismissal.Why) = (null, null);
                store.SaveChanges();
            }

            store.ChangeTracker.Clear();
        }

        foreach (var known in store.People.AsEnumerable().Where(known => person.IsNamed(known.Name) || person.IsNamed(known.Address)).ToList()) store.People.Remove(known);
        foreach (var act in store.Acts.Where(act => act.Who != null).AsEnumerable().Where(act => person.IsNamed(act.Who)).ToList()) act.Who = null;
        store.SaveChanges();
        var records = TextScrub.Everywhere(store, person);
        transaction.Commit();
        store.ChangeTracker.Clear();
        return (calls, turns, records);
    }

    /// <summary>A call without a person: their turns are empty, their name is gone from everyone's.</summary>
    private static (Call Call, int Emptied, bool Touched) Without(Call call, Person person)
    {
        var everyone = call.People;
        var theirs = Enumerable.Range(0, everyone.Count).Where(at => person.Is(everyone[at])).ToHashSet();
        // In a talk they were part of, the first name alone is them too.
        var words = theirs.Count == 0 ? [] : person.Names.SelectMany(name => name.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Length > 2).ToList();
        var scrub = new TextScrub(person, words);
        var emptied = 0;
        var touched = theirs.Count > 0;
        var turns = new List<Turn>(call.Turns.Count);
        foreach (var turn in call.Turns)
        {
            if (theirs.Contains(turn.Speaker))
            {
                emptied++;
                turns.Add(turn with { Text = "", LeftOut = LeftOut });
                continue;
            }

            var text = scrub.Of(turn.Text);
            touched |= text != turn.Text;
            turns.Add(turn with { Text = text });
        }

        if (!touched) return (call, 0, false);
        var people = everyone.Select((speaker, at) => theirs.Contains(at)
            ? new Speaker { Name = Mark.ToString(), Side = speaker.Side, Basis = speaker.Basis }
            : speaker with { AlsoKnownAs = [.. speaker.AlsoKnownAs.Where(other => !person.IsIn(other.Name))] }).ToList();
        // Ids of messages may hold an address; the store knows them again by their hashes.
        var exchange = call.Exchange is not { } known ? null : known with
        {
            Erased = true,
            Others = [.. people.Skip(call.Speakers.Count)], Ids = [.. known.Ids.Where(id => !person.IsIn(id))], Invitations = [.. known.Invitations.Select(one => one with { Title = scrub.Of(one.Title), Uid = scrub.Of(one.Uid) })],
        };
        var source = call.Source with { Title = call.Source.Title is { } title ? scrub.Of(title) : null, File = scrub.Of(call.Source.File) };
        return (call with { Speakers = [.. people.Take(call.Speakers.Count)], Turns = turns, Source = source, Exchange = exchange, Warnings = [] }, emptied, true);
    }

    /// <summary>Writes the database anew, so that no page keeps what was erased.</summary>
    internal static void Compact(Store store)
    {
        store.ChangeTracker.Clear();
        if (store.IsSqlite)
        {
            store.Database.ExecuteSql($"PRAGMA wal_checkpoint(TRUNCATE)");
            store.Database.ExecuteSql($"VACUUM");
            store.Database.ExecuteSql($"PRAGMA wal_checkpoint(TRUNCATE)");
        }
        else
        {
            store.Database.ExecuteSql($"VACUUM FULL");
        }
    }
}
