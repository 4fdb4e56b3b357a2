using YamlDotNet.RepresentationModel;

namespace SoftNo.Settings;

/// <summary>A mapping of the settings file, read key by key, so that every complaint has its line. Keys not asked for are complaints.</summary>
internal sealed class YamlNodes
{
    private readonly YamlMappingNode _mapping;
    private readonly string _path;
    private readonly string _shown;
    private readonly List<Problem> _problems;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private YamlNodes(YamlMappingNode mapping, string path, string shown, List<Problem> problems) =>
        (_mapping, _path, _shown, _problems) = (mapping, path, shown, problems);

    /// <summary>The file's root; an empty file is an empty mapping; null where it is broken, with the problem told.</summary>
    public static YamlNodes? Root(string text, string shown, List<Problem> problems)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (Exception error) when (YamlFault.Is(error))
        {
            var fault = YamlFault.Of(error, text);
            problems.Add(SettingsProblems.Broken(shown, fault.Line, fault.Column, fault.What));
            return null;
        }
        if (stream.Documents.Count == 0) return new YamlNodes([], "", shown, problems);
        if (stream.Documents[0].RootNode is YamlMappingNode mapping) return new YamlNodes(mapping, "", shown, problems);
        problems.Add(SettingsProblems.Broken(shown, 1, 1, "the file isn't a list of “key: value”"));
        return null;
    }

    /// <summary>A nested mapping; absent or null: an empty one.</summary>
    public YamlNodes Under(string key)
    {
        var node = Node(key);
        if (node is YamlMappingNode mapping) return new YamlNodes(mapping, $"{_path}{key}.", _shown, _problems);
        if (node is not null && !Empty(node)) Complain(node, key, "une suite de « clé: valeur »", "a list of “key: value”");
        return new YamlNodes([], $"{_path}{key}.", _shown, _problems);
    }

    /// <summary>A text; null where absent or empty.</summary>
    public Setting<string>? Text(string key)
    {
        var node = Node(key);
        if (node is null || Empty(node)) return null;
        if (node is YamlScalarNode { Value: { Length: > 0 } value }) return new Setting<string>(value, Origin.File, Where(node));
        Complain(node, key, "un texte", "a text");
        return null;
    }

    /// <summary>A text that must be readable; null where absent or not readable, which is then told.</summary>
    public Setting<T>? Parsed<T>(string key, Func<string, (bool Right, T? Value)> parse, string frenchKind, string englishKind)
    {
        if (Text(key) is not { } text) return null;
        var (right, value) = parse(text.Value);
        if (right) return new Setting<T>(value!, Origin.File, text.Where);
        Complain(Node(key)!, key, frenchKind, englishKind);
        return null;
    }

    /// <summary>A list of texts; one text is a list of one; null where absent.</summary>
    public Setting<IReadOnlyList<string>>? Texts(string key)
    {
        var node = Node(key);
        if (node is null || Empty(node)) return null;
        if (node is YamlScalarNode { Value: { } one }) return new Setting<IReadOnlyList<string>>([one], Origin.File, Where(node));
        if (node is YamlSequenceNode list && list.All(item => item is YamlScalarNode))
            return new Setting<IReadOnlyList<string>>([.. list.Select(item => ((YamlScalarNode)item).Value ?? "")], Origin.File, Where(node));
        Complain(node, key, "une liste de textes", "a list of texts");
        return null;
    }

    /// <summary>A list of mappings, with where it begins; null where absent.</summary>
    public Setting<IReadOnlyList<YamlNodes>>? Mappings(string key)
    {
        var node = Node(key);
        if (node is null || Empty(node)) return null;
        if (node is YamlSequenceNode list && list.All(item => item is YamlMappingNode))
            return new Setting<IReadOnlyList<YamlNodes>>(
                [.. list.Select((item, index) => new YamlNodes((YamlMappingNode)item, $"{_path}{key}[{index + 1}].", _shown, _problems))], Origin.File, Where(node));
        Complain(node, key, "une liste d’entrées", "a list of entries");
        return null;
    }

    /// <summary>Tells what is wrong with this mapping as a whole.</summary>
    public void Complain(string key, string french, string english) =>
        Complain(Child(key) ?? _mapping, key, french, english);

    /// <summary>Tells every key that nobody asked for.</summary>
    public void TellUnknown()
    {
        foreach (var (key, _) in _mapping.Children)
            if (key is not YamlScalarNode { Value: { } name } || !_asked.Contains(name))
                _problems.Add(SettingsProblems.UnknownKey(_shown, (int)key.Start.Line, (int)key.Start.Column, $"{_path}{key}", _asked));
    }

    private static bool Empty(YamlNode node) => node is YamlScalarNode { Value: null or "" or "~" or "null" };

    private YamlNode? Node(string key)
    {
        _asked.Add(key);
        return Child(key);
    }

    private YamlNode? Child(string key) => _mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static string Where(YamlNode node) => $"{SettingsHome.FileName}:{node.Start.Line}";

    private void Complain(YamlNode node, string key, string french, string english) =>
        _problems.Add(SettingsProblems.Wrong(_shown, (int)node.Start.Line, (int)node.Start.Column, $"{_path}{key}", french, english));
}
