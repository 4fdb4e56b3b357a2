using SoftNo.Calls;

namespace SoftNo.Cues.Moments;

/// <summary>The grammar of next steps: who commits, proposes or hedges, to what, when, and what was withdrawn later.</summary>
public static class StepReader
{
    /// <summary>Reads a call whose sides are settled. Turns of unknown sides set no step.</summary>
    public static StepReading Read(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new StepReading([], NextStep.Nothing);
    }
}
