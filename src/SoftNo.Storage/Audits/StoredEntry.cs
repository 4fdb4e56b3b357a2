using NodaTime;

namespace SoftNo.Storage.Audits;

/// <summary>One line of the audit log: what was done, when, to what. Never a word of a call, never a person's name.</summary>
public sealed class StoredEntry
{
    /// <summary>The store's own number.</summary>
    public long Number { get; set; }

    /// <summary>When.</summary>
    public Instant At { get; set; }

    /// <summary>What was done: <c>import-deals</c>, <c>outcome</c>, <c>forget</c>, …</summary>
    public required string What { get; set; }

    /// <summary>The deal it was done to, or null.</summary>
    public long? DealNumber { get; set; }

    /// <summary>Counts, dates, file names that the user chose; or null.</summary>
    public string? Detail { get; set; }

    /// <summary>A file written elsewhere, which forgetting cannot reach and lists; or null.</summary>
    public string? WroteFile { get; set; }
}

/// <summary>A person who was erased, as a keyed hash: replayed when an older backup is restored.</summary>
public sealed class StoredErasure
{
    /// <summary>The hash of a folded name or address, in hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>When.</summary>
    public Instant At { get; set; }
}
