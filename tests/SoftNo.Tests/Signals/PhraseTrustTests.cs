using SoftNo.Cues;
using SoftNo.Evaluation;
using SoftNo.Signals;

namespace SoftNo.Tests.Signals;

public class PhraseTrustTests
{
    private const string One = "01:00 Ann: {{generic-praise|Really interesting}}.\n01:10 Luc: So?\n01:20 Ann: {{objection|That's steep}}.\n";
    private const string Two = One + "01:30 Luc: Ah.\n01:40 Ann: {{objection|My crew won't touch it}}.";

    [Theory]
    [InlineData(One, null, SignalState.Present)]
    [InlineData(Two, null, SignalState.Absent)]
    [InlineData(One, 0.55, SignalState.Absent)]
    public void One_objection_that_only_a_phrase_found_is_not_sure_enough_to_clear_praise_and_two_are(string turns, double? heard, SignalState expected)
    {
        var call = Told.Call(turns);
        var labels = HeardLabels.Of(call);
        var cues = labels.Cues.Select(cue => cue.Kind == CueKind.Objection ? cue with { FoundBy = heard is null ? [FoundBy.Phrase] : [FoundBy.Phrase, FoundBy.Listener], Probability = heard } : cue).ToList();

        var reading = new SignalReader(Told.Rules, Told.Always()).Read(call.Call, labels with { Cues = cues }, new("x", "absent", null));

        Assert.Equal(expected, reading.Signals[0].State);
    }
}
