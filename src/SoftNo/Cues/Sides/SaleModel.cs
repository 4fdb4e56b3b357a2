using SoftNo.Calls;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SoftNo.Cues.Sides;

/// <summary>How surely a conversation is a sale.</summary>
/// <param name="Words">How many words of a sale are said, by anyone.</param>
/// <param name="Mentions">Those, and what is said as only a seller or a buyer would.</param>
/// <param name="Probability">That it is a sale, 0 to 1.</param>
public sealed record SaleChance(int Words, int Mentions, double Probability)
{
    /// <summary>A conversation that is taken for a sale.</summary>
    public static SaleChance Taken { get; } = new(0, 0, 1);
}

/// <summary>How often words of a sale are said in a thousand.</summary>
public sealed class SaleRates
{
    /// <summary>In a sale.</summary>
    public double Sale { get; set; }

    /// <summary>In other talk.</summary>
    public double Other { get; set; }
}

/// <summary>The words and numbers of <c>lexicon/sale.yml</c>.</summary>
public sealed class SaleRules
{
    /// <summary>Words of a sale: plain words, <c>[a / b]</c> a choice, <c>(x)</c> optional.</summary>
    public List<string> Words { get; set; } = [];

    /// <summary>The features of <c>lexicon/sides.yml</c> that only a sale has.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Times said in a thousand words.</summary>
    public SaleRates PerThousand { get; set; } = new();

    /// <summary>The probability of a sale before a word is read, between 0 and 1.</summary>
    public double Prior { get; set; }

    /// <summary>By how much the counts vary more than chance would have it, 1 or more: what is said is worth one over this.</summary>
    public double Spread { get; set; }

    /// <summary>A longer conversation tells no more than one of this many words.</summary>
    public double MostWords { get; set; }
}

/// <summary>
/// Tells a sale from other talk: the log-odds of the prior, and what two Poisson rates make of how often words of a sale are said.
/// </summary>
public sealed class SaleModel
{
    private readonly SaleRules _rules;
    private readonly RolePhrases _words = new();
    private readonly HashSet<int> _roles;

    private SaleModel(SaleRules rules, SideModel sides)
    {
        _rules = rules;
        _roles = [.. rules.Roles.Select(role => Enumerable.Range(0, sides.Features.Count).First(at => sides.Features[at].Name == role))];
        foreach (var phrase in rules.Words) _words.Add(phrase, 0);
    }

    /// <summary>Reads the file; an unknown key, role or number out of range is a problem.</summary>
    /// <param name="file"><c>lexicon/sale.yml</c>.</param>
    /// <param name="sides">The roles.</param>
    public static SaleModelResult Load(string file, SideModel sides)
    {
        try
        {
            using var reader = new StreamReader(file);
            var rules = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<SaleRules>(reader);
            var unknown = rules.Roles.Find(role => sides.Features.All(feature => feature.Name != role));
            if (unknown is not null) return Bad(null, null, unknown);
            return IsSound(rules) ? new(new(rules, sides), null) : Bad(null, null, "prior, per-thousand, spread, most-words");
        }
        catch (YamlException error)
        {
            return Bad((int)error.Start.Line, (int)error.Start.Column, error.InnerException?.Message ?? error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Bad(null, null, error.Message);
        }

        SaleModelResult Bad(int? line, int? column, string what) => new(null, new(
            file, line, column, "bad-sale", new($"Ce qui distingue une vente ne se lit pas : {what}", $"What tells a sale from other talk cannot be read: {what}"),
            new("Corrigez le fichier, ou remettez celui qui est livré.", "Correct the file, or put back the one that is shipped.")));
    }

    /// <summary>Weighs a conversation.</summary>
    /// <param name="call">The call.</param>
    /// <param name="said">What its speakers say of the roles' phrases.</param>
    public SaleChance Of(Call call, SpeakerWords said)
    {
        var hits = new List<RoleHit>();
        var words = 0;
        foreach (var turn in call.Turns)
        {
            _words.Find(turn, 1, hits);
            words += turn.CountWords();
        }

        var mentions = hits.Count + said.Hits.Sum(speaker => speaker.Count(hit => _roles.Contains(hit.Feature)));
        return new(hits.Count, mentions, Probability(mentions, words));
    }

    private double Probability(int mentions, int words)
    {
        var (sale, other) = (_rules.PerThousand.Sale, _rules.PerThousand.Other);
        var share = Math.Min(1, _rules.MostWords / Math.Max(1, words));
        var odds = (mentions * Math.Log(sale / other)) - ((sale - other) * words / 1000);
        return 1 / (1 + Math.Exp(-Math.Log(_rules.Prior / (1 - _rules.Prior)) - (odds * share / _rules.Spread)));
    }

    private static bool IsSound(SaleRules rules) =>
        rules is { Prior: > 0 and < 1, Spread: >= 1, MostWords: > 0, PerThousand.Other: > 0 } && rules.PerThousand.Sale > rules.PerThousand.Other;
}

/// <summary>A model, or what is wrong with its file.</summary>
public sealed record SaleModelResult(SaleModel? Model, Problem? Problem);
