using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.ML.Tokenizers;
using SoftNo.Cues.Listener;
using SoftNo.Evaluation;

namespace SoftNo.Tests.Listener;

public class WordPiecesTests
{
    private static readonly string[] Dictionary = File.ReadAllLines(Repository.Folder("models/vocab.txt"));

    private readonly WordPieces _splitter = new(Dictionary);

    private static readonly string[] Awkward =
        ["é", "e\u0301", "É", "ÇA", "ﬁ", "İ", "ß", "😀", "👩‍💻", "\uD83D", "\uDE00", "’", "“", "—", "…", "\u00A0", "\u200B", "\0", "\t", "\n", "中", "한", "don't", "NetSuite", "$40k", "we’ll", "ok ", " ", ".", "½", "ǅ"];

    [Theory]
    [InlineData("We'll circle back.", "we|'|ll|circle|back|.")]
    [InlineData("Très intéressant", "Très|intéressant")]
    [InlineData("cafe\u0301 😀 ok", "cafe\u0301|😀|ok")]
    [InlineData("it’s — fine…", "it|’|s|—|fine|…")]
    public void Pieces_cover_the_sources_own_characters(string text, string expected)
    {
        var words = Joined(text, _splitter.Split(text));
        Assert.Equal(expected, string.Join('|', words), ignoreCase: true);
    }

    [Fact]
    public void Any_text_gives_pieces_in_order_inside_it_and_cuts_no_character() =>
        Prop.ForAll(Texts(), text =>
        {
            var pieces = _splitter.Split(text);
            var end = 0;
            foreach (var piece in pieces)
            {
                // Pieces of one source character (한 is spelt in three) share its span.
                if (piece.Start < 0 || piece.End > text.Length || piece.Start >= piece.End || piece.End < end) return false;
                if (CutsSurrogates(text, piece.Start) || CutsSurrogates(text, piece.End)) return false;
                end = piece.End;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Each_piece_is_the_folded_form_of_the_characters_it_names() =>
        Prop.ForAll(Texts(), text => _splitter.Split(text).All(piece =>
            piece.Id == _splitter.UnknownId || Fold(text[piece.Start..piece.End]).Contains(Bare(Dictionary[piece.Id]), StringComparison.Ordinal))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Nothing_that_is_a_letter_or_a_digit_is_left_out() =>
        Prop.ForAll(Texts(), text =>
        {
            var covered = new bool[text.Length];
            foreach (var piece in _splitter.Split(text)) Array.Fill(covered, true, piece.Start, piece.End - piece.Start);
            return Enumerable.Range(0, text.Length).All(at => covered[at] || !char.IsLetterOrDigit(text[at]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_corpus_is_split_as_the_published_tokenizer_splits_it()
    {
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Dictionary.Append("[MASK]"))));
        var published = BertTokenizer.Create(lines, new BertOptions { RemoveNonSpacingMarks = true });
        var compared = 0;
        foreach (var text in Corpus.Load(Repository.Folder("corpus/dev")).Calls.SelectMany(call => call.Call.Turns).Select(turn => turn.Text).Where(text => Ascii.IsValid(text)))
        {
            Assert.Equal(published.EncodeToIds(text, addSpecialTokens: false), _splitter.Split(text).Select(piece => piece.Id));
            compared++;
        }

        Assert.True(compared > 4000, $"{compared} turns");
    }

    private static Arbitrary<string> Texts()
    {
        var part = Gen.OneOf(Gen.Elements(Awkward), ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString()), Gen.Elements("pricing", "Oui", "unfathomable", "I", "2,500"));
        return Gen.ListOf(part).Select(parts => string.Concat(parts)).ToArbitrary();
    }

    private static bool CutsSurrogates(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static string Bare(string piece) => piece.StartsWith("##", StringComparison.Ordinal) && piece.Length > 2 ? piece[2..] : piece;

    private static string Fold(string source)
    {
        var folded = new FoldedText();
        folded.Fold(source);
        return folded.Slice(0, folded.Length).ToString();
    }

    /// <summary>The source words, the pieces of one word joined again.</summary>
    private static List<string> Joined(string text, IReadOnlyList<Piece> pieces)
    {
        var words = new List<string>();
        var end = -1;
        foreach (var piece in pieces)
        {
            var slice = text[piece.Start..piece.End];
            if (piece.Start == end && char.IsLetter(slice[0]) && char.IsLetter(text[piece.Start - 1])) words[^1] += slice;
            else words.Add(slice);
            end = piece.End;
        }

        return words;
    }
}
