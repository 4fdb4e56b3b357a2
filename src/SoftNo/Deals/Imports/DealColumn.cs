namespace SoftNo.Deals.Imports;

/// <summary>What a column of a CRM's table holds; the names in kebab-case are those of <c>crm/headers.yml</c>.</summary>
public enum DealColumn
{
    /// <summary>The source's own id.</summary>
    Id,

    /// <summary>The deal's name.</summary>
    Name,

    /// <summary>The prospect's company.</summary>
    Company,

    /// <summary>The stage.</summary>
    Stage,

    /// <summary>Open, won, lost in the source's words.</summary>
    Status,

    /// <summary>The amount, in the deal's own currency; never converted or weighted.</summary>
    Amount,

    /// <summary>The amount's currency.</summary>
    Currency,

    /// <summary>The declared probability.</summary>
    Probability,

    /// <summary>The declared day of signature.</summary>
    CloseDate,

    /// <summary>The day it closed, whatever the end.</summary>
    ClosedOn,

    /// <summary>The day it was won.</summary>
    WonOn,

    /// <summary>The day it was lost.</summary>
    LostOn,

    /// <summary>The seller.</summary>
    Owner,

    /// <summary>The day it was made.</summary>
    Created,

    /// <summary>The last activity.</summary>
    LastActivity,

    /// <summary>Why it was lost.</summary>
    LostReason,

    /// <summary>Whether it is closed.</summary>
    IsClosed,

    /// <summary>Whether it is won.</summary>
    IsWon,

    /// <summary>Whether it is lost.</summary>
    IsLost,

    /// <summary>Whether the record is archived or deleted.</summary>
    Archived,

    /// <summary>What is sold: the name where there is no other.</summary>
    Product,

    /// <summary>The prospect's people.</summary>
    ContactNames,

    /// <summary>Their mail addresses.</summary>
    ContactAddresses,

    /// <summary>The company's site or mail domain.</summary>
    Domain,

    /// <summary>In a history table: the deal's id.</summary>
    HistoryOf,

    /// <summary>In a history table: the field that changed.</summary>
    HistoryField,

    /// <summary>In a history table: the value before.</summary>
    HistoryOld,

    /// <summary>In a history table: the value after.</summary>
    HistoryNew,

    /// <summary>In a history table: when.</summary>
    HistoryOn,

    /// <summary>In a history report: the stage before.</summary>
    FromStage,

    /// <summary>In a history report: the stage after.</summary>
    ToStage,
}
