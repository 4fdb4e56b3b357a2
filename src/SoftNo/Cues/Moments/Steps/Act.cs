using SoftNo.Cues.Moments.Dates;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>What words do to a next step. Their phrases are data: <c>lexicon/moments/acts.yml</c>.</summary>
internal enum Act
{
    SendsInvite,
    AcceptsInvite,
    Agrees,
    MereYes,
    Hedges,
    Conditions,
    Refuses,
    Withdraws,
    Contact,
    Postpones,
    Sends,
    HasReady,
    RefusesAll,
    SellerActs,
    Proposes,
    OpensSlot,
    BringsTime,
    SuitsTime,
    BlocksTime,
    Past,
    Cancellable,
    AsksThing,
}

/// <summary>An act found in a turn: a half-open run of words.</summary>
/// <param name="Act">What the words do.</param>
/// <param name="First">The first word.</param>
/// <param name="Next">The word after the last.</param>
/// <param name="IsWide">By a phrase that is not sure enough to set a step, and only weighs.</param>
internal readonly record struct FoundAct(Act Act, int First, int Next, bool IsWide = false);

/// <summary>The phrases of every act, ready to be matched.</summary>
internal sealed class Acts
{
    private static readonly Lazy<Acts> Beside = new(() => Load(Path.Combine(AppContext.BaseDirectory, "lexicon"), Spoken.Default));
    private readonly Dictionary<string, List<(Act Act, bool IsWide, ActPattern Pattern)>> _byFirst = [];
    private readonly List<(Act Act, bool IsWide, ActPattern Pattern)> _anyFirst = [];

    /// <summary>The phrases that lie beside the program, read once.</summary>
    public static Acts Default => Beside.Value;

    /// <summary>Every act of a text, in order of their first word; for each act and place, the longest phrase.</summary>
    /// <param name="words">The text.</param>
    /// <param name="opens">Whether a word opens a clause.</param>
    public List<FoundAct> In(Wording words, Func<int, bool> opens)
    {
        var found = new List<FoundAct>();
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].IsSign) continue;
            var from = found.Count;
            if (_byFirst.TryGetValue(words[at].Text, out var known)) Match(known, words, at, opens, found, from);
            Match(_anyFirst, words, at, opens, found, from);
        }

        return found;
    }

    private static void Match(List<(Act Act, bool IsWide, ActPattern Pattern)> patterns, Wording words, int at, Func<int, bool> opens, List<FoundAct> found, int from)
    {
        foreach (var (act, wide, pattern) in patterns)
        {
            var next = pattern.Match(words, at, opens);
            if (next < 0) continue;
            var same = found.FindIndex(from, seen => seen.Act == act && seen.IsWide == wide);
            if (same < 0) found.Add(new FoundAct(act, at, next, wide));
            else if (found[same].Next < next) found[same] = new FoundAct(act, at, next, wide);
        }
    }

    private static Acts Load(string folder, Spoken spoken)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
        using var text = File.OpenText(Path.Combine(folder, "moments", "acts.yml"));
        var acts = new Acts();
        foreach (var entry in reader.Deserialize<List<ActEntry>>(text))
        {
            var act = Enum.Parse<Act>(entry.Act.Replace("-", "", StringComparison.Ordinal), true);
            foreach (var phrase in entry.Phrases) acts.Add(act, false, ActPattern.Parse(phrase, spoken));
            foreach (var phrase in entry.Wide) acts.Add(act, true, ActPattern.Parse(phrase, spoken));
        }

        return acts;
    }

    private void Add(Act act, bool wide, ActPattern pattern)
    {
        foreach (var first in pattern.FirstWords())
        {
            if (first is null)
            {
                _anyFirst.Add((act, wide, pattern));
                continue;
            }

            if (!_byFirst.TryGetValue(first, out var known)) _byFirst[first] = known = [];
            known.Add((act, wide, pattern));
        }
    }
}

/// <summary>The shape of an entry of <c>acts.yml</c>.</summary>
internal sealed class ActEntry
{
    public string Act { get; set; } = "";

    public string Meaning { get; set; } = "";

    public string? Source { get; set; }

    public List<string> Phrases { get; set; } = [];

    /// <summary>Phrases that the grammar alone would trust too far: they only weigh.</summary>
    public List<string> Wide { get; set; } = [];
}
