using System.Globalization;
using System.Text;

namespace SoftNo.Deals.Imports;

/// <summary>What headers and cells of CRM exports mean, from the data files in <c>crm/</c>.</summary>
public sealed class CrmWords
{
    private CrmWords(IReadOnlyList<HeaderMeaning> headers, IReadOnlyList<SourceSigns> sources, CellWords cells)
    {
        Headers = [.. headers.Select(meaning => new FoldedMeaning(meaning))];
        Sources = [.. sources.Select(source => (source, (IReadOnlySet<string>)source.Headers.Select(Key).ToHashSet(StringComparer.Ordinal)))];
        Cells = cells;
        Won = Folded(cells.Won);
        Lost = Folded(cells.Lost);
        NoDecision = Folded(cells.NoDecision);
        Open = Folded(cells.Open);
        Archived = Folded(cells.Archived);
        Yes = Folded(cells.Yes);
        Objects = Folded(cells.Objects);
        Totals = Folded(cells.Totals);
        Counted = Folded(cells.Counted);
        Footers = [.. cells.Footers.Select(Fold).Where(word => word.Length > 0)];
        Empty = cells.Empty.ToHashSet(StringComparer.OrdinalIgnoreCase);
        French = Folded(cells.French);
        ApiLists = cells.ApiLists.ToHashSet(StringComparer.Ordinal);
        Iso = cells.Iso.ToHashSet(StringComparer.Ordinal);
        Signs = [.. cells.Currencies.OrderByDescending(currency => currency.Sign.Length)];
        CurrencyNames = cells.CurrencyNames.SelectMany(entry => entry.Value.Select(name => (Name: Fold(name), entry.Key))).DistinctBy(pair => pair.Name)
            .ToDictionary(pair => pair.Name, pair => pair.Key, StringComparer.Ordinal);
        HistoryFields = cells.HistoryFields.SelectMany(entry => entry.Value.Select(name => (Key: Key(name), entry.Key))).DistinctBy(pair => pair.Item1)
            .ToDictionary(pair => pair.Key, pair => Enum.Parse<DealField>(pair.Item2.Replace("-", "", StringComparison.Ordinal), ignoreCase: true), StringComparer.Ordinal);
    }

    /// <summary>Where the shipped files lie.</summary>
    public static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "crm");

    internal IReadOnlyList<FoldedMeaning> Headers { get; }

    internal IReadOnlyList<(SourceSigns Source, IReadOnlySet<string> Keys)> Sources { get; }

    internal CellWords Cells { get; }

    internal IReadOnlySet<string> Won { get; }

    internal IReadOnlySet<string> Lost { get; }

    internal IReadOnlySet<string> NoDecision { get; }

    internal IReadOnlySet<string> Open { get; }

    internal IReadOnlySet<string> Archived { get; }

    internal IReadOnlySet<string> Yes { get; }

    internal IReadOnlySet<string> Objects { get; }

    internal IReadOnlySet<string> Totals { get; }

    internal IReadOnlySet<string> Counted { get; }

    internal IReadOnlyList<string> Footers { get; }

    internal IReadOnlySet<string> Empty { get; }

    internal IReadOnlySet<string> ApiLists { get; }

    internal IReadOnlySet<string> French { get; }

    internal IReadOnlySet<string> Iso { get; }

    internal IReadOnlyList<CurrencySign> Signs { get; }

    internal IReadOnlyDictionary<string, string> CurrencyNames { get; }

    internal IReadOnlyDictionary<string, DealField> HistoryFields { get; }

    /// <summary>Reads the files.</summary>
    /// <exception cref="InvalidDataException">When a shipped file is broken: our bug.</exception>
    public static CrmWords Load(string folder)
    {
        return new CrmWords(One<List<HeaderMeaning>>("headers.yml"), One<List<SourceSigns>>("sources.yml"), One<CellWords>("words.yml"));

        T One<T>(string name)
            where T : class, new()
        {
            var problems = new List<Problem>();
            return YamlFile.Read<T>(Path.Combine(folder, name), name, problems) ?? throw new InvalidDataException($"{problems[0].Place}: {problems[0].Text.En}");
        }
    }

    /// <summary>A text made comparable: no case, no accents, only letters and digits, one space between words.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in NormalForm.Of(text, NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsLetterOrDigit(c))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (gap) folded.Append(' ');
            gap = false;
            folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    /// <summary>The same without spaces: <c>StageName</c>, <c>stage_name</c> and <c>Stage name</c> are one.</summary>
    internal static string Key(string text) => Fold(text).Replace(" ", "", StringComparison.Ordinal);

    private static HashSet<string> Folded(IEnumerable<string> words) => words.Select(Fold).ToHashSet(StringComparer.Ordinal);
}
