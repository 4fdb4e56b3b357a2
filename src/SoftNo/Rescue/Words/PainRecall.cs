using SoftNo.Cues;

namespace SoftNo.Rescue.Words;

/// <summary>Recalls a pain as a person would: "the overtime you mentioned", "the $462,000 you mentioned", "what you told me about your nurses".</summary>
/// <remarks>Their sentence is never given back: at most a few of its words. Where the grammar finds no handle, it says "the problem you described", which a quote proves.</remarks>
internal sealed class PainRecall
{
    private readonly Figures _figures;
    private readonly List<(string Said, string[][] When)> _nouns;
    private readonly List<(string Said, string[][] When)> _topics;
    private readonly List<(string Said, string[][] When)> _units;
    private readonly Templates.PlaybookFiles.PainsFile _data;

    public PainRecall(Templates.PlaybookFiles.PainsFile data, Figures figures)
    {
        (_data, _figures) = (data, figures);
        (_nouns, _topics, _units) = (Sequences(data.Nouns), Sequences(data.Topics), Sequences(data.Units));
    }

    /// <summary>The best recall of the pains of a call, with the cue it comes from; null where none was told.</summary>
    public (string Text, Cue From)? Best(IEnumerable<Cue> pains)
    {
        var recalled = pains.Select(cue => (Recall: Of(cue.Quote), Cue: cue))
            .OrderBy(found => found.Recall.Rank).ThenByDescending(found => found.Cue.Strength).ThenByDescending(found => found.Cue.Turn)
            .ToList();
        return recalled.Count == 0 ? null : (recalled[0].Recall.Text, recalled[0].Cue);
    }

    /// <summary>One pain's recall and how good it is, 0 the best.</summary>
    public (string Text, int Rank) Of(string quote)
    {
        var words = SpokenWords.Of(quote);
        if (Named(_nouns, words) is { } noun) return (_data.Mentioned.Replace("{x}", noun, StringComparison.Ordinal), 0);
        if (Figure(words) is { } figure) return (_data.Mentioned.Replace("{x}", figure, StringComparison.Ordinal), 1);
        if (Named(_topics, words) is { } topic) return (_data.About.Replace("{x}", topic, StringComparison.Ordinal), 2);
        if (Possessed(words, quote) is { } own) return (_data.About.Replace("{x}", own, StringComparison.Ordinal), 3);
        return (_data.Otherwise, 4);
    }

    private static string? Named(List<(string Said, string[][] When)> names, List<SpokenWord> words) =>
        names.Where(name => name.When.Any(sequence => SpokenWords.Find(words, sequence) >= 0)).Select(name => name.Said).FirstOrDefault();

    private string? Figure(List<SpokenWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (_figures.At(words, at) is not { } figure) continue;
            var after = at + figure.Length < words.Count ? words[at + figure.Length].Text : "";
            var written = Figures.Written(figure.Value);
            if (figure.Value >= 2)
            {
                if (words[at].Text.StartsWith('$') || _data.Money.Contains(after)) return $"${written}";
                if (_data.ThousandsOfMoney.Contains(after)) return $"${Figures.Written(figure.Value * 1000)}";
                if (_data.Percent.Contains(after)) return $"{written}%";
                if (_units.FirstOrDefault(unit => unit.When.Any(sequence => SpokenWords.BeginsAt(words, at + figure.Length, sequence))).Said is { } unit)
                    return $"{written} {unit}";
            }
            at += figure.Length - 1;
        }
        return null;
    }

    /// <summary>The thing of theirs that the words name: <c>your mobile checkouts</c>. One word, or two where the next one ends it.</summary>
    private string? Possessed(List<SpokenWord> words, string quote)
    {
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (!_data.Possessives.Contains(words[at].Text)) continue;
            var first = words[at + 1];
            if (Unfit(first.Text) || !Adjacent(words[at], first, quote)) continue;
            var second = at + 2 < words.Count && Adjacent(first, words[at + 2], quote) ? words[at + 2].Text : null;
            if (second is null || Unfit(second) && _data.FunctionWords.Contains(second)) return $"your {first.Text}";
            var ends = at + 3 >= words.Count || !Adjacent(words[at + 2], words[at + 3], quote) || _data.FunctionWords.Contains(words[at + 3].Text);
            if (ends && !Unfit(second) && !second.EndsWith("ed", StringComparison.Ordinal)) return $"your {first.Text} {second}";
        }
        return null;
    }

    private bool Unfit(string word) =>
        _data.NotPossessed.Contains(word) || _data.FunctionWords.Contains(word) || word.Contains('\'') || char.IsDigit(word[0]) || word.Length < 3;

    private static bool Adjacent(SpokenWord left, SpokenWord right, string quote) =>
        quote.AsSpan(left.Span.End, right.Span.Start - left.Span.End).Trim().IsEmpty;

    private static List<(string Said, string[][] When)> Sequences(Dictionary<string, List<string>> data) =>
        [.. data.Select(entry => (entry.Key, entry.Value.Select(SpokenWords.Sequence).ToArray()))];
}
