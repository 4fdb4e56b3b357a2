using SoftNo.Evaluation;
using SoftNo.Evaluation.Noise;

namespace SoftNo.Tests.Evaluation.Noise;

public class NoiseEvaluationTests
{
    [Fact]
    public void The_loss_is_that_of_the_clean_calls_and_machine_transcripts_stand_beside()
    {
        var reader = CallReader.Load(Repository.Root, withListener: false).Reader!;
        // The phrase fires on the clean words; "circle" misheard, it cannot.
        var noiser = new CallNoiser(new() { Misheard = 1, Mishearings = { ["circle"] = "sir cull" } });
        var result = NoiseEvaluation.Run([Call("clean"), Call("asr"), Call("mixed")], reader.Read, noiser);

        Assert.Equal((1, 1, 1), (result.Clean.Count, result.Noisy.Count, result.Natural.Count));
        Assert.Equal(1.0, NoiseResult.MacroF1(result.Clean));
        Assert.Equal(1.0, NoiseResult.MacroF1(result.Natural));
        Assert.Equal(1.0, result.Loss);
        Assert.Contains("loss                                       1.000", result.Text(), StringComparison.Ordinal);
        Assert.Contains("\"loss\":1", result.Json(), StringComparison.Ordinal);
    }

    private static LabelledCall Call(string noise) => LabelledCall.Parse("x1-01.call", $$$"""
        id: x1-01
        title: Test
        when: 2026-11-17T10:00-05:00
        zone: America/New_York
        us: Luc
        them: Ann
        noise: {{{noise}}}
        part: scene

        00:01 Luc: So, shall we plan a next call?
        00:04 Ann: {{soft-no:circle-back|We'll circle back with you}}.
        """).Call!;
}
