namespace SoftNo;

/// <summary>A text of the interface in both of its languages. Words for the prospect are never of this type: they are English only.</summary>
/// <param name="Fr">French; ordinary spaces do.</param>
/// <param name="En">American English.</param>
public sealed record Bilingual(string Fr, string En)
{
    /// <summary>French, spaced as the French do wherever an ordinary space stands.</summary>
    public string Fr { get; init; } = French.Spaced(Fr);

    /// <summary>The text in <paramref name="language"/>: <c>fr</c> gives French, anything else English.</summary>
    public string In(string language) => language == "fr" ? Fr : En;
}
