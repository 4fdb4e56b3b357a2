using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Storage.Audits;
using SoftNo.Storage.People;

namespace SoftNo.Storage.Backups;

/// <summary>Puts a backup in the store's place.</summary>
public static class Restoring
{
    /// <summary>The copy that is brought up to date before it takes the store's place.</summary>
    internal const string CopyName = "restoring.db";

    /// <summary>Restores in one transaction: a crash leaves the store as it was. The store is backed up before; people erased since stay erased.</summary>
    /// <param name="store">The store that is replaced.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="backup">The backup's path.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>What is wrong with the backup, or null.</returns>
    public static Problem? From(Store store, StoreAddress address, string backup, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        if (!File.Exists(backup)) return new Problem(backup, null, null, "missing-file", new("Le fichier n’existe pas.", "There is no such file."), new("Vérifiez le chemin.", "Check the path."));
        Backup.Write(store, address, clock, "before-restore");
        // The backup itself stays as it is: a copy is brought up to date.
        var copy = Path.Combine(address.Folder, CopyName);
        Discard(copy);
        Directory.CreateDirectory(address.Folder);
        File.Copy(backup, copy);
        try
        {
            var opened = StoreOpening.Open(address.Beside(copy), clock, backsUp: false);
            if (opened.Store is null) return opened.Problem! with { File = backup };
            using var restored = opened.Store;
            if (restored.Cipher is not null && store.Cipher is null) return StoreProblems.OpenTarget(backup);
            var erasures = Erasures.Of(address.Folder);
            var erased = erasures.All(store).Union(erasures.All(restored)).ToHashSet(StringComparer.Ordinal);
            Forgetting.Replay(restored, erasures, erased);
            foreach (var hash in erased.Except(restored.Erasures.Select(erasure => erasure.Hash).ToList())) restored.Erasures.Add(new StoredErasure { Hash = hash, At = clock.GetCurrentInstant() });
            restored.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = "restore" });
            restored.SaveChanges();
            TableCopy.All(restored, store);
            store.ChangeTracker.Clear();
            return null;
        }
        finally
        {
            Discard(copy);
        }
    }

    private static void Discard(string path)
    {
        foreach (var file in (string[])[path, path + "-wal", path + "-shm"]) File.Delete(file);
    }
}
