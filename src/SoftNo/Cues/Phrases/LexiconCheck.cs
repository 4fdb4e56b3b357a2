using SoftNo.Calls;

namespace SoftNo.Cues.Phrases;

/// <summary>Two rules of different kinds that fire on the same words of an example.</summary>
/// <param name="First">The rule whose example it is.</param>
/// <param name="Other">The rule that fires there too.</param>
/// <param name="Example">The example.</param>
/// <param name="Words">The words both claim.</param>
public sealed record Contradiction(Rule First, Rule Other, RuleExample Example, string Words);

/// <summary>What a check found.</summary>
/// <param name="Problems">What must be corrected.</param>
/// <param name="Contradictions">What should be looked at: the order of kinds decides between the two meanwhile.</param>
public sealed record LexiconFindings(IReadOnlyList<Problem> Problems, IReadOnlyList<Contradiction> Contradictions)
{
    /// <summary>Nothing must be corrected.</summary>
    public bool IsClean => Problems.Count == 0;
}

/// <summary>Holds every rule to its own examples.</summary>
public static class LexiconCheck
{
    /// <summary>Loads the lexicon of a folder and checks it.</summary>
    public static LexiconFindings Run(string folder)
    {
        var result = Lexicon.Load(folder);
        return result.Lexicon is { } lexicon ? Run(lexicon, folder) : new LexiconFindings(result.Problems, []);
    }

    /// <summary>Checks what is said of recording, <c>consent/said.yml</c>.</summary>
    public static LexiconFindings Consent(string folder)
    {
        var result = new LexiconReader(folder).ReadConsent();
        return result.Lexicon is { } lexicon ? Run(lexicon, folder) : new LexiconFindings(result.Problems, []);
    }

    /// <summary>Checks a lexicon that loads.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="folder">Where it was read: problems name its files.</param>
    public static LexiconFindings Run(Lexicon lexicon, string folder)
    {
        var check = new Checking(lexicon, folder);
        foreach (var rule in lexicon.Rules) check.Check(rule);
        return new LexiconFindings(check.Problems, check.Contradictions);
    }

    private sealed class Checking(Lexicon lexicon, string folder)
    {
        private readonly RunReader _reader = new(lexicon);
        private readonly Dictionary<string, string[]> _lines = [];

        public List<Problem> Problems { get; } = [];

        public List<Contradiction> Contradictions { get; } = [];

        public void Check(Rule rule)
        {
            var used = new HashSet<Phrase>(ReferenceEqualityComparer.Instance);
            foreach (var example in rule.Fires) CheckFiring(rule, example, used);
            foreach (var example in rule.Quiet) CheckQuiet(rule, example);
            foreach (var phrase in rule.Phrases.Where(phrase => !used.Contains(phrase)))
            {
                Add(phrase.Place, "phrase-without-example", $"« {phrase.Text} » ne se trouve dans aucun exemple de « {rule.Id} »", $"'{phrase.Text}' fires on none of the examples of '{rule.Id}'",
                    "Ajoutez un exemple qui la montre, ou retirez-la.", "Add an example that shows it, or take it out.");
            }
        }

        private void CheckFiring(Rule rule, RuleExample example, HashSet<Phrase> used)
        {
            var reading = Read(rule, example);
            foreach (var match in lexicon.Find(reading.Run))
            {
                var owner = lexicon.OwnerOf(match);
                if (ReferenceEquals(owner.Rule, rule) && owner.Use == PatternUse.Fires) used.Add(owner.Phrase);
            }

            var spans = SpansOf(reading, rule);
            if (!spans.Contains(new TextSpan(example.Start, example.End)))
            {
                var french = spans.Count == 0 ? "rien" : string.Join(", ", spans.Select(span => $"« {span.Of(example.Text)} »"));
                var english = spans.Count == 0 ? "nothing" : string.Join(", ", spans.Select(span => $"'{span.Of(example.Text)}'"));
                Add(example.Place, "example-does-not-fire", $"« {rule.Id} » devait citer « {example.Text[example.Start..example.End]} » et cite {french}",
                    $"'{rule.Id}' was to quote '{example.Text[example.Start..example.End]}' and quotes {english}",
                    "Corrigez la phrase ou les crochets.", "Correct the phrase or the brackets.");
            }

            foreach (var hit in reading.Hits)
            {
                if (hit.Rule.Kind != rule.Kind && rule.Kind is not null && reading.Run.TextOf(hit.Span).Overlaps(new TextSpan(example.Start, example.End)))
                    Contradictions.Add(new Contradiction(rule, hit.Rule, example, reading.Run.TextOf(hit.Span).Of(example.Text)));
            }
        }

        private void CheckQuiet(Rule rule, RuleExample example)
        {
            foreach (var span in SpansOf(Read(rule, example), rule).Take(1))
            {
                Add(example.Place, "look-alike-fires", $"« {rule.Id} » devait rester muette et cite « {span.Of(example.Text)} »", $"'{rule.Id}' was to stay quiet and quotes '{span.Of(example.Text)}'",
                    "Resserrez la phrase, ou ajoutez un « unless ».", "Narrow the phrase, or add an 'unless'.");
            }
        }

        private RunReading Read(Rule rule, RuleExample example)
        {
            var side = rule.Kind?.SideOf() ?? Side.Prospect;
            var before = example.Before is { } words ? _reader.Read([words], side == Side.Seller ? Side.Prospect : Side.Seller, false) : null;
            return _reader.Read([example.Text], side, rule.Only.HasFlag(FiresOnly.Answer), before);
        }

        private static List<TextSpan> SpansOf(RunReading reading, Rule rule) =>
            rule.Kind is null
                ? [.. reading.Contexts.Where(hit => ReferenceEquals(hit.Rule, rule)).Select(hit => reading.Run.TextOf(hit.Span))]
                : [.. reading.Hits.Where(hit => ReferenceEquals(hit.Rule, rule)).Select(hit => reading.Run.TextOf(hit.Span))];

        private void Add(FilePlace place, string code, string french, string english, string cureFrench, string cureEnglish)
        {
            var path = Path.Combine(folder, place.File).Replace('\\', '/');
            if (!_lines.TryGetValue(path, out var lines)) _lines.Add(path, lines = File.Exists(path) ? File.ReadAllLines(path) : []);
            var excerpt = place.Line <= lines.Length ? lines[place.Line - 1].Trim() : "";
            Problems.Add(new Problem(path, place.Line, place.Column, code, new Bilingual($"{french} — {excerpt}", $"{english} — {excerpt}"), new Bilingual(cureFrench, cureEnglish)));
        }
    }
}
