using System.Security.Cryptography;
using System.Text;

namespace SoftNo.Storage.Sealing;

/// <summary>The user's passphrase, in memory only: it shows itself to nobody, not even in a log.</summary>
public sealed class Passphrase
{
    /// <summary>The environment variable that holds it.</summary>
    public const string Variable = "SOFTNO_PASSPHRASE";

    /// <summary>The environment variable that names a file whose first line it is.</summary>
    public const string FileVariable = "SOFTNO_PASSPHRASE_FILE";

    /// <summary>The fewest characters of a new one.</summary>
    public const int Fewest = 12;

    private const int KeyBytes = 32;
    private readonly string _words;
    private readonly Dictionary<string, byte[]> _keys = [];
    private readonly Lock _lock = new();

    /// <summary>Takes it.</summary>
    public Passphrase(string words) => _words = words;

    /// <summary>Whether it is too short to protect anything.</summary>
    public bool IsShort => _words.Length < Fewest;

    /// <summary>The passphrase of the environment, else of the file that it names; null where there is none, or the file can't be read.</summary>
    public static Passphrase? From(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment(Variable) is { Length: > 0 } words) return new Passphrase(words);
        if (environment(FileVariable) is not { Length: > 0 } file) return null;
        try
        {
            return File.ReadLines(file).FirstOrDefault() is { Length: > 0 } line ? new Passphrase(line) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether another is the same.</summary>
    public bool Is(Passphrase other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _words == other._words;
    }

    /// <summary>The key it gives with a salt (PBKDF2, RFC 8018, over SHA-256); derived once.</summary>
    internal byte[] KeyOf(byte[] salt, int rounds)
    {
        lock (_lock)
        {
            var name = $"{Convert.ToHexStringLower(salt)} {rounds}";
            if (!_keys.TryGetValue(name, out var key)) _keys.Add(name, key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(_words), salt, rounds, HashAlgorithmName.SHA256, KeyBytes));
            return key;
        }
    }

    /// <summary>Three dots.</summary>
    public override string ToString() => "…";
}
