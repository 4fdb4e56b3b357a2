using SoftNo.Calls;
using SoftNo.Cues.Sides;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SoftNo.Signals;

/// <summary>When there is too little to tell.</summary>
public sealed class SufficiencyRules
{
    /// <summary>Fewer words of the prospect's side than this tell nothing.</summary>
    public int ProspectWords { get; set; }

    /// <summary>Fewer runs of turns of the prospect's side than this tell nothing.</summary>
    public int ProspectRuns { get; set; }

    /// <summary>The fewest messages of the prospect's in an exchange without a conversation.</summary>
    public int ProspectMails { get; set; }

    /// <summary>The probability that it is a sale under which it is judged as none, 0 to 1.</summary>
    public double Sale { get; set; }

    /// <summary>The mean confidence of the source's words under which the transcript is too poor.</summary>
    public double Confidence { get; set; }
}

/// <summary>What tells a hard question of their own from a form read aloud.</summary>
public sealed class OwnCaseRules
{
    /// <summary>Words by which one says that a form is read.</summary>
    public List<string> FormWords { get; set; } = [];

    /// <summary>How many of the person's runs of turns such words reach.</summary>
    public int FormReach { get; set; }

    /// <summary>Classes of anchors that put a case of their own behind a question all the same.</summary>
    public List<string> Anchors { get; set; } = [];
}

/// <summary>When praise of the technology recurs or dominates, and what is a result of theirs.</summary>
public sealed class TechRules
{
    /// <summary>Praise in this many runs recurs.</summary>
    public int Recurs { get; set; }

    /// <summary>This share of all praise dominates.</summary>
    public double Dominates { get; set; }

    /// <summary>Problems or figures of theirs in this many runs count as a result named.</summary>
    public int Pains { get; set; }
}

/// <summary>A feature of the call as a whole found by phrases, such as trouble on the line.</summary>
public sealed class TalkRules
{
    /// <summary>The phrases: plain words, <c>[a / b]</c> a choice, <c>(x)</c> optional.</summary>
    public List<string> Phrases { get; set; } = [];
}

/// <summary>A rival explanation of a signal.</summary>
public sealed class RivalRules
{
    /// <summary>Its name.</summary>
    public string Id { get; set; } = "";

    /// <summary>In French.</summary>
    public string Fr { get; set; } = "";

    /// <summary>In English.</summary>
    public string En { get; set; } = "";

    /// <summary>How likely where nothing in the call speaks for it.</summary>
    public double Prior { get; set; }

    /// <summary>Kinds, kind:topic or features whose every cue makes it likelier.</summary>
    public Dictionary<string, double> RaisedBy { get; set; } = [];
}

/// <summary>The rules and thresholds of <c>lexicon/signals.yml</c>.</summary>
public sealed class SignalRules
{
    /// <summary>When there is too little to tell.</summary>
    public SufficiencyRules Sufficiency { get; set; } = new();

    /// <summary>What makes a hard question one of their own.</summary>
    public OwnCaseRules OwnCase { get; set; } = new();

    /// <summary>Signal 3.</summary>
    public TechRules Tech { get; set; } = new();

    /// <summary>Features of the talk, by name.</summary>
    public Dictionary<string, TalkRules> Talk { get; set; } = [];

    /// <summary>Each signal's features, by signal.</summary>
    public Dictionary<string, List<string>> Uses { get; set; } = [];

    /// <summary>The topics a reading says it looked for.</summary>
    public List<string> LookedFor { get; set; } = [];

    /// <summary>Rival explanations.</summary>
    public List<RivalRules> OtherReadings { get; set; } = [];

    /// <summary>The names of the features of the talk, in the file's order.</summary>
    [YamlIgnore]
    public IReadOnlyList<string> TalkNames { get; private set; } = [];

    [YamlIgnore]
    internal PhraseCount FormWords { get; private set; } = new([]);

    [YamlIgnore]
    internal PhraseCount TalkPhrases { get; private set; } = new([]);

    /// <summary>Reads the file; an unknown key or a missing file is a problem.</summary>
    public static SignalRulesResult Load(string file)
    {
        try
        {
            using var reader = new StreamReader(file);
            var rules = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<SignalRules>(reader);
            rules.TalkNames = [.. rules.Talk.Keys];
            rules.FormWords = new([rules.OwnCase.FormWords]);
            rules.TalkPhrases = new([.. rules.Talk.Values.Select(talk => talk.Phrases)]);
            return new(rules, null);
        }
        catch (YamlException error)
        {
            return Bad((int)error.Start.Line, (int)error.Start.Column, error.InnerException?.Message ?? error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Bad(null, null, error.Message);
        }

        SignalRulesResult Bad(int? line, int? column, string what) => new(null, new(
            file, line, column, "bad-signals", new($"Les règles des signaux ne se lisent pas : {what}", $"The rules of the signals cannot be read: {what}"),
            new("Corrigez le fichier, ou remettez celui qui est livré.", "Correct the file, or put back the one that is shipped.")));
    }
}

/// <summary>The rules, or what is wrong with their file.</summary>
public sealed record SignalRulesResult(SignalRules? Rules, Problem? Problem);

/// <summary>Counts phrases of several lists in turns.</summary>
internal sealed class PhraseCount
{
    private readonly RolePhrases _phrases = new();
    private readonly int _lists;

    public PhraseCount(IReadOnlyList<IReadOnlyList<string>> lists)
    {
        _lists = lists.Count;
        for (var list = 0; list < lists.Count; list++)
        {
            foreach (var phrase in lists[list]) _phrases.Add(phrase, list);
        }
    }

    /// <summary>Whether a turn holds any.</summary>
    public bool Any(Turn turn)
    {
        var hits = new List<RoleHit>();
        _phrases.Find(turn, _lists, hits);
        return hits.Count > 0;
    }

    /// <summary>By list, in how many turns it is found.</summary>
    public int[] Count(IEnumerable<Turn> turns)
    {
        var counts = new int[_lists];
        var hits = new List<RoleHit>();
        foreach (var turn in turns)
        {
            hits.Clear();
            _phrases.Find(turn, _lists, hits);
            foreach (var list in hits.Select(hit => hit.Feature).Distinct()) counts[list]++;
        }

        return counts;
    }
}
