using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Signals;

namespace SoftNo.Forecasting;

/// <summary>What was entered in the CRM beside what one call supports, all in percent, 0 to 100.</summary>
/// <param name="Percent">The declared figure.</param>
/// <param name="Low">The lower end of what the call supports.</param>
/// <param name="High">The higher end.</param>
public sealed record Declared(double Percent, double Low, double High)
{
    /// <summary>Whether the declared figure lies above all that the call supports.</summary>
    public bool TooHigh => Percent > High;

    /// <summary>
    /// The band that a reading supports: both base rates moved by what the call shows, on the log-odds scale. A no that was said leaves 0 to 5; a call
    /// too poor to read moves nothing.
    /// </summary>
    public static Declared Beside(double percent, Reading reading, CallPriors priors)
    {
        if (reading.Verdict == Verdict.ClearNo) return new Declared(percent, 0, 5);
        var moved = Math.Clamp(priors.Shrink * LogRatio(reading, priors), -priors.Cap, priors.Cap);
        return new Declared(percent, Moved(priors.BaseLow, moved), Moved(priors.BaseHigh, moved));
    }

    private static double LogRatio(Reading reading, CallPriors priors)
    {
        if (reading.Verdict == Verdict.Insufficient) return 0;
        var sum = 0.0;
        foreach (var signal in reading.Signals.Where(signal => signal.State == SignalState.Present))
        {
            sum += Math.Log(signal.Kind switch
            {
                SignalKind.GenericEnthusiasm => priors.GenericEnthusiasm,
                SignalKind.TechInfatuation => priors.TechInfatuation,
                SignalKind.VagueNextStep => reading.StepAhead.Grade == Grade.Refused ? priors.StepRefused : priors.VagueStep,
            });
        }

        if (reading.Friction.Topics.Count >= priors.HardTopicsFrom) sum += Math.Log(priors.HardTopics);
        if (reading.StepAhead.Grade == Grade.Booked) sum += Math.Log(priors.BookedStep);
        if (reading.Cues.Any(cue => cue.Kind == CueKind.BuyingStep)) sum += Math.Log(priors.Stakeholder);
        return sum;
    }

    private static double Moved(double rate, double logRatio) => Math.Round(100 / (1 + Math.Exp(-(Math.Log(rate / (1 - rate)) + logRatio))));
}
