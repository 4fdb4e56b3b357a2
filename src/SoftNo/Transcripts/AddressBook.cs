namespace SoftNo.Transcripts;

/// <summary>Joins names to addresses where a source lists both apart: <c>camille.roy@…</c>, <c>croy@…</c> or <c>camille@…</c> is Camille Roy's, where only one address fits.</summary>
internal sealed class AddressBook
{
    private const int MostAddresses = 1000;

    private readonly HashSet<string> _addresses = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string? address)
    {
        if (address is not null && address.IndexOf('@', StringComparison.Ordinal) > 0) _addresses.Add(address);
    }

    /// <summary>The one address that fits the name, or null.</summary>
    public string? Of(string name)
    {
        string[] words = Words.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // More addresses than a meeting has guests join nobody.
        if (words.Length == 0 || _addresses.Count > MostAddresses) return null;
        string[] fitting = [.. _addresses.Where(address => Fits(words, Words.Fold(address[..address.IndexOf('@', StringComparison.Ordinal)].Replace('.', ' '))))];
        return fitting.Length == 1 ? fitting[0] : null;
    }

    private static bool Fits(string[] words, string local)
    {
        string joined = local.Replace(" ", "", StringComparison.Ordinal);
        if (joined == string.Concat(words) || joined == string.Concat(words.Reverse())) return true;
        if (words.Length == 1) return local.Split(' ')[0] == words[0];
        return joined == words[0] || joined == words[0][0] + words[^1] || joined == words[0] + words[^1][0];
    }
}
