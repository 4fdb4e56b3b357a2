using SoftNo.Calls;

namespace SoftNo.Rescue.Words;

/// <summary>Keeps the prospect's own words out of what is sent: never five in a row of one of their turns.</summary>
internal sealed class Discretion
{
    /// <summary>So many of their words in a row betray that their words were kept.</summary>
    public const int Run = 5;

    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);

    /// <param name="turns">The prospect's turns.</param>
    public Discretion(IEnumerable<string> turns)
    {
        foreach (var turn in turns)
            foreach (var words in Cuts(turn))
                foreach (var run in RunsOf(words)) _runs.Add(run);
    }

    /// <summary>Of everyone in a call who isn't known to sell.</summary>
    public static Discretion Of(Call call) => new(call.Turns.Where(turn => call.SideOf(turn) != Side.Seller).Select(turn => turn.Text));

    /// <summary>Whether a text repeats so many of their words in a row, however apostrophes are cut.</summary>
    public bool Betrays(string text) => Cuts(text).Any(words => RunsOf(words).Any(_runs.Contains));

    // "don't" is one word to some readers, two to others, and "dont" in a poor transcript: all three are compared.
    private static IEnumerable<List<string>> Cuts(string text)
    {
        var words = SpokenWords.Of(text).Select(word => word.Text).ToList();
        yield return words.ConvertAll(word => word.Replace("'", "", StringComparison.Ordinal).TrimStart('$'));
        yield return [.. words.SelectMany(word => word.TrimStart('$').Split(['\'', '.', ',']))];
    }

    private static IEnumerable<string> RunsOf(List<string> words)
    {
        for (var at = 0; at + Run <= words.Count; at++) yield return string.Join(' ', words.GetRange(at, Run));
    }
}
