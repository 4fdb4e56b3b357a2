using System.Security.Cryptography;
using System.Text;

namespace SoftNo.Storage.Exchanges;

/// <summary>
/// What a stored exchange is known again by: the hash of a message's or an event's id. A hash, for such ids hold addresses; it outlives the words, so that what was
/// erased is not brought back by its file.
/// </summary>
public sealed class ExchangeId
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The SHA-256 of one of <see cref="SoftNo.Calls.Exchange.Ids"/>, in hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>The exchange, among the calls.</summary>
    public long CallNumber { get; set; }

    /// <summary>The hash of an id.</summary>
    public static string HashOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
