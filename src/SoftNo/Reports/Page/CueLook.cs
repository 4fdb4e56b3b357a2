using SoftNo.Cues;

namespace SoftNo.Reports.Page;

/// <summary>How kinds look on the page: few groups, told apart by line as well as by colour.</summary>
internal static class CueLook
{
    /// <summary>The class of a kind's group.</summary>
    public static string Group(CueKind kind) => kind switch
    {
        CueKind.GenericPraise or CueKind.TechPraise => "praise",
        CueKind.SoftNo or CueKind.Refusal or CueKind.AcceptsVagueness => "exit",
        CueKind.HardQuestion or CueKind.Objection or CueKind.Pain or CueKind.BuyingStep => "friction",
        CueKind.NextStep => "step",
        CueKind.FeaturePitch or CueKind.OutcomePitch => "pitch",
        CueKind.Rescue => "rescue",
    };

    /// <summary>The anchor of a cue.</summary>
    public static string Anchor(Cue cue) => Markup.Escaped($"cue-{cue.Id}");
}
