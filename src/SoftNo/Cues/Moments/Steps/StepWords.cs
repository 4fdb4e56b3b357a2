using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>Word sets of the grammar of steps: what <c>lexicon/moments/words.yml</c> holds.</summary>
internal sealed class StepWords
{
    private static readonly Lazy<StepWords> Beside = new(() => Load(Path.Combine(AppContext.BaseDirectory, "lexicon")));

    /// <summary>The words that lie beside the program, read once.</summary>
    public static StepWords Default => Beside.Value;

    /// <summary>Words that make a proposal one of a step.</summary>
    public HashSet<string> Meeting { get; set; } = [];

    /// <summary>Words that are of a meeting and of nothing owed.</summary>
    public HashSet<string> Strict { get; set; } = [];

    /// <summary>What "I'll …" may be followed by without anything being owed.</summary>
    public HashSet<string> MeetingVerbs { get; set; } = [];

    /// <summary>Small words that carry no step.</summary>
    public HashSet<string> Small { get; set; } = [];

    /// <summary>Small words that may open a clause before what it says.</summary>
    public HashSet<string> Openers { get; set; } = [];

    /// <summary>Words of an invitation.</summary>
    public HashSet<string> Invites { get; set; } = [];

    /// <summary>What opens a sentence that sets right what was just said.</summary>
    public HashSet<string> Corrections { get; set; } = [];

    /// <summary>After "no": an idiom, and no answer.</summary>
    public HashSet<string> NoIdioms { get; set; } = [];

    /// <summary>Who promises with "will".</summary>
    public HashSet<string> Promisers { get; set; } = [];

    /// <summary>What may stand between "will" and its verb.</summary>
    public HashSet<string> BeforeVerb { get; set; } = [];

    /// <summary>Verbs of getting in touch after "I'll".</summary>
    public HashSet<string> CallVerbs { get; set; } = [];

    /// <summary>After "what" or "which": a time is asked for.</summary>
    public HashSet<string> AskedFor { get; set; } = [];

    /// <summary>Words that make a "when" one of the two sides' next step.</summary>
    public HashSet<string> Together { get; set; } = [];

    private static StepWords Load(string folder)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
        using var text = File.OpenText(Path.Combine(folder, "moments", "words.yml"));
        return reader.Deserialize<StepWords>(text);
    }
}
