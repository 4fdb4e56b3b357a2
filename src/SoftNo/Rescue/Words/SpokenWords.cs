using System.Text;
using SoftNo.Calls;

namespace SoftNo.Rescue.Words;

/// <summary>One word of a text, as compared: lower case, one kind of apostrophe.</summary>
/// <param name="Text">The word.</param>
/// <param name="Span">Where it stands in the text it was taken from.</param>
internal readonly record struct SpokenWord(string Text, TextSpan Span);

/// <summary>A text's words, for comparing what was said with what is about to be said.</summary>
internal static class SpokenWords
{
    /// <summary>The words of a text: runs of letters and digits, with apostrophes inside words, and points and commas inside figures.</summary>
    public static List<SpokenWord> Of(string text)
    {
        var words = new List<SpokenWord>();
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]) && text[at] != '$')
            {
                at++;
                continue;
            }
            var start = at++;
            while (at < text.Length && Continues(text, at)) at++;
            if (at - start == 1 && text[start] == '$') continue;
            words.Add(new SpokenWord(text[start..at].Replace('\u2019', '\'').ToLowerInvariant(), new TextSpan(start, at)));
        }
        return words;
    }

    /// <summary>How many words a text has when said or counted: runs between white space that hold a letter or a digit.</summary>
    public static int Count(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(run => run.Any(char.IsLetterOrDigit));

    /// <summary>Where a sequence begins in a text's words, or −1. A word of the sequence that ends in <c>*</c> stands for all that begin so.</summary>
    public static int Find(IReadOnlyList<SpokenWord> words, IReadOnlyList<string> sequence)
    {
        for (var at = 0; at + sequence.Count <= words.Count; at++)
            if (BeginsAt(words, at, sequence)) return at;
        return -1;
    }

    /// <summary>Whether a sequence stands at a place of a text's words.</summary>
    public static bool BeginsAt(IReadOnlyList<SpokenWord> words, int at, IReadOnlyList<string> sequence)
    {
        if (at < 0 || at + sequence.Count > words.Count) return false;
        for (var next = 0; next < sequence.Count; next++)
            if (!Fits(words[at + next].Text, sequence[next])) return false;
        return true;
    }

    /// <summary>A phrase of the playbook's data as a sequence to look for.</summary>
    public static string[] Sequence(string phrase) =>
        new StringBuilder(phrase).Replace('-', ' ').Replace('\u2019', '\'').ToString().ToLowerInvariant()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Fits(string word, string wanted) =>
        wanted.EndsWith('*') ? word.StartsWith(wanted[..^1], StringComparison.Ordinal) : word == wanted;

    private static bool Continues(string text, int at)
    {
        if (char.IsLetterOrDigit(text[at])) return true;
        if (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1])) return false;
        if (text[at] is '\'' or '\u2019') return true;
        return text[at] is '.' or ',' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
    }
}
