namespace SoftNo.Cues.Phrases;

/// <summary>The words that phrases know, numbered from 1, and how written words become them.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _writtenBySpan;

    public Vocabulary(Spelling spelling)
    {
        Spelling = spelling;
        _writtenBySpan = _written.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Spelling Spelling { get; }

    /// <summary>How many numbers are given, 0 (unknown) included.</summary>
    public int Count => _numbers.Count + 1;

    /// <summary>The number of a plain word, given if need be. Only while the lexicon is being built.</summary>
    public int Add(string word)
    {
        if (_numbers.TryGetValue(word, out var number)) return number;
        number = _numbers.Count + 1;
        _numbers.Add(word, number);
        _written[word] = [.. Spelling.Expand(word).Select(Number)];
        return number;
    }

    /// <summary>Prepares the written forms; called once, when every phrase is in.</summary>
    public void Close()
    {
        foreach (var (written, words) in Spelling.Words) _written[written] = [.. words.Select(Number)];
        foreach (var word in _numbers.Keys.ToList()) _written[word] = [.. Spelling.Expand(word).Select(Number)];
    }

    /// <summary>The number of a plain word; 0 where no phrase knows it.</summary>
    public int Number(string word) => _numbers.GetValueOrDefault(word);

    /// <summary>Whether a written form is known as a whole.</summary>
    public bool TryWritten(ReadOnlySpan<char> written, out int[] numbers) => _writtenBySpan.TryGetValue(written, out numbers!);

    /// <summary>The numbers that one written word stands for.</summary>
    /// <param name="written">Lower-case, with plain apostrophes.</param>
    public int[] NumbersOf(ReadOnlySpan<char> written)
    {
        if (_writtenBySpan.TryGetValue(written, out var known)) return known;
        return written.Contains('\'') ? [.. Spelling.Expand(written.ToString()).Select(Number)] : Unknown;
    }

    private static readonly int[] Unknown = [0];
}
