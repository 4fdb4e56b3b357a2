namespace SoftNo.Rescue.Words;

/// <summary>Words that no text for the prospect may hold: Frenchisms, dead follow-ups, forms said contracted, and what would betray the analysis.</summary>
internal sealed class RefusedWords(Dictionary<string, List<string>> lists)
{
    private readonly List<(string Phrase, string[] Words)> _phrases =
        [.. lists.Values.SelectMany(list => list).Select(phrase => (phrase, SpokenWords.Sequence(phrase)))];

    /// <summary>The first refused phrase that a text holds; null where it holds none.</summary>
    public string? In(string text)
    {
        var words = SpokenWords.Of(text);
        return _phrases.FirstOrDefault(phrase => Stands(text, words, phrase.Words)).Phrase;
    }

    private static bool Stands(string text, List<SpokenWord> words, string[] phrase)
    {
        for (var at = 0; at + phrase.Length <= words.Count; at++)
        {
            if (!SpokenWords.BeginsAt(words, at, phrase)) continue;
            var stretch = text.AsSpan(words[at].Span.Start, words[at + phrase.Length - 1].Span.End - words[at].Span.Start);
            if (stretch.IndexOfAny(".?!:;") < 0) return true; // never over the end of a sentence
        }
        return false;
    }
}
