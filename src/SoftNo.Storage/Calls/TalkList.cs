using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Deals.Imports;

namespace SoftNo.Storage.Calls;

/// <summary>The stored calls and exchanges as a diagnosis counts them, and the moves that were sent.</summary>
/// <param name="Talks">The talks, oldest import first.</param>
/// <param name="Sent">The moves sent, each with one word of the name of the deal's owner, or null, and its day.</param>
public sealed record TalkList(IReadOnlyList<Talk> Talks, IReadOnlyList<(string? Owner, LocalDate On, MadeFigure Move)> Sent)
{
    /// <summary>Reads them.</summary>
    public static TalkList Of(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var owners = store.Deals.AsNoTracking().Select(deal => new { deal.Number, deal.Owner }).ToDictionary(deal => deal.Number, deal => deal.Owner);
        var last = store.Acts.AsNoTracking().Where(act => act.CallNumber != null).Select(act => new { act.CallNumber, act.At }).AsEnumerable().GroupBy(act => act.CallNumber!.Value).ToDictionary(acts => acts.Key, acts => acts.Max(act => act.At));
        var talks = new List<Talk>();
        var newest = store.Readings.AsNoTracking().GroupBy(reading => reading.CallNumber).Select(readings => readings.Max(reading => reading.Number));
        var read = store.Readings.AsNoTracking().Where(reading => newest.Contains(reading.Number)).Select(reading => new { reading.CallNumber, reading.Figures }).ToDictionary(reading => reading.CallNumber, reading => reading.Figures);
        foreach (var call in store.Calls.AsNoTracking().OrderBy(call => call.Number))
        {
            var figures = read.GetValueOrDefault(call.Number);
            var day = last.TryGetValue(call.Number, out var at) ? at.InUtc().Date : call.StartedAt?.Date ?? call.ImportedAt.InUtc().Date;
            if (figures is not null) talks.Add(new Talk(StoredJson.Figures(figures), day, OursOf(call, owners)));
        }

        var sent = store.SentMoves.AsNoTracking().AsEnumerable().Select(move => (Word(owners.GetValueOrDefault(move.DealNumber)), move.On, new MadeFigure(move.Move, move.Answer)));
        return new TalkList(talks, [.. sent]);
    }

    /// <summary>
    /// One word of a name that its short and its full form share, folded; null where there is none. Two people of one first name count as one: an aggregate is then
    /// of more people than it says, never of fewer.
    /// </summary>
    public static string? Word(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var local = name.Contains('@', StringComparison.Ordinal) ? name.Split('@')[0].Replace('.', ' ').Replace('_', ' ') : name;
        // "ROY Camille": in France a surname may stand first, in capitals.
        var parts = local.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = parts is [{ Length: > 2 } surname, ..] && !surname.Any(char.IsLower) ? parts.FirstOrDefault(part => part.Any(char.IsLower)) ?? surname : parts.FirstOrDefault() ?? "";
        // An initial is nobody's name.
        return CrmWords.Fold(first).Split(' ')[0] is { Length: > 1 } word ? word : null;
    }

    private static List<string> OursOf(StoredCall call, Dictionary<long, string?> owners)
    {
        if (call.Content is { } content)
        {
            var heard = StoredJson.Call(content).Speakers.Where(speaker => speaker.Side == Side.Seller).Select(speaker => Word(speaker.Name)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (heard.Count > 0) return heard;
        }

        return call.DealNumber is { } deal && Word(owners.GetValueOrDefault(deal)) is { } owner ? [owner] : [];
    }
}
