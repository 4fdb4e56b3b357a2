using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using SoftNo.Storage.Backups;

namespace SoftNo.Storage;

/// <summary>A store that is open, or what keeps it shut.</summary>
/// <param name="Store">The store; null where there is a problem. The caller disposes of it.</param>
/// <param name="Problem">The problem, or null.</param>
public sealed record OpenedStore(Store? Store, Problem? Problem);

/// <summary>Opens the database: makes it, brings it up to date after a backup, and refuses one that a newer program made.</summary>
public static class StoreOpening
{
    /// <summary>Opens it.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="clock">Names backups.</param>
    public static OpenedStore Open(StoreAddress address, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        try
        {
            if (address.IsSqlite) PrepareFolder(address);
            var store = new Store(address.Options());
            if (Prepared(store, address, clock) is not { } problem) return new OpenedStore(store, null);
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
    private static Problem? Prepared(Store store, StoreAddress address, IClock clock)
    {
        var known = store.Database.GetMigrations().ToList();
        var applied = store.Database.GetAppliedMigrations().ToList();
        if (applied.Except(known, StringComparer.Ordinal).LastOrDefault() is { } newer) return StoreProblems.Newer(address, newer, known[^1]);
        if (applied.Count == known.Count) return null;
        if (applied.Count > 0) Backup.Write(store, address, clock, "before-" + known[^1]);
        store.Database.Migrate();
        return null;
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
