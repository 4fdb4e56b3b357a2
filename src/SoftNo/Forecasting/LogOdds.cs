namespace SoftNo.Forecasting;

/// <summary>Probabilities on the scale on which evidence adds up.</summary>
internal static class LogOdds
{
    private const double Least = 1e-6;

    /// <summary>The log-odds of a probability; 0 and 1 are held a millionth away from certainty.</summary>
    public static double Of(double probability)
    {
        var held = Math.Clamp(probability, Least, 1 - Least);
        return Math.Log(held / (1 - held));
    }

    /// <summary>The probability of log-odds.</summary>
    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
