
namespace SoftNo.Transcripts;

/// <summary>Tells French turns from English ones by their little words, so that they are left out of the American reading, visibly.</summary>
internal static class FrenchPassages
{
    private static readonly HashSet<string> French = WordList.Load("french.txt");
    private static readonly HashSet<string> English = WordList.Load("english.txt");

    /// <summary>For each text, whether it is French. A short answer goes with the French turns beside it.</summary>
    public static bool[] Find(IReadOnlyList<string> texts, Func<int, string?> language)
    {
        var counts = new (int French, int English, int Words)[texts.Count];
        var found = new bool[texts.Count];
        for (int i = 0; i < texts.Count; i++)
        {
            counts[i] = Count(texts[i]);
            found[i] = counts[i].French >= 2 && counts[i].French > 2 * counts[i].English && counts[i].French * 8 >= counts[i].Words;
            // The source's own word counts, unless the words are plainly English: recorders keep one language for a whole meeting.
            bool told = language(i)?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true;
            if (told && counts[i].English <= counts[i].French) found[i] = true;
        }

        var sure = (bool[])found.Clone();
        for (int i = 0; i < texts.Count; i++)
        {
            bool beside = (i > 0 && sure[i - 1]) || (i + 1 < texts.Count && sure[i + 1]);
            if (beside && counts[i] is { French: >= 1, English: 0, Words: <= 4 }) found[i] = true;
        }

        return found;
    }

    private static (int French, int English, int Words) Count(string text)
    {
        int french = 0, english = 0, words = 0;
        int start = -1;
        Span<char> lower = stackalloc char[24];
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> frenchWords = French.GetAlternateLookup<ReadOnlySpan<char>>();
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> englishWords = English.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetter(text[at]))
            {
                if (start < 0) start = at;
                continue;
            }

            if (start < 0) continue;
            words++;
            ReadOnlySpan<char> word = text.AsSpan(start, at - start);
            start = -1;
            if (word.Length > lower.Length) continue;
            int length = word.ToLowerInvariant(lower);
            if (frenchWords.Contains(lower[..length])) french++;
            if (englishWords.Contains(lower[..length])) english++;
        }

        return (french, english, words);
    }
}
