using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Threads;

namespace SoftNo.Signals;

/// <summary>One of the three signals of the doctrine.</summary>
public enum SignalKind
{
    /// <summary>Approval that stays generic, without hard questions or objections of their own.</summary>
    GenericEnthusiasm,

    /// <summary>The call ends with the next step vague, none or refused.</summary>
    VagueNextStep,

    /// <summary>What they value is the technology; their own results are absent.</summary>
    TechInfatuation,
}

/// <summary>Whether a signal is there.</summary>
public enum SignalState
{
    /// <summary>Too little to tell.</summary>
    Unknown,

    /// <summary>Not there.</summary>
    Absent,

    /// <summary>There.</summary>
    Present,
}

/// <summary>What the call as a whole is.</summary>
public enum Verdict
{
    /// <summary>Not enough of the prospect's words to tell, or no sales call.</summary>
    Insufficient,

    /// <summary>Real traction: friction and commitment.</summary>
    Engaged,

    /// <summary>Real interest and a real stall.</summary>
    Wavering,

    /// <summary>A polite exit.</summary>
    SoftNo,

    /// <summary>They said no.</summary>
    ClearNo,
}

/// <summary>A signal over a whole call, with the evidence on both sides and what else could explain it.</summary>
/// <param name="Kind">Which signal.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Confidence">0 to 1, of the state.</param>
/// <param name="For">Ids of the cues that speak for it.</param>
/// <param name="Against">Ids of the cues that speak against it, cleared ones among them.</param>
/// <param name="LookedFor">What was looked for and not found (<c>hard-question</c>, …): absence always says this.</param>
/// <param name="OtherReadings">Rival explanations, the likelier first.</param>
public sealed record Signal(
    SignalKind Kind, SignalState State, double Confidence, IReadOnlyList<string> For, IReadOnlyList<string> Against,
    IReadOnlyList<string> LookedFor, IReadOnlyList<Bilingual> OtherReadings);

/// <summary>One weight's share of a result.</summary>
/// <param name="Of">The result: a verdict's or a signal's name.</param>
/// <param name="Feature">The feature's name, as in the weights file.</param>
/// <param name="Value">The feature's value in this call.</param>
/// <param name="Weight">The weight.</param>
/// <param name="Share">Value × weight.</param>
public sealed record Because(string Of, string Feature, double Value, double Weight, double Share);

/// <summary>How much each person of the prospect's side praised and tested.</summary>
public sealed record PersonFriction(string Name, int Praise, int HardQuestions, int Objections, int BuyingSteps);

/// <summary>Where the friction was: "no friction, no traction".</summary>
/// <param name="HardQuestions">How many.</param>
/// <param name="Topics">Their topics, in order of first asking, each once.</param>
/// <param name="Objections">How many.</param>
/// <param name="PerHundredProspectTurns">Hard questions plus objections per hundred runs of the prospect's turns.</param>
/// <param name="ByPerson">The same by person of the prospect's side.</param>
public sealed record Friction(
    int HardQuestions, IReadOnlyList<string> Topics, int Objections, double PerHundredProspectTurns, IReadOnlyList<PersonFriction> ByPerson);

/// <summary>A rescue the seller made in the call, and what came back.</summary>
/// <param name="Move">The move's name, as the rescue topics of the guide.</param>
/// <param name="Turn">The turn in which it was made.</param>
/// <param name="Answer">Ids of the cues of the prospect's answer.</param>
public sealed record MadeMove(string Move, int Turn, IReadOnlyList<string> Answer);

/// <summary>The mirror, private to the seller.</summary>
/// <param name="FeaturePitch">Runs of turns that pitch features.</param>
/// <param name="OutcomePitch">Runs of turns that pitch results.</param>
/// <param name="TalkShare">The seller's share of the words, 0 to 1; null where sides are unknown.</param>
/// <param name="AcceptedVagueness">Ids of the cues where vagueness was accepted.</param>
/// <param name="Moves">The rescues the seller made.</param>
public sealed record SellerMirror(
    int FeaturePitch, int OutcomePitch, double? TalkShare, IReadOnlyList<string> AcceptedVagueness, IReadOnlyList<MadeMove> Moves);

/// <summary>What read the call.</summary>
/// <param name="Lexicon">The lexicon's version: a hash of its rules.</param>
/// <param name="Listener"><c>used</c>, <c>off</c> or <c>absent</c>.</param>
/// <param name="Model">The trained reader's id, or null.</param>
public sealed record ReaderInfo(string Lexicon, string Listener, string? Model);

/// <summary>Everything found in one call.</summary>
public sealed record Reading
{
    /// <summary>A hash of the turns' words and offsets, whatever the start.</summary>
    public required string Id { get; init; }

    /// <summary>What read it.</summary>
    public required ReaderInfo Reader { get; init; }

    /// <summary>The call, its sides settled.</summary>
    public required Call Call { get; init; }

    /// <summary>Every cue, in order of turn and start.</summary>
    public required IReadOnlyList<Cue> Cues { get; init; }

    /// <summary>The three signals, in the doctrine's order.</summary>
    public required IReadOnlyList<Signal> Signals { get; init; }

    /// <summary>What was agreed at the end.</summary>
    public required NextStep NextStep { get; init; }

    /// <summary>The step that lies ahead: none where its time is past.</summary>
    public NextStep StepAhead => NextStep.Expired ? NextStep.Nothing : NextStep;

    /// <summary>What an exchange says beside its words; null for a call alone.</summary>
    public ThreadReading? Thread { get; init; }

    /// <summary>The call as a whole.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>0 to 1: the verdict's own probability.</summary>
    public required double Confidence { get; init; }

    /// <summary>A probability for each verdict; they add up to 1.</summary>
    public required IReadOnlyDictionary<Verdict, double> Probabilities { get; init; }

    /// <summary>Every weight's share in verdict and signals.</summary>
    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>Where the friction was.</summary>
    public required Friction Friction { get; init; }

    /// <summary>The mirror.</summary>
    public required SellerMirror Seller { get; init; }

    /// <summary>What the reader noticed, the file's warnings among them.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>The cue of an id.</summary>
    /// <exception cref="InvalidOperationException">When the reading has no such cue.</exception>
    public Cue CueOf(string id) => Cues.First(cue => cue.Id == id);
}
