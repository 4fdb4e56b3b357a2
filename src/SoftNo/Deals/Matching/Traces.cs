using NodaTime;
using SoftNo.Calls;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Deals.Matching;

/// <summary>What an exchange shows of the deal it is of: the prospect's side of it.</summary>
public sealed record Traces
{
    /// <summary>The day of the exchange, or null.</summary>
    public LocalDate? On { get; init; }

    /// <summary>Mail addresses that are not ours.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Companies that are said.</summary>
    public IReadOnlyList<string> Companies { get; init; } = [];

    /// <summary>Full names of people who are not ours.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Titles, subjects, file names.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>The traces of a call or of an exchange: of a mail also those whom it was sent to.</summary>
    /// <param name="call">The call, its sides settled where they could be.</param>
    /// <param name="ourDomains">Our mail domains.</param>
    public static Traces Of(Call call, IReadOnlyCollection<string> ourDomains)
    {
        ArgumentNullException.ThrowIfNull(call);
        // Who shares a house with one of ours, and with nobody of theirs, is ours: a colleague in copy.
        var ours = HousesOf(call, Side.Seller).Except(HousesOf(call, Side.Prospect), StringComparer.OrdinalIgnoreCase).Where(house => !MachineMail.IsFreeHouse(house)).Concat(ourDomains).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var theirs = call.People.Where(person => person.Side != Side.Seller && !(person.Address is { } address && ours.Contains(DomainOf(address) ?? ""))).ToList();
        return new Traces
        {
            On = call.Source.StartedAt?.Date,
            Addresses = [.. theirs.Select(speaker => speaker.Address?.ToLowerInvariant()).OfType<string>().Distinct(StringComparer.Ordinal)],
            Companies = [.. theirs.Select(speaker => speaker.Company).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Names = [.. theirs.SelectMany(speaker => speaker.AlsoKnownAs.Select(other => other.Name).Prepend(speaker.Name)).Where(name => name.Trim().Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Titles = [.. new[] { call.Source.Title, Path.GetFileNameWithoutExtension(call.Source.File) }.OfType<string>()],
        };
    }

    private static IEnumerable<string> HousesOf(Call call, Side side) => call.People.Where(person => person.Side == side).Select(person => person.Address is { } address ? DomainOf(address) : null).OfType<string>();

    /// <summary>An address's domain, lower case; null where it has none.</summary>
    public static string? DomainOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var at = address.LastIndexOf('@');
        return at < 0 || at == address.Length - 1 ? null : address[(at + 1)..].ToLowerInvariant();
    }
}

/// <summary>A deal as matching sees it.</summary>
/// <param name="Number">The store's number.</param>
/// <param name="Deal">The deal.</param>
/// <param name="Domain">Its company's domain, or null.</param>
/// <param name="Addresses">Its people's addresses, lower case.</param>
/// <param name="Names">Its people's names.</param>
public sealed record Candidate(long Number, Deal Deal, string? Domain, IReadOnlyList<string> Addresses, IReadOnlyList<string> Names);

/// <summary>What the user settled by hand: a trace is of a deal.</summary>
/// <param name="Kind"><c>address</c>, <c>domain</c> or <c>company</c>.</param>
/// <param name="Value">The address, the domain or the folded company.</param>
/// <param name="Number">The deal.</param>
public sealed record Tie(string Kind, string Value, long Number);

/// <summary>The deal of an exchange.</summary>
/// <param name="Number">The deal; null where it waits for the user's word.</param>
/// <param name="By">The trace that decided: <c>given</c>, <c>address</c>, <c>domain</c>, <c>company</c>, <c>title</c>, <c>name</c>; null where it waits.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Candidates">The deals between which it could not be decided.</param>
public sealed record Match(long? Number, string? By, double Confidence, IReadOnlyList<long> Candidates)
{
    /// <summary>No deal fits.</summary>
    public static Match None { get; } = new(null, null, 0, []);
}
