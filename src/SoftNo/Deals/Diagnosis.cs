using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Signals;

namespace SoftNo.Deals;

/// <summary>A call or an exchange as a diagnosis counts it.</summary>
/// <param name="Figures">What its reading gave.</param>
/// <param name="On">The local day of the call, or of an exchange's last act.</param>
/// <param name="Ours">Who of ours took part, each by one word that a short and a full name share; empty where nobody says.</param>
public sealed record Talk(ReadingFigures Figures, LocalDate On, IReadOnlyList<string> Ours);

/// <summary>How often something was so.</summary>
/// <param name="Count">How often.</param>
/// <param name="Of">Of how many.</param>
public sealed record Share(int Count, int Of)
{
    private const double Z = 1.2816;

    /// <summary>0 to 1; 0 of none.</summary>
    public double Value => Of == 0 ? 0 : (double)Count / Of;

    /// <summary>The lower end of an 80 % interval (Wilson 1927).</summary>
    public double Low => Of == 0 ? 0 : Math.Max(0, Middle - Reach);

    /// <summary>The upper end.</summary>
    public double High => Of == 0 ? 1 : Math.Min(1, Middle + Reach);

    private double Middle => (Value + (Z * Z / (2 * Of))) / (1 + (Z * Z / Of));

    private double Reach => Z * Math.Sqrt((Value * (1 - Value) / Of) + (Z * Z / (4.0 * Of * Of))) / (1 + (Z * Z / Of));
}

/// <summary>Which rescue was used, and what came of it.</summary>
/// <param name="Move">The move's name.</param>
/// <param name="Made">How often it was made or sent.</param>
/// <param name="Answered">How often something came back that was neither of the others.</param>
/// <param name="Accepted">How often a step with a date came back.</param>
/// <param name="ClearNo">How often a no was said: time won.</param>
public sealed record MoveOutcome(string Move, int Made, int Answered, int Accepted, int ClearNo);

/// <summary>Where deals block.</summary>
public enum Block
{
    /// <summary>Too few calls to conclude.</summary>
    TooFew,

    /// <summary>Neither stands out.</summary>
    Neither,

    /// <summary>The talk: features instead of results, vagueness let stand.</summary>
    Talk,

    /// <summary>The process: calls that end without a slot, questions left unanswered.</summary>
    Process,

    /// <summary>Both, alike.</summary>
    Both,
}

/// <summary>Where it blocks, over the calls of five people or more, or of one who looks at their own. It compares nobody with anybody.</summary>
public sealed record Diagnosis
{
    /// <summary>What it comes to.</summary>
    public required Block Where { get; init; }

    /// <summary>Calls, those told from memory included; talks that were no sale, or too short, are not.</summary>
    public required int Calls { get; init; }

    /// <summary>Threads of messages.</summary>
    public required int Exchanges { get; init; }

    /// <summary>Calls with more runs of features than of results.</summary>
    public required Share MoreFeatures { get; init; }

    /// <summary>Calls in which a vague step was let stand.</summary>
    public required Share AcceptedVagueness { get; init; }

    /// <summary>Runs of turns that pitch features, over all calls.</summary>
    public required int FeatureRuns { get; init; }

    /// <summary>Runs of turns that pitch results, over all calls.</summary>
    public required int OutcomeRuns { get; init; }

    /// <summary>Calls whose step has a date. Calls that ended in a no that was said count nowhere.</summary>
    public required Share DatedStep { get; init; }

    /// <summary>Calls that ended without a slot.</summary>
    public required Share NoSlot { get; init; }

    /// <summary>Exchanges in which a question of theirs was left unanswered.</summary>
    public required Share LeftQuestions { get; init; }

    /// <summary>Exchanges in which a question of ours was.</summary>
    public required Share OurOpenQuestions { get; init; }

    /// <summary>The rescues, the most used first.</summary>
    public required IReadOnlyList<MoveOutcome> Moves { get; init; }

    /// <summary>The diagnosis of some talks and sent moves.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="sent">Moves that were sent.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="rules">The rules.</param>
    public static Diagnosis Of(IEnumerable<Talk> talks, IEnumerable<MadeFigure> sent, LocalDate asOf, DiagnosisRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var read = talks.Where(talk => talk.Figures.Verdict != Verdict.Insufficient && talk.On <= asOf).ToList();
        var calls = read.Where(talk => !talk.Figures.IsExchange).Select(talk => talk.Figures).ToList();
        var heard = calls.Where(call => !call.FromMemory).ToList();
        var open = calls.Where(call => call.Verdict != Verdict.ClearNo).ToList();
        var exchanges = read.Where(talk => talk.Figures.IsExchange).ToList();
        var left = exchanges.Count(talk => talk.Figures.OpenQuestionBy == Side.Prospect && UsBusinessDays.Between(talk.On, asOf) > rules.AnswerDays);
        var talk = Count(heard, call => call.FeaturePitch > call.OutcomePitch || call.AcceptedVagueness > 0);
        var process = new Share(open.Count(call => !IsDated(call)) + left, open.Count + exchanges.Count);
        return new Diagnosis
        {
            Where = WhereOf(talk, process, calls.Count, rules), Calls = calls.Count, Exchanges = exchanges.Count,
            MoreFeatures = Count(heard, call => call.FeaturePitch > call.OutcomePitch), AcceptedVagueness = Count(heard, call => call.AcceptedVagueness > 0),
            FeatureRuns = heard.Sum(call => call.FeaturePitch), OutcomeRuns = heard.Sum(call => call.OutcomePitch), DatedStep = Count(open, IsDated), NoSlot = Count(open, call => !IsDated(call)),
            LeftQuestions = new Share(left, exchanges.Count), OurOpenQuestions = new Share(exchanges.Count(one => one.Figures.OpenQuestionBy == Side.Seller), exchanges.Count),
            Moves = [.. read.SelectMany(one => one.Figures.Moves).Concat(sent).GroupBy(move => move.Move, StringComparer.Ordinal).Select(Outcome).OrderByDescending(move => move.Made).ThenBy(move => move.Move, StringComparer.Ordinal)],
        };
    }

    private static Block WhereOf(Share talk, Share process, int calls, DiagnosisRules rules)
    {
        if (calls < rules.Calls) return Block.TooFew;
        var (talks, processes) = (talk.Value >= rules.Often, process.Value >= rules.Often);
        if (talks && talk.Low > process.High) return Block.Talk;
        if (processes && process.Low > talk.High) return Block.Process;
        return talks && processes ? Block.Both : talks ? Block.Talk : processes ? Block.Process : Block.Neither;
    }

    private static bool IsDated(ReadingFigures call) => call is { Step: >= Grade.Tentative, StepDate: not null };

    private static Share Count(List<ReadingFigures> calls, Func<ReadingFigures, bool> fits) => new(calls.Count(fits), calls.Count);

    private static MoveOutcome Outcome(IGrouping<string, MadeFigure> made) =>
        new(made.Key, made.Count(), made.Count(move => move.Answer == "answered"), made.Count(move => move.Answer == "accepted"), made.Count(move => move.Answer == "clear-no"));
}
