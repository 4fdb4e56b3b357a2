using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Phrases;
using SoftNo.Rescue.Templates;
using SoftNo.Rescue.Words;

namespace SoftNo.Rescue.Decoding;

/// <summary>How alike words are to what the lexicon knows. Likeness is Dice's coefficient of two sets of words, each weighed by how rare it is among the known phrases: "the" says little, "circle" much.</summary>
internal sealed class NearestPhrases
{
    /// <summary>A phrase is sought in a stretch of the text as long as itself and this much.</summary>
    private const int Slack = 2;

    /// <summary>Words that are compared, from the first: the nearest phrases of a whole letter say nothing.</summary>
    private const int WordsCompared = 400;

    private readonly PlaybookFiles.DecodeFile _data;
    private readonly List<(Rule Rule, string Phrase, HashSet<string> Words)> _known;
    private readonly Dictionary<string, int> _among;

    public NearestPhrases(Lexicon lexicon, PlaybookFiles.DecodeFile data)
    {
        _data = data;
        _known =
        [
            .. lexicon.Rules.Where(rule => rule.Kind?.SideOf() == Side.Prospect)
                .SelectMany(rule => rule.Fires.Select(example => (rule, example.Text[example.Start..example.End])))
                .Select(pair => (pair.rule, pair.Item2, new HashSet<string>(WordsOf(pair.Item2)))),
        ];
        _among = _known.SelectMany(known => known.Words).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>The known phrases nearest to some stretch of a text, one a rule; none where none is near.</summary>
    public IReadOnlyList<NearPhrase> To(string text)
    {
        var words = WordsOf(text).Take(WordsCompared).ToList();
        return
        [
            .. _known.Select(known => new NearPhrase(known.Rule, known.Phrase, Nearest(words, known.Words)))
                .Where(near => near.Likeness >= _data.NearestAtLeast)
                .OrderByDescending(near => near.Likeness).ThenBy(near => near.Rule.Id, StringComparer.Ordinal)
                .DistinctBy(near => near.Rule.Id).Take(_data.NearestAtMost),
        ];
    }

    /// <summary>Sentences in order of their likeness to some words; those that share none are left out, unless none shares any.</summary>
    public IReadOnlyList<string> LikestFirst(string words, IEnumerable<string> sentences)
    {
        var said = new HashSet<string>(WordsOf(words));
        var ordered = sentences.Select(sentence => (Sentence: sentence, Likeness: Likeness(said, [.. WordsOf(sentence)]))).OrderByDescending(one => one.Likeness).ToList();
        return [.. ordered.Where((one, place) => one.Likeness > 0 || place == 0).Select(one => one.Sentence)];
    }

    private double Nearest(List<string> words, HashSet<string> phrase)
    {
        var length = Math.Min(words.Count, phrase.Count + Slack);
        var best = 0.0;
        for (var from = 0; from + length <= words.Count; from++)
        {
            if (from == 0 || phrase.Contains(words[from])) best = Math.Max(best, Likeness([.. words.Skip(from).Take(length)], phrase));
        }

        return best;
    }

    private double Likeness(HashSet<string> left, HashSet<string> right)
    {
        var all = left.Sum(Rarity) + right.Sum(Rarity);
        return all == 0 ? 0 : 2 * left.Where(right.Contains).Sum(Rarity) / all;
    }

    private double Rarity(string word) => Math.Log((1.0 + _known.Count) / (1 + _among.GetValueOrDefault(word)));

    private static IEnumerable<string> WordsOf(string text) => SpokenWords.Of(text).Select(word => word.Text);
}
