namespace SoftNo.Deals.Imports;

/// <summary>What tables of activities hold, from <c>crm/acts.yml</c>.</summary>
public sealed class ActWords
{
    private readonly Dictionary<string, List<string>> _columns;

    private ActWords(ActWordsFile file)
    {
        _columns = file.Columns.ToDictionary(column => column.Key, column => column.Value.ConvertAll(CrmWords.Key), StringComparer.Ordinal);
        (Calls, Meetings, Mails) = (Keys(file.Calls), Keys(file.Meetings), Keys(file.Mails));
        (Incoming, Outgoing, Done, NotDone) = (Keys(file.Incoming), Keys(file.Outgoing), Keys(file.Done), Keys(file.NotDone));
    }

    internal IReadOnlySet<string> Calls { get; }

    internal IReadOnlySet<string> Meetings { get; }

    internal IReadOnlySet<string> Mails { get; }

    internal IReadOnlySet<string> Incoming { get; }

    internal IReadOnlySet<string> Outgoing { get; }

    internal IReadOnlySet<string> Done { get; }

    internal IReadOnlySet<string> NotDone { get; }

    /// <summary>Reads the shipped file.</summary>
    /// <exception cref="InvalidDataException">When it is broken: our bug.</exception>
    public static ActWords Load(string folder)
    {
        var problems = new List<Problem>();
        var file = YamlFile.Read<ActWordsFile>(Path.Combine(folder, "acts.yml"), "acts.yml", problems) ?? throw new InvalidDataException($"{problems[0].Place}: {problems[0].Text.En}");
        return new ActWords(file);
    }

    /// <summary>The columns of a header row by field; the most telling header of each.</summary>
    internal Dictionary<string, int> Find(IReadOnlyList<string> headers)
    {
        var keys = headers.Select(CrmWords.Key).ToList();
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, names) in _columns)
            if (names.Select(name => keys.IndexOf(name)).FirstOrDefault(place => place >= 0, -1) is var place and >= 0) found.Add(field, place);
        return found;
    }

    private static HashSet<string> Keys(IEnumerable<string> words) => words.Select(CrmWords.Key).ToHashSet(StringComparer.Ordinal);
}

/// <summary><c>crm/acts.yml</c>.</summary>
internal sealed class ActWordsFile
{
    public Dictionary<string, List<string>> Columns { get; init; } = [];

    public List<string> Calls { get; init; } = [];

    public List<string> Meetings { get; init; } = [];

    public List<string> Mails { get; init; } = [];

    public List<string> Incoming { get; init; } = [];

    public List<string> Outgoing { get; init; } = [];

    public List<string> Done { get; init; } = [];

    public List<string> NotDone { get; init; } = [];
}
