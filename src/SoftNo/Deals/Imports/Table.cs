namespace SoftNo.Deals.Imports;

/// <summary>One record of a table.</summary>
/// <param name="Line">The physical line it starts on, from 1.</param>
/// <param name="Cells">Its cells as the file has them.</param>
internal sealed record TableRow(int Line, string[] Cells)
{
    /// <summary>The cell of a place, without white space around it; empty where the row is shorter.</summary>
    public string this[int place] => place < Cells.Length ? Cells[place].Trim() : "";

    /// <summary>Whether nothing is in it.</summary>
    public bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);

    /// <summary>The places that hold something.</summary>
    public IEnumerable<int> Filled => Enumerable.Range(0, Cells.Length).Where(place => !string.IsNullOrWhiteSpace(Cells[place]));
}

/// <summary>A table with its header found.</summary>
/// <param name="Columns">What its columns are.</param>
/// <param name="Titles">The records before the header.</param>
/// <param name="Rows">The records after it.</param>
/// <param name="Semicolons">Whether its cells are parted by semicolons, as spreadsheets in French do.</param>
/// <param name="FromApi">Whether it is an API's answer: numbers and dates are written for programs.</param>
internal sealed record Table(ColumnMap Columns, IReadOnlyList<TableRow> Titles, IReadOnlyList<TableRow> Rows, bool Semicolons, bool FromApi);
