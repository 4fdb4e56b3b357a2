using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace SoftNo.Cues.Phrases;

/// <summary>Reads rules out of one file of the lexicon; what is wrong goes to the file's problems.</summary>
internal sealed class RuleReader(LexiconFile file, Spelling spelling, WordClasses classes)
{
    private static readonly string[] Keys =
        ["id", "topic", "role", "weight", "source", "phrases", "only", "span", "unless", "with", "after", "cleared-by", "gloss", "also-means", "fires", "quiet"];

    private static readonly string[] Clearers =
        ["own-case", "own-system", "number", "named-person", "dated-act", "trade-off", "risk", "result", "hard-question", "objection", "pain", "buying-step", "firm-step", "commitment"];

    /// <summary>Every rule of the file that can be read. The kind is its folder's; null for rules of context.</summary>
    public List<Rule> Read(CueKind? kind)
    {
        var rules = new List<Rule>();
        if (file.Root is null) return rules;
        if (file.Root is not YamlSequenceNode list)
        {
            file.Refuse(file.Root, "list-expected", "une liste de règles est attendue", "a list of rules is expected", "Commencez chaque règle par « - id: ».", "Begin each rule with '- id:'.");
            return rules;
        }

        foreach (var node in list.Children)
        {
            if (node is YamlMappingNode mapping && ReadRule(mapping, kind) is { } rule) rules.Add(rule);
            else if (node is not YamlMappingNode)
                file.Refuse(node, "rule-expected", "une règle est attendue", "a rule is expected", "Commencez par « - id: ».", "Begin with '- id:'.");
        }

        return rules;
    }

    private Rule? ReadRule(YamlMappingNode mapping, CueKind? kind)
    {
        var entries = file.Entries(mapping, Keys);
        var id = Required(mapping, entries, "id") is { } idNode ? file.Text(idNode) : null;
        var source = Required(mapping, entries, "source") is { } sourceNode ? file.Text(sourceNode) : null;
        var phrases = Required(mapping, entries, "phrases") is { } phraseNode ? Phrases(phraseNode) : [];
        var fires = Required(mapping, entries, "fires") is { } firesNode ? Examples(firesNode, true) : [];
        var quiet = Required(mapping, entries, "quiet") is { } quietNode ? Examples(quietNode, false) : [];
        var gloss = kind is not null && Required(mapping, entries, "gloss") is { } glossNode ? file.Both(glossNode) : null;
        var role = kind is null && Required(mapping, entries, "role") is { } roleNode ? Role(roleNode) : null;
        if (id is null || source is null || (kind is null && role is null) || (kind is not null && gloss is null) || phrases.Count == 0 || fires.Count == 0 || quiet.Count == 0) return null;
        return new Rule
        {
            Id = id,
            Kind = kind,
            Role = role,
            Source = source,
            Topic = Topic(mapping, entries, kind),
            Weight = Weight(entries),
            Only = entries.TryGetValue("only", out var only) ? Only(only) : FiresOnly.Anywhere,
            Quoted = entries.TryGetValue("span", out var span) ? Named<QuotedSpan>(span) ?? QuotedSpan.Phrase : QuotedSpan.Phrase,
            ClearedBy = entries.TryGetValue("cleared-by", out var cleared) ? Cleared(cleared) : [],
            Gloss = gloss,
            AlsoMeans = entries.TryGetValue("also-means", out var also) && also is YamlSequenceNode others ? [.. others.Select(file.Both).OfType<Bilingual>()] : [],
            Fires = fires,
            Quiet = quiet,
            Phrases = phrases,
            Unless = entries.TryGetValue("unless", out var unless) ? Phrases(unless) : [],
            With = entries.TryGetValue("with", out var with) ? Phrases(with) : [],
            After = entries.TryGetValue("after", out var after) ? Phrases(after) : [],
            Place = file.PlaceOf(mapping),
        };
    }

    private YamlNode? Required(YamlMappingNode rule, Dictionary<string, YamlNode> entries, string key)
    {
        if (entries.TryGetValue(key, out var node) && node is not YamlSequenceNode { Children.Count: 0 }) return node;
        file.Refuse(rule, "missing-key", $"il manque « {key} » à cette règle", $"this rule has no '{key}'",
            $"Ajoutez « {key}: ».", $"Add '{key}:'.");
        return null;
    }

    /// <summary>The phrases of a node; those that cannot be read or can never match are refused.</summary>
    public List<Phrase> Phrases(YamlNode node)
    {
        var phrases = new List<Phrase>();
        foreach (var (text, place) in file.Texts(node))
        {
            // Inside quotes, the phrase begins one column after its node.
            var quoted = place is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.DoubleQuoted or YamlDotNet.Core.ScalarStyle.SingleQuoted } ? 1 : 0;
            var (root, fault) = PhraseParser.Parse(text, spelling);
            fault ??= PhraseFaults.In(root!, classes);
            if (fault is not null)
                file.Refuse(place, "phrase", fault.Text.Fr, fault.Text.En, "Corrigez la phrase ; sa langue est décrite dans docs/lexicon.md.",
                    "Correct the phrase; docs/lexicon.md describes its language.", quoted + fault.Column);
            else phrases.Add(new Phrase(text, file.PlaceOf(place), root!));
        }

        return phrases;
    }

    private List<RuleExample> Examples(YamlNode node, bool fires)
    {
        var examples = new List<RuleExample>();
        foreach (var (written, place) in file.Texts(node))
        {
            var turns = written.Split(" >> ", 2);
            var (text, before) = (turns[^1], turns.Length > 1 ? turns[0] : null);
            if (!fires)
            {
                examples.Add(new RuleExample(text, 0, 0, file.PlaceOf(place), before));
                continue;
            }

            var (open, close) = (text.IndexOf('['), text.IndexOf(']'));
            if (open < 0 || close < open + 2 || text.IndexOf('[', open + 1) >= 0 || text.IndexOf(']', close + 1) >= 0)
                file.Refuse(place, "example-span", "l'exemple doit avoir une étendue entre [crochets]", "the example needs one span in [brackets]",
                    "Mettez entre crochets les mots que la règle doit citer.", "Put the words the rule is to quote in brackets.");
            else
                examples.Add(new RuleExample(text.Remove(close, 1).Remove(open, 1), open, close - 1, file.PlaceOf(place), before));
        }

        return examples;
    }

    private string? Topic(YamlMappingNode rule, Dictionary<string, YamlNode> entries, CueKind? kind)
    {
        var known = kind?.Topics();
        var topic = entries.TryGetValue("topic", out var node) ? file.Text(node) : null;
        if (known is null || (known.Count == 0 && topic is null) || (topic is not null && known.Contains(topic))) return topic;
        file.Refuse(node ?? rule, "topic", $"thème inconnu « {topic} »", $"unknown topic '{topic}'",
            known.Count == 0 ? "Ce genre n'a pas de thème." : $"Les thèmes : {string.Join(", ", known)}.",
            known.Count == 0 ? "This kind has no topics." : $"The topics: {string.Join(", ", known)}.");
        return null;
    }

    private double Weight(Dictionary<string, YamlNode> entries)
    {
        if (!entries.TryGetValue("weight", out var node)) return 1;
        if (double.TryParse((node as YamlScalarNode)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and <= 1) return weight;
        file.Refuse(node, "weight", "le poids va de 0 à 1", "the weight goes from 0 to 1", "Écrivez par exemple 0.8.", "Write 0.8, for instance.");
        return 0;
    }

    private FiresOnly Only(YamlNode node) =>
        file.Texts(node).Aggregate(FiresOnly.Anywhere, (all, one) => all | (Named<FiresOnly>(one.Node) ?? FiresOnly.Anywhere));

    private ContextRole? Role(YamlNode node) => Named<ContextRole>(node);

    private T? Named<T>(YamlNode node)
        where T : struct, Enum
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        if (Enum.TryParse<T>(text, true, out var value) && !char.IsDigit(text[0])) return value;
        var names = string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));
        file.Refuse(node, "value", $"valeur inconnue « {text} »", $"unknown value '{text}'", $"Les valeurs : {names}.", $"The values: {names}.");
        return null;
    }

    private List<string> Cleared(YamlNode node)
    {
        var names = new List<string>();
        foreach (var (text, place) in file.Texts(node))
        {
            if (Clearers.Contains(text)) names.Add(text);
            else
                file.Refuse(place, "value", $"valeur inconnue « {text} »", $"unknown value '{text}'",
                    $"Les valeurs : {string.Join(", ", Clearers)}.", $"The values: {string.Join(", ", Clearers)}.");
        }

        return names;
    }
}
