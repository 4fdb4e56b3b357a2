namespace SoftNo.Forecasting;

/// <summary>A cumulative distribution of an amount.</summary>
internal abstract class AmountCurve
{
    /// <summary>The chance of no more than an amount.</summary>
    public abstract double Cumulative(double amount);

    /// <summary>The smallest amount whose cumulative chance reaches a probability.</summary>
    public abstract double Quantile(double probability);

    /// <summary>The quantile by halving an interval, for curves that have no direct one.</summary>
    protected double Halved(double probability, double low, double high)
    {
        const int halvings = 60;
        for (var step = 0; step < halvings; step++)
        {
            var middle = (low + high) / 2;
            if (Cumulative(middle) >= probability) high = middle;
            else low = middle;
        }
        return high;
    }
}

/// <summary>Several curves, each as likely as the other.</summary>
internal sealed class MixedCurve(IReadOnlyList<AmountCurve> parts, double total) : AmountCurve
{
    public override double Cumulative(double amount) => parts.Average(part => part.Cumulative(amount));

    public override double Quantile(double probability) => Cumulative(0) >= probability ? 0 : Halved(probability, 0, total);
}
