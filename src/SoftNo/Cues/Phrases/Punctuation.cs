namespace SoftNo.Cues.Phrases;

/// <summary>What stands between two words, while a run is being cut.</summary>
internal struct Punctuation
{
    private bool _comma;
    private bool _quoted;
    private bool _pointIsPartOfWord;

    /// <summary>The next word opens a sentence.</summary>
    public bool Opens { get; set; }

    /// <summary>A new turn of the same speaker begins: it goes on, unless it starts with a capital.</summary>
    public void NewPart(string text, bool goesOn)
    {
        _quoted = false;
        _pointIsPartOfWord = false;
        if (!goesOn || Opens) Opens = true;
        else Opens = FirstLetterIsCapital(text);
    }

    /// <summary>Takes notice of one character that belongs to no word.</summary>
    public void See(string text, int place)
    {
        switch (text[place])
        {
            case '.' when _pointIsPartOfWord || IsEllipsis(text, place):
            case ',' or ':' or '\u2014' or '\u2013' or '\u2026' or '(' or ')':
            case '-' when place + 1 >= text.Length || !char.IsLetterOrDigit(text[place + 1]):
                _comma = true;
                break;
            case '.' or '!' or '?' or ';':
                Opens = true;
                break;
            case '\u201C':
                _quoted = true;
                break;
            case '\u201D':
                _quoted = false;
                break;
            case '"':
                _quoted = !_quoted;
                break;
        }

        _pointIsPartOfWord = false;
    }

    /// <summary>Notes whether a point after this word would be its own (<c>a.m.</c>, <c>Dr.</c>).</summary>
    public void AfterWord(Spelling spelling, string text, int start, int end)
    {
        var single = end - start == 1 && char.IsLetter(text[start]) && text[start] is not ('I' or 'i');
        _pointIsPartOfWord = end < text.Length && text[end] == '.'
            && (single || (end - start <= 6 && spelling.Abbreviations.Contains(text[start..end].ToLowerInvariant())));
    }

    /// <summary>The traits of the word that follows; what was seen is used up.</summary>
    public TokenTraits Take()
    {
        var traits = _quoted ? TokenTraits.Quoted : TokenTraits.None;
        if (Opens) traits |= TokenTraits.OpensSentence;
        if (_comma) traits |= TokenTraits.AfterComma | TokenTraits.StopsGap;
        Opens = false;
        _comma = false;
        return traits;
    }

    private static bool IsEllipsis(string text, int place) =>
        (place > 0 && text[place - 1] == '.') || (place + 1 < text.Length && text[place + 1] == '.');

    private static bool FirstLetterIsCapital(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            var alone = i + 1 >= text.Length || !char.IsLetter(text[i + 1]);
            return char.IsUpper(text[i]) && !(text[i] == 'I' && alone);
        }

        return false;
    }
}
