using SoftNo.Evaluation;
using SoftNo.Evaluation.Noise;

namespace SoftNo.Tests.Evaluation.Noise;

public class CallNoiserTests
{
    private static readonly NoiseRules Corpus = NoiseRules.Load(Repository.Folder("corpus/noise.yml")).Rules!;

    [Fact]
    public void Case_and_punctuation_go_and_labels_stay_on_their_words()
    {
        var noisy = new CallNoiser(new()).Apply(Parse("Well — {{soft-no:digest|let us digest this, Anna}}: it's $4,000 for 3.5 follow-ups, \"OK\"?"));

        Assert.Equal("well let us digest this anna it's $4000 for 3.5 follow ups ok", noisy.Call.Turns[0].Text);
        Assert.Equal("let us digest this anna", noisy.Cues[0].Span.Of(noisy.Call.Turns[0].Text));
        Assert.Equal("digest", noisy.Cues[0].Topic);
        Assert.Equal("asr", noisy.Noise);
    }

    [Fact]
    public void Fillers_repeats_and_mishearings_are_as_the_rules_say()
    {
        var rules = new NoiseRules { Fillers = 1, FillerWords = ["um"], Repeats = 1, Misheard = 1, Mishearings = { ["we'll"] = "well" } };
        var noisy = new CallNoiser(rules).Apply(Parse("{{soft-no:circle-back|We’ll circle}}."));

        Assert.Equal("um well well um circle circle", noisy.Call.Turns[0].Text);
        Assert.Equal("well um circle circle", noisy.Cues[0].Span.Of(noisy.Call.Turns[0].Text));
    }

    [Fact]
    public void The_same_call_gives_the_same_noise_and_every_label_of_train_keeps_words()
    {
        var noiser = new CallNoiser(Corpus);
        foreach (var call in SoftNo.Evaluation.Corpus.Load(Repository.Folder("corpus/train")).Calls.Where(call => call.Noise == "clean"))
        {
            var (one, two) = (noiser.Apply(call), noiser.Apply(call));
            Assert.Equal(one.Call.Turns.Select(turn => turn.Text), two.Call.Turns.Select(turn => turn.Text));
            Assert.All(one.Cues, cue => Assert.NotEqual("", cue.Span.Of(one.Call.Turns[cue.Turn].Text)));
            Assert.NotEqual(call.Call.Turns.Select(turn => turn.Text.ToLowerInvariant()), one.Call.Turns.Select(turn => turn.Text));
        }
    }

    [Fact]
    public void A_share_above_one_is_a_problem_with_its_file()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("softno-noise-").FullName, "noise.yml");
        File.WriteAllText(file, "fillers: 1.5\nfiller-words: [um]\n");
        var problem = NoiseRules.Load(file).Problem;
        Assert.Equal(("bad-noise", file), (problem!.Code, problem.Place));
    }

    private static LabelledCall Parse(string words) => LabelledCall.Parse("x1-01.call", $"""
        id: x1-01
        title: Test
        when: 2026-11-17T10:00-05:00
        zone: America/New_York
        us: Luc
        them: Ann
        noise: clean
        part: scene

        00:01 Ann: {words}
        """).Call!;
}
