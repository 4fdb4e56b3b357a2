using System.Text.Json.Serialization;

namespace SoftNo.Reports;

/// <summary>What a mask knows, from <c>mask.json</c>.</summary>
/// <param name="Prospect">The label of the prospect's people.</param>
/// <param name="Seller">The label of the seller's people.</param>
/// <param name="Person">The label of people whose side is unknown.</param>
/// <param name="Company">The label of companies.</param>
/// <param name="Name">The label of names of which nobody knows what they name.</param>
/// <param name="Amount">The label of amounts.</param>
/// <param name="Address">The label of addresses.</param>
/// <param name="NotNames">Words with a capital that name nobody.</param>
/// <param name="AlsoWords">First names that are words too: masked with a capital only.</param>
/// <param name="Amounts">Words that are amounts.</param>
/// <param name="Units">Endings that make a number an amount.</param>
internal sealed record MaskWords(
    Bilingual Prospect, Bilingual Seller, Bilingual Person, Bilingual Company, Bilingual Name, Bilingual Amount, Bilingual Address,
    IReadOnlyList<string> NotNames, IReadOnlyList<string> AlsoWords, IReadOnlyList<string> Amounts, IReadOnlyList<string> Units)
{
    /// <summary>The shipped lists.</summary>
    public static MaskWords Shipped { get; } = WordsFile.Read(typeof(MaskWords).Assembly, "SoftNo.Reports.mask.json", MaskWordsContext.Default.MaskWords);
}

/// <summary>How the lists are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MaskWords))]
internal sealed partial class MaskWordsContext : JsonSerializerContext;
