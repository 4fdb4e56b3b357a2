using SoftNo.Rescue;
using SoftNo.Rescue.Times;
using SoftNo.Signals;

namespace SoftNo.Reports.Deals;

/// <summary>The mail and the 15 minutes drafted for a rescue of a plan. Nothing is sent.</summary>
/// <param name="Reading">The exchange whose words fill it.</param>
/// <param name="Rescue">The move.</param>
/// <param name="Clock">How times are named.</param>
public sealed record PlanDraft(Reading Reading, FilledRescue Rescue, AmericanTime Clock);
