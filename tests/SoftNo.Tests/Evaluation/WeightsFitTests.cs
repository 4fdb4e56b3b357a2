using SoftNo.Cues.Moments;
using SoftNo.Evaluation;
using SoftNo.Signals;
using SoftNo.Tests.Signals;

namespace SoftNo.Tests.Evaluation;

public class WeightsFitTests
{
    private static readonly WeightsFit Fit = new(new LogisticFit(Penalty: 1, Steps: 200), Folds: 2);

    private static readonly List<WeighedCall> Calls =
        [.. Enumerable.Range(0, 24).Select(at => Call($"a{at % 4}", at % 3 == 0 ? Verdict.SoftNo : at % 3 == 1 ? Verdict.Engaged : Verdict.Insufficient, at % 3, at))];

    [Fact]
    public void Weights_tell_apart_what_the_features_tell_apart()
    {
        var weights = Fit.Of(Calls, Told.Rules, "here");

        Assert.All(Calls, call => Assert.Equal(call.Whole.Verdict, weights.Probabilities(call.Values).MaxBy(one => one.Value).Key));
        Assert.True(weights.Probability(SignalKind.VagueNextStep, Calls[0].Values) > weights.Thresholds["vague-next-step"]);
        Assert.True(weights.Probability(SignalKind.VagueNextStep, Calls[1].Values) < weights.Thresholds["vague-next-step"]);
        Assert.Equal(0.3333, weights.Shares["soft-no"]);
        Assert.Equal(1, weights.Probabilities(Calls[0].Values).Values.Sum(), 12);
    }

    [Fact]
    public void A_held_out_call_is_weighed_by_what_other_authors_taught()
    {
        var held = Fit.HeldOut(Calls, Told.Rules);
        var others = Calls.Where(call => call.Author is "a1" or "a3").ToList();

        Assert.Equal(Fit.Of(others, Told.Rules, "x").Verdicts["soft-no"].Features, held.First(one => one.Call.Author == "a0").Weights.Verdicts["soft-no"].Features);
    }

    [Fact]
    public void The_penalty_is_the_one_under_which_authors_never_seen_are_told_best()
    {
        // Each author's calls carry a value that tells the verdict in those calls alone: only a heavy penalty survives another author's.
        var misled = Calls.Select(call => call with
        {
            Values = new Dictionary<string, double> { ["pain"] = (call.Author is "a0" or "a2" ? 1 : -1) * (int)call.Whole.Verdict },
        }).ToList();

        Assert.Equal(0.5, Fit.Choose(Calls, Told.Rules, [0.5, 5000]).Fit.Penalty);
        Assert.Equal(5000, Fit.Choose(misled, Told.Rules, [0.5, 5000]).Fit.Penalty);
        Assert.Equal(200, Fit.Choose(Calls, Told.Rules, [0.5]).Fit.Steps);
    }

    [Fact]
    public void The_file_gives_the_same_weights_back()
    {
        var file = Path.Combine(Path.GetTempPath(), "softno-weights-test.json");
        var weights = Fit.Of(Calls, Told.Rules, "here");
        File.WriteAllText(file, weights.Write());

        var read = Weights.Load(file).Weights!;

        Assert.Equal("here", read.Source);
        Assert.Equal(weights.Probabilities(Calls[5].Values), read.Probabilities(Calls[5].Values));
        File.Delete(file);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ nonsense")]
    public void A_broken_file_is_a_problem(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"softno-broken-weights-{text.Length}.json");
        File.WriteAllText(file, text);

        Assert.Equal("bad-weights", Weights.Load(file).Problem!.Code);
        File.Delete(file);
    }

    [Fact]
    public void The_shipped_weights_know_every_verdict_signal_and_feature_they_name()
    {
        var weights = Weights.Load(Repository.Folder("models/weights.phrases.json")).Weights!;
        var call = Told.Call("01:00 Luc: Hello.");
        var known = Features.Of(new CallEvidence(call.Call, HeardLabels.Of(call), Told.Rules)).Keys.ToHashSet();

        Assert.Equal(Enum.GetValues<Verdict>().Select(verdict => verdict.Name()).Order(), weights.Verdicts.Keys.Order());
        Assert.Equal(Enum.GetValues<SignalKind>().Select(signal => signal.Name()).Order(), weights.Signals.Keys.Order());
        Assert.All(weights.Verdicts.Values.Concat(weights.Signals.Values).SelectMany(one => one.Features.Keys), feature => Assert.Contains(feature, known));
        Assert.Equal(1, weights.Shares.Values.Sum(), 3);
    }

    private static WeighedCall Call(string author, Verdict verdict, double signal, int noise) => new(
        author,
        new Dictionary<string, double> { ["step-vague"] = signal == 0 ? 1 : 0, ["hard-question"] = signal == 1 ? 2 : 0, ["pain"] = noise % 5 },
        new WholeCall(verdict, verdict == Verdict.SoftNo ? new HashSet<SignalKind> { SignalKind.VagueNextStep } : new HashSet<SignalKind>(), Grade.None, ""));
}
