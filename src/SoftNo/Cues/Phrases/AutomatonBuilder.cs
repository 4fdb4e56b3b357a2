namespace SoftNo.Cues.Phrases;

/// <summary>A state of the automaton before it is walked: its ways out by word, by class, by any word, and without a word.</summary>
internal sealed class AutomatonNode
{
    public Dictionary<int, List<int>> Words { get; } = [];

    public List<(int Class, int To)> Classes { get; } = [];

    public List<int> Gaps { get; } = [];

    public List<int> Free { get; } = [];

    /// <summary>The patterns that end here.</summary>
    public List<int> Ends { get; } = [];
}

/// <summary>Compiles phrases into one automaton. Mutable while building; the automaton it gives is not.</summary>
internal sealed class AutomatonBuilder(Vocabulary vocabulary, WordClasses classes)
{
    private readonly List<AutomatonNode> _nodes = [new()];
    private readonly Dictionary<string, int> _classNumbers = new(StringComparer.Ordinal);
    private readonly List<TokenTraits> _classTraits = [];
    private readonly Dictionary<int, List<int>> _classesOfWord = [];
    private readonly Dictionary<string, List<PhraseNode>> _longMembers = new(StringComparer.Ordinal);
    private int _patterns;

    /// <summary>Adds a phrase; its number is the count of phrases before it.</summary>
    public int Add(PhraseNode root)
    {
        var end = Compile(root, 0);
        _nodes[end].Ends.Add(_patterns);
        return _patterns++;
    }

    public Automaton Build()
    {
        vocabulary.Close();
        var classesOfWord = new int[vocabulary.Count][];
        for (var word = 0; word < classesOfWord.Length; word++)
            classesOfWord[word] = _classesOfWord.TryGetValue(word, out var found) ? [.. found] : [];
        return new Automaton([.. _nodes], classesOfWord, [.. _classTraits]);
    }

    private int New()
    {
        _nodes.Add(new AutomatonNode());
        return _nodes.Count - 1;
    }

    private int Compile(PhraseNode node, int from)
    {
        switch (node)
        {
            case PhraseNode.Word word:
                return Step(from, vocabulary.Add(word.Text));
            case PhraseNode.Sequence sequence:
                return sequence.Parts.Aggregate(from, (place, part) => Compile(part, place));
            case PhraseNode.Class one:
                return CompileClass(one.Name, from);
            case PhraseNode.Choice choice:
                return Join(choice.Options, from);
            case PhraseNode.Optional optional:
                var end = Compile(optional.Inner, from);
                var after = New();
                _nodes[end].Free.Add(after);
                _nodes[from].Free.Add(after);
                return after;
            case PhraseNode.Gap:
                return CompileGap(from);
            default:
                throw new InvalidOperationException($"No such phrase node: {node.GetType().Name}");
        }
    }

    private int Join(IEnumerable<PhraseNode> options, int from)
    {
        var after = New();
        foreach (var option in options) _nodes[Compile(option, from)].Free.Add(after);
        return after;
    }

    private int CompileGap(int from)
    {
        var after = New();
        _nodes[from].Free.Add(after);
        for (var i = 0; i < Phrase.LongestGap; i++)
        {
            var next = New();
            _nodes[from].Gaps.Add(next);
            _nodes[next].Free.Add(after);
            from = next;
        }

        return after;
    }

    private int CompileClass(string name, int from)
    {
        var number = ClassNumber(name);
        var after = Join(_longMembers[name], from);
        _nodes[from].Classes.Add((number, after));
        return after;
    }

    private int ClassNumber(string name)
    {
        if (_classNumbers.TryGetValue(name, out var number)) return number;
        number = _classTraits.Count;
        _classNumbers.Add(name, number);
        _classTraits.Add(WordClasses.TraitOf(name));
        _longMembers.Add(name, []);
        foreach (var member in classes.MembersOf(name))
        {
            if (member.Root is PhraseNode.Word word)
            {
                var key = vocabulary.Add(word.Text);
                if (!_classesOfWord.TryGetValue(key, out var list)) _classesOfWord.Add(key, list = []);
                if (!list.Contains(number)) list.Add(number);
            }
            else
            {
                _longMembers[name].Add(member.Root);
            }
        }

        return number;
    }

    /// <summary>From the start, phrases that begin with the same words share their first states.</summary>
    private int Step(int from, int word)
    {
        if (!_nodes[from].Words.TryGetValue(word, out var targets)) _nodes[from].Words.Add(word, targets = []);
        if (from == 0 && targets.Count > 0) return targets[0];
        var next = New();
        targets.Add(next);
        return next;
    }
}
