namespace SoftNo.Deals.Imports;

/// <summary>What the source says of a deal's end.</summary>
/// <param name="Status">Open, won or lost.</param>
/// <param name="NoDecision">Whether it ended without a decision.</param>
/// <param name="Archived">Whether its status is that of a deleted record.</param>
internal readonly record struct Ending(DealStatus Status, bool NoDecision, bool Archived);

/// <summary>Tells open, won and lost from a row's flags, status and stage, in this order.</summary>
internal static class Statuses
{
    /// <summary>The ending of a row.</summary>
    public static Ending Of(TableRow row, ColumnMap columns, CrmWords words)
    {
        var status = Said(columns.Of(row, DealColumn.Status), words);
        var stage = Said(columns.Of(row, DealColumn.Stage), words);
        var archived = IsArchived(columns.Of(row, DealColumn.Status), words);
        var none = status is { NoDecision: true } || stage is { NoDecision: true };
        if (Flag(row, columns, DealColumn.IsWon, words) == true) return new Ending(DealStatus.Won, false, archived);
        if (Flag(row, columns, DealColumn.IsLost, words) == true) return new Ending(DealStatus.Lost, none, archived);
        if (Flag(row, columns, DealColumn.IsClosed, words) is { } closed)
        {
            if (!closed) return new Ending(DealStatus.Open, false, archived);
            // Closed and not said to be won.
            if (columns.Has(DealColumn.IsWon)) return new Ending(DealStatus.Lost, none, archived);
        }

        if (status is { } own && (own.Status != DealStatus.Open || stage is null || stage.Value.Status == DealStatus.Open || SaysOpen(columns.Of(row, DealColumn.Status), words)))
            return own with { NoDecision = own.Status == DealStatus.Lost && none, Archived = archived };
        if (stage is { } staged) return staged with { Archived = archived };
        return new Ending(DealStatus.Open, false, archived);
    }

    /// <summary>Whether a cell says yes; null where it says nothing or the table has no such column.</summary>
    public static bool? Flag(TableRow row, ColumnMap columns, DealColumn column, CrmWords words)
    {
        var cell = columns.Of(row, column);
        return cell.Length == 0 ? null : words.Yes.Contains(CrmWords.Fold(cell));
    }

    /// <summary>Whether some column says that a record is archived or deleted.</summary>
    public static bool IsPutAway(TableRow row, ColumnMap columns, CrmWords words) => columns.Archives.Any(place => words.Yes.Contains(CrmWords.Fold(row[place])));

    private static bool SaysOpen(string cell, CrmWords words) => words.Open.Contains(CrmWords.Fold(cell));

    private static bool IsArchived(string cell, CrmWords words) => words.Archived.Contains(CrmWords.Fold(cell));

    /// <summary>What a stage's or status's words say; null where they say nothing known.</summary>
    private static Ending? Said(string cell, CrmWords words)
    {
        if (cell.Length == 0) return null;
        var folded = Bare(CrmWords.Fold(cell));
        if (Known(folded, words) is { } whole) return whole;
        // "Closed Lost - price", "Perdu (prix)": what stands before a mark.
        var cut = cell.IndexOfAny([':', '(', '/', ',', '\u2013', '\u2014', '[', '|']);
        if (cut < 0) cut = cell.LastIndexOf(" - ", StringComparison.Ordinal);
        if (cut > 0 && Known(Bare(CrmWords.Fold(cell[..cut])), words) is { } head) return head with { NoDecision = head.NoDecision || EndsWithoutDecision(cell[cut..], words) };
        return words.Open.Contains(folded) ? new Ending(DealStatus.Open, false, false) : null;
    }

    private static bool EndsWithoutDecision(string rest, CrmWords words) => words.NoDecision.Contains(CrmWords.Fold(rest));

    private static Ending? Known(string folded, CrmWords words) =>
        words.NoDecision.Contains(folded) ? new Ending(DealStatus.Lost, true, false)
        : words.Won.Contains(folded) ? new Ending(DealStatus.Won, false, false)
        : words.Lost.Contains(folded) ? new Ending(DealStatus.Lost, false, false) : null;

    /// <summary>Without the number before ("7 - Perdu") and the percentage after ("Won 100 %").</summary>
    private static string Bare(string folded)
    {
        var words = folded.Split(' ');
        var (from, to) = (0, words.Length);
        while (from < to && IsNumber(words[from])) from++;
        while (to > from && IsNumber(words[to - 1])) to--;
        return string.Join(' ', words[from..to]);
    }

    private static bool IsNumber(string word) => word.Length > 0 && word.All(char.IsAsciiDigit);
}
