using SoftNo.Cues;
using SoftNo.Evaluation;
using SoftNo.Signals;

namespace SoftNo.Tests.Signals;

public class OneObjectionTests
{
    private const string Praise = "01:00 Ann: {{generic-praise|Really interesting}}.\n01:10 Luc: So?\n";

    [Theory]
    [InlineData(FoundBy.Phrase, null, 0.3)]
    [InlineData(FoundBy.Listener, 0.35, 0.35)]
    public void One_objection_clears_the_praise_of_who_makes_it_whoever_found_it_and_however_weak(FoundBy by, double? probability, double strength)
    {
        var call = Told.Call(Praise + "01:20 Ann: {{objection|That's steep}}.\n");
        var labels = HeardLabels.Of(call);
        var cues = labels.Cues.Select(cue => cue.Kind == CueKind.Objection ? cue with { FoundBy = [by], Probability = probability, Strength = strength } : cue).ToList();

        var signal = new SignalReader(Told.Rules, Told.Always()).Read(call.Call, labels with { Cues = cues }, new("x", "absent", null)).Signals[0];

        Assert.Equal(SignalState.Absent, signal.State);
        Assert.Empty(signal.For);
        Assert.Equal(2, signal.Against.Count);
    }

    [Fact]
    public void Words_that_only_sound_like_friction_are_no_objection_for_the_phrases()
    {
        var reader = CallReader.Load(Repository.Root, withListener: false).Reader!;
        var call = Told.Call("01:00 Ann: I don't want to keep you, it's a lot to take in, and they don't like the beanbags anyway, though.\n01:10 Luc: So?\n01:20 Ann: I wouldn't want to guess.\n");

        Assert.DoesNotContain(reader.Hear(call.Call).Heard.Cues, cue => cue.Kind == CueKind.Objection);
    }
}
