using Microsoft.EntityFrameworkCore;
using SoftNo.Calls;
using SoftNo.Deals.Imports;

namespace SoftNo.Storage.People;

/// <summary>A person as the store knows them: every name and address of theirs.</summary>
/// <param name="Names">Names, as they are written.</param>
/// <param name="Addresses">Mail addresses, lower case.</param>
public sealed record Person(IReadOnlyList<string> Names, IReadOnlyList<string> Addresses)
{
    /// <summary>The person that the user names: who shares a record with that name or address is the same.</summary>
    /// <param name="store">The store.</param>
    /// <param name="said">A name or an address.</param>
    public static Person Find(Store store, string said)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(said);
        var isAddress = said.Contains('@', StringComparison.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var addresses = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (isAddress) addresses.Add(said.Trim().ToLowerInvariant());
        else names.Add(said.Trim());
        foreach (var known in store.People.AsNoTracking()) Join(known.Name, known.Address);
        foreach (var words in store.Calls.AsNoTracking().Where(call => call.Content != null).Select(call => call.Content!))
            foreach (var speaker in StoredJson.Call(words).People) Join(speaker.Name, speaker.Address, speaker);
        return new Person([.. names], [.. addresses]);

        void Join(string? name, string? address, Speaker? speaker = null)
        {
            // One step only: two people who share a mailbox are not one.
            if (isAddress && address is not null && string.Equals(address, said.Trim(), StringComparison.OrdinalIgnoreCase) && name is not null && !name.Contains('@', StringComparison.Ordinal)) names.Add(name);
            if (!isAddress && name is not null && (Same(name, said) || speaker?.AlsoKnownAs.Any(other => Same(other.Name, said)) == true))
            {
                names.Add(name);
                if (address is not null) addresses.Add(address.ToLowerInvariant());
            }
        }
    }

    /// <summary>Whether a speaker is this person.</summary>
    public bool Is(Speaker speaker)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        return IsNamed(speaker.Name) || speaker.AlsoKnownAs.Any(other => IsNamed(other.Name)) || (speaker.Address is { } address && Addresses.Contains(address, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether a name or an address is this person's.</summary>
    public bool IsNamed(string? text) => text is not null && (Names.Any(name => Same(name, text)) || Addresses.Contains(text, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a text names this person in full.</summary>
    public bool IsIn(string? text) => text is not null && Names.Concat(Addresses).Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static bool Same(string one, string other) => CrmWords.Fold(one) == CrmWords.Fold(other);
}
