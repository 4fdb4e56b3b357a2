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
        var words = Words(turn.Text);
        var free = new int[features];
        var longest = new int[features];
        for (var start = 0; start < words.Count; start++)
        {
            Array.Clear(longest);
            var node = _root;
            for (var at = start; at < words.Count && node.Next.TryGetValue(words[at].Word, out var next); at++)
            {
                node = next;
                foreach (var feature in node.Features) longest[feature] = at + 1;
            }

            for (var feature = 0; feature < features; feature++)
            {
                if (longest[feature] == 0 || free[feature] > start) continue;
                free[feature] = longest[feature];
                hits.Add(new(feature, turn.Index, new(words[start].Span.Start, words[longest[feature] - 1].Span.End)));
            }
        }
    }

    /// <summary>Words in lower case with where they lie; letters, digits and inner apostrophes.</summary>
    internal static List<(string Word, TextSpan Span)> Words(string text)
    {
        var words = new List<(string, TextSpan)>();
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length && (char.IsLetterOrDigit(text[at]) || (IsApostrophe(text[at]) && start >= 0 && at + 1 < text.Length && char.IsLetter(text[at + 1])));
            if (inside && start < 0) start = at;
            if (inside || start < 0) continue;
            words.Add((text[start..at].ToLowerInvariant().Replace('’', '\''), new TextSpan(start, at)));
            start = -1;
        }

        return words;
    }

    private static bool IsApostrophe(char letter) => letter is '\'' or '’';

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
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public List<int> Features { get; } = [];
    }
}
