using System.Security.Cryptography;
using System.Text;

namespace SoftNo.Cues.Phrases;

/// <summary>A lexicon's version: a hash of its files, whatever the line ends.</summary>
internal static class LexiconVersion
{
    /// <summary>The first 12 hexadecimal digits of the SHA-256 of every file, names included.</summary>
    public static string Of(string english)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(english, "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(english, path).Replace('\\', '/') + "\n"));
            hash.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
