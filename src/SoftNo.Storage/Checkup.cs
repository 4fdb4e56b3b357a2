using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Storage.Backups;

namespace SoftNo.Storage;

/// <summary>One thing that was checked.</summary>
/// <param name="What">What: <c>runtime</c>, <c>folder</c>, <c>database</c>, <c>integrity</c>, <c>backups</c>, <c>space</c>.</param>
/// <param name="Good">Whether it is as it should be.</param>
/// <param name="Detail">What was seen.</param>
/// <param name="Problem">What is wrong, with its cure; null where nothing is.</param>
public sealed record Checked(string What, bool Good, string Detail, Problem? Problem = null);

/// <summary>Checks the folder and the database.</summary>
public static class Checkup
{
    private const long LittleSpace = 200_000_000;

    /// <summary>Checks, without changing anything that is there; a database that does not exist yet is made.</summary>
    public static IReadOnlyList<Checked> Of(StoreAddress address, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(address);
        var found = new List<Checked> { new("runtime", true, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"), Folder(address) };
        var opened = StoreOpening.Open(address, clock);
        if (opened.Store is null)
        {
            found.Add(new Checked("database", false, StoreProblems.Shown(address), opened.Problem));
            return found;
        }

        using var store = opened.Store;
        var counts = string.Create(CultureInfo.InvariantCulture, $"{store.Deals.Count()} deals, {store.Calls.Count()} calls, {store.Acts.Count()} acts{(store.Cipher is null ? "" : ", encrypted")}");
        found.Add(new Checked("database", true, $"{StoreProblems.Shown(address)}, {store.Database.GetAppliedMigrations().Last()}: {counts}"));
        if (store.IsSqlite)
        {
            var integrity = Integrity(store);
            found.Add(new Checked("integrity", integrity == "ok", integrity, integrity == "ok" ? null : StoreProblems.NoDatabase(address)));
        }

        var backups = Backup.All(address);
        found.Add(new Checked("backups", true, backups.Count == 0 ? "0" : $"{backups.Count}, {Path.GetFileName(backups[^1])}"));
        return found;
    }

    /// <summary>SQLite's own word: <c>ok</c>, or the first thing that is broken.</summary>
    private static string Integrity(Store store)
    {
        store.Database.OpenConnection();
        using var command = store.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        return (string)command.ExecuteScalar()!;
    }

    private static Checked Folder(StoreAddress address)
    {
        try
        {
            Directory.CreateDirectory(address.Folder);
            var trial = Path.Combine(address.Folder, ".writable");
            File.WriteAllText(trial, "");
            File.Delete(trial);
            var free = new DriveInfo(Path.GetFullPath(address.Folder)).AvailableFreeSpace;
            var detail = string.Create(CultureInfo.InvariantCulture, $"{address.Folder}, {free / 1_000_000} MB");
            return new Checked("folder", free > LittleSpace, detail, free > LittleSpace ? null : StoreProblems.Unreachable(address, "disk almost full"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Checked("folder", false, address.Folder, StoreProblems.Unreachable(address, error.Message));
        }
    }
}
