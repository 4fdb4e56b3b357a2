using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Moments.Steps;

namespace SoftNo.Evaluation;

/// <summary>A labelled talk taken apart into its sentences, for fitting: each with the grade a labeller gave words of it.</summary>
internal sealed record StepTalk
{
    /// <summary>Who wrote it; talks of one author are left out together.</summary>
    public required string Author { get; init; }

    /// <summary>Whether it is an exchange of <c>corpus/steps</c>, whose sentences have no labels.</summary>
    public bool IsExchange { get; init; }

    /// <summary>Whether it is a stretch cut around a labelled step.</summary>
    public bool IsWindow { get; init; }

    /// <summary>Whether it is a few turns, not a whole call.</summary>
    public bool IsShort => Turns <= StepModel.ShortTalk;

    /// <summary>How many turns.</summary>
    public required int Turns { get; init; }

    public required IReadOnlyList<Utterance> Said { get; init; }

    /// <summary>The traits of each sentence.</summary>
    public required IReadOnlyList<IReadOnlySet<string>> Traits { get; init; }

    /// <summary>The grade of each sentence's label.</summary>
    public required Grade[] Labels { get; init; }

    /// <summary>The grade that stands at the end; of a scene, what its labels leave standing.</summary>
    public Grade End { get; init; }

    /// <summary>The grade the grammar finds at the end.</summary>
    public required Grade Grammar { get; init; }

    /// <summary>A call or scene: a label goes to the sentence it covers most of.</summary>
    public static StepTalk Of(LabelledCall call)
    {
        var talk = Of(call.Call, call.Author);
        foreach (var cue in call.Cues.Where(cue => cue.Kind == CueKind.NextStep))
        {
            if (cue.Topic is null || !Enum.TryParse<Grade>(cue.Topic, true, out var grade)) continue;
            var best = Enumerable.Range(0, talk.Said.Count).Where(at => talk.Said[at].Turn.Index == cue.Turn && Overlap(talk.Said[at], cue) > 0).OrderByDescending(at => Overlap(talk.Said[at], cue)).FirstOrDefault(-1);
            if (best >= 0 && (talk.Labels[best] == Grade.None || grade != Grade.Task)) talk.Labels[best] = grade;
        }

        return talk with { End = call.Whole?.Grade ?? StepEnd.Standing([.. talk.Said.Select((said, at) => new Judged(said, Certain(talk.Labels[at])))], 1) };
    }

    /// <summary>The stretches around a call's labelled steps.</summary>
    public static IEnumerable<StepTalk> WindowsOf(LabelledCall call) => StepWindows.Of(call).Select(window => Of(window) with { IsWindow = true });

    /// <summary>An exchange: its sentences are not labelled, only its end.</summary>
    public static StepTalk Of(StepExchange exchange) => Of(exchange.Call, exchange.Id) with { IsExchange = true, End = exchange.Grade };

    private static StepTalk Of(Call call, string author)
    {
        var said = StepReader.Utterances(call);
        return new StepTalk
        {
            Author = author,
            Turns = call.Turns.Count,
            Said = said,
            Traits = [.. said.Select(StepTraits.Of)],
            Labels = new Grade[said.Count],
            Grammar = StepReader.Read(call, null, null).Final.Grade,
        };
    }

    private static double[] Certain(Grade grade)
    {
        var chances = new double[Enum.GetValues<Grade>().Length];
        chances[(int)grade] = 1;
        return chances;
    }

    private static int Overlap(Utterance said, LabelledCue cue) => Math.Min(said.Sentence.Whole.End, cue.Span.End) - Math.Max(said.Sentence.Whole.Start, cue.Span.Start);
}
