using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Sides;

namespace SoftNo.Signals;

/// <summary>A call's cues, counted and placed: everything verdict and signals rest on. Turns are counted as runs, so the same call weighs the same in every format.</summary>
public sealed class CallEvidence
{
    private readonly int[] _runOfTurn;

    /// <summary>Counts a call whose sides are settled.</summary>
    /// <param name="call">The call.</param>
    /// <param name="heard">What was heard in it.</param>
    /// <param name="rules">The words of a sale, of a form, of trouble on the line.</param>
    public CallEvidence(Call call, CueReading heard, SignalRules rules)
    {
        Call = call;
        Heard = heard;
        Rules = rules;
        Talk = rules.TalkPhrases.Count(call.Turns);
        Runs = [.. TurnRun.Of(call)];
        _runOfTurn = new int[call.Turns.Count];
        for (var run = 0; run < Runs.Count; run++)
        {
            foreach (var turn in Runs[run].Turns) _runOfTurn[turn.Index] = run;
        }

        ProspectWords = WordsOf(Side.Prospect);
        SellerWords = WordsOf(Side.Seller);
        ProspectRuns = Runs.Count(run => run.Side == Side.Prospect);
        People = [.. Enumerable.Range(0, call.Speakers.Count).Where(at => call.Speakers[at].Side == Side.Prospect).Select(at => new PersonEvidence(this, at))];
    }

    /// <summary>The call.</summary>
    public Call Call { get; }

    /// <summary>What was heard in it.</summary>
    public CueReading Heard { get; }

    /// <summary>The rules it is weighed by.</summary>
    public SignalRules Rules { get; }

    /// <summary>How surely the conversation is a sale.</summary>
    public SaleChance Sale => Heard.Sale;

    /// <summary>By feature of the talk, in the order of <see cref="SignalRules.TalkNames"/>: how many turns hold one.</summary>
    public IReadOnlyList<int> Talk { get; }

    /// <summary>Consecutive turns of one speaker as one, in order.</summary>
    public IReadOnlyList<TurnRun> Runs { get; }

    /// <summary>Words of the prospect's side.</summary>
    public int ProspectWords { get; }

    /// <summary>Words of the seller's side.</summary>
    public int SellerWords { get; }

    /// <summary>Runs of the prospect's side.</summary>
    public int ProspectRuns { get; }

    /// <summary>Each person of the prospect's side.</summary>
    public IReadOnlyList<PersonEvidence> People { get; }

    /// <summary>What stands at the end; a step whose time is past stands no more.</summary>
    public NextStep Step => Heard.NextStep.Expired ? NextStep.Nothing : Heard.NextStep;

    /// <summary>The run of a turn.</summary>
    public int RunOf(int turn) => _runOfTurn[turn];

    /// <summary>Where a turn lies: 0 at the start, 1 at the end.</summary>
    public double PlaceOf(int turn) => Runs.Count < 2 ? 1 : (double)_runOfTurn[turn] / (Runs.Count - 1);

    /// <summary>The cues of a kind, in order.</summary>
    public IEnumerable<Cue> Of(CueKind kind) => Heard.Cues.Where(cue => cue.Kind == kind);

    /// <summary>The distinct runs that hold a cue of a kind.</summary>
    public int RunsOf(CueKind kind) => Of(kind).Select(cue => _runOfTurn[cue.Turn]).Distinct().Count();

    /// <summary>The prospect's anchors of a class.</summary>
    public IEnumerable<Anchor> AnchorsOf(string kind) => Heard.Anchors.Where(anchor => anchor.Class == kind && anchor.Side == Side.Prospect);

    private int WordsOf(Side side) => Runs.Where(run => run.Side == side).SelectMany(run => run.Turns).Sum(turn => turn.CountWords());
}
