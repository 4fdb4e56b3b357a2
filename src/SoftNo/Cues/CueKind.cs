using SoftNo.Calls;

namespace SoftNo.Cues;

/// <summary>What a run of words does. The kinds, their sides and topics are those of <c>corpus/GUIDE.md</c>.</summary>
public enum CueKind
{
    /// <summary>Approval that names no need, use, number, system or person of theirs.</summary>
    GenericPraise,

    /// <summary>Approval whose object is the technology or the cleverness of the team.</summary>
    TechPraise,

    /// <summary>A way out that is not a no.</summary>
    SoftNo,

    /// <summary>A question that tests the fit for their own case.</summary>
    HardQuestion,

    /// <summary>Friction: a concern, a pushback, a negotiation.</summary>
    Objection,

    /// <summary>A problem, cost, target or KPI of theirs, as they tell it.</summary>
    Pain,

    /// <summary>Something that costs them: a named colleague, numbers, documents, procurement.</summary>
    BuyingStep,

    /// <summary>A no, said.</summary>
    Refusal,

    /// <summary>Features, patents, architecture, awards with no result for this prospect.</summary>
    FeaturePitch,

    /// <summary>A result for this prospect or one like it.</summary>
    OutcomePitch,

    /// <summary>The seller lets a vague next step stand.</summary>
    AcceptsVagueness,

    /// <summary>One of the three moves, made by the seller.</summary>
    Rescue,

    /// <summary>The words that set or refuse the next step, on either side.</summary>
    NextStep,
}

/// <summary>Names, sides and topics of the kinds.</summary>
public static class CueKinds
{
    private static readonly string[] Names =
    [
        "generic-praise", "tech-praise", "soft-no", "hard-question", "objection", "pain", "buying-step", "refusal",
        "feature-pitch", "outcome-pitch", "accepts-vagueness", "rescue", "next-step",
    ];

    private static readonly string[] SoftNoTopics =
        ["digest", "circle-back", "authority", "budget", "timing", "send-info", "keep-in-touch", "curiosity", "someday", "once-you", "polite-exit", "empty-yes"];

    private static readonly string[] HardQuestionTopics =
        ["integration", "pricing", "deployment", "roi", "security", "references", "procurement", "competition", "support", "migration", "adoption", "capability"];

    private static readonly string[] RescueTopics = ["negative-validation", "micro-commitment", "business-pivot"];

    private static readonly string[] NextStepTopics = ["booked", "firm", "task", "tentative", "vague", "refused"];

    /// <summary>Every kind, in the order of the guide.</summary>
    public static IReadOnlyList<CueKind> All { get; } = Enum.GetValues<CueKind>();

    /// <summary>The name used in files and JSON, such as <c>generic-praise</c>.</summary>
    public static string Name(this CueKind kind) => Names[(int)kind];

    /// <summary>The kind of a name, or null where there is none.</summary>
    public static CueKind? Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var place ? (CueKind)place : null;

    /// <summary>The topics a kind may carry; empty where it carries none.</summary>
    public static IReadOnlyList<string> Topics(this CueKind kind) => kind switch
    {
        CueKind.SoftNo => SoftNoTopics,
        CueKind.HardQuestion => HardQuestionTopics,
        CueKind.Rescue => RescueTopics,
        CueKind.NextStep => NextStepTopics,
        CueKind.GenericPraise or CueKind.TechPraise or CueKind.Objection or CueKind.Pain or CueKind.BuyingStep or CueKind.Refusal
            or CueKind.FeaturePitch or CueKind.OutcomePitch or CueKind.AcceptsVagueness => [],
    };

    /// <summary>The side that says it; null where either may.</summary>
    public static Side? SideOf(this CueKind kind) => kind switch
    {
        CueKind.NextStep => null,
        CueKind.FeaturePitch or CueKind.OutcomePitch or CueKind.AcceptsVagueness or CueKind.Rescue => Side.Seller,
        CueKind.GenericPraise or CueKind.TechPraise or CueKind.SoftNo or CueKind.HardQuestion or CueKind.Objection or CueKind.Pain
            or CueKind.BuyingStep or CueKind.Refusal => Side.Prospect,
    };
}
