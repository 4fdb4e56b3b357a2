using NodaTime;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Signals;

namespace SoftNo.Deals;

/// <summary>What a reading leaves behind when its words are gone: counts, grades and probabilities. Of a call or of a thread of mails.</summary>
public sealed record ReadingFigures
{
    /// <summary>The reading's id.</summary>
    public required string Id { get; init; }

    /// <summary>What the exchange was.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>0 to 1: the verdict's own probability.</summary>
    public required double Confidence { get; init; }

    /// <summary>The signals that are present.</summary>
    public IReadOnlyList<SignalKind> Signals { get; init; } = [];

    /// <summary>How firm the next step was.</summary>
    public Grade Step { get; init; }

    /// <summary>The last local date that the step covers, on the prospect's clock, or null where it has none.</summary>
    public LocalDate? StepDate { get; init; }

    /// <summary>The topics of the prospect's hard questions, each once.</summary>
    public IReadOnlyList<string> HardTopics { get; init; } = [];

    /// <summary>How many hard questions.</summary>
    public int HardQuestions { get; init; }

    /// <summary>How many objections.</summary>
    public int Objections { get; init; }

    /// <summary>Things that cost the prospect: a named colleague brought in, figures or documents shared.</summary>
    public int BuyingSteps { get; init; }

    /// <summary>Whether the prospect named a problem, target or figure of theirs.</summary>
    public bool PainNamed { get; init; }

    /// <summary>Whether the prospect refused the dated 15 minutes (the micro-commitment): the deal, never the person, is a suspect.</summary>
    public bool RefusedFifteenMinutes { get; init; }

    /// <summary>Whether it was a thread of messages or invitations; else a call.</summary>
    public bool IsExchange { get; init; }

    /// <summary>Whether it rests on someone's memory: what the seller said is not in it.</summary>
    public bool FromMemory { get; init; }

    /// <summary>The seller's runs of turns that pitch features.</summary>
    public int FeaturePitch { get; init; }

    /// <summary>The seller's runs of turns that pitch results.</summary>
    public int OutcomePitch { get; init; }

    /// <summary>How often the seller let a vague step stand.</summary>
    public int AcceptedVagueness { get; init; }

    /// <summary>The rescues that the seller made in it, and what came back.</summary>
    public IReadOnlyList<MadeFigure> Moves { get; init; } = [];

    /// <summary>Of an exchange: the side whose question stood unanswered at its last act; null where none did.</summary>
    public Side? OpenQuestionBy { get; init; }

    /// <summary>The prospect's words that decide, while the transcript is kept; else null.</summary>
    public string? Sentence { get; init; }
}

/// <summary>A rescue that a seller made.</summary>
/// <param name="Move">The move's name, such as <c>micro-commitment</c>.</param>
/// <param name="Answer"><c>answered</c>, <c>accepted</c>, <c>clear-no</c>, or null where nothing came.</param>
public sealed record MadeFigure(string Move, string? Answer);

/// <summary>An act on a deal.</summary>
/// <param name="Act">When, what, which side, who.</param>
/// <param name="Reading">What its words gave, or null where none were read.</param>
/// <param name="Asked">Whether a message asked something; null where its words are unknown. Only an unanswered message that asked counts as silence.</param>
public sealed record DealAct(Act Act, ReadingFigures? Reading = null, bool? Asked = null);

/// <summary>A time in which nothing is expected of the prospect, for a known reason: it stops the silence clock.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Reason">Why, in the user's words; of an absence, who is away.</param>
/// <param name="IsAbsence">Whether a message announced that someone is away; else the pause was agreed.</param>
public sealed record Pause(LocalDate From, LocalDate Until, string Reason, bool IsAbsence = false);

/// <summary>A deal with everything that is known to have happened on it.</summary>
/// <param name="Deal">As the CRM declares it.</param>
/// <param name="Acts">Oldest first.</param>
/// <param name="Pauses">Agreed pauses and absences.</param>
public sealed record DealHistory(Deal Deal, IReadOnlyList<DealAct> Acts, IReadOnlyList<Pause> Pauses);
