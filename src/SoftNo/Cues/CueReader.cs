using SoftNo.Calls;
using SoftNo.Cues.Listener;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Phrases;
using SoftNo.Cues.Sides;

namespace SoftNo.Cues;

/// <summary>Finds every cue of a call: phrases of the lexicon and the grammar of next steps, merged. Safe for many threads.</summary>
public sealed class CueReader
{
    /// <summary>A farewell, which means nothing once a step is fixed (corpus/GUIDE.md).</summary>
    private const string PoliteExit = "polite-exit";

    private readonly Lexicon _lexicon;
    private readonly RunReader _runs;
    private readonly CueMerger _merger;
    private readonly HeardMerger _heard;
    private readonly TrainedListener? _listener;

    /// <summary>Makes a reader.</summary>
    /// <param name="lexicon">The phrases.</param>
    /// <param name="listener">The trained reader; null where phrases and grammar read alone.</param>
    public CueReader(Lexicon lexicon, TrainedListener? listener = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        _lexicon = lexicon;
        _runs = new RunReader(lexicon);
        _merger = new CueMerger(lexicon);
        _heard = new HeardMerger(lexicon);
        _listener = listener;
    }

    /// <summary>Reads a call. Its sides should be settled: on unknown sides every kind may fire, with less strength, and no step is set.</summary>
    /// <param name="call">The call.</param>
    /// <param name="sale">How surely it is a sale: what the trained reader hears is held against it; null where it is taken for one.</param>
    /// <param name="heard">What a trained reader heard in it; null for this reader's own.</param>
    /// <param name="explain">Whether the words that moved the trained reader are looked for: each cue costs a reading of its turn a word.</param>
    /// <param name="corrections">The user's word on cues of this call, oldest first; null or empty where there is none.</param>
    public CueReading Read(Call call, SaleChance? sale = null, IReadOnlyList<HeardCue>? heard = null, bool explain = false, IReadOnlyList<Correction>? corrections = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        sale ??= SaleChance.Taken;
        var found = new List<FoundCue>();
        var anchors = new List<Anchor>();
        var excuses = new List<Excuse>();
        var requested = false;
        RunReading? before = null;
        foreach (var run in TurnRun.Of(call))
        {
            var reading = _runs.Read([.. run.Turns.Select(turn => turn.Text)], run.Side, requested, before);
            requested = reading.Requests && run.Side != Side.Prospect;
            before = reading;
            found.AddRange(_merger.MergeRun(run, reading));
            anchors.AddRange(AnchorsOf(run, reading));
            if (heard is not null || _listener is not null) excuses.AddRange(Excuse.Of(run, reading));
        }

        var listening = heard is null && _listener is not null ? new Listening(call, _listener, sale.Probability) : null;
        heard ??= listening?.Cues;
        var overruled = new List<(HeardCue Heard, Excuse Excuse)>();
        var believed = heard is null ? null : Believed(heard, excuses, overruled);
        var steps = StepReader.Read(call, believed);
        if (steps.Final is { Grade: >= Grade.Task, Turn: { } settled }) found.RemoveAll(cue => cue.Topic == PoliteExit && cue.Main.Turn >= settled);
        found.AddRange(steps.Steps.Select(step => FoundCue.Of(step, call)));
        var merged = _merger.MergeCall(found);
        if (believed is not null) merged = _heard.Merge(call, merged, believed, steps.Final.Turn);
        if (explain && listening is not null) merged = [.. merged.Select(listening.Explained)];
        var final = steps.Final;
        if (corrections is { Count: > 0 }) (merged, final) = Corrected.Apply(merged, final, corrections);
        var cues = CueWriter.Write(call, merged);
        return new CueReading(Clearing.Apply(call, cues, anchors, _lexicon), final, anchors)
        {
            Sale = sale,
            Warnings = [.. OverruledWarnings.Of(call, overruled)],
        };
    }

    /// <summary>What was heard, less what the lexicon excuses: a coach's <c>unless</c> always wins.</summary>
    private static List<HeardCue> Believed(IReadOnlyList<HeardCue> heard, List<Excuse> excuses, List<(HeardCue Heard, Excuse Excuse)> overruled)
    {
        var byTurn = excuses.ToLookup(excuse => excuse.Words.Turn);
        foreach (var cue in heard)
        {
            if (byTurn[cue.Turn].FirstOrDefault(excuse => excuse.Covers(cue)) is { } excuse) overruled.Add((cue, excuse));
        }

        return [.. heard.Except(overruled.Select(one => one.Heard))];
    }

    private static IEnumerable<Anchor> AnchorsOf(TurnRun run, RunReading reading)
    {
        foreach (var context in reading.Contexts)
        {
            if (context.Rule.Role is not (ContextRole.Anchor or ContextRole.Result)) continue;
            var place = Excuse.PlaceOf(run, reading.Run, context.Span);
            yield return new Anchor(context.Rule.Topic ?? "result", place.Turn, place.Span, run.Side, context.Rule.Id);
        }
    }
}
