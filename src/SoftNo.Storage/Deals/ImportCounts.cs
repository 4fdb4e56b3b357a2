using SoftNo.Deals.Imports;

namespace SoftNo.Storage.Deals;

/// <summary>What an import of one file did.</summary>
/// <param name="File">The file as it was read: every record in one of its lists.</param>
/// <param name="New">Deals that were not stored.</param>
/// <param name="Changed">Deals of which something changed.</param>
/// <param name="Unchanged">Deals that stayed as they were.</param>
/// <param name="Missing">Ids, else names, of stored deals of the same source that the file leaves out.</param>
/// <param name="Moves">Stage moves that this import found.</param>
/// <param name="Pushes">Close dates that it found put later.</param>
/// <param name="Pulls">Close dates that it found put earlier.</param>
public sealed record ImportCounts(DealFile File, int New, int Changed, int Unchanged, IReadOnlyList<string> Missing, int Moves, int Pushes, int Pulls);
