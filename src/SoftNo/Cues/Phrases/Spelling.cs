namespace SoftNo.Cues.Phrases;

/// <summary>How speech is written down: what <c>lexicon/en/spelling.yml</c> holds. The same for phrases and for calls.</summary>
internal sealed record Spelling
{
    /// <summary>Words written as others (<c>gonna</c>: going to).</summary>
    public required IReadOnlyDictionary<string, string[]> Words { get; init; }

    /// <summary>Endings after an apostrophe (<c>'ll</c>: will), longest first.</summary>
    public required IReadOnlyList<(string Ending, string[] Words)> Endings { get; init; }

    /// <summary>Words that may be passed over inside a phrase, each one or more words.</summary>
    public required IReadOnlyList<string[]> Fillers { get; init; }

    /// <summary>Words that call or link and say nothing by themselves (<c>wow</c>, <c>and</c>, <c>you guys</c>).</summary>
    public required IReadOnlySet<string> Calls { get; init; }

    /// <summary>Words that deny: no gap passes over them.</summary>
    public required IReadOnlySet<string> Negations { get; init; }

    /// <summary>Words written with a capital that name nobody (days, months, I).</summary>
    public required IReadOnlySet<string> NotNames { get; init; }

    /// <summary>Words with a point that ends no sentence.</summary>
    public required IReadOnlySet<string> Abbreviations { get; init; }

    /// <summary>Words that open a clause in speech without punctuation.</summary>
    public required IReadOnlySet<string> ClauseOpeners { get; init; }

    /// <summary>The words one written word stands for; itself where nothing else is known.</summary>
    /// <param name="written">Lower-case, with plain apostrophes.</param>
    public IReadOnlyList<string> Expand(string written)
    {
        if (Words.TryGetValue(written, out var known)) return known;
        if (written.Contains('\'', StringComparison.Ordinal))
        {
            foreach (var (ending, words) in Endings)
            {
                if (written.Length > ending.Length && written.EndsWith(ending, StringComparison.Ordinal))
                    return [.. Expand(written[..^ending.Length]), .. words];
            }

            return [written.Replace("'", "", StringComparison.Ordinal)];
        }

        return [written];
    }
}
