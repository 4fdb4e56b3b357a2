using System.Text;
using SoftNo.Calls;

namespace SoftNo.Evaluation.Noise;

/// <summary>Makes a labelled call look like a machine's transcript, its labels on the same words. The same call gives the same noise every time.</summary>
public sealed class CallNoiser(NoiseRules rules)
{
    /// <summary>The call with its words as a machine would have heard them.</summary>
    public LabelledCall Apply(LabelledCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var random = new Random(unchecked(call.Id.Aggregate(rules.Seed, (sum, letter) => (sum * 31) + letter)));
        var turns = call.Call.Turns.Select(turn => NoisyText.Of(turn.Text, rules, random)).ToList();
        return call with
        {
            Noise = "asr",
            Call = call.Call with { Turns = [.. call.Call.Turns.Select((turn, at) => turn with { Text = turns[at].Text })] },
            Cues = [.. call.Cues.Select(cue => cue with { Span = turns[cue.Turn].SpanOf(cue.Span) })],
        };
    }
}

/// <summary>A turn's text with noise, each word knowing the words of the source it stands for.</summary>
internal sealed class NoisyText
{
    private readonly List<(TextSpan Source, TextSpan Noisy)> _words = [];
    private readonly StringBuilder _text = new();

    /// <summary>The text as heard.</summary>
    public string Text => _text.ToString();

    /// <summary>Adds noise to <paramref name="text"/>.</summary>
    public static NoisyText Of(string text, NoiseRules rules, Random random)
    {
        var noisy = new NoisyText();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (end > at) noisy.Add(text, new(at, end), rules, random);
            at = end + 1;
        }

        return noisy;
    }

    /// <summary>Where the words of a span of the source went; where all of them were punctuation, an empty span.</summary>
    public TextSpan SpanOf(TextSpan source)
    {
        var within = _words.Where(word => word.Source.Overlaps(source)).ToList();
        return within.Count == 0 ? new(0, 0) : new(within[0].Noisy.Start, within[^1].Noisy.End);
    }

    private void Add(string text, TextSpan word, NoiseRules rules, Random random)
    {
        var heard = Heard(text, word);
        if (heard.Length == 0) return;
        if (random.NextDouble() < rules.Fillers) Append(rules.FillerWords[random.Next(rules.FillerWords.Count)]);
        if (rules.Mishearings.TryGetValue(heard, out var instead) && random.NextDouble() < rules.Misheard) heard = instead;
        if (random.NextDouble() < rules.Repeats) Append(heard);
        var start = Append(heard);
        _words.Add((word, new(start, _text.Length)));
    }

    private int Append(string word)
    {
        if (_text.Length > 0) _text.Append(' ');
        var start = _text.Length;
        _text.Append(word);
        return start;
    }

    /// <summary>Lower case, no punctuation but inside a word or a number, hyphens as spaces.</summary>
    private static string Heard(string text, TextSpan word)
    {
        var heard = new StringBuilder();
        for (var at = word.Start; at < word.End; at++)
        {
            var inside = at > word.Start && at + 1 < word.End && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
            if (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || text[at] is '$' or '€' or '£' or '%') heard.Append(char.ToLowerInvariant(text[at]));
            else if (inside && text[at] is ('\'' or '’')) heard.Append('\'');
            else if (inside && text[at] is ('.' or ':')) heard.Append(text[at]);
            else if (inside && text[at] is ('-' or '–' or '—' or '/')) heard.Append(' ');
        }

        return heard.ToString();
    }
}
