namespace SoftNo.Cues.Moments.Dates;

/// <summary>A text as words. Reading past either end gives an empty word, so that grammars need no bounds.</summary>
internal sealed class Wording
{
    private static readonly Word Nothing = new("", 0, 0, false, WordKind.Sign, false);
    private readonly List<Word> _words;

    private Wording(string text, List<Word> words)
    {
        Text = text;
        _words = words;
    }

    public string Text { get; }

    public int Count => _words.Count;

    public Word this[int at] => at >= 0 && at < _words.Count ? _words[at] : Nothing;

    /// <summary>Whether the word at a place is this one.</summary>
    public bool Is(int at, string word) => this[at].Text == word;

    /// <summary>Whether these words stand at a place, one after the other.</summary>
    public bool Are(int at, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (!Is(at + i, words[i])) return false;
        return true;
    }

    /// <summary>Takes a text apart, in one pass.</summary>
    public static Wording Of(string text, Spoken spoken)
    {
        var words = new List<Word>(text.Length / 4);
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            var start = at;
            var glued = start > 0 && !char.IsWhiteSpace(text[start - 1]);
            if (char.IsAsciiDigit(c))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
                words.Add(new Word(text[start..at], start, at, glued, WordKind.Digits, false));
            }
            else if (char.IsLetter(c))
            {
                at = EndOfLetters(text, at);
                if (YesOf(text, start, at, spoken) is var (yes, end))
                {
                    words.Add(new Word(yes, start, end, glued, WordKind.Letters, char.IsUpper(text[start])));
                    at = end;
                }
                else
                {
                    AddLetters(words, text, start, at, glued, spoken);
                }
            }
            else
            {
                at++;
                words.Add(new Word(Plain(c), start, at, glued, WordKind.Sign, false));
            }
        }

        return new Wording(text, words);
    }

    /// <summary>The yes that two fillers make ("uh-huh"), and where it ends; null where there is none.</summary>
    private static (string Yes, int End)? YesOf(string text, int start, int end, Spoken spoken)
    {
        if (end - start > 4 || end + 1 >= text.Length || text[end] is not (' ' or '-') || !char.IsLetter(text[end + 1])) return null;
        var next = EndOfLetters(text, end + 1);
        return next - start <= 9 && spoken.YesOfFillers.TryGetValue($"{text[start..end]} {text[(end + 1)..next]}".ToLowerInvariant(), out var yes) ? (yes, next) : null;
    }

    private static int EndOfLetters(string text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || (IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1])))) at++;
        return at;
    }

    private static void AddLetters(List<Word> words, string text, int start, int end, bool glued, Spoken spoken)
    {
        var written = text[start..end].ToLowerInvariant().Replace('’', '\'');
        if (spoken.Fillers.Contains(written)) return;
        var from = words.Count;
        Take(words, text, start, end, glued, spoken, written);
        if (IsSaidAgain(words, from, spoken)) words.RemoveRange(from, words.Count - from);
    }

    // "The the ninth", "I'm I'm": one of them. A number said twice may be two ("ten ten").
    private static bool IsSaidAgain(List<Word> words, int from, Spoken spoken)
    {
        var count = words.Count - from;
        if (from < count) return false;
        for (var at = from; at < words.Count; at++)
            if (words[at].Text != words[at - count].Text || spoken.Numbers.ContainsKey(words[at].Text) || spoken.Ordinals.ContainsKey(words[at].Text)) return false;
        return true;
    }

    private static void Take(List<Word> words, string text, int start, int end, bool glued, Spoken spoken, string written)
    {
        var capital = char.IsUpper(text[start]);
        if (spoken.Written.TryGetValue(written, out var known))
        {
            foreach (var word in known) words.Add(new Word(word, start, end, glued, WordKind.Letters, capital));
            return;
        }

        var apostrophe = written.LastIndexOf('\'');
        if (apostrophe <= 0)
        {
            words.Add(new Word(written, start, end, glued, WordKind.Letters, capital));
            return;
        }

        var cut = written.EndsWith("n't", StringComparison.Ordinal) ? apostrophe - 1 : apostrophe;
        if (cut > 0) words.Add(new Word(written[..cut], start, start + cut, glued, WordKind.Letters, capital));
        words.Add(new Word(spoken.Endings.GetValueOrDefault(written[cut..], written[cut..]), start + cut, end, cut > 0 || glued, WordKind.Letters, false));
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static string Plain(char c) => c switch
    {
        '’' or '‘' => "'",
        '“' or '”' => "\"",
        '–' or '—' or '‒' => "-",
        '…' => ".",
        _ => c.ToString(),
    };
}
