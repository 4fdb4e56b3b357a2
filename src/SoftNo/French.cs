using System.Text;

namespace SoftNo;

/// <summary>French spacing, so that the interface's words can be written with ordinary spaces in their files.</summary>
public static class French
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create(";?!:%«»");
    private const char NoBreak = '\u00A0';
    private const char NarrowNoBreak = '\u202F';

    /// <summary>
    /// A narrow no-break space before <c>; ? !</c> and <c>%</c>, a no-break space before <c>:</c> and inside guillemets, where an ordinary space stands.
    /// Nothing is added where none stands (times, addresses, commands).
    /// </summary>
    public static string Spaced(string text)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0 && !text.Contains(" h", StringComparison.Ordinal)) return text;
        var spaced = new StringBuilder(text);
        for (var i = 0; i < spaced.Length; i++)
        {
            if (spaced[i] != ' ') continue;
            var next = i + 1 < spaced.Length ? spaced[i + 1] : '\0';
            var before = i > 0 ? spaced[i - 1] : '\0';
            var endsThere = i + 2 >= spaced.Length || !char.IsLetterOrDigit(spaced[i + 2]);
            if (next is ';' or '?' or '!' or '%' && endsThere) spaced[i] = NarrowNoBreak;
            else if ((next is ':' && endsThere) || next is '»' || before is '«') spaced[i] = NoBreak;
            else if (char.IsDigit(before) && next == 'h' && (i + 2 >= spaced.Length || !char.IsLetter(spaced[i + 2]))) spaced[i] = NoBreak;
        }

        return spaced.ToString();
    }
}
