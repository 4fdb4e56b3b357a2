namespace SoftNo.Cues.Phrases;

/// <summary>Cuts turns into normalised words with their UTF-16 offsets. Linear in the text.</summary>
internal sealed class Tokenizer
{
    private const int LongestWord = 64;
    private readonly Vocabulary _vocabulary;
    private readonly HashSet<int> _negations;
    private readonly HashSet<int> _calls;
    private readonly Skipper _skipper;
    private readonly SentenceSplitter _splitter;

    public Tokenizer(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _negations = [.. vocabulary.Spelling.Negations.Select(vocabulary.Number).Where(number => number > 0)];
        _calls = [.. vocabulary.Spelling.Calls.Select(vocabulary.Number).Where(number => number > 0)];
        _skipper = new Skipper(vocabulary);
        _splitter = new SentenceSplitter(vocabulary);
    }

    /// <summary>The tokens of consecutive turns of one speaker.</summary>
    public TokenRun Cut(IReadOnlyList<string> texts)
    {
        var tokens = new List<Token>(texts.Sum(text => text.Length) / 5 + 4);
        var asked = new List<int>();
        var state = new Punctuation { Opens = true };
        for (var part = 0; part < texts.Count; part++)
        {
            state.NewPart(texts[part], tokens.Count > 0);
            CutPart(texts[part], part, tokens, asked, ref state);
        }

        var array = tokens.ToArray();
        return new TokenRun(texts, array, _skipper.Skips(array, texts), _splitter.Split(array, asked));
    }

    private void CutPart(string text, int part, List<Token> tokens, List<int> asked, ref Punctuation state)
    {
        var place = 0;
        while (place < text.Length)
        {
            if (!StartsWord(text, place))
            {
                if (text[place] == '?' && tokens.Count > 0 && (asked.Count == 0 || asked[^1] != tokens.Count)) asked.Add(tokens.Count);
                state.See(text, place);
                place++;
                continue;
            }

            var end = WordEnd(text, place);
            AddWord(text, part, place, end, tokens, ref state);
            state.AfterWord(_vocabulary.Spelling, text, place, end);
            place = end;
        }
    }

    private void AddWord(string text, int part, int start, int end, List<Token> tokens, ref Punctuation state)
    {
        Span<char> lower = stackalloc char[LongestWord];
        var length = Math.Min(end - start, LongestWord);
        for (var i = 0; i < length; i++) lower[i] = Plain(text[start + i]);
        var written = (ReadOnlySpan<char>)lower[..length];
        while (written.Length > 1 && written[^1] == '\'') written = written[..^1];
        var hyphen = written.IndexOf('-');
        if (hyphen > 0 && !_vocabulary.TryWritten(written, out _))
        {
            AddWord(text, part, start, start + hyphen, tokens, ref state);
            AddWord(text, part, start + hyphen + 1, end, tokens, ref state);
            return;
        }

        var traits = state.Take();
        if (char.IsDigit(written[0]) || written[0] is '$' or '€' or '£') traits |= TokenTraits.Number;
        if (IsName(text, start, written, traits)) traits |= TokenTraits.Name;
        foreach (var number in _vocabulary.NumbersOf(written))
        {
            var stops = _negations.Contains(number) ? TokenTraits.StopsGap : TokenTraits.None;
            if (_calls.Contains(number)) stops |= TokenTraits.Call;
            tokens.Add(new Token(number, traits | stops, part, start, end));
            traits &= ~(TokenTraits.OpensSentence | TokenTraits.AfterComma | TokenTraits.StopsGap);
        }
    }

    private bool IsName(string text, int start, ReadOnlySpan<char> written, TokenTraits traits)
    {
        if (!char.IsUpper(text[start])) return false;
        if (written.Length > 1 && start + 1 < text.Length && char.IsUpper(text[start + 1])) return true;
        if ((traits & TokenTraits.OpensSentence) != 0) return false;
        var apostrophe = written.IndexOf('\'');
        return !_vocabulary.Spelling.NotNames.Contains((apostrophe > 0 ? written[..apostrophe] : written).ToString());
    }

    private static bool StartsWord(string text, int place) =>
        char.IsLetterOrDigit(text[place])
        || (IsApostrophe(text[place]) && place + 1 < text.Length && char.IsLetter(text[place + 1]) && (place == 0 || char.IsWhiteSpace(text[place - 1]))
            && IsClipped(text, place))
        || (text[place] is '$' or '€' or '£' && place + 1 < text.Length && char.IsDigit(text[place + 1]));

    /// <summary>An apostrophe that begins a clipped word (<c>'cause</c>), and not a quotation.</summary>
    private static bool IsClipped(string text, int place)
    {
        var rest = text.AsSpan(place + 1);
        return rest.StartsWith("cause", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("em ", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("bout", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("til ", StringComparison.OrdinalIgnoreCase);
    }

    private static int WordEnd(string text, int start)
    {
        var end = start + 1;
        var digits = char.IsDigit(text[start]) || text[start] is '$' or '€' or '£';
        while (end < text.Length)
        {
            var c = text[end];
            var joins = IsApostrophe(c) || (c == '-' && !digits) || (digits && c is '.' or ',' or ':');
            if (char.IsLetterOrDigit(c)) end++;
            else if (joins && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]) && (!digits || IsApostrophe(c) || char.IsDigit(text[end + 1]))) end += 2;
            else break;
        }

        return end;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\u2018' or '`';

    private static char Plain(char c) => IsApostrophe(c) ? '\'' : c is '\u2010' or '\u2011' ? '-' : char.ToLowerInvariant(c);
}
