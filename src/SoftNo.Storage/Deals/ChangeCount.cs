using SoftNo.Deals;

namespace SoftNo.Storage.Deals;

/// <summary>How often a deal moved, and its close date was put later or earlier.</summary>
/// <param name="Moves">Changes of stage.</param>
/// <param name="Pushes">Close dates put later.</param>
/// <param name="Pulls">Close dates put earlier.</param>
public readonly record struct ChangeCount(int Moves, int Pushes, int Pulls)
{
    /// <summary>Counts changes.</summary>
    public static ChangeCount Of(IEnumerable<DealChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        int moves = 0, pushes = 0, pulls = 0;
        foreach (var change in changes)
        {
            if (change is { Field: DealField.Stage, From: not null, To: not null }) moves++;
            // ISO dates compare as texts.
            if (change is not { Field: DealField.CloseDate, From: { } from, To: { } to }) continue;
            if (string.CompareOrdinal(to, from) > 0) pushes++;
            if (string.CompareOrdinal(to, from) < 0) pulls++;
        }

        return new ChangeCount(moves, pushes, pulls);
    }
}
