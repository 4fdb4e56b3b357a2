namespace SoftNo.Storage.Sealing;

/// <summary>What a passphrase needs to open the store's texts; the only row of its table, or none where texts are kept open. It holds no key.</summary>
public sealed class StoredSeal
{
    /// <summary>Bytes of salt (NIST SP 800-132: at least 16).</summary>
    internal const int SaltBytes = 16;

    /// <summary>PBKDF2's rounds of a new seal (OWASP Password Storage Cheat Sheet, 2023, for SHA-256).</summary>
    internal const int NewRounds = 600_000;

    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The salt, base64.</summary>
    public required string Salt { get; set; }

    /// <summary>PBKDF2's rounds.</summary>
    public int Rounds { get; set; }

    /// <summary>Known words, sealed: they tell a wrong passphrase.</summary>
    public required string Check { get; set; }
}
