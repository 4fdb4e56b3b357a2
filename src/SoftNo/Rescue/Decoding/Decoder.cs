using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Phrases;
using SoftNo.Rescue.Templates;
using SoftNo.Rescue.Words;

namespace SoftNo.Rescue.Decoding;

/// <summary>Explains words without a call: what an American means, when not, what to ask.</summary>
public sealed class Decoder
{
    private readonly Lexicon _lexicon;
    private readonly CueReader _reader;
    private readonly PlaybookFiles.DecodeFile _data;
    private readonly List<(Rule Rule, string Phrase, HashSet<string> Words)> _known;
    private readonly Dictionary<string, int> _among;

    /// <summary>Makes a decoder.</summary>
    /// <param name="lexicon">The phrases.</param>
    /// <param name="playbook">What to ask.</param>
    public Decoder(Lexicon lexicon, Playbook playbook)
    {
        (_lexicon, _reader, _data) = (lexicon, new CueReader(lexicon), playbook.Decoding);
        _known =
        [
            .. lexicon.Rules.Where(rule => rule.Kind?.SideOf() == Side.Prospect)
                .SelectMany(rule => rule.Fires.Select(example => (rule, example.Text[example.Start..example.End])))
                .Select(pair => (pair.rule, pair.Item2, WordsOf(pair.Item2))),
        ];
        _among = _known.SelectMany(known => known.Words).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>Explains a text: each paragraph is one turn of the prospect's.</summary>
    /// <param name="text">The words.</param>
    /// <param name="file">The file's name, or <c>-</c> for words given by hand.</param>
    public Decoded Explain(string text, string file)
    {
        var call = CallOf(text, file);
        var cues = _reader.Read(call).Cues.Where(cue => cue.Side == Side.Prospect).Select(Explain).ToList();
        return new Decoded(call, cues, cues.Count > 0 ? [] : Nearest(text));
    }

    private DecodedCue Explain(Cue cue)
    {
        var rule = cue.Rule is { } id ? _lexicon.Find(id) : null;
        var entry = _data.Entries.GetValueOrDefault(cue.Topic is null ? cue.Kind.Name() : $"{cue.Kind.Name()}:{cue.Topic}") ?? _data.Entries.GetValueOrDefault(cue.Kind.Name());
        return new DecodedCue(
            cue, cue.Gloss ?? rule?.Gloss, rule?.AlsoMeans ?? [], entry?.NotWhen.Bilingual, [.. (rule?.Quiet ?? []).Select(example => example.Text)], entry?.Ask);
    }

    private List<NearPhrase> Nearest(string text)
    {
        var words = WordsOf(text);
        return
        [
            .. _known.Select(known => new NearPhrase(known.Rule, known.Phrase, Likeness(words, known.Words)))
                .Where(near => near.Likeness >= _data.NearestAtLeast)
                .OrderByDescending(near => near.Likeness).ThenBy(near => near.Rule.Id, StringComparer.Ordinal)
                .DistinctBy(near => near.Rule.Id).Take(_data.NearestAtMost),
        ];
    }

    /// <summary>Dice's coefficient of two sets of words, each weighed by how rare it is among the known phrases: "the" says little, "circle" much.</summary>
    private double Likeness(HashSet<string> left, HashSet<string> right)
    {
        var all = left.Sum(Rarity) + right.Sum(Rarity);
        return all == 0 ? 0 : 2 * left.Where(right.Contains).Sum(Rarity) / all;
    }

    private double Rarity(string word) => Math.Log((1.0 + _known.Count) / (1 + _among.GetValueOrDefault(word)));

    private static HashSet<string> WordsOf(string text) => [.. SpokenWords.Of(text).Select(word => word.Text)];

    private static Call CallOf(string text, string file)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split('\n')
            .Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Length > 0);
        return new Call
        {
            Source = new CallSource { File = file, Format = "words", Language = "en" },
            Speakers = [new Speaker { Name = "Prospect", Side = Side.Prospect, Basis = Basis.Given, Reason = new Bilingual("mots donnés à expliquer", "words given to be explained") }],
            Turns = [.. paragraphs.Select((line, index) => new Turn { Index = index, Speaker = 0, Text = line })],
        };
    }
}
