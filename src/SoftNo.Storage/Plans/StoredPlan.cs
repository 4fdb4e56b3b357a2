using NodaTime;
using SoftNo.Forecasting;

namespace SoftNo.Storage.Plans;

/// <summary>A plan that the user applied, wholly or in part.</summary>
public sealed class StoredPlan
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The id under which it was shown (<see cref="ProposedPlan.Id"/>).</summary>
    public required string Id { get; set; }

    /// <summary>The day it was made for.</summary>
    public LocalDate AsOf { get; set; }

    /// <summary>When it was applied.</summary>
    public Instant AppliedAt { get; set; }

    /// <summary>When it was undone, or null.</summary>
    public Instant? UndoneAt { get; set; }
}

/// <summary>A line of a plan that the user accepted.</summary>
public sealed class StoredPlanLine
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The plan.</summary>
    public long PlanNumber { get; set; }

    /// <summary>Its place in the plan as shown, from 1.</summary>
    public int Place { get; set; }

    /// <summary>The deal.</summary>
    public long DealNumber { get; set; }

    /// <summary>What was accepted.</summary>
    public PlannedMove Move { get; set; }

    /// <summary>Why it was proposed.</summary>
    public PlanReason Reason { get; set; }

    /// <summary>For a push the new day of signature, for a pause its last day; else null.</summary>
    public LocalDate? CloseDate { get; set; }

    /// <summary>For a downgrade the new probability, 0 to 1; else null.</summary>
    public double? Probability { get; set; }

    /// <summary>What the user's own word on the deal was before, as JSON of <see cref="NotedState"/>.</summary>
    public required string Before { get; set; }

    /// <summary>What it was after.</summary>
    public required string After { get; set; }
}
