using SoftNo.Calls;

namespace SoftNo.Cues.Sides;

/// <summary>A phrase of a role, found in a turn.</summary>
/// <param name="Feature">The feature's place in <see cref="SideModel.Features"/>.</param>
/// <param name="Turn">The turn's index.</param>
/// <param name="Span">Where in the turn.</param>
internal readonly record struct RoleHit(int Feature, int Turn, TextSpan Span);

/// <summary>All phrases of the two roles as one tree of words; time grows with the text, not with the phrases.</summary>
internal sealed class RolePhrases
{
    private readonly Node _root = new();

    /// <summary>Adds a feature's phrase: plain words, <c>[a / b]</c> a choice, <c>(x)</c> optional.</summary>
    /// <returns>False where the brackets do not close.</returns>
    public bool Add(string phrase, int feature)
    {
        var paths = new List<List<string>> { new() };
        for (var at = 0; at < phrase.Length;)
        {
            if (phrase[at] == ' ')
            {
                at++;
                continue;
            }

            var close = phrase[at] is '[' or '(' ? phrase.IndexOf(phrase[at] == '[' ? ']' : ')', at) : -1;
            if (phrase[at] is '[' or '(' && close < 0) return false;
            var end = close < 0 ? phrase.IndexOfAny([' ', '[', '('], at) is var next && next < 0 ? phrase.Length : next : close + 1;
            var choices = close < 0 ? [phrase[at..end]] : phrase[(at + 1)..close].Split('/', StringSplitOptions.TrimEntries).ToList();
            if (phrase[at] == '(') choices.Add("");
            paths = [.. paths.SelectMany(path => choices.Select(choice => (List<string>)[.. path, .. choice.Split(' ', StringSplitOptions.RemoveEmptyEntries)]))];
            at = end;
        }

        foreach (var path in paths) Insert(path, feature);
        return true;
    }

    /// <summary>Every hit in a turn: for each feature the longest at each word, none overlapping another of its own feature.</summary>
    public void Find(Turn turn, int features, List<RoleHit> hits)
    {
        var text = turn.Text.Contains('’', StringComparison.Ordinal) ? turn.Text.Replace('’', '\'') : turn.Text;
        Span<int> free = stackalloc int[features];
        Span<int> longest = stackalloc int[features];
        free.Clear();
        for (var start = NextWord(text, 0); start.End > start.Start; start = NextWord(text, start.End))
        {
            var node = _root;
            longest.Clear();
            var any = false;
            for (var word = start; word.End > word.Start && node.Follow(text.AsSpan(word.Start, word.End - word.Start)) is { } next; word = NextWord(text, word.End))
            {
                node = next;
                foreach (var feature in node.Features) longest[feature] = word.End;
                any |= node.Features.Count > 0;
            }

            for (var feature = 0; any && feature < features; feature++)
            {
                if (longest[feature] == 0 || free[feature] > start.Start) continue;
                free[feature] = longest[feature];
                hits.Add(new(feature, turn.Index, new(start.Start, longest[feature])));
            }
        }
    }

    /// <summary>The next word from a place: letters, digits and inner apostrophes; empty at the end.</summary>
    private static (int Start, int End) NextWord(string text, int from)
    {
        var start = from;
        while (start < text.Length && !char.IsLetterOrDigit(text[start])) start++;
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] == '\'' && end + 1 < text.Length && char.IsLetter(text[end + 1])))) end++;
        return (start, end);
    }

    /// <summary>A path's words that begin with an apostrophe belong to the word before: <c>i 'll</c>.</summary>
    private void Insert(List<string> path, int feature)
    {
        var node = _root;
        for (var at = 0; at < path.Count; at++)
        {
            var word = path[at];
            while (at + 1 < path.Count && path[at + 1].StartsWith('\'')) word += path[++at];
            if (!node.Next.TryGetValue(word, out var next)) node.Next[word] = next = new();
            node = next;
        }

        if (node != _root && !node.Features.Contains(feature)) node.Features.Add(feature);
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>> _next;

        public Node() => _next = Next.GetAlternateLookup<ReadOnlySpan<char>>();

        public Dictionary<string, Node> Next { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<int> Features { get; } = [];

        public Node? Follow(ReadOnlySpan<char> word) => _next.TryGetValue(word, out var next) ? next : null;
    }
}
