using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>One phrase: words, [a / b c] alternatives, (x) optional words, * any word, ^ the opening of a clause.</summary>
internal sealed class ActPattern
{
    private const string AnyWord = "*";
    private readonly List<Element> _elements = [];

    private readonly record struct Element(IReadOnlyList<string[]> Choices, bool Optional, bool Any, bool Opens);

    public static ActPattern Parse(string phrase, Spoken spoken)
    {
        var pattern = new ActPattern();
        var at = 0;
        while (at < phrase.Length)
        {
            switch (phrase[at])
            {
                case ' ':
                    at++;
                    break;
                case '[' or '(':
                    var close = phrase.IndexOf(phrase[at] == '[' ? ']' : ')', at);
                    var choices = phrase[(at + 1)..close].Split('/').Select(choice => Words(choice, spoken)).ToList();
                    pattern.HasEmptyChoice |= choices.RemoveAll(choice => choice.Length == 0) > 0;
                    pattern._elements.Add(new Element(choices, phrase[at] == '(', false, false));
                    at = close + 1;
                    break;
                case '*':
                    pattern._elements.Add(new Element([], false, true, false));
                    at++;
                    break;
                case '^':
                    pattern._elements.Add(new Element([], false, false, true));
                    at++;
                    break;
                default:
                    var end = phrase.IndexOfAny([' ', '[', '('], at);
                    if (end < 0) end = phrase.Length;
                    if (Words(phrase[at..end], spoken) is { Length: > 0 } words) pattern._elements.Add(new Element([words], false, false, false));
                    else pattern.HasEmptyChoice = true;
                    at = end;
                    break;
            }
        }

        return pattern;
    }

    /// <summary>Whether an alternative has no word, or nothing but fillers, which are not heard: it is left out.</summary>
    public bool HasEmptyChoice { get; private set; }

    /// <summary>Whether a match needs at least one word that is named.</summary>
    public bool SaysSomething => _elements.Exists(element => !element.Optional && element.Choices.Count > 0);

    /// <summary>The words a match may begin with; null where any word may.</summary>
    public IEnumerable<string?> FirstWords()
    {
        var first = new HashSet<string?>();
        foreach (var element in _elements)
        {
            if (element.Opens) continue;
            if (element.Any) first.Add(null);
            foreach (var choice in element.Choices) first.Add(choice[0] == AnyWord ? null : choice[0]);
            if (!element.Optional) break;
        }

        return first;
    }

    /// <summary>The place after the longest match that begins here, or −1.</summary>
    public int Match(Wording words, int at, Func<int, bool> opens) => Match(words, at, 0, opens);

    private int Match(Wording words, int at, int element, Func<int, bool> opens)
    {
        if (element == _elements.Count) return at;
        var wanted = _elements[element];
        if (wanted.Opens) return opens(at) || at >= words.Count ? Match(words, at, element + 1, opens) : -1;
        var best = wanted.Optional ? Match(words, at, element + 1, opens) : -1;
        if (wanted.Any) return words[at].IsSign ? -1 : Match(words, at + 1, element + 1, opens);
        foreach (var choice in wanted.Choices)
        {
            if (!Are(words, at, choice)) continue;
            best = Math.Max(best, Match(words, at + choice.Length, element + 1, opens));
        }

        return best;
    }

    private static bool Are(Wording words, int at, string[] choice)
    {
        for (var word = 0; word < choice.Length; word++)
            if (choice[word] == AnyWord ? words[at + word].IsSign : !words.Is(at + word, choice[word])) return false;
        return true;
    }

    private static string[] Words(string text, Spoken spoken) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => spoken.Endings.TryGetValue(word, out var ending) ? [ending] : Plain(word, spoken))];

    private static IEnumerable<string> Plain(string word, Spoken spoken)
    {
        var words = Wording.Of(word, spoken);
        return Enumerable.Range(0, words.Count).Select(at => words[at].Text);
    }
}
