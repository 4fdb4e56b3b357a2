namespace SoftNo.Deals.Imports;

/// <summary>Tells the records of a report that are no deals: blank ones, repeated headers, totals, footers.</summary>
internal sealed class LeftRows
{
    private const int MostInFooter = 3;
    private readonly Table _table;
    private readonly CrmWords _words;
    private readonly HashSet<TableRow> _footers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Looks at a table.</summary>
    public LeftRows(Table table, CrmWords words)
    {
        (_table, _words) = (table, words);
        if (!table.FromApi) FindFooters();
    }

    /// <summary>Why a record is no deal, or null.</summary>
    public string? Why(TableRow row)
    {
        if (row.IsBlank) return "blank";
        if (_table.FromApi) return null;
        if (IsHeader(row)) return "header";
        if (IsTotal(row)) return "subtotal";
        return _footers.Contains(row) || IsSurelyFooter(row) ? "footer" : null;
    }

    private bool IsHeader(TableRow row)
    {
        var headers = _table.Columns.Headers;
        var filled = row.Filled.ToList();
        int same = 0, other = 0;
        foreach (var place in filled)
        {
            if (place < headers.Count && headers[place].Key.Length > 0 && CrmWords.Key(row[place]) == headers[place].Key) same++;
            // One cell in five may differ; most rows are told by their first two.
            else if (++other * 5 > filled.Count) return false;
        }

        return same >= 2;
    }

    /// <summary>A label of totals with nothing but figures beside it, a group's head with its count, or figures without any label.</summary>
    private bool IsTotal(TableRow row)
    {
        // A row with an id of its own beside its name is a deal, were it named "Total".
        if (_table.Columns.Of(row, DealColumn.Id) is { Length: > 0 } id && !IsTotalLabel(id) && _table.Columns.Of(row, DealColumn.Name).Length > 0) return false;
        var labelled = false;
        var figures = 0;
        foreach (var place in row.Filled)
        {
            var cell = row[place];
            if (IsFigure(cell)) figures++;
            else if (IsTotalLabel(cell)) labelled = true;
            else return false;
        }

        if (labelled) return true;
        // Figures alone are a total's, unless one stands where an id or a name should.
        return figures > 0 && _table.Columns.Of(row, DealColumn.Id).Length == 0 && _table.Columns.Of(row, DealColumn.Name).Length == 0
            && _table.Columns.Of(row, DealColumn.Company).Length == 0;
    }

    private bool IsTotalLabel(string cell)
    {
        var folded = CrmWords.Fold(cell);
        var words = folded.Split(' ');
        if (words.Length > 1 && _words.Counted.Contains(words[^1]) && IsNumber(words[^2])) return cell.Contains('(', StringComparison.Ordinal) || IsNumber(words[0]) || IsTotalWord(words);
        if (_words.Totals.Contains(folded)) return true;
        var mark = cell.AsSpan().IndexOfAny([':', '(', '=']);
        if (mark > 0 && _words.Totals.Contains(CrmWords.Fold(cell[..mark]))) return true;
        // "Total 12", "Subtotal - Negotiation", "Sous-total Négociation": a deal beside its name says more than figures, and is kept before this is asked.
        return IsTotalWord(words);
    }

    private bool IsTotalWord(string[] words) => _words.Totals.Contains(words[0]) || (words.Length > 1 && _words.Totals.Contains($"{words[0]} {words[1]}"));

    private static bool IsNumber(string word) => word.Length > 0 && word.All(char.IsAsciiDigit);

    /// <summary>Digits with marks, signs of currencies and short units: no letter but of a currency.</summary>
    private bool IsFigure(string cell)
    {
        if (!cell.Any(char.IsAsciiDigit)) return _words.Empty.Contains(cell) || _words.Iso.Contains(cell) || _words.Signs.Any(sign => sign.Sign == cell);
        if (cell.Count(c => c is '/' or ':') > 1 || cell.Count(c => c == '-') > 1) return false;
        var letters = new string([.. cell.Where(char.IsLetter)]);
        return letters.Length == 0 || letters.Length == 1 || _words.Iso.Contains(letters.ToUpperInvariant()) || Amounts.Code(letters, _words) is not null
            || (letters.Length <= 4 && _words.Counted.Contains(letters.ToLowerInvariant()));
    }

    /// <summary>The run of short records at the end of a report: what follows the last deal.</summary>
    private void FindFooters()
    {
        var tail = new List<TableRow>();
        var total = LastTotal();
        for (var at = _table.Rows.Count - 1; at >= 0; at--)
        {
            var row = _table.Rows[at];
            if (!row.IsBlank && !IsShort(row) && !IsSurelyFooter(row) && !IsTotal(row) && !(IsAlone(row) && total < at)) break;
            tail.Insert(0, row);
        }

        var told = tail.FindIndex(row => row.IsBlank || IsSurelyFooter(row) || IsTotal(row));
        if (told < 0) return;
        foreach (var row in tail.Skip(told).Where(row => !row.IsBlank)) _footers.Add(row);
        // A line without anything before it, then the report's own words: the report's name.
        if (tail.Skip(told).Any(IsSurelyFooter)) foreach (var row in tail.Where(row => !row.IsBlank)) _footers.Add(row);
    }

    /// <summary>The place of the last record of totals: what stands alone in its first cell below it ("Page 1/1") is the report's.</summary>
    private int LastTotal()
    {
        for (var at = _table.Rows.Count - 1; at >= 0; at--)
            if (!_table.Rows[at].IsBlank && IsTotal(_table.Rows[at])) return at;
        return int.MaxValue;
    }

    private bool IsAlone(TableRow row) => _table.Columns.Headers.Count > 2 && row.Filled.Take(2).ToList() is [0];

    /// <summary>One cell written where the header has several.</summary>
    private bool IsShort(TableRow row) => row.Cells.Length == 1 && _table.Columns.Headers.Count > 2;

    private bool IsSurelyFooter(TableRow row)
    {
        var filled = row.Filled.Take(MostInFooter + 1).ToList();
        if (filled.Count is 0 or > MostInFooter) return false;
        var folded = CrmWords.Fold(row[filled[0]]);
        if (!_words.Footers.Any(word => folded.StartsWith(word, StringComparison.Ordinal) && (folded.Length == word.Length || folded[word.Length] == ' '))) return false;
        // Of several cells only a label with a value is a footer: a deal's row has its own columns filled.
        return filled.Count == 1 || row[filled[0]].TrimEnd().EndsWith(':') || filled[^1] < 2;
    }
}
