using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Phrases;
using SoftNo.Rescue.Templates;
using SoftNo.Signals;

namespace SoftNo.Rescue.Memory;

/// <summary>Reads a call from five answers: the doctrine's conjunctions over what is remembered, with less confidence than a transcript gives.</summary>
public sealed class Debrief
{
    private readonly CueReader _reader;
    private readonly string _version;
    private readonly PlaybookFiles.DebriefFile _data;

    /// <summary>Makes a debrief.</summary>
    /// <param name="lexicon">The phrases, for the remembered words.</param>
    /// <param name="playbook">The weights of the answers.</param>
    public Debrief(Lexicon lexicon, Playbook playbook) => (_reader, _version, _data) = (new CueReader(lexicon), lexicon.Version, playbook.Debriefing);

    /// <summary>The reading of the answers.</summary>
    public Reading Read(DebriefAnswers answers)
    {
        var remembered = RememberedCall.Of(answers, _data);
        var heard = _reader.Read(remembered.Call);
        var cues = Cues(remembered, heard.Cues, answers);
        var step = StepOf(remembered, heard.NextStep, cues, answers);
        var probabilities = Probabilities(answers, cues, step);
        if (cues.Count == 0 && answers.DateNamer == DateNamer.Nobody) probabilities = Enum.GetValues<Verdict>().ToDictionary(one => one, one => one == Verdict.Insufficient ? 1.0 : 0);
        var verdict = probabilities.MaxBy(one => one.Value).Key;
        return new Reading
        {
            Id = CallFingerprint.Of(remembered.Call),
            Reader = new ReaderInfo(_version, "off", null),
            Call = remembered.Call,
            Cues = cues,
            Signals = verdict == Verdict.Insufficient ? [.. Enum.GetValues<SignalKind>().Select(kind => Signal(kind, SignalState.Unknown, [], [], []))] : Signals(answers, cues, step),
            NextStep = step,
            Verdict = verdict,
            Confidence = probabilities[verdict],
            Probabilities = probabilities,
            Because = [],
            Friction = new Friction(
                Count(cues, CueKind.HardQuestion), [.. cues.Where(cue => cue.Kind == CueKind.HardQuestion).Select(cue => cue.Topic ?? "other").Distinct()], Count(cues, CueKind.Objection),
                100.0 * (Count(cues, CueKind.HardQuestion) + Count(cues, CueKind.Objection)) / Math.Max(1, remembered.Call.Turns.Count),
                [new PersonFriction(remembered.Call.Speakers[0].Name, Count(cues, CueKind.GenericPraise) + Count(cues, CueKind.TechPraise), Count(cues, CueKind.HardQuestion), Count(cues, CueKind.Objection), Count(cues, CueKind.BuyingStep))]),
            Seller = new SellerMirror(0, 0, null, [], []),
            Warnings = MemoryWarnings.Of(answers),
        };
    }

    /// <summary>The cues of the words, and those of the answers in place of whatever the words of their turns gave.</summary>
    private static List<Cue> Cues(RememberedCall remembered, IReadOnlyList<Cue> heard, DebriefAnswers answers)
    {
        var answered = remembered.Asked.Select(asked => remembered.CueOf(asked.Turn, CueKind.HardQuestion, asked.Topic == "other" ? null : asked.Topic)).ToList();
        if (remembered.Result is { } result) answered.Add(remembered.CueOf(result, CueKind.Pain, null));
        if (remembered.Date is { } date) answered.Add(remembered.CueOf(date, CueKind.NextStep, answers.DateNamer == DateNamer.Them ? "firm" : "tentative"));
        var turns = answered.Select(cue => cue.Turn).ToHashSet();
        return [.. heard.Where(cue => !turns.Contains(cue.Turn)).Concat(answered).OrderBy(cue => cue.Turn).ThenBy(cue => cue.Span.Start)];
    }

    private static NextStep StepOf(RememberedCall remembered, NextStep heard, List<Cue> cues, DebriefAnswers answers)
    {
        if (remembered.Date is not { } date) return heard.Grade is Grade.Vague or Grade.Refused ? heard : NextStep.Nothing;
        var cue = cues.Last(cue => cue.Turn == date);
        var said = heard.Turn == date ? heard : NextStep.Nothing;
        return new NextStep
        {
            Grade = answers.DateNamer == DateNamer.Them ? Grade.Firm : Grade.Tentative,
            Bound = answers.DateNamer == DateNamer.Them ? Bound.Prospect : Bound.Seller,
            When = said.When,
            Grain = said.Grain,
            Candidates = said.Candidates,
            Turn = date,
            Span = cue.Span,
            Quote = cue.Quote,
        };
    }

    private List<Signal> Signals(DebriefAnswers answers, List<Cue> cues, NextStep step)
    {
        var praise = Ids(cues, CueKind.GenericPraise);
        var tech = Ids(cues, CueKind.TechPraise);
        var friction = Ids(cues, CueKind.HardQuestion).Concat(Ids(cues, CueKind.Objection)).ToList();
        var exits = Ids(cues, CueKind.SoftNo);
        var refused = cues.Exists(cue => cue.Kind == CueKind.Refusal);
        return
        [
            Signal(SignalKind.GenericEnthusiasm, praise.Count + tech.Count == 0 ? SignalState.Absent : friction.Count == 0 ? SignalState.Present : SignalState.Absent, [.. praise, .. tech], friction, friction.Count == 0 ? ["hard-question", "objection"] : []),
            Signal(SignalKind.VagueNextStep, step.Grade >= Grade.Tentative || refused ? SignalState.Absent : SignalState.Present, [.. exits, .. Ids(cues, CueKind.NextStep)], [], step.Grade >= Grade.Tentative ? [] : ["next-step"]),
            Signal(SignalKind.TechInfatuation, tech.Count == 0 || answers.Result is { Length: > 0 } ? SignalState.Absent : SignalState.Present, tech, Ids(cues, CueKind.Pain), answers.Result is { Length: > 0 } ? [] : ["pain"]),
        ];
    }

    private Signal Signal(SignalKind kind, SignalState state, IReadOnlyList<string> speaksFor, IReadOnlyList<string> against, IReadOnlyList<string> lookedFor) =>
        new(kind, state, _data.Confidence[state.Name()], speaksFor, against, lookedFor, []);

    private Dictionary<Verdict, double> Probabilities(DebriefAnswers answers, List<Cue> cues, NextStep step)
    {
        var holding = new List<string>
        {
            "always",
            cues.Exists(cue => cue.Kind == CueKind.HardQuestion) ? "hard-questions" : "no-hard-question",
            answers.DateNamer switch { DateNamer.Them => "date-by-them", DateNamer.Us => "date-by-us", DateNamer.Nobody => "no-date" },
            answers.Result is { Length: > 0 } ? "result" : "no-result",
        };
        if (cues.Exists(cue => cue.Kind is CueKind.GenericPraise or CueKind.TechPraise)) holding.Add("praise");
        if (cues.Exists(cue => cue.Kind == CueKind.SoftNo) || step.Grade == Grade.Vague) holding.Add("way-out");
        if (cues.Exists(cue => cue.Kind == CueKind.Refusal)) holding.Add("refusal");
        var told = Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.Insufficient).ToList();
        var weighed = told.ToDictionary(verdict => verdict, verdict => Math.Exp(holding.Sum(answer => _data.Weights[answer].GetValueOrDefault(verdict.Name()))));
        var sum = weighed.Values.Sum();
        var probabilities = weighed.ToDictionary(one => one.Key, one => (_data.Trust * one.Value / sum) + ((1 - _data.Trust) / told.Count));
        probabilities[Verdict.Insufficient] = 0;
        return probabilities;
    }

    private static List<string> Ids(List<Cue> cues, CueKind kind) => [.. cues.Where(cue => cue.Kind == kind).Select(cue => cue.Id)];

    private static int Count(List<Cue> cues, CueKind kind) => cues.Count(cue => cue.Kind == kind);
}
