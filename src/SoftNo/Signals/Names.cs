using SoftNo.Cues.Moments;

namespace SoftNo.Signals;

/// <summary>The names of signals, states, verdicts, grades and grains in files, JSON and headers.</summary>
public static class Names
{
    /// <summary>The signal's name, such as <c>vague-next-step</c>.</summary>
    public static string Name(this SignalKind signal) => signal switch
    {
        SignalKind.GenericEnthusiasm => "generic-enthusiasm",
        SignalKind.VagueNextStep => "vague-next-step",
        SignalKind.TechInfatuation => "tech-infatuation",
    };

    /// <summary>The state's name.</summary>
    public static string Name(this SignalState state) => state switch
    {
        SignalState.Unknown => "unknown",
        SignalState.Absent => "absent",
        SignalState.Present => "present",
    };

    /// <summary>The verdict's name, such as <c>soft-no</c>.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Insufficient => "insufficient",
        Verdict.Engaged => "engaged",
        Verdict.Wavering => "wavering",
        Verdict.SoftNo => "soft-no",
        Verdict.ClearNo => "clear-no",
    };

    /// <summary>The grade's name.</summary>
    public static string Name(this Grade grade) => grade switch
    {
        Grade.None => "none",
        Grade.Refused => "refused",
        Grade.Vague => "vague",
        Grade.Tentative => "tentative",
        Grade.Task => "task",
        Grade.Firm => "firm",
        Grade.Booked => "booked",
    };

    /// <summary>The signal of a name, or null.</summary>
    public static SignalKind? ParseSignal(string name) => Parse<SignalKind>(name, Name);

    /// <summary>The verdict of a name, or null.</summary>
    public static Verdict? ParseVerdict(string name) => Parse<Verdict>(name, Name);

    /// <summary>The grade of a name, or null.</summary>
    public static Grade? ParseGrade(string name) => Parse<Grade>(name, Name);

    private static T? Parse<T>(string name, Func<T, string> nameOf)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (nameOf(value) == name) return value;
        }

        return null;
    }
}
