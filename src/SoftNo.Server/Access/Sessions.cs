using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SoftNo.Server.Access;

/// <summary>Who is at the desk: a key from the terminal is exchanged once for a session. Kept in memory only, as hashes; they end with the program.</summary>
internal sealed class Sessions(RandomNumberGenerator source)
{
    private readonly ConcurrentDictionary<string, bool> _open = new(StringComparer.Ordinal);
    private string? _entry;

    /// <summary>A fresh key to enter with; the one before it, if nobody used it, is void.</summary>
    public string NewEntryKey()
    {
        var key = Secret.New(source);
        Volatile.Write(ref _entry, Secret.Hash(key));
        return key;
    }

    /// <summary>The session's token for a key that is right and unused; null otherwise.</summary>
    public string? Exchange(string key)
    {
        var hash = Secret.Hash(key);
        var waiting = Volatile.Read(ref _entry);
        // Hashes are compared, so the time taken tells nothing of the key; the exchange makes a second use fail.
        if (waiting is null || waiting != hash || Interlocked.CompareExchange(ref _entry, null, waiting) != waiting) return null;
        var token = Secret.New(source);
        _open.TryAdd(Secret.Hash(token), true);
        return token;
    }

    /// <summary>Whether a session's token is one of ours.</summary>
    public bool Knows(string token) => _open.ContainsKey(Secret.Hash(token));

    /// <summary>Ends a session.</summary>
    public void Leave(string token) => _open.TryRemove(Secret.Hash(token), out _);

    /// <summary>The cookie's name. Browsers keep one jar for all ports of a host: the port in the name keeps two desks apart.</summary>
    public static string CookieOf(HttpContext context) => $"softno-{context.Connection.LocalPort}";
}
