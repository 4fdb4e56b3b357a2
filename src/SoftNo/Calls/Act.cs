using NodaTime;

namespace SoftNo.Calls;

/// <summary>What a dated act was.</summary>
public enum ActKind
{
    /// <summary>A conversation that took place.</summary>
    Call,

    /// <summary>A message written by a person; auto-replies and bounces are no act.</summary>
    Mail,

    /// <summary>An invitation, or a new one for the same meeting, that was sent.</summary>
    Invited,

    /// <summary>An invitation accepted.</summary>
    Accepted,

    /// <summary>An invitation accepted with a reserve.</summary>
    Tentative,

    /// <summary>An invitation declined.</summary>
    Declined,

    /// <summary>A meeting moved to another time.</summary>
    Moved,

    /// <summary>A meeting called off.</summary>
    Cancelled,
}

/// <summary>A dated event of an exchange or a deal, and who did it.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Side">The side that did it. Only the prospect's own acts count as life.</param>
/// <param name="Who">The person's name or address as the source has it, or null.</param>
public sealed record Act(OffsetDateTime At, ActKind Kind, Side Side, string? Who);
