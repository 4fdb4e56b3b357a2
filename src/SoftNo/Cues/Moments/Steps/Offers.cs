namespace SoftNo.Cues.Moments.Steps;

/// <summary>What the seller has put to the prospect and not yet had answered.</summary>
internal sealed record Offers
{
    public static Offers None { get; } = new();

    /// <summary>The times offered, first said first.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>A step was put without a time ("could we meet again?").</summary>
    public bool IsUndated { get; init; }

    /// <summary>The seller asked when.</summary>
    public bool AsksWhen { get; init; }

    /// <summary>A thing was asked for, with or without a date.</summary>
    public bool AsksForThing { get; init; }

    public bool IsAny => Slots.Count > 0 || IsUndated || AsksWhen;

    /// <summary>The first time offered, the others beside it.</summary>
    public Slot? Best => Slots.Count == 0 ? null : Slots[0] with { Others = [.. Slots.Skip(1)] };
}
