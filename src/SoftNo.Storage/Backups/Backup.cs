using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using SoftNo.Storage.Sealing;

namespace SoftNo.Storage.Backups;

/// <summary>Writes and finds backups. A backup is always a SQLite file, whichever database it was taken from.</summary>
public static class Backup
{
    private const string Begun = ".part";

    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmssfff'Z'");

    /// <summary>The backups of a data folder, oldest first.</summary>
    public static IReadOnlyList<string> All(StoreAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Directory.Exists(address.Backups) ? [.. Directory.GetFiles(address.Backups, "*.db").Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Removes what a run that was killed left half written, so that no word stays where nobody looks.</summary>
    internal static void Sweep(StoreAddress address)
    {
        var begun = Directory.Exists(address.Backups) ? Directory.GetFiles(address.Backups, "*" + Begun + "*") : [];
        var restoring = Directory.Exists(address.Folder) ? Directory.GetFiles(address.Folder, Restoring.CopyName + "*") : [];
        foreach (var file in begun.Concat(restoring)) File.Delete(file);
    }

    /// <summary>Writes one; a backup that was begun and not finished leaves nothing under its name.</summary>
    /// <param name="store">What is backed up.</param>
    /// <param name="address">Where it is, and where backups go.</param>
    /// <param name="clock">Names it.</param>
    /// <param name="reason">A word for its name, or null.</param>
    /// <param name="to">Another file to write; null for the data folder.</param>
    /// <returns>The backup's path.</returns>
    public static string Write(Store store, StoreAddress address, IClock clock, string? reason = null, string? to = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        var name = $"softno-{Stamp.Format(clock.GetCurrentInstant())}{(reason is null ? "" : "-" + reason)}.db";
        var path = Path.GetFullPath(to ?? Path.Combine(address.Backups, name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var begun = path + Begun;
        File.Delete(begun);
        if (store.IsSqlite) store.Database.ExecuteSql($"VACUUM INTO {begun}");
        else CopyOfServer(store, begun, address.Folder);
        File.Move(begun, path, overwrite: to is not null);
        return path;
    }

    private static void CopyOfServer(Store store, string path, string folder)
    {
        using (var copy = new Store(StoreAddress.Sqlite(path, folder).Options(), store.Cipher))
        {
            copy.Database.Migrate();
            TableCopy.All(store, copy);
            foreach (var seal in store.Seals.AsNoTracking().ToList()) copy.Seals.Add(new StoredSeal { Salt = seal.Salt, Rounds = seal.Rounds, Check = seal.Check });
            copy.SaveChanges();
            // One file, whole: the log is folded in.
            copy.Database.ExecuteSql($"PRAGMA wal_checkpoint(TRUNCATE)");
            copy.Database.ExecuteSql($"PRAGMA journal_mode=DELETE");
        }

        SqliteConnection.ClearAllPools();
    }
}
