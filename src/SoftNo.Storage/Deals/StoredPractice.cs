using NodaTime;

namespace SoftNo.Storage.Deals;

/// <summary>A move that the seller sent, and what came of it.</summary>
public sealed class SentMove
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The deal.</summary>
    public long DealNumber { get; set; }

    /// <summary>The move's name, such as <c>micro-commitment</c>.</summary>
    public required string Move { get; set; }

    /// <summary>The day it was sent.</summary>
    public LocalDate On { get; set; }

    /// <summary><c>answered</c>, <c>accepted</c>, <c>clear-no</c>, or null while nothing came.</summary>
    public string? Answer { get; set; }
}

/// <summary>A time in which nothing is expected of the prospect: an agreed pause, or an absence that a message announced.</summary>
public sealed class StoredPause
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>The deal; 0 while the exchange that announced an absence waits for one.</summary>
    public long DealNumber { get; set; }

    /// <summary>The exchange that announced an absence; null for an agreed pause.</summary>
    public long? CallNumber { get; set; }

    /// <summary>Its first day.</summary>
    public LocalDate From { get; set; }

    /// <summary>Its last day.</summary>
    public LocalDate Until { get; set; }

    /// <summary>Why, in the user's words; of an absence, who is away.</summary>
    public required string Reason { get; set; }
}

/// <summary>What the user settled by hand, remembered: acts with this address, domain or company are of this deal.</summary>
public sealed class StoredTie
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary><c>address</c>, <c>domain</c>, <c>company</c> or <c>call</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The address, the domain, the company's name or the call's fingerprint, lower case.</summary>
    public required string Value { get; set; }

    /// <summary>The deal.</summary>
    public long DealNumber { get; set; }
}
