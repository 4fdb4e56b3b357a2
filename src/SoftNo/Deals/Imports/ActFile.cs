using NodaTime;
using SoftNo.Calls;

namespace SoftNo.Deals.Imports;

/// <summary>An act that a CRM's table of activities tells.</summary>
/// <param name="Line">The physical line its record starts on.</param>
/// <param name="Id">The record's own id, or null.</param>
/// <param name="DealId">The id of its deal.</param>
/// <param name="At">When, as written.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Side">Who did it: the prospect only where the record says so, or where it was a meeting that was held.</param>
/// <param name="Who">The prospect's person, or null.</param>
public sealed record FileAct(int Line, string? Id, string DealId, LocalDateTime At, ActKind Kind, Side Side, string? Who);

/// <summary>A table of activities: every record is an act or is skipped with its reason.</summary>
/// <param name="File">The file's name as the user gave it.</param>
/// <param name="Acts">The acts, in the file's order; read once.</param>
/// <param name="Skipped">Records that are no act, filled while <see cref="Acts"/> is read: <c>blank</c>, <c>no-deal</c>, <c>no-date</c>, <c>no-act</c>, <c>not-held</c>, <c>future</c>.</param>
public sealed record ActFile(string File, IEnumerable<FileAct> Acts, IReadOnlyList<LeftRow> Skipped);

/// <summary>A table that was read, or what is wrong with it.</summary>
/// <param name="File">The table; null where there is a problem.</param>
/// <param name="Problem">The problem, or null.</param>
public sealed record ActFileResult(ActFile? File, Problem? Problem);
