namespace SoftNo;

/// <summary>A text of the interface in both of its languages. Words for the prospect are never of this type: they are English only.</summary>
/// <param name="Fr">French, with French spacing.</param>
/// <param name="En">American English.</param>
public sealed record Bilingual(string Fr, string En)
{
    /// <summary>The text in <paramref name="language"/>: <c>fr</c> gives French, anything else English.</summary>
    public string In(string language) => language == "fr" ? Fr : En;
}
