using System.Security.Cryptography;
using System.Text;

namespace SoftNo.Storage.Sealing;

/// <summary>Seals texts with AES-256-GCM: a cell tells neither its words nor whether two are alike, and cannot be altered or moved to another column unseen.</summary>
public sealed class TextCipher
{
    private const string Mark = "sealed1:";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string CheckWords = "softno";
    private const string CheckPlace = "seal";
    private readonly byte[] _key;

    private TextCipher(byte[] key) => (_key, Id) = (key, Convert.ToHexStringLower(SHA256.HashData([.. "softno cipher"u8, .. key]))[..16]);

    /// <summary>Tells this cipher from one of another key; nothing of the key can be found from it.</summary>
    internal string Id { get; }

    /// <summary>A cipher of a new seal.</summary>
    internal static (TextCipher Cipher, StoredSeal Seal) New(Passphrase passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(StoredSeal.SaltBytes);
        var cipher = new TextCipher(passphrase.KeyOf(salt, StoredSeal.NewRounds));
        return (cipher, new StoredSeal { Salt = Convert.ToBase64String(salt), Rounds = StoredSeal.NewRounds, Check = cipher.Seal(CheckWords, CheckPlace) });
    }

    /// <summary>The cipher of a seal; null where the passphrase is another.</summary>
    internal static TextCipher? Of(StoredSeal seal, Passphrase passphrase)
    {
        var cipher = new TextCipher(passphrase.KeyOf(Convert.FromBase64String(seal.Salt), seal.Rounds));
        try
        {
            return cipher.Open(seal.Check, CheckPlace) == CheckWords ? cipher : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Seals a text for one place; twice the same text gives two cells.</summary>
    internal string Seal(string text, string place)
    {
        var words = Encoding.UTF8.GetBytes(text);
        var cell = new byte[NonceBytes + TagBytes + words.Length];
        RandomNumberGenerator.Fill(cell.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(cell.AsSpan(0, NonceBytes), words, cell.AsSpan(NonceBytes + TagBytes), cell.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return Mark + Convert.ToBase64String(cell);
    }

    /// <summary>Opens a cell.</summary>
    /// <exception cref="CryptographicException">When it is of another key or place, or was altered.</exception>
    internal string Open(string sealedText, string place)
    {
        if (!IsSealed(sealedText)) throw new CryptographicException("not sealed");
        var cell = Convert.FromBase64String(sealedText[Mark.Length..]);
        if (cell.Length < NonceBytes + TagBytes) throw new CryptographicException("too short");
        var words = new byte[cell.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(cell.AsSpan(0, NonceBytes), cell.AsSpan(NonceBytes + TagBytes), cell.AsSpan(NonceBytes, TagBytes), words, Encoding.UTF8.GetBytes(place));
        return Encoding.UTF8.GetString(words);
    }

    /// <summary>Whether a cell looks sealed.</summary>
    internal static bool IsSealed(string text) => text.StartsWith(Mark, StringComparison.Ordinal);
}
