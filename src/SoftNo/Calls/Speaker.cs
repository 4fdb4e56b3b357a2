namespace SoftNo.Calls;

/// <summary>Another name that turned out to be the same person's.</summary>
/// <param name="Name">The other name, as the source has it.</param>
/// <param name="Why">Why the two were taken for one.</param>
public sealed record AlsoKnownAs(string Name, Bilingual Why);

/// <summary>One person heard in a call.</summary>
public sealed record Speaker
{
    /// <summary>The name as the source has it.</summary>
    public required string Name { get; init; }

    /// <summary>The side, <see cref="Side.Unknown"/> until something says it.</summary>
    public Side Side { get; init; }

    /// <summary>What the side rests on.</summary>
    public Basis Basis { get; init; }

    /// <summary>Why the side was taken, or null where it is unknown.</summary>
    public Bilingual? Reason { get; init; }

    /// <summary>The address the source gives for this speaker, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The role and company of a header (<c>VP Ops @ Larkspur Freight</c>), or null.</summary>
    public string? Role { get; init; }

    /// <summary>The company, or null.</summary>
    public string? Company { get; init; }

    /// <summary>Other names that are this person's.</summary>
    public IReadOnlyList<AlsoKnownAs> AlsoKnownAs { get; init; } = [];
}
