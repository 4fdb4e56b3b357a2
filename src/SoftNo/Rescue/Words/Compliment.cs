using SoftNo.Calls;
using SoftNo.Cues;

namespace SoftNo.Rescue.Words;

/// <summary>Chooses the compliment to give back, and its words that a person would repeat.</summary>
/// <param name="MostWords">Quoted whole up to so many words, else the best clause.</param>
/// <param name="Openers">Words at its head that are left out.</param>
/// <param name="LowerFirst">Words that lose their capital inside a sentence.</param>
internal sealed record Compliment(int MostWords, IReadOnlyList<string> Openers, IReadOnlyList<string> LowerFirst)
{
    /// <summary>The best of some praises; null where none has a part that can be quoted.</summary>
    public (string Text, Place From)? Best(IEnumerable<Cue> praises) =>
        praises.OrderByDescending(cue => cue.Strength).ThenByDescending(cue => cue.Turn)
            .Select(Quoted).FirstOrDefault(quote => quote is not null);

    /// <summary>The part of a praise to quote: always a slice of it, without openers and end marks.</summary>
    public (string Text, Place From)? Quoted(Cue cue) =>
        Clauses(cue.Quote).Select(clause => Trimmed(cue.Quote, clause)).FirstOrDefault(span => span is not null) is { } span
            ? (span.Of(cue.Quote), new Place(cue.Turn, new TextSpan(cue.Span.Start + span.Start, cue.Span.Start + span.End)))
            : null;

    /// <summary>A quoted part as it goes on inside a sentence: "it's great to hear “you all built something special”".</summary>
    public string InSentence(string quoted) =>
        SpokenWords.Of(quoted) is [{ Span.Start: 0 } first, ..] && LowerFirst.Contains(first.Text) ? char.ToLowerInvariant(quoted[0]) + quoted[1..] : quoted;

    // The whole first, then clause by clause, the longest first.
    private static IEnumerable<TextSpan> Clauses(string quote)
    {
        yield return new TextSpan(0, quote.Length);
        var clauses = new List<TextSpan>();
        var start = 0;
        for (var at = 0; at <= quote.Length; at++)
        {
            if (at < quote.Length && quote[at] is not (',' or '.' or '!' or '?' or ';')) continue;
            if (at > start) clauses.Add(new TextSpan(start, at));
            start = at + 1;
        }
        foreach (var clause in clauses.OrderByDescending(clause => clause.Length)) yield return clause;
    }

    private TextSpan? Trimmed(string quote, TextSpan clause)
    {
        var words = SpokenWords.Of(clause.Of(quote));
        var first = 0;
        for (var skipped = true; skipped && first < words.Count;)
        {
            skipped = false;
            foreach (var opener in Openers)
            {
                var sequence = SpokenWords.Sequence(opener);
                if (words.Count - first <= sequence.Length || !SpokenWords.BeginsAt(words, first, sequence)) continue;
                (first, skipped) = (first + sequence.Length, true);
                break;
            }
        }
        var count = words.Count - first;
        if (count < 2 || count > MostWords) return null;
        return new TextSpan(clause.Start + words[first].Span.Start, clause.Start + words[^1].Span.End);
    }
}
