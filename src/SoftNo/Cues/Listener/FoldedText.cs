using System.Globalization;
using System.Text;

namespace SoftNo.Cues.Listener;

/// <summary>
/// A turn's text as the dictionary knows it (lower case, no accents, straight quotes), where each folded character
/// remembers the UTF-16 units of the source it came from.
/// </summary>
internal sealed class FoldedText
{
    private readonly List<char> _chars = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    /// <summary>Number of folded characters.</summary>
    public int Length => _chars.Count;

    /// <summary>The folded character at <paramref name="index"/>.</summary>
    public char this[int index] => _chars[index];

    /// <summary>First source unit of the folded character at <paramref name="index"/>.</summary>
    public int SourceStart(int index) => _starts[index];

    /// <summary>One past the last source unit of the folded character at <paramref name="index"/>.</summary>
    public int SourceEnd(int index) => _ends[index];

    /// <summary>The folded characters of [start, end).</summary>
    public ReadOnlySpan<char> Slice(int start, int end) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_chars)[start..end];

    /// <summary>Folds <paramref name="text"/>, replacing what this instance held. Lone surrogates become spaces.</summary>
    public void Fold(string text)
    {
        _chars.Clear();
        _starts.Clear();
        _ends.Clear();
        int at = 0;
        while (at < text.Length)
        {
            if (char.IsAscii(text[at]))
            {
                AddAscii(text[at], at);
                at++;
                continue;
            }

            bool whole = Rune.TryGetRuneAt(text, at, out Rune rune);
            int next = at + (whole ? rune.Utf16SequenceLength : 1);
            AddRune(whole ? rune : new Rune(' '), at, next);
            at = next;
        }
    }

    private void AddAscii(char c, int at)
    {
        if (char.IsControl(c) && !char.IsWhiteSpace(c))
        {
            return;
        }

        Add(char.ToLowerInvariant(c), at, at + 1);
    }

    private void AddRune(Rune rune, int start, int end)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark)
        {
            // A mark that stands apart belongs to the letter before it.
            if (_ends.Count > 0 && _ends[^1] == start)
            {
                _ends[^1] = end;
            }

            return;
        }

        if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse)
        {
            return;
        }

        if (Straight(rune.Value) is char straight)
        {
            Add(straight, start, end);
            return;
        }

        foreach (Rune part in NormalForm.Of(rune.ToString(), NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            foreach (char c in Rune.ToLowerInvariant(part).ToString())
            {
                Add(c, start, end);
            }
        }
    }

    private void Add(char c, int start, int end)
    {
        _chars.Add(c);
        _starts.Add(start);
        _ends.Add(end);
    }

    /// <summary>Typographic quotes and dashes differ between transcribers, not between speakers.</summary>
    private static char? Straight(int rune) => rune switch
    {
        0x2018 or 0x2019 or 0x201B or 0x02BC => '\'',
        0x201C or 0x201D or 0x201E or 0x00AB or 0x00BB => '"',
        0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2014 or 0x2015 or 0x2212 => '-',
        0x2026 => '.',
        _ => null,
    };
}
