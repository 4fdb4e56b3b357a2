using NodaTime;

namespace SoftNo.Deals.Imports;

/// <summary>A record that is no deal, and why.</summary>
/// <param name="Line">The physical line it starts on, from 1.</param>
/// <param name="Why">A stable word: <c>blank</c>, <c>title</c>, <c>header</c>, <c>subtotal</c>, <c>footer</c>, <c>archived</c> for skipped ones; <c>no-id-no-name</c> for refused ones.</param>
public sealed record LeftRow(int Line, string Why);

/// <summary>A field that could not be read and was left empty.</summary>
/// <param name="Line">The physical line its record starts on.</param>
/// <param name="Field">The field's name, as <c>softno export deals</c> has it.</param>
public sealed record UnreadField(int Line, string Field);

/// <summary>A record of a deal that stood before in the same file; the later one wins.</summary>
/// <param name="Line">The later record's line.</param>
/// <param name="Id">The deal's id; its name where it has none.</param>
public sealed record RepeatedDeal(int Line, string Id);

/// <summary>A deal of a file, with what helps to find its calls and mails.</summary>
/// <param name="Line">The physical line its record starts on.</param>
/// <param name="Key">What it is known again by within its source: its id, else name and company.</param>
/// <param name="Deal">The deal.</param>
public sealed record FileDeal(int Line, string Key, Deal Deal)
{
    /// <summary>The prospect's people that the record names.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>Their mail addresses, lower case.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The company's mail domain or site, lower case without <c>www.</c>, or null.</summary>
    public string? Domain { get; init; }
}

/// <summary>A change that a history tells of.</summary>
/// <param name="Key">The deal's key, as <see cref="FileDeal.Key"/>.</param>
/// <param name="At">When, as written; orders changes of one day.</param>
/// <param name="Change">The change.</param>
public sealed record FileChange(string Key, LocalDateTime At, DealChange Change);

/// <summary>Everything one file of a CRM says of deals; every record of it is in exactly one of the lists, or part of a history.</summary>
public sealed record DealFile
{
    /// <summary>The file's name as the user gave it.</summary>
    public required string File { get; init; }

    /// <summary><c>hubspot</c>, <c>salesforce</c>, <c>pipedrive</c>, or <c>csv</c> for a table that no CRM made.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it is a history of deals and holds none itself.</summary>
    public bool IsHistory { get; init; }

    /// <summary>Each deal once, in the order of first record, with its last record's values.</summary>
    public IReadOnlyList<FileDeal> Deals { get; init; } = [];

    /// <summary>Records with neither id nor name.</summary>
    public IReadOnlyList<LeftRow> Refused { get; init; } = [];

    /// <summary>Fields left empty.</summary>
    public IReadOnlyList<UnreadField> Warnings { get; init; } = [];

    /// <summary>Records that are no deals.</summary>
    public IReadOnlyList<LeftRow> Skipped { get; init; } = [];

    /// <summary>Records of deals that stood before.</summary>
    public IReadOnlyList<RepeatedDeal> Duplicates { get; init; } = [];

    /// <summary>Changes that the file's history tells, oldest first.</summary>
    public IReadOnlyList<FileChange> History { get; init; } = [];

    /// <summary>How many records are deals' own: deals, refused and duplicates.</summary>
    public int Rows => Deals.Count + Refused.Count + Duplicates.Count;
}

/// <summary>A file that was read, or what is wrong with it.</summary>
/// <param name="File">The file; null where there is a problem.</param>
/// <param name="Problem">The problem, or null.</param>
public sealed record DealFileResult(DealFile? File, Problem? Problem);

/// <summary>What the user says of a file of deals.</summary>
public sealed record DealFileOptions
{
    /// <summary>Which header holds which field, where the headers don't tell.</summary>
    public IReadOnlyDictionary<DealColumn, string> Map { get; init; } = new Dictionary<DealColumn, string>();

    /// <summary>The day of the import: what a file says has happened lies before it.</summary>
    public required LocalDate Today { get; init; }
}
