namespace SoftNo.Cues.Phrases;

/// <summary>
/// Groups tokens into sentences. Where punctuation is missing (speech-to-text), a clause opener begins a new one once the
/// last has grown long; a phrase may still run across such a soft border.
/// </summary>
internal sealed class SentenceSplitter
{
    /// <summary>A sentence this long (tokens) without punctuation is cut at the next clause opener.</summary>
    private const int LongEnough = 12;

    /// <summary>And this long, wherever it stands.</summary>
    private const int TooLong = 60;

    private readonly HashSet<int> _openers;

    public SentenceSplitter(Vocabulary vocabulary) =>
        _openers = [.. vocabulary.Spelling.ClauseOpeners.Select(vocabulary.Number).Where(number => number > 0)];

    /// <param name="tokens">Every token of a run.</param>
    /// <param name="asked">Token counts at which a question mark stood, ascending.</param>
    public List<Sentence> Split(Token[] tokens, List<int> asked)
    {
        var sentences = new List<Sentence>();
        var first = 0;
        var question = 0;
        for (var i = 1; i <= tokens.Length; i++)
        {
            if (i < tokens.Length && !Opens(tokens, first, i)) continue;
            while (question < asked.Count && asked[question] <= first) question++;
            sentences.Add(new Sentence(new TokenSpan(first, i), question < asked.Count && asked[question] == i));
            first = i;
        }

        return sentences;
    }

    private bool Opens(Token[] tokens, int first, int place)
    {
        if (tokens[place].Has(TokenTraits.OpensSentence)) return true;
        var length = place - first;
        return length >= TooLong
            || (length >= LongEnough && !tokens[place].Has(TokenTraits.AfterComma) && !HasComma(tokens, first, place) && _openers.Contains(tokens[place].Word));
    }

    private static bool HasComma(Token[] tokens, int first, int place)
    {
        for (var i = Math.Max(first + 1, place - LongEnough); i < place; i++)
        {
            if (tokens[i].Has(TokenTraits.AfterComma)) return true;
        }

        return false;
    }
}
