namespace SoftNo.Cues.Phrases;

/// <summary>A lexicon, or why there is none.</summary>
/// <param name="Lexicon">Null where there is a problem.</param>
/// <param name="Problems">What is wrong, each with its place; empty where there is a lexicon.</param>
public sealed record LexiconResult(Lexicon? Lexicon, IReadOnlyList<Problem> Problems);

/// <summary>Every rule, compiled into one machine. Immutable, and safe for many threads.</summary>
public sealed class Lexicon
{
    private readonly List<PatternOwner> _owners = [];
    private readonly Dictionary<string, Rule> _byId;
    private readonly Automaton _automaton;
    private readonly Tokenizer _tokenizer;

    internal Lexicon(IReadOnlyList<Rule> rules, Spelling spelling, WordClasses classes, KindOrder kinds, string version)
    {
        Kinds = kinds;
        Rules = rules;
        Version = version;
        _byId = rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var vocabulary = new Vocabulary(spelling);
        foreach (var word in spelling.Fillers.SelectMany(filler => filler).Concat(spelling.Negations).Concat(spelling.ClauseOpeners).Concat(spelling.Calls)) vocabulary.Add(word);
        var builder = new AutomatonBuilder(vocabulary, classes);
        foreach (var rule in rules)
        {
            foreach (var phrase in rule.Phrases) Own(builder, rule, phrase, PatternUse.Fires);
            foreach (var phrase in rule.Unless) Own(builder, rule, phrase, PatternUse.Silences);
            foreach (var phrase in rule.With) Own(builder, rule, phrase, PatternUse.Accompanies);
            foreach (var phrase in rule.After) Own(builder, rule, phrase, PatternUse.Precedes);
        }

        _automaton = builder.Build();
        _tokenizer = new Tokenizer(vocabulary);
    }

    /// <summary>The folder that lies beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "lexicon");

    /// <summary>Every rule, in the order of the files.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>A hash of the files: 12 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Reads and compiles the lexicon of a folder (the one that holds <c>en/</c>). Never throws for what the files say.</summary>
    public static LexiconResult Load(string folder) => new LexiconReader(folder).Read();

    /// <summary>The rule of an id, or null.</summary>
    public Rule? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Which kind stays where two claim the same words, and what clears each.</summary>
    internal KindOrder Kinds { get; }

    internal TokenRun Cut(IReadOnlyList<string> texts) => _tokenizer.Cut(texts);

    internal List<Match> Find(TokenRun run) => _automaton.Find(run);

    internal PatternOwner OwnerOf(Match match) => _owners[match.Pattern];

    private void Own(AutomatonBuilder builder, Rule rule, Phrase phrase, PatternUse use)
    {
        builder.Add(phrase.Root);
        _owners.Add(new PatternOwner(rule, phrase, use));
    }
}

/// <summary>Whose a pattern of the machine is.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Phrase">The phrase.</param>
/// <param name="Use">What the rule uses it for.</param>
internal sealed record PatternOwner(Rule Rule, Phrase Phrase, PatternUse Use);

/// <summary>What a rule uses a pattern for.</summary>
internal enum PatternUse
{
    /// <summary>It fires.</summary>
    Fires,

    /// <summary>Of <c>unless</c>: the rule stays silent in its sentence.</summary>
    Silences,

    /// <summary>Of <c>with</c>: the rule fires only in a run that holds it.</summary>
    Accompanies,

    /// <summary>Of <c>after</c>: the rule fires only in the run right after it.</summary>
    Precedes,
}
