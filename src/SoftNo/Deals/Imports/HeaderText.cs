namespace SoftNo.Deals.Imports;

/// <summary>A header, made comparable in the ways that exports write it.</summary>
internal sealed class HeaderText
{
    /// <summary>Folds a header.</summary>
    /// <param name="text">The header.</param>
    /// <param name="objects">What stands before a property.</param>
    public HeaderText(string text, IReadOnlySet<string> objects)
    {
        Text = text;
        var folded = CrmWords.Fold(text);
        Key = folded.Replace(" ", "", StringComparison.Ordinal);
        Spaced = $" {folded} ";
        Words = folded.Split(' ').ToHashSet(StringComparer.Ordinal);
        var shorter = new List<string>();
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        var bare = bracket > 0 ? text[..bracket] : text;
        if (bracket > 0) shorter.Add(CrmWords.Key(bare));
        if (AfterObject(bare, objects) is { } property) shorter.Add(CrmWords.Key(property));
        if (bracket > 0 && AfterObject(text, objects) is { } whole) shorter.Add(CrmWords.Key(whole));
        Shorter = shorter;
    }

    /// <summary>The header as the file has it.</summary>
    public string Text { get; }

    /// <summary>Without case, accents, spaces and punctuation.</summary>
    public string Key { get; }

    /// <summary>Its words with a space around each.</summary>
    public string Spaced { get; }

    /// <summary>Its words.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>The keys without a bracket (<c>Montant (k€)</c>) and without the object (<c>Deal - Title</c>, <c>properties.dealname</c>).</summary>
    public IReadOnlyList<string> Shorter { get; }

    private static string? AfterObject(string text, IReadOnlySet<string> objects)
    {
        var cut = text.IndexOf(" - ", StringComparison.Ordinal) is var dash and > 0 ? (dash, 3) : text.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? (dot, 1) : (-1, 0);
        return cut.Item1 > 0 && objects.Contains(CrmWords.Fold(text[..cut.Item1])) ? text[(cut.Item1 + cut.Item2)..] : null;
    }
}
