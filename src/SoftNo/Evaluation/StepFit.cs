using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Moments.Steps;

namespace SoftNo.Evaluation;

/// <summary>
/// Fits the weights of next steps. Sentences of calls and scenes are labelled; of an exchange only the end is: its label goes to the sentence that weights
/// fitted on the others think likeliest. The end is weighed on what the sentences' weights say of authors they never saw.
/// </summary>
public sealed class StepFit
{
    private const string FittedOn = "Fitted on corpus/train, corpus/scenes and corpus/steps; `softno eval corpus --fit-steps models/steps.json` does it again.";
    private const int Folds = 6;
    private static readonly int Grades = Enum.GetValues<Grade>().Length;
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The penalty on the end's standardised weights [on authors left out 10 and 40 did about as well, 120 worse].</summary>
    private static readonly LogisticFit EndFit = new(Penalty: 20, Steps: 250);

    private readonly List<StepTalk> _talks;
    private readonly List<string> _authors;

    /// <summary>Takes labelled talks apart.</summary>
    public StepFit(IReadOnlyList<LabelledCall> calls, IReadOnlyList<StepExchange> exchanges)
    {
        _talks = [.. calls.Select(StepTalk.Of), .. calls.SelectMany(StepTalk.WindowsOf), .. exchanges.Select(StepTalk.Of)];
        _authors = [.. _talks.Where(talk => !talk.IsExchange).Select(talk => talk.Author).Distinct().Order(StringComparer.Ordinal)];
        LabelExchanges();
    }

    /// <summary>The weights as a file.</summary>
    public string Write()
    {
        var left = LeftOut();
        var model = new StepModel(FittedOn, Sentences(_talks, Side.Prospect), Sentences(_talks, Side.Seller), End(left, false), End(left, true));
        return Lines(JsonSerializer.Serialize(model, Plain));
    }

    /// <summary>How well authors, and exchanges, that were left out are read: a table.</summary>
    public string Measure()
    {
        var left = LeftOut();
        var text = new StringBuilder();
        foreach (var exchange in new[] { false, true })
        {
            var all = left.Where(one => one.Talk.IsShort == exchange).ToList();
            var found = new List<(StepTalk Talk, Grade Grade)>();
            for (var fold = 0; fold < Folds; fold++)
            {
                var weights = End([.. all.Where(one => FoldOf(one.Talk) != fold)], exchange);
                found.AddRange(all.Where(one => FoldOf(one.Talk) == fold).Select(one => (one.Talk, Best(weights.Chances(one.Traits)))));
            }

            foreach (var part in found.GroupBy(one => one.Talk.IsExchange ? "corpus/steps" : one.Talk.IsWindow ? "windows" : exchange ? "corpus/scenes" : "corpus/train")) text.Append(CultureInfo.InvariantCulture, $"{part.Key} {part.Average(one => one.Grade == one.Talk.End ? 1.0 : 0):0.000} grammar {part.Average(one => one.Talk.Grammar == one.Talk.End ? 1.0 : 0):0.000}\n");
            text.Append(CultureInfo.InvariantCulture, $"{(exchange ? "exchanges" : "calls")} left out: {found.Count(one => one.Grade == one.Talk.End)} of {found.Count} = {found.Average(one => one.Grade == one.Talk.End ? 1.0 : 0):0.000}; grammar alone {found.Average(one => one.Talk.Grammar == one.Talk.End ? 1.0 : 0):0.000}\n");
            foreach (var row in Enum.GetValues<Grade>())
                text.Append(CultureInfo.InvariantCulture, $"{row,-10}{string.Concat(Enum.GetValues<Grade>().Select(column => $"{found.Count(one => one.Talk.End == row && one.Grade == column),6}"))}\n");
        }

        return text.ToString();
    }

    private static Grade Best(double[] chances) => (Grade)Array.IndexOf(chances, chances.Max());

    private void LabelExchanges()
    {
        var prospect = Sentences([.. _talks.Where(talk => !talk.IsExchange)], Side.Prospect);
        foreach (var talk in _talks.Where(talk => talk.IsExchange && talk.End != Grade.None))
        {
            var best = -1;
            var top = 0.0;
            for (var at = 0; at < talk.Said.Count; at++)
            {
                if (talk.Said[at].Side == Side.Seller) continue;
                var chance = Chances(prospect, talk.Traits[at])[(int)talk.End] + (talk.Said[at].Step?.Grade == talk.End ? 0.5 : 0);
                if (chance > top) (best, top) = (at, chance);
            }

            if (best >= 0) talk.Labels[best] = talk.End;
        }
    }

    // An exchange labels no sentence of the seller's.
    private static GradeWeights Sentences(IReadOnlyList<StepTalk> talks, Side side) => new SparseFit().Of(
        [.. talks.Where(talk => !talk.IsWindow && (side == Side.Prospect || !talk.IsExchange)).SelectMany(talk => Enumerable.Range(0, talk.Said.Count).Where(at => talk.Said[at].Side == side).Select(at => (talk.Traits[at], talk.Labels[at])))]);

    private int FoldOf(StepTalk talk) => talk.IsExchange ? _talks.IndexOf(talk) / 8 % Folds : _authors.IndexOf(talk.Author) % Folds;

    private List<(StepTalk Talk, Dictionary<string, double> Traits)> LeftOut()
    {
        var left = new List<(StepTalk, Dictionary<string, double>)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = _talks.Where(talk => FoldOf(talk) != fold).ToList();
            var (prospect, seller) = (Sentences(others, Side.Prospect), Sentences(others, Side.Seller));
            foreach (var talk in _talks.Where(talk => FoldOf(talk) == fold))
            {
                var judged = talk.Said.Select((said, at) => new Judged(said, Chances(said.Side == Side.Seller ? seller : prospect, talk.Traits[at]))).ToList();
                left.Add((talk, StepEnd.Traits(judged, talk.Grammar, talk.Turns)));
            }
        }

        return left;
    }

    // A scene without a step is cut from anywhere in a call: it says nothing of how ends without one sound.
    private static GradeWeights End(List<(StepTalk Talk, Dictionary<string, double> Traits)> left, bool exchange)
    {
        var examples = left.Where(one => one.Talk.IsShort == exchange && (!exchange || one.Talk.IsExchange || one.Talk.IsWindow)).ToList();
        var names = examples.SelectMany(one => one.Traits.Keys).Distinct().Order(StringComparer.Ordinal).ToArray();
        var weights = EndFit.Fit([.. examples.Select(one => names.Select(name => one.Traits.GetValueOrDefault(name)).ToArray())], [.. examples.Select(one => (int)one.Talk.End)], Grades);
        return new GradeWeights([.. weights.Select(row => Round(row[^1]))], names.Select((name, at) => (name, at)).ToDictionary(one => one.name, one => weights.Select(row => Round(row[one.at])).ToArray()));
    }

    private static double[] Chances(GradeWeights weights, IReadOnlySet<string> traits) => weights.Chances(traits.Select(trait => KeyValuePair.Create(trait, 1.0)));

    private static double Round(double weight) => Math.Round(weight, 3);

    // A trait a line, so that a change can be read.
    private static string Lines(string json) => json.Replace("],\"", "],\n\"", StringComparison.Ordinal).Replace("{\"", "{\n\"", StringComparison.Ordinal) + "\n";
}
