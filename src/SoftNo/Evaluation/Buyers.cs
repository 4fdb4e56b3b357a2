using SoftNo.Calls;
using SoftNo.Cues;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SoftNo.Evaluation;

/// <summary>A kind of buyer whose engaged calls are easily misread, and how a labelled call tells it.</summary>
public sealed class BuyerRules
{
    /// <summary>Its name.</summary>
    public string Id { get; set; } = "";

    /// <summary>Words of the header's title, why or roles; a beginning ends in <c>*</c>.</summary>
    public List<string> Words { get; set; } = [];

    /// <summary>At least so many labels of praise; null where praise does not tell.</summary>
    public int? Praise { get; set; }

    /// <summary>At most so many words a run of the prospect's side; null where that does not tell.</summary>
    public double? WordsARun { get; set; }

    /// <summary>At least so many people of the prospect's side who speak; null where that does not tell.</summary>
    public int? People { get; set; }
}

/// <summary>The kinds of buyers for which false alarms are counted apart, as <c>Evaluation/buyers.yml</c> tells them.</summary>
public static class Buyers
{
    private static readonly List<BuyerRules> Rules = Load();

    /// <summary>Their names, in the file's order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Rules.Select(rule => rule.Id)];

    /// <summary>The places in <see cref="Names"/> of those that a call is of.</summary>
    public static IEnumerable<int> Of(LabelledCall call) => Enumerable.Range(0, Rules.Count).Where(at => Is(Rules[at], call));

    private static bool Is(BuyerRules rule, LabelledCall call) =>
        Told(rule, call)
        || (rule.Praise is { } praise && call.Cues.Count(cue => cue.Kind is CueKind.GenericPraise or CueKind.TechPraise) >= praise)
        || (rule.People is { } people && Prospects(call.Call).Select(run => run.Speaker).Distinct().Count() >= people)
        || (rule.WordsARun is { } words && Prospects(call.Call) is [_, ..] runs && runs.Average(run => run.Turns.Sum(turn => turn.CountWords())) <= words);

    private static List<TurnRun> Prospects(Call call) => [.. TurnRun.Of(call).Where(run => run.Side == Side.Prospect)];

    private static bool Told(BuyerRules rule, LabelledCall call)
    {
        var header = $" {call.Call.Source.Title} {call.Whole?.Why} {string.Join(' ', call.Call.Speakers.Select(speaker => speaker.Role))} ";
        var plain = new string([.. header.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')]);
        return rule.Words.Exists(word => plain.Contains(word.EndsWith('*') ? $" {word[..^1]}" : $" {word} ", StringComparison.Ordinal));
    }

    private static List<BuyerRules> Load()
    {
        using var stream = typeof(Buyers).Assembly.GetManifestResourceStream("SoftNo.Evaluation.buyers.yml")
            ?? throw new InvalidOperationException("buyers.yml is embedded in this assembly.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<List<BuyerRules>>(reader);
    }
}
