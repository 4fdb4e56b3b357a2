using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Evaluation;
using SoftNo.Signals;

namespace SoftNo.Tests.Evaluation;

public class LabelledCallTests
{
    private const string Text = """
        id: d1-03
        title: Fleet telematics, second call
        when: 2026-11-17T10:00-05:00
        zone: America/New_York
        us: Camille Roy (founder, France), Hugo @ Filou
        them: Dana Whitfield (VP Ops @ Larkspur Freight), Raj
        noise: clean
        verdict: soft-no
        signals: generic-enthusiasm vague-next-step
        next-step: vague
        why: Kind words only.

        00:03 Camille: Thanks for making the time today.
        00:21 Dana: {{generic-praise|Super interesting}}.
        1:00:02 Raj: {{soft-no:circle-back|We'll circle back}}.
        """;

    [Fact]
    public void A_call_is_read_with_its_sides_its_start_and_its_labels()
    {
        var call = LabelledCall.Parse("d1-03.call", Text).Call!;

        Assert.Equal("d1", call.Author);
        Assert.Equal(["Camille Roy", "Dana Whitfield", "Raj"], call.Call.Speakers.Select(speaker => speaker.Name));
        Assert.Equal([Side.Seller, Side.Prospect, Side.Prospect], call.Call.Speakers.Select(speaker => speaker.Side));
        Assert.Equal(["founder, France", "VP Ops", null], call.Call.Speakers.Select(speaker => speaker.Role));
        Assert.Equal("Larkspur Freight", call.Call.Speakers[1].Company);
        Assert.Equal(Offset.FromHours(-5), call.Call.Source.StartedAt!.Value.Offset);
        Assert.Equal([3000L, 21000L, 3602000L], call.Call.Turns.Select(turn => turn.StartMs!.Value));
        Assert.Equal(
            [
                new LabelledCue(CueKind.GenericPraise, null, null, 1, new TextSpan(0, 17)),
                new LabelledCue(CueKind.SoftNo, "circle-back", null, 2, new TextSpan(0, 17)),
            ],
            call.Cues);
        Assert.Equal(Verdict.SoftNo, call.Whole!.Verdict);
        Assert.Equal(Grade.Vague, call.Whole.Grade);
        Assert.Equal([SignalKind.GenericEnthusiasm, SignalKind.VagueNextStep], call.Whole.Signals.Order());
    }

    [Fact]
    public void Hidden_headers_leave_names_words_start_and_zone()
    {
        var hidden = LabelledCall.Parse("d1-03.call", Text).Call!.Hidden;

        Assert.All(hidden.Speakers, speaker => Assert.Equal((Side.Unknown, Basis.None, null, null), (speaker.Side, speaker.Basis, speaker.Role, speaker.Company)));
        Assert.Null(hidden.Source.Title);
        Assert.Equal("America/New_York", hidden.Source.Zone!.Id);
        Assert.NotNull(hidden.Source.StartedAt);
    }

    [Theory]
    [InlineData("generic-praise|", "generous-praise|", 14)]
    [InlineData("verdict: soft-no", "verdict: perhaps", null)]
    [InlineData("signals: generic-enthusiasm", "signals: enthusiasm", null)]
    public void An_unknown_name_is_a_problem_with_its_line(string right, string wrong, int? line)
    {
        var result = LabelledCall.Parse("d1-03.call", Text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Null(result.Call);
        Assert.Equal("bad-label", result.Problem!.Code);
        Assert.Equal(line, result.Problem.Line);
    }

    [Fact]
    public void The_whole_corpus_reads_without_a_problem()
    {
        var train = Corpus.Load(Repository.Folder("corpus/train"));
        var scenes = Corpus.Load(Repository.Folder("corpus/scenes"));

        Assert.Empty(train.Problems);
        Assert.Empty(scenes.Problems);
        Assert.All(train.Calls, call => Assert.NotNull(call.Whole));
        Assert.All(scenes.Calls, call => Assert.Null(call.Whole));
        Assert.All(train.Calls.Concat(scenes.Calls), call => Assert.DoesNotContain(call.Call.Turns, turn => turn.Text.Contains("{{", StringComparison.Ordinal)));
        Assert.All(train.Calls, call => Assert.DoesNotContain(call.Call.Speakers, speaker => speaker.Side == Side.Unknown));
    }
}
