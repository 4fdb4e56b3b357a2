using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SoftNo.Deals;
using SoftNo.Deals.Imports;

namespace SoftNo.Storage.Deals;

/// <summary>A deal as the last export of its source declares it.</summary>
public sealed class StoredDeal
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The source's name, such as <c>hubspot</c>.</summary>
    public required string Source { get; set; }

    /// <summary>What it is known again by within its source (<see cref="DealKey"/>).</summary>
    public required string SourceKey { get; set; }

    /// <summary>The source's own id, or null.</summary>
    public string? SourceId { get; set; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The company, or null.</summary>
    public string? Company { get; set; }

    /// <summary>The stage, or null.</summary>
    public string? Stage { get; set; }

    /// <summary>The amount, or null.</summary>
    public decimal? Amount { get; set; }

    /// <summary>The currency that the source names, ISO 4217, or null.</summary>
    public string? Currency { get; set; }

    /// <summary>The declared probability, 0 to 1, or null.</summary>
    public double? Probability { get; set; }

    /// <summary>The declared day of signature, or null.</summary>
    public LocalDate? CloseDate { get; set; }

    /// <summary>The seller, or null.</summary>
    public string? Owner { get; set; }

    /// <summary>Open, won or lost.</summary>
    public DealStatus Status { get; set; }

    /// <summary>Why it was lost, or null.</summary>
    public string? LostReason { get; set; }

    /// <summary>The day it was made, or null.</summary>
    public LocalDate? Created { get; set; }

    /// <summary>The last activity that the source declares, or null.</summary>
    public LocalDate? LastActivity { get; set; }

    /// <summary>The company's mail domain, or null.</summary>
    public string? Domain { get; set; }

    /// <summary>When it was first imported.</summary>
    public Instant FirstSeen { get; set; }

    /// <summary>Whether the last export of its source left it out.</summary>
    public bool Missing { get; set; }

    /// <summary>The outcome that the user noted; it outranks the source's status. Null where there is none.</summary>
    public DealStatus? NotedStatus { get; set; }

    /// <summary>Why, where the noted outcome is a loss: <c>no-decision</c> or null.</summary>
    public string? NotedReason { get; set; }

    /// <summary>The day of the noted outcome.</summary>
    public LocalDate? NotedOn { get; set; }

    /// <summary>The day of signature that an applied plan set; it holds until the source says another than before. Null where there is none.</summary>
    public LocalDate? NotedCloseDate { get; set; }

    /// <summary>The day on which it was set.</summary>
    public LocalDate? NotedCloseDateOn { get; set; }

    /// <summary>The probability that an applied plan set, 0 to 1; it holds until the source says another than before. Null where there is none.</summary>
    public double? NotedProbability { get; set; }

    /// <summary>The day on which it was set.</summary>
    public LocalDate? NotedProbabilityOn { get; set; }

    /// <summary>The deal, with its changes, what applied plans set, and the user's own word on its outcome.</summary>
    public Deal ToDeal(IReadOnlyList<DealChange> changes)
    {
        var declared = ToDeclared() with { Number = Number, Changes = changes, CloseDate = NotedCloseDate ?? CloseDate, Probability = NotedProbability ?? Probability };
        if (NotedCloseDateOn is not null || NotedProbabilityOn is not null) declared = declared with { Changes = [.. changes.Concat(NotedChanges()).OrderBy(change => change.On)] };
        return NotedStatus is not { } noted ? declared : declared with
        {
            Status = noted, CloseDate = noted == DealStatus.Open ? declared.CloseDate : NotedOn ?? declared.CloseDate, DeclaredCloseDate = declared.CloseDate,
            LostReason = noted == DealStatus.Lost ? NotedReason ?? LostReason : null,
        };
    }

    // As changes, so that a look back sees what was declared then.
    private IEnumerable<DealChange> NotedChanges()
    {
        if (NotedCloseDate is { } day && NotedCloseDateOn is { } dayOn) yield return new DealChange(dayOn, DealField.CloseDate, CloseDate is { } before ? LocalDatePattern.Iso.Format(before) : null, LocalDatePattern.Iso.Format(day));
        if (NotedProbability is { } share && NotedProbabilityOn is { } shareOn) yield return new DealChange(shareOn, DealField.Probability, Probability?.ToString("0.####", CultureInfo.InvariantCulture), share.ToString("0.####", CultureInfo.InvariantCulture));
    }

    /// <summary>The deal as the source declares it, without changes and without the user's own word.</summary>
    internal Deal ToDeclared() => new()
    {
        Id = SourceId, Name = Name, Company = Company, Stage = Stage, Amount = Amount is { } amount ? new Money(amount, Currency ?? Money.Unsaid) : null, Currency = Currency, Probability = Probability,
        CloseDate = CloseDate, Owner = Owner, Status = Status, LostReason = LostReason, Created = Created, LastActivity = LastActivity,
    };

    /// <summary>Takes over what a file says; tells whether anything changed.</summary>
    internal bool Take(FileDeal read)
    {
        var deal = read.Deal;
        var before = (SourceId, Name, Company, Stage, Amount, Currency, Probability, (CloseDate, Owner, Status, LostReason, Created, LastActivity, Domain));
        // What the source says anew outranks what a plan set before: most often it is the same, taken over.
        if (deal.CloseDate != CloseDate) (NotedCloseDate, NotedCloseDateOn) = (null, null);
        if (deal.Probability != Probability) (NotedProbability, NotedProbabilityOn) = (null, null);
        (SourceId, Name, Company, Stage) = (deal.Id, deal.Name, deal.Company, deal.Stage);
        (Amount, Currency, Probability) = (deal.Amount?.Amount, deal.Currency, deal.Probability);
        (CloseDate, Owner, Status, LostReason) = (deal.CloseDate, deal.Owner, deal.Status, deal.LostReason);
        (Created, LastActivity, Domain) = (deal.Created, deal.LastActivity, read.Domain);
        return before != (SourceId, Name, Company, Stage, Amount, Currency, Probability, (CloseDate, Owner, Status, LostReason, Created, LastActivity, Domain));
    }
}

/// <summary>A change of a deal; kept by the source's key, so that a history may come before its deals.</summary>
public sealed class StoredChange
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The source's name.</summary>
    public required string Source { get; set; }

    /// <summary>The deal's key within it.</summary>
    public required string SourceKey { get; set; }

    /// <summary>The day it was made, or first seen.</summary>
    public LocalDate On { get; set; }

    /// <summary>What changed.</summary>
    public DealField Field { get; set; }

    /// <summary>The value before, or null.</summary>
    public string? From { get; set; }

    /// <summary>The value after, or null.</summary>
    public string? To { get; set; }

    /// <summary>Whether the source's history tells it; else it was seen between two exports.</summary>
    public bool FromHistory { get; set; }

    /// <summary>The change itself.</summary>
    public DealChange ToChange() => new(On, Field, From, To);
}

/// <summary>A person of a deal, or of a call.</summary>
public sealed class StoredPerson
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The deal; null where a call that waits for one named them.</summary>
    public long? DealNumber { get; set; }

    /// <summary>The name, or null.</summary>
    public string? Name { get; set; }

    /// <summary>The mail address, lower case, or null.</summary>
    public string? Address { get; set; }

    /// <summary>The side.</summary>
    public SoftNo.Calls.Side Side { get; set; }
}
