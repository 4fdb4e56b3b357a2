using MathNet.Numerics.Distributions;

namespace SoftNo.Forecasting;

/// <summary>A factor that moves all deals at once.</summary>
internal static class SharedFactor
{
    private const int Count = 33;

    /// <summary>Levels of the factor, each as likely as the other: the middles of equal slices of a standard normal variable.</summary>
    public static IReadOnlyList<double> Levels { get; } = [.. Enumerable.Range(0, Count).Select(slice => Normal.InvCDF(0, 1, (slice + 0.5) / Count))];

    /// <summary>A deal's probability where the factor has a level.</summary>
    public static double Given(double probability, double correlation, double level) => probability is <= 0 or >= 1
        ? probability
        : Normal.CDF(0, 1, (Normal.InvCDF(0, 1, probability) + (Math.Sqrt(correlation) * level)) / Math.Sqrt(1 - correlation));
}
