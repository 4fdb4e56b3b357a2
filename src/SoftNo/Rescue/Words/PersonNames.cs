using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Rescue.Words;

/// <summary>People's names as one would say them.</summary>
/// <param name="NotNames">What sources write where they have no name.</param>
/// <param name="Titles">What stands before a name.</param>
internal sealed record PersonNames(IReadOnlyList<string> NotNames, IReadOnlyList<string> Titles)
{
    /// <summary>The first name, or null where the source has none: <c>Dana Whitfield</c>, <c>Whitfield, Dana</c>, <c>dana.whitfield@…</c> all give <c>Dana</c>.</summary>
    public string? First(string name)
    {
        var bare = name.Split('(', '@', '|', '[')[0].Trim();
        if (bare.Split(',', 2) is [_, { } after] && after.Trim().Length > 1) bare = after.Trim();
        var parts = bare.Split([' ', '.', '_', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Titles.Contains(part.ToLowerInvariant())).ToList();
        if (parts.Count == 0 || !parts[0].All(letter => char.IsLetter(letter) || letter is '-' or '\'' or '\u2019') || parts[0].Length < 2) return null;
        if (NotNames.Contains(parts[0].ToLowerInvariant())) return null;
        return char.IsLower(parts[0][0]) ? char.ToUpperInvariant(parts[0][0]) + parts[0][1..] : parts[0];
    }

    /// <summary>The prospect to speak to: who said most of the evidence, else who spoke most. Null where no prospect is known.</summary>
    public static int? Addressee(Call call, IEnumerable<Cue> evidence)
    {
        var most = evidence.Where(cue => cue.Side == Side.Prospect && cue.Speaker >= 0)
            .GroupBy(cue => cue.Speaker).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault();
        return most?.Key ?? Talker(call, Side.Prospect);
    }

    /// <summary>Who of a side spoke most, or null.</summary>
    public static int? Talker(Call call, Side side) =>
        call.Turns.Where(turn => turn.Speaker != Call.Nobody && call.Speakers[turn.Speaker].Side == side)
            .GroupBy(turn => turn.Speaker).OrderByDescending(group => group.Sum(turn => turn.Text.Length)).ThenBy(group => group.Key)
            .Select(group => (int?)group.Key).FirstOrDefault();
}
