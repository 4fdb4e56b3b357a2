using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using SoftNo.Storage.Audits;
using SoftNo.Storage.Backups;
using SoftNo.Storage.People;

namespace SoftNo.Storage.Sealing;

/// <summary>What sealing or opening did.</summary>
/// <param name="Texts">Cells of the store that were rewritten.</param>
/// <param name="Backups">Backups of the data folder that were.</param>
/// <param name="Left">Backups that could not be opened, such as those of another passphrase: they stay as they are.</param>
public sealed record SealingDone(int Texts, int Backups, IReadOnlyList<string> Left);

/// <summary>Seals a store's texts and those of its backups with a passphrase, or opens them again. Each file whole or not at all.</summary>
public static class SealedStore
{
    /// <summary>Whether a store's texts are sealed.</summary>
    public static bool Is(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Cipher is not null;
    }

    /// <summary>Seals the store, where it is open, and every open backup. The store must be opened anew after.</summary>
    public static SealingDone Seal(Store store, StoreAddress address, Passphrase passphrase, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(passphrase);
        ArgumentNullException.ThrowIfNull(clock);
        var texts = 0;
        var (cipher, seal) = store.Cipher is { } known ? (known, store.Seals.AsNoTracking().Single()) : TextCipher.New(passphrase);
        Backup.Sweep(address);
        if (store.Cipher is null) texts = Seal(store, cipher, seal, clock);
        // Even where it was sealed already: a run that was killed in between may have left the clear words in the log.
        Forgetting.Compact(store);

        return InBackups(address, clock, texts, copy => copy.Cipher is null ? Seal(copy, cipher, seal, clock) : null);
    }

    /// <summary>Opens a sealed store's texts for good, and those of its backups.</summary>
    public static SealingDone Open(Store store, StoreAddress address, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        var texts = store.Cipher is null ? 0 : Unseal(store, clock);
        Forgetting.Compact(store);
        return InBackups(address, clock, texts, copy => copy.Cipher is null ? null : Unseal(copy, clock));
    }

    private static SealingDone InBackups(StoreAddress address, IClock clock, int texts, Func<Store, int?> change)
    {
        var (done, left) = (0, new List<string>());
        foreach (var backup in Backup.All(address))
        {
            var opened = StoreOpening.Open(address.Beside(backup), clock, backsUp: false);
            if (opened.Store is not { } copy)
            {
                left.Add(backup);
                continue;
            }

            using (copy)
            {
                if (change(copy) is not null) done++;
                Forgetting.Compact(copy);
                copy.Database.ExecuteSql($"PRAGMA journal_mode=DELETE");
            }
        }

        return new SealingDone(texts, done, left);
    }

    private static int Seal(Store store, TextCipher cipher, StoredSeal seal, IClock clock)
    {
        using var transaction = store.BeginWriting();
        var texts = Rewrite(store, (column, words) => cipher.Seal(words, SealedColumns.PlaceOf(column)));
        store.Seals.Add(new StoredSeal { Salt = seal.Salt, Rounds = seal.Rounds, Check = seal.Check });
        return Note(store, clock, "encrypt", texts, transaction);
    }

    private static int Unseal(Store store, IClock clock)
    {
        using var transaction = store.BeginWriting();
        var texts = Rewrite(store, (column, cell) => store.Cipher!.Open(cell, SealedColumns.PlaceOf(column)));
        store.Seals.ExecuteDelete();
        return Note(store, clock, "decrypt", texts, transaction);
    }

    private static int Note(Store store, IClock clock, string what, int texts, IDbContextTransaction transaction)
    {
        store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = what, Detail = string.Create(CultureInfo.InvariantCulture, $"{texts} texts") });
        store.SaveChanges();
        transaction.Commit();
        store.ChangeTracker.Clear();
        return texts;
    }

    /// <summary>Writes every cell of the columns anew, past what the model does with them; one at a time, for calls are long.</summary>
    private static int Rewrite(Store store, Func<Microsoft.EntityFrameworkCore.Metadata.IProperty, string, string> change)
    {
        var count = 0;
        foreach (var column in SealedColumns.Of(store).ToList())
        {
            var (table, name) = (column.DeclaringType.GetTableName()!, column.GetColumnName());
            foreach (var number in Numbers(store, table, name))
            {
                using var select = Command(store, $"SELECT \"{name}\" FROM \"{table}\" WHERE \"Number\" = @number", ("@number", number));
                var cell = (string)select.ExecuteScalar()!;
                using var update = Command(store, $"UPDATE \"{table}\" SET \"{name}\" = @text WHERE \"Number\" = @number", ("@text", change(column, cell)), ("@number", number));
                count += update.ExecuteNonQuery();
            }
        }

        return count;
    }

    private static List<long> Numbers(Store store, string table, string name)
    {
        using var select = Command(store, $"SELECT \"Number\" FROM \"{table}\" WHERE \"{name}\" IS NOT NULL ORDER BY \"Number\"");
        using var reader = select.ExecuteReader();
        var numbers = new List<long>();
        while (reader.Read()) numbers.Add(reader.GetInt64(0));
        return numbers;
    }

    private static System.Data.Common.DbCommand Command(Store store, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = store.Database.GetDbConnection().CreateCommand();
        command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
