using YamlDotNet.RepresentationModel;

namespace SoftNo.Cues.Phrases;

/// <summary>One YAML file of the lexicon while it is read: its nodes, with their places, and the problems found on the way.</summary>
internal sealed class LexiconFile
{
    private readonly string _folder;
    private readonly string[] _lines;
    private readonly List<Problem> _problems;

    private LexiconFile(string folder, string name, string text, List<Problem> problems)
    {
        _folder = folder;
        Name = name;
        _lines = text.Split('\n');
        _problems = problems;
    }

    /// <summary>The path relative to the lexicon's folder, with forward slashes.</summary>
    public string Name { get; }

    /// <summary>Everything in it, or null where it is empty or no YAML.</summary>
    public YamlNode? Root { get; private set; }

    public static LexiconFile Open(string folder, string path, List<Problem> problems)
    {
        var text = File.ReadAllText(path);
        var file = new LexiconFile(folder, Path.GetRelativePath(folder, path).Replace('\\', '/'), text, problems);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            file.Root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
        }
        catch (Exception error) when (YamlFault.Is(error))
        {
            var fault = YamlFault.Of(error, text);
            file.Add(fault.Line, fault.Column, "yaml", $"ce n'est pas du YAML : {fault.What}", $"this is not YAML: {fault.What}",
                "Corrigez la ligne citée.", "Correct the line quoted.");
        }

        return file;
    }

    public FilePlace PlaceOf(YamlNode node, int further = 0) => new(Name, (int)node.Start.Line, (int)node.Start.Column + further);

    public void Refuse(YamlNode node, string code, string french, string english, string cureFrench, string cureEnglish, int further = 0) =>
        Add((int)node.Start.Line, (int)node.Start.Column + further, code, french, english, cureFrench, cureEnglish);

    /// <summary>The entries of a mapping; keys that are not among those known are refused.</summary>
    public Dictionary<string, YamlNode> Entries(YamlMappingNode mapping, IReadOnlyCollection<string> known)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Contains(name)) entries[name] = value;
            else
                Refuse(key, "unknown-key", $"clé inconnue « {name} »", $"unknown key '{name}'",
                    $"Les clés connues : {string.Join(", ", known)}.", $"The keys known here: {string.Join(", ", known)}.");
        }

        return entries;
    }

    /// <summary>A scalar's text, or null with a problem.</summary>
    public string? Text(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text }) return text;
        Refuse(node, "text-expected", "un texte est attendu ici", "a text is expected here", "Écrivez un texte entre guillemets.", "Write a text in quotes.");
        return null;
    }

    /// <summary>The texts of a list, or of a single scalar, with their nodes.</summary>
    public List<(string Text, YamlNode Node)> Texts(YamlNode node)
    {
        var nodes = node is YamlSequenceNode sequence ? sequence.Children : [node];
        var texts = new List<(string Text, YamlNode Node)>();
        foreach (var child in nodes)
        {
            if (Text(child) is { } text) texts.Add((text, child));
        }

        return texts;
    }

    /// <summary>A mapping with <c>fr</c> and <c>en</c>, or null with a problem.</summary>
    public Bilingual? Both(YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            Refuse(node, "both-languages", "« fr » et « en » sont attendus ici", "'fr' and 'en' are expected here", "Écrivez { fr: \"…\", en: \"…\" }.", "Write { fr: \"…\", en: \"…\" }.");
            return null;
        }

        var entries = Entries(mapping, ["fr", "en"]);
        if (entries.TryGetValue("fr", out var french) && entries.TryGetValue("en", out var english) && Text(french) is { } fr && Text(english) is { } en)
            return new Bilingual(fr, en);
        Refuse(node, "both-languages", "il manque « fr » ou « en »", "'fr' or 'en' is missing", "Donnez les deux langues.", "Give both languages.");
        return null;
    }

    private void Add(int line, int column, string code, string french, string english, string cureFrench, string cureEnglish)
    {
        var excerpt = line >= 1 && line <= _lines.Length ? _lines[line - 1].TrimEnd('\r').Trim() : "";
        if (excerpt.Length > 100) excerpt = excerpt[..100] + "…";
        var path = Path.Combine(_folder, Name).Replace('\\', '/');
        _problems.Add(new Problem(path, line, column, code, new Bilingual($"{french} — {excerpt}", $"{english} — {excerpt}"), new Bilingual(cureFrench, cureEnglish)));
    }
}
