namespace SoftNo.Forecasting;

/// <summary>What the probabilities of a team rest on.</summary>
public enum CalibrationBasis
{
    /// <summary>Stated priors alone.</summary>
    Priors,

    /// <summary>The team's base rates by stage, and stated priors for the evidence.</summary>
    Stages,

    /// <summary>Weights of the evidence learnt from the team's closed deals, drawn to the priors.</summary>
    Weights,

    /// <summary>The same, through a curve of what came.</summary>
    Curve,
}

/// <summary>A stage's base rate.</summary>
/// <param name="Stage">The stage, as the CRM names it.</param>
/// <param name="Rate">With its band and the number of closed deals.</param>
public sealed record StageRate(string Stage, BaseRate Rate);

/// <summary>A weight that was learnt, on the log-odds scale.</summary>
/// <param name="Name">The evidence.</param>
/// <param name="Prior">What was assumed.</param>
/// <param name="Own">What the team's closed deals make of it.</param>
public sealed record LearntWeight(string Name, double Prior, double Own);

/// <summary>What a team's history teaches, and what it is worth.</summary>
/// <param name="Closed">How many closed deals.</param>
/// <param name="Won">How many of them were won.</param>
/// <param name="Basis">What the probabilities rest on.</param>
/// <param name="NextFrom">From how many closed deals on they rest on more; null where there is no more.</param>
/// <param name="Any">The rate of a stage without history.</param>
/// <param name="Stages">The stages with history, those with most of it first.</param>
/// <param name="Weights">The learnt weights; none under the number that teaches.</param>
public sealed record Calibration(
    int Closed, int Won, CalibrationBasis Basis, int? NextFrom, BaseRate Any, IReadOnlyList<StageRate> Stages, IReadOnlyList<LearntWeight> Weights)
{
    internal static Calibration Of(int closed, int won, TeamHistory history, CalibrationPrior prior)
    {
        int[] from = [prior.StagesFrom, prior.LogisticFrom, prior.IsotonicFrom];
        var basis = from.Count(least => closed >= least);
        return new Calibration(
            closed, won, (CalibrationBasis)basis, basis < from.Length ? from[basis] : null, history.Rates.Any,
            [.. history.Rates.ByStage.Select(stage => new StageRate(stage.Key, stage.Value)).OrderByDescending(stage => stage.Rate.Closed).ThenBy(stage => stage.Stage, StringComparer.Ordinal)],
            history.Weights?.Told ?? []);
    }
}
