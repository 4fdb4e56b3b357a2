using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using SoftNo.Storage.Backups;
using SoftNo.Storage.Sealing;

namespace SoftNo.Storage;

/// <summary>A store that is open, or what keeps it shut.</summary>
/// <param name="Store">The store; null where there is a problem. The caller disposes of it.</param>
/// <param name="Problem">The problem, or null.</param>
public sealed record OpenedStore(Store? Store, Problem? Problem);

/// <summary>Opens the database: makes it, brings it up to date after a backup, and refuses one that a newer program made.</summary>
public static class StoreOpening
{
    /// <summary>The code of the problem that only a passphrase solves.</summary>
    public const string PassphraseMissing = StoreProblems.SealedCode;

    /// <summary>Opens it.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="clock">Names backups.</param>
    /// <param name="backsUp">Whether a backup is written before it is brought up to date; not where it is itself one.</param>
    public static OpenedStore Open(StoreAddress address, IClock clock, bool backsUp = true)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        try
        {
            if (address.IsSqlite) PrepareFolder(address);
            var store = new Store(address.Options());
            if (Prepared(store, address, clock, backsUp) is not { } problem) return Unsealed(store, address);
            store.Dispose();
            return new OpenedStore(null, problem);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: 14 or 8 or 10 or 13 })
        {
            return new OpenedStore(null, StoreProblems.Unreachable(address, error.Message));
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 26 or 11)
        {
            return new OpenedStore(null, StoreProblems.NoDatabase(address));
        }
        catch (Exception error) when (error is NpgsqlException or System.Net.Sockets.SocketException or ArgumentException && !address.IsSqlite)
        {
            return new OpenedStore(null, StoreProblems.Unreachable(address, error.Message));
        }
    }

    /// <summary>The migrations that the database has and this program doesn't know: a newer program made it.</summary>
    private static Problem? Prepared(Store store, StoreAddress address, IClock clock, bool backsUp)
    {
        var known = store.Database.GetMigrations().ToList();
        var applied = store.Database.GetAppliedMigrations().ToList();
        if (applied.Except(known, StringComparer.Ordinal).LastOrDefault() is { } newer) return StoreProblems.Newer(address, newer, known[^1]);
        if (applied.Count == known.Count) return null;
        if (applied.Count > 0 && backsUp) Backup.Write(store, address, clock, "before-" + known[^1]);
        store.Database.Migrate();
        return null;
    }

    /// <summary>A store that opens its texts, where they are sealed.</summary>
    private static OpenedStore Unsealed(Store store, StoreAddress address)
    {
        if (store.Seals.AsNoTracking().FirstOrDefault() is not { } seal) return new OpenedStore(store, null);
        store.Dispose();
        if (address.Passphrase is not { } passphrase) return new OpenedStore(null, StoreProblems.Sealed(address));
        return TextCipher.Of(seal, passphrase) is { } cipher ? new OpenedStore(new Store(address.Options(), cipher), null) : new OpenedStore(null, StoreProblems.WrongPassphrase(address));
    }

    private static void PrepareFolder(StoreAddress address)
    {
        var folder = Path.GetDirectoryName(address.Connection)!;
        if (Directory.Exists(folder)) return;
        // Words of calls lie here: nobody else's eyes.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
