using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoftNo.Deals.Imports;

namespace SoftNo.Storage.People;

/// <summary>
/// Whom the store forgot, as keyed hashes: a restored backup forgets them again, and nobody reads a name off the list. The key and a copy of the list lie in the
/// data folder, so that they outlive the database.
/// </summary>
public sealed class Erasures
{
    private const string KeyFile = "erasures.key";
    private const string ListFile = "erasures.txt";
    private const int KeyBytes = 32;
    private readonly string _folder;
    private readonly byte[] _key;

    private Erasures(string folder, byte[] key) => (_folder, _key) = (folder, key);

    /// <summary>The erasures of a data folder; its key is made when there is none.</summary>
    public static Erasures Of(string folder)
    {
        var file = Path.Combine(folder, KeyFile);
        if (File.Exists(file)) return new Erasures(folder, File.ReadAllBytes(file));
        Directory.CreateDirectory(folder);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        if (OperatingSystem.IsWindows()) File.WriteAllBytes(file, key);
        else
        {
            using var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
            stream.Write(key);
        }

        return new Erasures(folder, key);
    }

    /// <summary>The hash of a name or an address, whatever its case and spacing.</summary>
    public string Hash(string person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var folded = person.Contains('@', StringComparison.Ordinal) ? person.Trim().ToLowerInvariant() : CrmWords.Fold(person);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(folded)));
    }

    /// <summary>Every hash that the store or the folder's list holds.</summary>
    public IReadOnlySet<string> All(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var list = Path.Combine(_folder, ListFile);
        return store.Erasures.AsNoTracking().Select(erasure => erasure.Hash).AsEnumerable().Concat(File.Exists(list) ? File.ReadAllLines(list).Where(line => line.Length > 0) : []).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Adds hashes to the folder's list.</summary>
    public void Note(IEnumerable<string> hashes)
    {
        var list = Path.Combine(_folder, ListFile);
        var known = File.Exists(list) ? File.ReadAllLines(list) : [];
        File.AppendAllLines(list, hashes.Except(known, StringComparer.Ordinal));
    }
}
