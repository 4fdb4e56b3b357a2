using SoftNo.Cues.Listener;
using SoftNo.Cues.Phrases;

namespace SoftNo.Cues;

/// <summary>The rule of the lexicon whose examples share most words with a cue that no phrase named: it lends its gloss.</summary>
internal sealed class NearestRules
{
    private readonly ILookup<CueKind, (Rule Rule, HashSet<string> Words)> _examples;

    public NearestRules(Lexicon lexicon) => _examples = lexicon.Rules
        .Where(rule => rule.Kind is not null && rule.Gloss is not null)
        .SelectMany(rule => rule.Fires.Select(example => (rule, Words(example.Text[example.Start..example.End]))))
        .ToLookup(one => one.rule.Kind!.Value, one => (one.rule, one.Item2));

    /// <summary>The nearest rule of the cue's kind and topic; null where none shares a word.</summary>
    public Rule? Of(HeardCue heard, string text)
    {
        var words = Words(heard.Span.Of(text));
        Rule? nearest = null;
        var most = 0.0;
        foreach (var (rule, theirs) in _examples[heard.Kind])
        {
            if (rule.Topic is not null && rule.Topic != heard.Topic) continue;
            var shared = theirs.Count(words.Contains);
            var likeness = 2.0 * shared / Math.Max(1, words.Count + theirs.Count);
            if (likeness > most) (nearest, most) = (rule, likeness);
        }

        return nearest;
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', '?', '!', ';', ':', '"'], StringSplitOptions.RemoveEmptyEntries)];
}
