using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace SoftNo.Cues.Phrases;

/// <summary>Reads a lexicon's folder: spelling, word classes, then every rule. What is wrong is gathered, not thrown.</summary>
internal sealed class LexiconReader(string folder)
{
    private const string Context = "context";
    private static readonly string[] SpellingKeys = ["source", "endings", "words", "fillers", "calls", "negations", "abbreviations", "clause-openers", "not-names"];
    private readonly List<Problem> _problems = [];

    public LexiconResult Read()
    {
        var english = Path.Combine(folder, "en");
        if (!Directory.Exists(english))
        {
            return new LexiconResult(null, [new Problem(folder, null, null, "no-lexicon",
                new Bilingual("ce dossier ne contient pas de lexique (pas de dossier « en »)", "this folder holds no lexicon (no folder 'en')"),
                new Bilingual("Indiquez le dossier « lexicon » livré avec le programme.", "Name the folder 'lexicon' shipped with the program."))]);
        }

        var spelling = ReadSpelling(Path.Combine(english, "spelling.yml"));
        if (spelling is null) return new LexiconResult(null, _problems);
        var kinds = ReadKinds(Path.Combine(english, "kinds.yml"));
        var classes = ReadClasses(english, spelling);
        var rules = ReadRules(english, spelling, classes);
        RefuseDuplicates(rules);
        return _problems.Count > 0
            ? new LexiconResult(null, _problems)
            : new LexiconResult(new Lexicon(rules, spelling, classes, kinds, LexiconVersion.Of(english)), []);
    }

    /// <summary>The rules of <c>consent/said.yml</c> as a lexicon of their own: they find no cues.</summary>
    public LexiconResult ReadConsent()
    {
        var english = Path.Combine(folder, "en");
        var said = Path.Combine(folder, "consent", "said.yml");
        if (!File.Exists(said) || ReadSpelling(Path.Combine(english, "spelling.yml")) is not { } spelling)
        {
            return new LexiconResult(null, [.. _problems, new Problem(said, null, null, "no-lexicon",
                new Bilingual("ce fichier manque au lexique", "this file is missing from the lexicon"), new Bilingual("Reprenez-le du lexique livré.", "Take it from the lexicon shipped."))]);
        }

        var classes = ReadClasses(english, spelling);
        var rules = new RuleReader(LexiconFile.Open(folder, said, _problems), spelling, classes).Read(null);
        RefuseDuplicates(rules);
        var kinds = KindOrder.None;
        return _problems.Count > 0 ? new LexiconResult(null, _problems) : new LexiconResult(new Lexicon(rules, spelling, classes, kinds, LexiconVersion.Of(Path.Combine(folder, "consent"))), []);
    }

    private Spelling? ReadSpelling(string path)
    {
        if (!File.Exists(path))
        {
            _problems.Add(new Problem(path, null, null, "no-spelling", new Bilingual("ce fichier manque au lexique", "this file is missing from the lexicon"),
                new Bilingual("Reprenez-le du lexique livré.", "Take it from the lexicon shipped.")));
            return null;
        }

        var file = LexiconFile.Open(folder, path, _problems);
        if (file.Root is not YamlMappingNode mapping) return null;
        var entries = file.Entries(mapping, SpellingKeys);
        return new Spelling
        {
            Words = Pairs(file, entries, "words").ToDictionary(pair => pair.From, pair => pair.To, StringComparer.Ordinal),
            Endings = [.. Pairs(file, entries, "endings").OrderByDescending(pair => pair.From.Length)],
            Fillers = [.. List(file, entries, "fillers").Select(Words)],
            Calls = List(file, entries, "calls").ToHashSet(StringComparer.Ordinal),
            Negations = List(file, entries, "negations").ToHashSet(StringComparer.Ordinal),
            NotNames = List(file, entries, "not-names").ToHashSet(StringComparer.Ordinal),
            Abbreviations = List(file, entries, "abbreviations").ToHashSet(StringComparer.Ordinal),
            ClauseOpeners = List(file, entries, "clause-openers").ToHashSet(StringComparer.Ordinal),
        };
    }

    private KindOrder ReadKinds(string path)
    {
        if (!File.Exists(path)) return KindOrder.None;
        var file = LexiconFile.Open(folder, path, _problems);
        var cleared = new Dictionary<CueKind, IReadOnlyList<string>>();
        if (file.Root is not YamlMappingNode mapping) return KindOrder.None;
        var entries = file.Entries(mapping, ["source", "order", "cleared-by", "beside-the-trained-reader"]);
        var order = entries.TryGetValue("order", out var node) ? file.Texts(node).Select(one => Kind(file, one.Text, one.Node)).OfType<CueKind>().ToList() : [];
        if (entries.TryGetValue("cleared-by", out var all) && all is YamlMappingNode byKind)
        {
            foreach (var (key, value) in byKind.Children)
            {
                if (file.Text(key) is { } name && Kind(file, name, key) is { } kind) cleared[kind] = [.. file.Texts(value).Select(one => one.Text)];
            }
        }

        return new KindOrder(order, cleared, entries.TryGetValue("beside-the-trained-reader", out var beside) ? ReadBeside(file, beside) : BesideListener.Nothing);
    }

    private static BesideListener ReadBeside(LexiconFile file, YamlNode node)
    {
        var entries = node is YamlMappingNode mapping ? file.Entries(mapping, ["sure", "topic"]) : [];
        double? Share(string name) => entries.TryGetValue(name, out var value) && file.Text(value) is { } text
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : null;
        if (Share("sure") is { } sure && Share("topic") is { } topic) return new BesideListener(sure, topic);
        file.Refuse(node, "bad-share", "« sure » et « topic » sont des nombres de 0 à 1", "'sure' and 'topic' are numbers from 0 to 1", "Par exemple : { sure: 0.95, topic: 0.85 }.", "For example: { sure: 0.95, topic: 0.85 }.");
        return BesideListener.Nothing;
    }

    private static CueKind? Kind(LexiconFile file, string name, YamlNode node)
    {
        var kind = CueKinds.Parse(name);
        if (kind is null) file.Refuse(node, "unknown-kind", $"« {name} » n'est pas un genre de repère", $"'{name}' is no kind of cue", $"Les genres : {KindNames()}.", $"The kinds: {KindNames()}.");
        return kind;
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> List(LexiconFile file, Dictionary<string, YamlNode> entries, string key) =>
        entries.TryGetValue(key, out var node) ? file.Texts(node).Select(one => one.Text) : [];

    private static IEnumerable<(string From, string[] To)> Pairs(LexiconFile file, Dictionary<string, YamlNode> entries, string key)
    {
        if (!entries.TryGetValue(key, out var node) || node is not YamlMappingNode mapping) yield break;
        foreach (var (from, to) in mapping.Children)
        {
            if (file.Text(from) is { } written && file.Text(to) is { } words) yield return (written, Words(words));
        }
    }

    private WordClasses ReadClasses(string english, Spelling spelling)
    {
        var found = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        var late = new List<(LexiconFile File, YamlNode Node, string Name, WordClass Class)>();
        foreach (var path in FilesOf(english, "classes.yml", "classes"))
        {
            var file = LexiconFile.Open(folder, path, _problems);
            if (file.Root is not YamlMappingNode mapping) continue;
            foreach (var (key, value) in mapping.Children)
            {
                if (file.Text(key) is not { } name) continue;
                if (found.ContainsKey(name))
                    file.Refuse(key, "duplicate-class", $"la classe « {name} » existe déjà", $"class '{name}' exists already", "Réunissez les deux listes.", "Join the two lists.");
                var one = new WordClass(name, Members(file, value, spelling), file.PlaceOf(key));
                found[name] = one;
                late.Add((file, key, name, one));
            }
        }

        var classes = new WordClasses(found.Values);
        foreach (var (file, node, name, one) in late) CheckClass(file, node, name, one, classes);
        return classes;
    }

    private static List<Phrase> Members(LexiconFile file, YamlNode value, Spelling spelling)
    {
        var members = new List<Phrase>();
        foreach (var (text, node) in file.Texts(value))
        {
            var (root, fault) = PhraseParser.Parse(text, spelling);
            if (fault is null) members.Add(new Phrase(text, file.PlaceOf(node), root!));
            else file.Refuse(node, "phrase", fault.Text.Fr, fault.Text.En, "Corrigez ce membre de la classe.", "Correct this member of the class.", fault.Column);
        }

        return members;
    }

    private static void CheckClass(LexiconFile file, YamlNode node, string name, WordClass one, WordClasses classes)
    {
        if (one.Members.Count == 0)
            file.Refuse(node, "empty-class", $"la classe « {name} » est vide", $"class '{name}' is empty", "Donnez-lui au moins un mot.", "Give it one word at least.");
        if (classes.CircleIn(new PhraseNode.Class(name, 0)) is { } circle)
        {
            file.Refuse(node, "class-circle", $"la classe « {circle} » se contient elle-même", $"class '{circle}' contains itself", "Retirez le renvoi.", "Remove the reference.");
            return;
        }

        foreach (var member in one.Members)
        {
            if (PhraseFaults.In(member.Root, classes) is { } fault)
                file.Refuse(node, "phrase", $"{fault.Text.Fr} (« {member.Text} »)", $"{fault.Text.En} ('{member.Text}')", "Corrigez ce membre de la classe.", "Correct this member of the class.");
        }
    }

    private List<Rule> ReadRules(string english, Spelling spelling, WordClasses classes)
    {
        var rules = new List<Rule>();
        foreach (var directory in Directory.EnumerateDirectories(english).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(directory);
            if (name == "classes") continue;
            var kind = CueKinds.Parse(name);
            if (kind is null && name != Context)
            {
                _problems.Add(new Problem(directory, null, null, "unknown-kind", new Bilingual($"« {name} » n'est pas un genre de repère", $"'{name}' is no kind of cue"),
                    new Bilingual($"Les genres : {KindNames()}, {Context}.", $"The kinds: {KindNames()}, {Context}.")));
                continue;
            }

            foreach (var path in Directory.EnumerateFiles(directory, "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                rules.AddRange(new RuleReader(LexiconFile.Open(folder, path, _problems), spelling, classes).Read(kind));
        }

        return rules;
    }

    private static string KindNames() => string.Join(", ", CueKinds.All.Select(kind => kind.Name()));

    private void RefuseDuplicates(List<Rule> rules)
    {
        foreach (var twins in rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            foreach (var twin in twins.Skip(1))
            {
                var first = twins.First().Place;
                _problems.Add(new Problem(Path.Combine(folder, twin.Place.File).Replace('\\', '/'), twin.Place.Line, twin.Place.Column, "duplicate-id",
                    new Bilingual($"l'identifiant « {twin.Id} » est déjà pris ({first.File}:{first.Line})", $"the id '{twin.Id}' is taken already ({first.File}:{first.Line})"),
                    new Bilingual("Donnez un autre identifiant à l'une des deux règles.", "Give one of the two rules another id.")));
            }
        }
    }

    private static IEnumerable<string> FilesOf(string english, string file, string directory)
    {
        var one = Path.Combine(english, file);
        if (File.Exists(one)) yield return one;
        var many = Path.Combine(english, directory);
        if (!Directory.Exists(many)) yield break;
        foreach (var path in Directory.EnumerateFiles(many, "*.yml").Order(StringComparer.Ordinal)) yield return path;
    }
}
