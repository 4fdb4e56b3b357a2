namespace SoftNo.Deals.Imports;

/// <summary>Which column of a table holds what.</summary>
internal sealed class ColumnMap
{
    private readonly Dictionary<DealColumn, int> _places;

    private ColumnMap(IReadOnlyList<HeaderText> headers, Dictionary<DealColumn, int> places, IReadOnlyList<int> archives) => (Headers, _places, Archives) = (headers, places, archives);

    /// <summary>The headers, in order.</summary>
    public IReadOnlyList<HeaderText> Headers { get; }

    /// <summary>Every column that says a record is put away: archived and deleted are two in some sources.</summary>
    public IReadOnlyList<int> Archives { get; }

    /// <summary>The column of a field, or null.</summary>
    public int? this[DealColumn column] => _places.TryGetValue(column, out var place) ? place : null;

    /// <summary>How many fields it tells.</summary>
    public int Count => _places.Count;

    /// <summary>Whether it tells a deal: something to know it by, and something about it.</summary>
    public bool TellsDeals => _places.Count >= 2 && (Has(DealColumn.Id) || Has(DealColumn.Name) || Has(DealColumn.Company) || Has(DealColumn.HistoryOf));

    /// <summary>The cell of a field; empty where the table has none.</summary>
    public string Of(TableRow row, DealColumn column) => _places.TryGetValue(column, out var place) ? row[place] : "";

    /// <summary>Whether the table has the field.</summary>
    public bool Has(DealColumn column) => _places.ContainsKey(column);

    /// <summary>Reads a header row.</summary>
    /// <param name="cells">The headers.</param>
    /// <param name="words">What headers mean.</param>
    /// <param name="given">What the user says of them: field to header.</param>
    public static ColumnMap Of(IReadOnlyList<string> cells, CrmWords words, IReadOnlyDictionary<DealColumn, string> given)
    {
        var headers = cells.Select(cell => new HeaderText(cell.Trim().Trim('\uFEFF'), words.Objects)).ToList();
        var places = new Dictionary<DealColumn, int>();
        var taken = new HashSet<int>();
        foreach (var (column, header) in given)
        {
            var key = CrmWords.Key(header);
            var place = headers.FindIndex(candidate => candidate.Text == header.Trim());
            if (place < 0) place = headers.FindIndex(candidate => candidate.Key == key);
            if (place < 0) continue;
            places[column] = place;
            taken.Add(place);
        }

        // The best pair first, so that one header serves one field.
        var pairs = words.Headers.Where(meaning => !places.ContainsKey(meaning.Column) && meaning.Column < DealColumn.HistoryOf)
            .SelectMany(meaning => headers.Select((header, place) => (meaning.Column, Place: place, Rank: header.Key.Length == 0 ? null : meaning.Rank(header))))
            .Where(pair => pair.Rank is not null).OrderBy(pair => pair.Rank).ThenBy(pair => pair.Place);
        foreach (var (column, place, _) in pairs)
        {
            if (places.ContainsKey(column) || taken.Contains(place)) continue;
            places.Add(column, place);
            taken.Add(place);
        }

        // A history's columns are read beside: the deal's id is another table's key there.
        foreach (var meaning in words.Headers.Where(meaning => meaning.Column >= DealColumn.HistoryOf))
        {
            var best = headers.Select((header, place) => (Place: place, Rank: meaning.Rank(header))).Where(pair => pair.Rank is not null).OrderBy(pair => pair.Rank).FirstOrDefault((-1, null));
            if (best.Place >= 0) places.Add(meaning.Column, best.Place);
        }

        var archives = words.Headers.Where(meaning => meaning.Column == DealColumn.Archived)
            .SelectMany(meaning => Enumerable.Range(0, headers.Count).Where(place => headers[place].Key.Length > 0 && meaning.Rank(headers[place]) is not null)).ToHashSet();
        if (places.TryGetValue(DealColumn.Archived, out var told)) archives.Add(told);
        return new ColumnMap(headers, places, [.. archives]);
    }

    /// <summary>How many of the fields of deals it tells; the others are of histories.</summary>
    public int DealFields => _places.Keys.Count(column => column < DealColumn.HistoryOf);
}
