using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Reports;
using SoftNo.Signals;

namespace SoftNo.Server.Calls;

/// <summary>A call that is shown at the desk: in memory, or kept in the database.</summary>
/// <param name="Call">The call as the file gave it, before the words settled its sides.</param>
/// <param name="Report">Its reading and what to do.</param>
/// <param name="Declared">The percentage given with it or by its deal, or null.</param>
public sealed record DeskCall(Call Call, Report Report, double? Declared)
{
    /// <summary>Its address at the desk: the reading's own id.</summary>
    public string Id => Report.Reading.Id;

    /// <summary>Whether it was told from memory. Read again as if it were a transcript, its answers would be lost: it is kept as it is, and neither its sides nor its cues are corrected.</summary>
    public bool Remembered => Call.Source.Origin == CallOrigin.Memory;

    /// <summary>The user's word on its cues, oldest first.</summary>
    public IReadOnlyList<DeskCorrection> Corrections { get; init; } = [];

    /// <summary>How it is kept; null where it is in memory only.</summary>
    public KeptCall? Kept { get; init; }
}

/// <summary>One correction, as it is shown and taken back.</summary>
/// <param name="Number">The store's number, or its place in memory.</param>
/// <param name="Correction">The user's word.</param>
/// <param name="Quote">The words, or null where they are gone.</param>
public sealed record DeskCorrection(long Number, Correction Correction, string? Quote);

/// <summary>How a call is kept.</summary>
/// <param name="Number">The store's number.</param>
/// <param name="Consent">Who agreed to the recording, or null.</param>
/// <param name="DealNumber">Its deal, or null while it waits for one.</param>
/// <param name="DealName">The deal's name, or null.</param>
/// <param name="MatchedBy">What the match rests on, or null.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
public sealed record KeptCall(long Number, string? Consent, long? DealNumber, string? DealName, string? MatchedBy, double Confidence);

/// <summary>A call that was just kept, as it is stored now.</summary>
/// <param name="Id">Its id: another than it was shown by, where it is a mail of a thread that is kept and grew by it.</param>
/// <param name="Verdict">The verdict of its newest reading.</param>
/// <param name="HasWords">Whether its words are kept, so that there is a page of it.</param>
/// <param name="How">How it is kept.</param>
public sealed record JustKept(string Id, Verdict Verdict, bool HasWords, KeptCall How);

/// <summary>What one drop gave.</summary>
/// <param name="Calls">The ids of the calls read that have a page.</param>
/// <param name="Problems">What could not be read or kept, and why.</param>
/// <param name="Notes">What became of a CRM's tables.</param>
public sealed record Dropped(IReadOnlyList<string> Calls, IReadOnlyList<Problem> Problems, IReadOnlyList<Bilingual> Notes)
{
    /// <summary>Nothing dropped yet.</summary>
    public static Dropped Nothing { get; } = new([], [], []);
}
