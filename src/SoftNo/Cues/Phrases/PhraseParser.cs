namespace SoftNo.Cues.Phrases;

/// <summary>
/// Reads the language of phrases: plain words; <c>[a / b c]</c> one of several; <c>(x)</c> once or not; <c>{class}</c> one of a
/// word class; <c>...</c> a gap. Brackets nest.
/// </summary>
internal sealed class PhraseParser
{
    private const int DeepestNesting = 12;
    private readonly string _text;
    private readonly Spelling _spelling;
    private int _place;
    private PhraseFault? _fault;

    private PhraseParser(string text, Spelling spelling)
    {
        _text = text;
        _spelling = spelling;
    }

    /// <summary>The tree of a phrase, or what is wrong with it.</summary>
    public static (PhraseNode? Root, PhraseFault? Fault) Parse(string text, Spelling spelling)
    {
        var parser = new PhraseParser(text, spelling);
        var root = parser.ReadSequence(0);
        if (parser._fault is null && parser._place < text.Length) parser.Fail(parser._place, $"« {text[parser._place]} » ne ferme rien", $"'{text[parser._place]}' closes nothing");
        return parser._fault is { } fault ? (null, fault) : (root, null);
    }

    private PhraseNode ReadSequence(int depth)
    {
        var parts = new List<PhraseNode>();
        while (_fault is null && _place < _text.Length)
        {
            var c = _text[_place];
            if (c is ']' or ')' or '}') break;
            if (c == '/')
            {
                if (depth == 0) Fail(_place, "« / » ne s'emploie qu'entre crochets ou parenthèses", "'/' stands only inside brackets or parentheses");
                break;
            }

            if (c is '[' or '(') parts.Add(ReadBracket(depth + 1));
            else if (c == '{') parts.Add(ReadClass());
            else if (IsGap()) parts.Add(ReadGap());
            else if (char.IsLetterOrDigit(c) || c is '\'' or '\u2019' or '$') ReadWord(parts);
            else _place++;
        }

        return parts.Count == 1 ? parts[0] : new PhraseNode.Sequence(parts);
    }

    private PhraseNode ReadBracket(int depth)
    {
        var (open, start) = (_text[_place], _place);
        _place++;
        if (depth > DeepestNesting) Fail(start, "trop de niveaux de crochets", "brackets nest too deep");
        var options = new List<PhraseNode>();
        do
        {
            if (options.Count > 0) _place++;
            var option = ReadSequence(depth);
            if (_fault is null && option is PhraseNode.Sequence { Parts.Count: 0 }) Fail(start, "un choix est vide", "an alternative is empty");
            options.Add(option);
        }
        while (_fault is null && _place < _text.Length && _text[_place] == '/');

        var close = open == '[' ? ']' : ')';
        if (_fault is null && (_place >= _text.Length || _text[_place] != close)) Fail(start, $"« {open} » n'est pas fermé", $"'{open}' is not closed");
        _place++;
        PhraseNode inner = options.Count == 1 ? options[0] : new PhraseNode.Choice(options);
        return open == '(' ? new PhraseNode.Optional(inner) : inner;
    }

    private PhraseNode.Class ReadClass()
    {
        var start = _place;
        var end = _text.IndexOf('}', start);
        if (end < 0)
        {
            Fail(start, "« { » n'est pas fermé", "'{' is not closed");
            end = _text.Length - 1;
        }

        _place = end + 1;
        return new PhraseNode.Class(_text[(start + 1)..Math.Max(start + 1, end)].Trim(), start);
    }

    private bool IsGap() => _text[_place] == '\u2026' || _text.AsSpan(_place).StartsWith("...", StringComparison.Ordinal);

    private PhraseNode.Gap ReadGap()
    {
        _place += _text[_place] == '\u2026' ? 1 : 3;
        return new PhraseNode.Gap();
    }

    private void ReadWord(List<PhraseNode> parts)
    {
        var start = _place;
        while (_place < _text.Length && (char.IsLetterOrDigit(_text[_place]) || _text[_place] is '\'' or '\u2019' or '-' or '$')) _place++;
        var written = _text[start.._place].ToLowerInvariant().Replace('\u2019', '\'').Trim('-');
        var pieces = _spelling.Words.ContainsKey(written) ? [written] : written.Split('-', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in pieces.SelectMany(_spelling.Expand)) parts.Add(new PhraseNode.Word(word));
    }

    private void Fail(int column, string french, string english) => _fault ??= new PhraseFault(column, new Bilingual(french, english));
}
