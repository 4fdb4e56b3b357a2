using NodaTime;

namespace SoftNo.Deals;

/// <summary>Where a deal stands. A deal that ended without a decision is lost, with its <see cref="Deal.LostReason"/>.</summary>
public enum DealStatus
{
    /// <summary>Not decided yet.</summary>
    Open,

    /// <summary>Signed.</summary>
    Won,

    /// <summary>Ended without a signature.</summary>
    Lost,
}

/// <summary>An opportunity as the CRM declares it, with how it changed.</summary>
public sealed record Deal
{
    /// <summary>The store's own number; null for a deal that is not stored.</summary>
    public long? Number { get; init; }

    /// <summary>The source's own id, or null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>The deal's name; the company's where the source names only that.</summary>
    public required string Name { get; init; }

    /// <summary>The prospect's company, or null.</summary>
    public string? Company { get; init; }

    /// <summary>The stage's name as the source has it, or null.</summary>
    public string? Stage { get; init; }

    /// <summary>What it is declared to be worth, or null.</summary>
    public Money? Amount { get; init; }

    /// <summary>The currency that the source names, ISO 4217, even where there is no amount; or null.</summary>
    public string? Currency { get; init; }

    /// <summary>The declared probability, from 0 to 1, or null.</summary>
    public double? Probability { get; init; }

    /// <summary>The declared day of signature, or null; for a closed deal the day it closed.</summary>
    public LocalDate? CloseDate { get; init; }

    /// <summary>The day that was declared last, where an outcome that the user noted took its place; else null.</summary>
    public LocalDate? DeclaredCloseDate { get; init; }

    /// <summary>The seller the CRM names, or null. Never used to compare sellers.</summary>
    public string? Owner { get; init; }

    /// <summary>Open, won or lost.</summary>
    public DealStatus Status { get; init; }

    /// <summary>Why it was lost, as the source says it, or null.</summary>
    public string? LostReason { get; init; }

    /// <summary>The day it was made, or null.</summary>
    public LocalDate? Created { get; init; }

    /// <summary>The last activity the source declares, whoever did it; it says nothing of the prospect. Null where unknown.</summary>
    public LocalDate? LastActivity { get; init; }

    /// <summary>Its changes, from the source's history or from successive exports, oldest first.</summary>
    public IReadOnlyList<DealChange> Changes { get; init; } = [];
}

/// <summary>Which field of a deal changed.</summary>
public enum DealField
{
    /// <summary>Its stage.</summary>
    Stage,

    /// <summary>Its declared day of signature: later is a push, earlier a pull.</summary>
    CloseDate,

    /// <summary>Its amount.</summary>
    Amount,

    /// <summary>Its declared probability.</summary>
    Probability,

    /// <summary>Its name.</summary>
    Name,

    /// <summary>Open, won or lost.</summary>
    Status,
}

/// <summary>One change of a deal.</summary>
/// <param name="On">The day it was made or first seen.</param>
/// <param name="Field">What changed.</param>
/// <param name="From">The value before, as ISO 8601 or invariant text, or null.</param>
/// <param name="To">The value after, or null.</param>
public sealed record DealChange(LocalDate On, DealField Field, string? From, string? To);
