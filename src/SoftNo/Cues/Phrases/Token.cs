using SoftNo.Calls;

namespace SoftNo.Cues.Phrases;

/// <summary>What a token is beside its word.</summary>
[Flags]
internal enum TokenTraits
{
    None = 0,

    /// <summary>Written with digits: <c>15</c>, <c>$60K</c>, <c>2:30</c>.</summary>
    Number = 1,

    /// <summary>Written with a capital where no sentence begins: a person, a company, a system.</summary>
    Name = 2,

    /// <summary>A gap of a phrase stops here: a comma or a dash stands before it, or it denies.</summary>
    StopsGap = 4,

    /// <summary>The first of a sentence that punctuation opens; no phrase crosses into it.</summary>
    OpensSentence = 8,

    /// <summary>A comma, a colon or a dash stands before it.</summary>
    AfterComma = 16,

    /// <summary>Inside quotation marks.</summary>
    Quoted = 32,

    /// <summary>Calls or links, and says nothing by itself.</summary>
    Call = 64,
}

/// <summary>One normalised word. A contraction gives several tokens over the same characters.</summary>
/// <param name="Word">Its number in the vocabulary; 0 for a word that no phrase knows.</param>
/// <param name="Traits">What else it is.</param>
/// <param name="Part">The place of its turn in the run.</param>
/// <param name="Start">Its first UTF-16 offset in the turn's text.</param>
/// <param name="End">The offset after its last.</param>
internal readonly record struct Token(int Word, TokenTraits Traits, int Part, int Start, int End)
{
    public bool Has(TokenTraits trait) => (Traits & trait) != 0;
}

/// <summary>A half-open run of tokens.</summary>
internal readonly record struct TokenSpan(int First, int End)
{
    public bool Overlaps(TokenSpan other) => First < other.End && other.First < End;

    public bool Contains(TokenSpan other) => First <= other.First && other.End <= End;
}

/// <summary>A sentence: what punctuation closes, or, where there is none, what begins with a clause opener.</summary>
/// <param name="Span">Its tokens.</param>
/// <param name="Asked">Closed by a question mark.</param>
internal readonly record struct Sentence(TokenSpan Span, bool Asked);

/// <summary>Consecutive turns of one speaker, as tokens.</summary>
/// <param name="Texts">The turns' texts, in order.</param>
/// <param name="Tokens">Every token.</param>
/// <param name="Skips">For each token: bit k set where k tokens from here are a filler, bit k + <see cref="Skipper.RepeatShift"/> where they repeat those before.</param>
/// <param name="Sentences">The sentences, in order; they cover all tokens.</param>
internal sealed record TokenRun(IReadOnlyList<string> Texts, Token[] Tokens, ushort[] Skips, IReadOnlyList<Sentence> Sentences)
{
    /// <summary>The place of the sentence that holds a token.</summary>
    public int SentenceAt(int token)
    {
        int low = 0, high = Sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].Span.First <= token) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>The characters of tokens that lie in one part.</summary>
    public TextSpan TextOf(TokenSpan span) => new(Tokens[span.First].Start, Tokens[span.End - 1].End);
}
