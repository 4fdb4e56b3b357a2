namespace SoftNo.Deals.Imports;

/// <summary>One entry of <c>crm/headers.yml</c>.</summary>
internal sealed class HeaderMeaning
{
    public string Field { get; init; } = "";

    public List<string> Names { get; init; } = [];

    public List<string> Words { get; init; } = [];

    public List<string> Unless { get; init; } = [];
}

/// <summary>One entry of <c>crm/sources.yml</c>.</summary>
internal sealed class SourceSigns
{
    public string Source { get; init; } = "";

    public string ApiProbability { get; init; } = "";

    public List<string> Headers { get; init; } = [];
}

/// <summary>A currency's sign and what it stands for.</summary>
internal sealed class CurrencySign
{
    public string Sign { get; init; } = "";

    public string Iso { get; init; } = "";

    public List<string> Also { get; init; } = [];
}

/// <summary>A word that multiplies the number before it.</summary>
internal sealed class Multiple
{
    public string Word { get; init; } = "";

    public decimal By { get; init; }
}

/// <summary><c>crm/words.yml</c>.</summary>
internal sealed class CellWords
{
    public List<string> Won { get; init; } = [];

    public List<string> Lost { get; init; } = [];

    public List<string> NoDecision { get; init; } = [];

    public List<string> Open { get; init; } = [];

    public List<string> Archived { get; init; } = [];

    public List<string> Yes { get; init; } = [];

    public List<string> Objects { get; init; } = [];

    public List<string> ApiLists { get; init; } = [];

    public List<string> Asides { get; init; } = [];

    public List<string> French { get; init; } = [];

    public List<string> Empty { get; init; } = [];

    public List<string> Totals { get; init; } = [];

    public List<string> Counted { get; init; } = [];

    public List<string> Footers { get; init; } = [];

    public Dictionary<string, List<string>> HistoryFields { get; init; } = [];

    public List<CurrencySign> Currencies { get; init; } = [];

    public List<string> Iso { get; init; } = [];

    public Dictionary<string, List<string>> CurrencyNames { get; init; } = [];

    public List<Multiple> Multiples { get; init; } = [];
}

/// <summary>An entry of the headers' file, made comparable.</summary>
internal sealed class FoldedMeaning
{
    private readonly Dictionary<string, int> _names;
    private readonly string[][] _words;
    private readonly string[] _unless;

    public FoldedMeaning(HeaderMeaning meaning)
    {
        Column = Enum.Parse<DealColumn>(meaning.Field.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        _names = new(StringComparer.Ordinal);
        for (var at = 0; at < meaning.Names.Count; at++) _names.TryAdd(CrmWords.Key(meaning.Names[at]), at);
        _words = [.. meaning.Words.Select(line => CrmWords.Fold(line).Split(' '))];
        _unless = [.. meaning.Unless.Select(word => $" {CrmWords.Fold(word)} ")];
    }

    public DealColumn Column { get; }

    /// <summary>How far the header is from the most telling one: 0 is that one; null where it is not of this field.</summary>
    public int? Rank(HeaderText header)
    {
        if (_names.TryGetValue(header.Key, out var exact)) return exact;
        if (Array.Exists(_unless, word => header.Spaced.Contains(word, StringComparison.Ordinal))) return null;
        foreach (var key in header.Shorter)
            if (_names.TryGetValue(key, out var near)) return 1000 + near;
        var held = Array.FindIndex(_words, words => Array.TrueForAll(words, header.Words.Contains));
        return held < 0 ? null : 2000 + held;
    }
}
