using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace SoftNo.Cues.Listener;

/// <summary>
/// Splits a turn into the word pieces of an uncased BERT dictionary, each with the source characters it stands for.
/// The splitting of one word is Microsoft.ML.Tokenizers'; the words are found here, so that offsets stay the source's.
/// Not safe for concurrent use.
/// </summary>
public sealed class WordPieces
{
    /// <summary>Piece that opens each row.</summary>
    public const string Opening = "[CLS]";

    /// <summary>Piece that closes each row.</summary>
    public const string Closing = "[SEP]";

    /// <summary>Piece that fills rows up to their group's length.</summary>
    public const string Filling = "[PAD]";

    /// <summary>Piece for a word the dictionary cannot spell.</summary>
    public const string Unknown = "[UNK]";

    private const int LongestWord = 100;
    private const int CachedWords = 50_000;

    private readonly WordPieceTokenizer _words;
    private readonly Dictionary<string, Piece[]> _cache = new(StringComparer.Ordinal);
    private readonly FoldedText _folded = new();

    /// <summary>Takes the dictionary's pieces in the order of their ids.</summary>
    public WordPieces(IReadOnlyList<string> dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int id = 0; id < dictionary.Count; id++)
        {
            ids[dictionary[id]] = id;
        }

        OpeningId = ids[Opening];
        ClosingId = ids[Closing];
        FillingId = ids[Filling];
        UnknownId = ids[Unknown];
        Count = dictionary.Count;
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', dictionary)));
        _words = WordPieceTokenizer.Create(lines, new WordPieceOptions
        {
            UnknownToken = Unknown,
            MaxInputCharsPerWord = LongestWord,
        });
    }

    /// <summary>Number of pieces in the dictionary.</summary>
    public int Count { get; }

    /// <summary>Id of <see cref="Opening"/>.</summary>
    public int OpeningId { get; }

    /// <summary>Id of <see cref="Closing"/>.</summary>
    public int ClosingId { get; }

    /// <summary>Id of <see cref="Filling"/>.</summary>
    public int FillingId { get; }

    /// <summary>Id of <see cref="Unknown"/>.</summary>
    public int UnknownId { get; }

    /// <summary>The pieces of <paramref name="text"/>, in order, without opening and closing pieces.</summary>
    public IReadOnlyList<Piece> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _folded.Fold(text);
        var pieces = new List<Piece>(text.Length / 4 + 1);
        int at = 0;
        while (at < _folded.Length)
        {
            int end = WordEnd(at);
            if (!char.IsWhiteSpace(_folded[at]))
            {
                AddWord(at, end, pieces);
            }

            at = end;
        }

        return pieces;
    }

    private int WordEnd(int start)
    {
        if (StandsAlone(_folded[start]) || char.IsWhiteSpace(_folded[start]))
        {
            return start + 1;
        }

        int end = start + 1;
        while (end < _folded.Length && !StandsAlone(_folded[end]) && !char.IsWhiteSpace(_folded[end]))
        {
            end++;
        }

        return end;
    }

    private void AddWord(int start, int end, List<Piece> pieces)
    {
        foreach (Piece piece in PiecesOf(_folded.Slice(start, end)))
        {
            pieces.Add(new Piece(
                piece.Id,
                _folded.SourceStart(start + piece.Start),
                _folded.SourceEnd(start + piece.End - 1)));
        }
    }

    private Piece[] PiecesOf(ReadOnlySpan<char> word)
    {
        Dictionary<string, Piece[]>.AlternateLookup<ReadOnlySpan<char>> known = _cache.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(word, out Piece[]? pieces))
        {
            return pieces;
        }

        if (_cache.Count >= CachedWords)
        {
            _cache.Clear();
        }

        pieces = Spell(word.ToString());
        known[word] = pieces;
        return pieces;
    }

    private Piece[] Spell(string word)
    {
        IReadOnlyList<EncodedToken> tokens = _words.EncodeToTokens(word, out _, considerPreTokenization: false, considerNormalization: false);
        if (tokens.Count == 0 || tokens[0].Id == UnknownId)
        {
            return [new Piece(UnknownId, 0, word.Length)];
        }

        return [.. tokens.Select(token => new Piece(token.Id, token.Offset.Start.Value, token.Offset.End.Value))];
    }

    /// <summary>BERT's rule: ASCII other than letters and digits, and Unicode punctuation; ideographs likewise.</summary>
    private static bool StandsAlone(char c)
    {
        if (char.IsAscii(c))
        {
            return c > ' ' && !char.IsAsciiLetterOrDigit(c) && c != '\x7f';
        }

        return c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF'
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation
                or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;
    }
}
