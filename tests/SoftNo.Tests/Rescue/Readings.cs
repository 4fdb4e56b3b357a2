using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Evaluation;
using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Tests.Rescue;

/// <summary>Readings made by hand, or from a labelled call's own labels: what the advice rests on, without the reader.</summary>
internal static class Readings
{
    public static Playbook Playbook { get; } = Load();

    public static AdviceOptions Options { get; } = new()
    {
        Now = At("2026-11-26T15:00+01:00").ToInstant(),
        OurZone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
    };

    public static OffsetDateTime At(string text) => OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>").Parse(text).GetValueOrThrow();

    /// <summary>
    /// A call written as in the corpus, labels inline: <c>Dana: {{generic-praise|Love it}}.</c> Camille sells, everybody else buys.
    /// </summary>
    public static Reading Of(Verdict verdict, string signals, string grade, string lines, double confidence = 0.9, string zone = "America/New_York")
    {
        var header = $"id: x1\ntitle: A call\nwhen: 2026-11-24T10:00-05:00\nzone: {zone}\nus: Camille Roy (founder @ Lumenor)\nthem: Dana Whitfield (VP Ops @ Larkspur Freight), Raj Patel\nnoise: clean\n"
            + $"verdict: {SignalsNames(verdict)}\nsignals: {signals}\nnext-step: {grade}\nwhy: by hand\n\n";
        var numbered = lines.Trim().Split('\n').Select((line, index) => $"{index / 60:00}:{index % 60:00} {line.Trim()}");
        var call = LabelledCall.Parse("x1.call", header + string.Join('\n', numbered) + "\n").Call!;
        return Of(call, confidence);
    }

    /// <summary>The reading that a perfect reader would give of a labelled call.</summary>
    public static Reading Of(LabelledCall labelled, double confidence = 0.9)
    {
        var call = labelled.Call;
        var cues = labelled.Cues.Select(cue => CueOf(call, cue)).ToList();
        var whole = labelled.Whole!;
        var others = (1 - confidence) / 4;
        return new Reading
        {
            Id = "0123456789abcdef",
            Reader = new ReaderInfo("test", "off", null),
            Call = call,
            Cues = cues,
            Signals = [.. Enum.GetValues<SignalKind>().Select(kind => SignalOf(kind, whole, cues, confidence))],
            NextStep = StepOf(whole, labelled, cues),
            Verdict = whole.Verdict,
            Confidence = confidence,
            Probabilities = Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, verdict => verdict == whole.Verdict ? confidence : others),
            Because = [],
            Friction = new Friction(
                cues.Count(cue => cue.Kind == CueKind.HardQuestion), [.. cues.Where(cue => cue.Kind == CueKind.HardQuestion).Select(cue => cue.Topic!).Distinct()],
                cues.Count(cue => cue.Kind == CueKind.Objection), 0, []),
            Seller = new SellerMirror(
                0, 0, null, [.. cues.Where(cue => cue.Kind == CueKind.AcceptsVagueness).Select(cue => cue.Id)],
                [.. cues.Where(cue => cue.Kind == CueKind.Rescue).Select(cue => new MadeMove(cue.Topic!, cue.Turn, [.. cues.Where(answer => answer.Turn == cue.Turn + 1).Select(answer => answer.Id)]))]),
        };
    }

    public static Reading WithSignal(this Reading reading, SignalKind kind, SignalState state, double confidence) =>
        reading with { Signals = [.. reading.Signals.Select(signal => signal.Kind == kind ? signal with { State = state, Confidence = confidence } : signal)] };

    private static string SignalsNames(Verdict verdict) => verdict switch
    {
        Verdict.Insufficient => "insufficient",
        Verdict.Engaged => "engaged",
        Verdict.Wavering => "wavering",
        Verdict.SoftNo => "soft-no",
        Verdict.ClearNo => "clear-no",
    };

    private static Cue CueOf(Call call, LabelledCue cue)
    {
        var quote = cue.Span.Of(call.Turns[cue.Turn].Text);
        return new Cue
        {
            Id = $"{cue.Turn}-{cue.Span.Start}-{cue.Kind.Name()}",
            Kind = cue.Kind,
            Topic = cue.Topic,
            Turn = cue.Turn,
            Span = cue.Span,
            Quote = quote,
            Parts = [new CuePart(cue.Turn, cue.Span, quote)],
            Speaker = call.Turns[cue.Turn].Speaker,
            Side = call.SideOf(call.Turns[cue.Turn]),
            Strength = 0.8,
            FoundBy = [FoundBy.Phrase],
            Why = new Bilingual("essai", "test"),
        };
    }

    private static Signal SignalOf(SignalKind kind, WholeCall whole, List<Cue> cues, double confidence)
    {
        var speaks = kind switch
        {
            SignalKind.GenericEnthusiasm => cues.Where(cue => cue.Kind == CueKind.GenericPraise),
            SignalKind.VagueNextStep => cues.Where(cue => cue.Kind == CueKind.SoftNo || cue is { Kind: CueKind.NextStep, Topic: "vague" }),
            SignalKind.TechInfatuation => cues.Where(cue => cue.Kind == CueKind.TechPraise),
        };
        return new Signal(
            kind, whole.Signals.Contains(kind) ? SignalState.Present : SignalState.Absent, confidence, [.. speaks.Select(cue => cue.Id)], [], [], []);
    }

    private static NextStep StepOf(WholeCall whole, LabelledCall labelled, List<Cue> cues)
    {
        var grade = whole.Grade;
        var place = labelled.Cues.ToList().FindLastIndex(cue => cue.Kind == CueKind.NextStep && cue.Topic == GradeName(grade));
        if (place < 0) return new NextStep { Grade = grade };
        var when = labelled.Cues[place].When;
        var cue = cues[place];
        return new NextStep
        {
            Grade = grade,
            When = when is null ? null : when.Contains('T') && !when.Contains('/') ? new Moment.AtMinute(At(when)) : null,
            Turn = cue.Turn,
            Span = cue.Span,
            Quote = cue.Quote,
        };
    }

    private static string GradeName(Grade grade) => grade.ToString().ToLowerInvariant();

    private static Playbook Load()
    {
        var result = Playbook.Load(Playbook.DefaultFolder);
        Assert.Empty(result.Problems.Select(problem => $"{problem.Place} {problem.Text.En}"));
        return result.Playbook!;
    }
}
