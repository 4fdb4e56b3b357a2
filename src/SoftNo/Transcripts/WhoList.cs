namespace SoftNo.Transcripts;

/// <summary>The names, addresses and domains of <c>--us</c> or <c>--them</c>, and whom they match in a call.</summary>
internal sealed class WhoList(string option, IReadOnlyList<string> entries)
{
    private readonly string[] _entries = [.. entries.SelectMany(entry => entry.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>Whether a domain is another or lies under it.</summary>
    public static bool IsOfDomain(string domain, string under) =>
        domain.Equals(under, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + under, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The entry that matched, by the speaker's place. An entry that matches nobody is a warning; where no name of the list matches anybody, a problem
    /// that tells who is there.
    /// </summary>
    public Dictionary<int, string> Match(IReadOnlyList<DraftSpeaker> speakers, string file, List<Warning> warnings, List<Problem> problems)
    {
        var matched = new Dictionary<int, string>();
        if (_entries.Length == 0 || speakers.Count == 0) return matched;
        var unmatched = new List<string>();
        foreach (string entry in _entries)
        {
            int[] found = Find(entry, speakers);
            foreach (int index in found) matched.TryAdd(index, entry);
            if (found.Length == 0) unmatched.Add(entry);
            if (found.Length > 1 && IsName(entry)) warnings.Add(TranscriptProblems.NameAmbiguous(option, entry, found.Select(index => speakers[index].Name)));
        }

        IEnumerable<string> there = speakers.Select(speaker => speaker.Name);
        if (matched.Count == 0 && unmatched.Exists(IsName)) problems.Add(TranscriptProblems.NamesMatchNobody(file, option, unmatched, there));
        else warnings.AddRange(unmatched.Select(entry => TranscriptProblems.NameUnmatched(option, entry, there)));
        return matched;
    }

    private static bool IsName(string entry) => !entry.Contains('@', StringComparison.Ordinal) && !IsDomain(entry);

    private static bool IsDomain(string entry) =>
        entry.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < entry.Length - 2 && !entry.Any(char.IsWhiteSpace);

    // The best kind of match wins: the whole name before the first name, so that "Justin Drake" is never every Justin.
    private static int[] Find(string entry, IReadOnlyList<DraftSpeaker> speakers)
    {
        if (entry.IndexOf('@', StringComparison.Ordinal) > 0) return Where(speakers, speaker => entry.Equals(speaker.Address, StringComparison.OrdinalIgnoreCase));
        if (!IsName(entry)) return Where(speakers, speaker => speaker.Address is { } address && IsOfDomain(address[(address.LastIndexOf('@') + 1)..], entry.TrimStart('@')));
        string folded = Words.Fold(entry);
        if (folded.Length == 0) return [];
        int[] whole = Where(speakers, speaker => NamesOf(speaker).Any(name => name == folded));
        if (whole.Length > 0) return whole;
        int[] part = Where(speakers, speaker => NamesOf(speaker).Any(name => Contains(name, folded) || Opens(folded, name)));
        return part.Length > 0 ? part : Where(speakers, speaker => speaker.Company is { } company && Words.Fold(company) == folded);
    }

    private static IEnumerable<string> NamesOf(DraftSpeaker speaker) =>
        speaker.AlsoKnownAs.Select(other => other.Name).Prepend(speaker.Name).SelectMany(name => new[] { Words.Fold(name), Words.Fold(Bare(name)) });

    private static string Bare(string name)
    {
        int mark = name.AsSpan().IndexOfAny('(', '|', '@');
        return mark <= 0 ? name : name[..mark];
    }

    // Whole words only: "Dan" is in "Dan Whitfield", never in "Dana".
    private static bool Contains(string name, string words) => $" {name} ".Contains($" {words} ", StringComparison.Ordinal);

    // The user gives the full name and the source only the first.
    private static bool Opens(string entry, string name) => entry.StartsWith(name + " ", StringComparison.Ordinal);

    private static int[] Where(IReadOnlyList<DraftSpeaker> speakers, Func<DraftSpeaker, bool> matches) =>
        [.. Enumerable.Range(0, speakers.Count).Where(index => matches(speakers[index]))];
}
