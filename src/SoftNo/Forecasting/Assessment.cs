namespace SoftNo.Forecasting;

/// <summary>One step of the way from the base rate to the result.</summary>
/// <param name="Name">The evidence: a feature of <c>models/deal-priors.json</c>, <c>silence</c>, <c>clearNo</c>, or <c>base</c>.</param>
/// <param name="LogRatio">What it adds to the log-odds, after shrinking and capping.</param>
/// <param name="After">The probability after it, 0 to 1.</param>
public sealed record WaterfallStep(string Name, double LogRatio, double After);

/// <summary>What the evidence says of one deal.</summary>
/// <param name="Probability">Of a signature, 0 to 1.</param>
/// <param name="Low">The lower end of its band.</param>
/// <param name="High">The higher end.</param>
/// <param name="Base">The base rate it starts from.</param>
/// <param name="Waterfall">From the base rate to the result.</param>
public sealed record Assessment(double Probability, double Low, double High, BaseRate Base, IReadOnlyList<WaterfallStep> Waterfall);
