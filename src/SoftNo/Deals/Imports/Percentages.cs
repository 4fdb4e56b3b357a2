using System.Globalization;

namespace SoftNo.Deals.Imports;

/// <summary>The probabilities of one file: from 0 to 1 or from 0 to 100, as all of them together tell.</summary>
internal sealed class Percentages
{
    private readonly bool _hundreds;

    private Percentages(bool hundreds) => _hundreds = hundreds;

    /// <summary>Looks at every probability of a file.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="header">Their header: a percent sign decides where the cells don't tell.</param>
    /// <param name="said">What the API of the source writes: <c>percent</c> or <c>fraction</c>; null for a table.</param>
    public static Percentages Of(IEnumerable<string> cells, string header, string? said)
    {
        if (said is not null) return new Percentages(said == "percent");
        int over = 0, fractions = 0, ones = 0;
        foreach (var cell in cells)
        {
            if (cell.Contains('%', StringComparison.Ordinal) || Number(cell) is not { } value) continue;
            if (value > 1) over++;
            else if (value is > 0 and < 1) fractions++;
            else if (value == 1) ones++;
        }

        // Nothing but 0 and 1: closed deals, as fractions.
        return new Percentages(over > fractions || (over == 0 && fractions == 0 && ones == 0 && header.Contains('%', StringComparison.Ordinal)));
    }

    /// <summary>From 0 to 1; null where the cell is no probability.</summary>
    public double? Read(string cell)
    {
        var percent = cell.Contains('%', StringComparison.Ordinal);
        if (Number(cell.Replace("%", "", StringComparison.Ordinal)) is not { } value) return null;
        var share = (double)(percent || _hundreds ? value / 100 : value);
        return share is >= 0 and <= 1 ? share : null;
    }

    private static decimal? Number(string cell) =>
        decimal.TryParse(cell.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) ? value : null;
}
