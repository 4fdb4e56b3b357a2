namespace SoftNo.Calls;

/// <summary>Which side of the sale a speaker is on.</summary>
public enum Side
{
    /// <summary>Nothing says.</summary>
    Unknown,

    /// <summary>The American who may buy.</summary>
    Prospect,

    /// <summary>The French team that sells.</summary>
    Seller,
}

/// <summary>On what a claim about a call rests, weakest first; used for sides and for the start.</summary>
public enum Basis
{
    /// <summary>On nothing: unknown.</summary>
    None,

    /// <summary>Inferred, with a reason: from the words (sides), from a full date in the file's name (start).</summary>
    Inferred,

    /// <summary>The source says so: its own flag, header or an address's domain.</summary>
    Stated,

    /// <summary>The user said so: <c>--us</c>, <c>--them</c>, <c>--at</c>.</summary>
    Given,
}
