namespace SoftNo.Cues.Phrases;

/// <summary>One word class: its members are phrases themselves.</summary>
/// <param name="Name">As written between braces.</param>
/// <param name="Members">What belongs to it.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record WordClass(string Name, IReadOnlyList<Phrase> Members, FilePlace Place);

/// <summary>The word classes of <c>lexicon/en/classes.yml</c> and <c>lexicon/en/classes/*.yml</c>.</summary>
internal sealed class WordClasses
{
    /// <summary>Anything written with digits, beside the members of the class of that name.</summary>
    public const string Number = "number";

    /// <summary>Anything written with a capital inside a sentence, beside the members of the class of that name.</summary>
    public const string Name = "name";

    private readonly Dictionary<string, WordClass> _byName;

    public WordClasses(IEnumerable<WordClass> classes) => _byName = classes.ToDictionary(one => one.Name, StringComparer.Ordinal);

    /// <summary>Every class, by name.</summary>
    public IEnumerable<WordClass> All => _byName.Values.OrderBy(one => one.Name, StringComparer.Ordinal);

    /// <summary>Whether braces may name it.</summary>
    public bool Knows(string name) => name is Number or Name || _byName.ContainsKey(name);

    /// <summary>The members of a class; none for a built-in one that no file extends.</summary>
    public IReadOnlyList<Phrase> MembersOf(string name) => _byName.TryGetValue(name, out var found) ? found.Members : [];

    /// <summary>The trait that makes any word a member, or none.</summary>
    public static TokenTraits TraitOf(string name) => name switch
    {
        Number => TokenTraits.Number,
        Name => TokenTraits.Name,
        _ => TokenTraits.None,
    };

    /// <summary>A class of which this node names itself through others, or null.</summary>
    public string? CircleIn(PhraseNode node) => CircleIn(node, []);

    private string? CircleIn(PhraseNode node, HashSet<string> above) => node switch
    {
        PhraseNode.Class one when !above.Add(one.Name) => one.Name,
        PhraseNode.Class one => MembersOf(one.Name).Select(member => CircleIn(member.Root, [.. above])).FirstOrDefault(found => found is not null),
        PhraseNode.Sequence sequence => sequence.Parts.Select(part => CircleIn(part, [.. above])).FirstOrDefault(found => found is not null),
        PhraseNode.Choice choice => choice.Options.Select(option => CircleIn(option, [.. above])).FirstOrDefault(found => found is not null),
        PhraseNode.Optional optional => CircleIn(optional.Inner, above),
        _ => null,
    };
}
