namespace SoftNo.Cues.Phrases;

/// <summary>Finds what may be passed over inside a phrase: fillers, and words that repeat those just before.</summary>
internal sealed class Skipper
{
    internal const int LongestSkip = 4;

    /// <summary>Where the bits of repeats begin.</summary>
    internal const int RepeatShift = 8;

    private readonly Dictionary<int, List<int[]>> _fillers = [];

    public Skipper(Vocabulary vocabulary)
    {
        foreach (var filler in vocabulary.Spelling.Fillers)
        {
            var numbers = filler.Select(vocabulary.Number).ToArray();
            if (!_fillers.TryGetValue(numbers[0], out var list)) _fillers.Add(numbers[0], list = []);
            list.Add(numbers);
        }
    }

    /// <summary>For each token, bit k set where a filler of k tokens begins, bit k + <see cref="RepeatShift"/> where k tokens repeat those before.</summary>
    public ushort[] Skips(Token[] tokens, IReadOnlyList<string> texts)
    {
        var skips = new ushort[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (_fillers.TryGetValue(tokens[i].Word, out var fillers))
            {
                foreach (var filler in fillers)
                {
                    if (StandsAt(tokens, i, filler)) skips[i] |= (ushort)(1 << filler.Length);
                }
            }

            for (var length = 1; length <= LongestSkip && length <= i && i + length <= tokens.Length; length++)
            {
                if (Repeats(tokens, texts, i, length)) skips[i] |= (ushort)(1 << (length + RepeatShift));
            }
        }

        return skips;
    }

    private static bool StandsAt(Token[] tokens, int place, int[] words)
    {
        if (place + words.Length > tokens.Length) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[place + i].Word != words[i]) return false;
        }

        return true;
    }

    private static bool Repeats(Token[] tokens, IReadOnlyList<string> texts, int place, int length)
    {
        for (var i = 0; i < length; i++)
        {
            var (first, second) = (tokens[place - length + i], tokens[place + i]);
            if (first.Word != second.Word || second.Has(TokenTraits.OpensSentence)) return false;
            if (first.Word == 0 && !SameLetters(first, second, texts)) return false;
        }

        return true;
    }

    private static bool SameLetters(Token first, Token second, IReadOnlyList<string> texts) =>
        texts[first.Part].AsSpan(first.Start, first.End - first.Start)
            .Equals(texts[second.Part].AsSpan(second.Start, second.End - second.Start), StringComparison.OrdinalIgnoreCase);
}
