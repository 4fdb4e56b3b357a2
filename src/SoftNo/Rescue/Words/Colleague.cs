using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Rescue.Words;

/// <summary>Finds the colleague whom the prospect named: "run it by Preston", "let me check with Finance".</summary>
/// <param name="Before">What stands before a name.</param>
/// <param name="Not">Capitalised words that are no colleague.</param>
internal sealed record Colleague(IReadOnlyList<string> Before, IReadOnlyList<string> Not)
{
    /// <summary>The last named in the turns of some cues, with the place; null where nobody is.</summary>
    public (string Name, Place From)? Named(Call call, IEnumerable<Cue> cues)
    {
        var before = Before.Select(SpokenWords.Sequence).ToList();
        var known = call.Speakers.Where(speaker => speaker.Side == Side.Seller || call.Turns.Any(turn => turn.Speaker == call.Speakers.ToList().IndexOf(speaker)))
            .SelectMany(speaker => SpokenWords.Of($"{speaker.Name} {speaker.Company}").Select(word => word.Text)).ToHashSet();
        foreach (var turn in cues.Where(cue => cue.Side == Side.Prospect).Select(cue => cue.Turn).Distinct().OrderDescending())
        {
            var text = call.Turns[turn].Text;
            var words = SpokenWords.Of(text);
            for (var at = words.Count - 1; at > 0; at--)
            {
                var shown = words[at].Span.Of(text);
                if (!IsName(shown) || known.Contains(words[at].Text)) continue;
                if (before.Exists(sequence => SpokenWords.BeginsAt(words, at - sequence.Length, sequence)))
                    return (shown, new Place(turn, words[at].Span));
            }
        }
        return null;
    }

    private bool IsName(string word) =>
        word.Length > 1 && char.IsUpper(word[0]) && word.All(char.IsLetter) && !Not.Contains(word, StringComparer.Ordinal);
}
