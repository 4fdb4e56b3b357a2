using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SoftNo.Server.Access;

/// <summary>Keys of 256 random bits, and what is kept of them.</summary>
internal static class Secret
{
    /// <summary>A new one, in base64url: 43 letters.</summary>
    /// <param name="source">Where the bits come from.</param>
    public static string New(RandomNumberGenerator source)
    {
        Span<byte> bits = stackalloc byte[32];
        source.GetBytes(bits);
        return Base64Url.EncodeToString(bits);
    }

    /// <summary>What is kept: its SHA-256 in hexadecimal. With 256 random bits behind it, no slower hash is needed.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
