using SoftNo.Signals;

namespace SoftNo.Rescue;

/// <summary>What a seller may do next: the doctrine's three moves, and the gentler ones where those would hurt.</summary>
public enum Move
{
    /// <summary>Name the compliment, offer both readings, ask which.</summary>
    NegativeValidation,

    /// <summary>A tentative 15 minutes on a named day, easy to cancel.</summary>
    MicroCommitment,

    /// <summary>From the technology back to their own problem.</summary>
    BusinessPivot,

    /// <summary>One open question, where the reading isn't sure enough to push.</summary>
    AskOneQuestion,

    /// <summary>Recommend, narrow, take risk away: for indecision, where pressure backfires.</summary>
    ReduceRisk,

    /// <summary>Thank them for a clear no, and close.</summary>
    CloseWithThanks,

    /// <summary>One last note after silence, and close.</summary>
    LastMail,

    /// <summary>Say the step back and do what was promised.</summary>
    ConfirmAndGo,
}

/// <summary>Names of the moves, and which answers which signal.</summary>
public static class Moves
{
    private static readonly string[] Names =
    [
        "negative-validation", "micro-commitment", "business-pivot", "ask-one-question", "reduce-risk", "close-with-thanks", "last-mail", "confirm-and-go",
    ];

    /// <summary>Every move.</summary>
    public static IReadOnlyList<Move> All { get; } = Enum.GetValues<Move>();

    /// <summary>The name used in files and JSON, such as <c>negative-validation</c>.</summary>
    public static string Name(this Move move) => Names[(int)move];

    /// <summary>The move of a name, or null where there is none.</summary>
    public static Move? Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var place ? (Move)place : null;

    /// <summary>The doctrine's answer to a signal.</summary>
    public static Move Answering(SignalKind signal) => signal switch
    {
        SignalKind.GenericEnthusiasm => Move.NegativeValidation,
        SignalKind.VagueNextStep => Move.MicroCommitment,
        SignalKind.TechInfatuation => Move.BusinessPivot,
    };

    /// <summary>Whether it is one of the doctrine's three, which push: only these can be bold.</summary>
    public static bool Pushes(this Move move) => move is Move.NegativeValidation or Move.MicroCommitment or Move.BusinessPivot;
}
