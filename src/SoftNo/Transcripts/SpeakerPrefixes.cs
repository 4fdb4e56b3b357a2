using System.Buffers;

namespace SoftNo.Transcripts;

/// <summary>
/// Tells the names before a colon (<c>Sam Zhang: gotcha</c>) from other words before a colon, by what recurs over the whole file: a name may hold
/// a colon itself, and a sentence may too.
/// </summary>
internal sealed class SpeakerPrefixes
{
    /// <summary>The longest name, in characters: Zoom's own limit for a display name is 64.</summary>
    private const int LongestName = 64;

    private const int MostWords = 8;
    private static readonly SearchValues<char> EndsSentence = SearchValues.Create("?!;…\"“”«»{}<>=");

    private static readonly HashSet<string> NotNames = WordList.Load("not-names.txt");
    private static readonly HashSet<string> Particles = WordList.Load("name-particles.txt");

    private readonly Dictionary<string, int> _counts = [];
    private int _lines;
    private int _candidates;

    /// <summary>Counts what a line may open with. Call it for every line before asking.</summary>
    public void Learn(ReadOnlySpan<char> line)
    {
        _lines++;
        List<int> colons = Colons(line);
        if (colons.Count > 0) _candidates++;
        foreach (int colon in colons)
        {
            string prefix = Words.Collapse(line[..colon]);
            _counts[prefix] = _counts.GetValueOrDefault(prefix) + 1;
        }
    }

    /// <summary>Whether some line was seen to open with the name.</summary>
    public bool Knows(string name) => _counts.ContainsKey(name) || _counts.ContainsKey($"[{name}]");

    /// <summary>Splits a line into the name and the words after it.</summary>
    public bool TrySplit(ReadOnlySpan<char> line, out string name, out string words)
    {
        name = words = "";
        int best = -1;
        int bestCount = 0;
        foreach (int colon in Colons(line))
        {
            string prefix = Words.Collapse(line[..colon]);
            int count = _counts.GetValueOrDefault(prefix);
            // A longer name wins where the shorter one never stands without it.
            if (best >= 0 && (count < bestCount || count < 2)) continue;
            if (!IsName(prefix, count)) continue;
            best = colon;
            bestCount = count;
            // WhisperX brackets its labels: [SPEAKER_00].
            name = prefix is ['[', .. var label, ']'] && !label.AsSpan().ContainsAny('[', ']') ? label.Trim() : prefix;
        }

        if (best < 0) return false;
        words = Words.Collapse(line[(best + 1)..]);
        return true;
    }

    /// <summary>Two people in one caption: a line below that opens with a name known from other captions is that person's.</summary>
    public List<string> Parts(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal)) return [text];
        var parts = new List<string>();
        foreach (string line in text.Split('\n'))
        {
            bool opens = parts.Count == 0 || (TrySplit(line, out string name, out _) && Knows(name));
            if (opens) parts.Add(line);
            else parts[^1] += "\n" + line;
        }

        return parts;
    }

    // A name that recurs is taken as it is; one that occurs once must look like a name: every word begun by a capital or a digit, or one word alone.
    private bool IsName(string prefix, int count)
    {
        if (NotNames.Contains(prefix.ToLowerInvariant())) return false;
        if (count >= 2) return true;
        string bare = prefix.Contains('(', StringComparison.Ordinal) ? prefix[..prefix.IndexOf('(', StringComparison.Ordinal)].TrimEnd() : prefix;
        string[] parts = [.. bare.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Any(char.IsLetterOrDigit))];
        if (parts.Length <= 1) return !bare.EndsWith(',');
        // Where nearly every line has a name, what stands there is one, however it is written.
        if (parts.Length <= 4 && _lines >= 10 && _candidates * 10 >= _lines * 9) return true;
        int capitals = parts.Count(IsCapital);
        // Particles (van der, de la) are small; there are never more of them than of other words.
        return IsCapital(parts[^1]) && capitals * 2 >= parts.Length && parts.Length <= 5 && parts.All(part => IsCapital(part) || Particles.Contains(part));
    }

    // Capitals anywhere: "iPhone" is written like a name.
    private static bool IsCapital(string part) => !char.IsLower(part[0]) || part.Any(char.IsUpper);

    private static List<int> Colons(ReadOnlySpan<char> line)
    {
        var colons = new List<int>(1);
        int limit = Math.Min(line.Length, LongestName + 2);
        for (int at = 0; at < limit && colons.Count < 3; at++)
        {
            if (line[at] != ':') continue;
            if (at + 1 < line.Length && !char.IsWhiteSpace(line[at + 1])) continue;
            if (!CouldBeName(line[..at])) break;
            colons.Add(at);
        }

        return colons;
    }

    private static bool CouldBeName(ReadOnlySpan<char> prefix)
    {
        prefix = prefix.Trim();
        if (prefix.IsEmpty || (prefix.ContainsAny(EndsSentence) && !prefix.Contains('(')) || HasSentenceEnd(prefix)) return false;
        if (!char.IsLetterOrDigit(prefix[0]) && prefix[0] is not ('(' or '[' or '@' or '+' or '~') && !char.IsSurrogate(prefix[0])) return false;
        int words = 1;
        bool letter = false;
        foreach (char c in prefix)
        {
            if (char.IsWhiteSpace(c)) words++;
            letter |= char.IsLetterOrDigit(c) || char.IsSurrogate(c);
        }

        return letter && words <= MostWords;
    }

    // A full stop after a longer word ends a sentence; after an initial or a title (Dr., Jr.) it does not.
    private static bool HasSentenceEnd(ReadOnlySpan<char> prefix)
    {
        int word = 0;
        for (int at = 0; at < prefix.Length; at++)
        {
            if (prefix[at] == '.' && word > 3 && at + 1 < prefix.Length && prefix[at + 1] == ' ') return true;
            word = char.IsLetterOrDigit(prefix[at]) ? word + 1 : 0;
        }

        return false;
    }
}
