using System.Globalization;
using System.Text.Json.Serialization;
using SoftNo.Reports;

namespace SoftNo.Cli.Stored;

/// <summary>The words of the verbs that store, in one language.</summary>
/// <param name="Verbs">What each verb does.</param>
/// <param name="Options">What each option and argument is.</param>
/// <param name="Lines">Sentences of the answers; <c>{0}</c>… are filled in.</param>
/// <param name="Counts">Counted things.</param>
/// <param name="Problems">Complaints by code.</param>
/// <param name="Examples">What stands under a verb's help, by the verb's name.</param>
internal sealed record StoreWords(
    IReadOnlyDictionary<string, string> Verbs, IReadOnlyDictionary<string, string> Options, IReadOnlyDictionary<string, string> Lines, IReadOnlyDictionary<string, Counted> Counts,
    IReadOnlyDictionary<string, ComplaintWords> Problems, IReadOnlyDictionary<string, IReadOnlyList<Example>> Examples)
{
    private static readonly Lazy<StoreWords> French = new(() => Read("fr"));
    private static readonly Lazy<StoreWords> English = new(() => Read("en"));

    /// <summary>The words of a language.</summary>
    public static StoreWords Of(string language) => language == "fr" ? French.Value : English.Value;

    /// <summary>A sentence, filled.</summary>
    public string Line(string name, params object?[] parts) => string.Format(CultureInfo.InvariantCulture, Lines[name], parts);

    /// <summary>A problem in both languages.</summary>
    public static Problem Problem(string code, string place, params object?[] parts)
    {
        var (fr, en) = (French.Value.Problems[code], English.Value.Problems[code]);
        return new Problem(place, null, null, code, new Bilingual(Fill(fr.Problem), Fill(en.Problem)), new Bilingual(Fill(fr.Cure), Fill(en.Cure)));

        string Fill(string text) => string.Format(CultureInfo.InvariantCulture, text, parts);
    }

    private static StoreWords Read(string language) => WordsFile.Read(typeof(StoreWords).Assembly, $"SoftNo.Cli.Words.store-{language}.json", StoreWordsContext.Default.StoreWords);
}

/// <summary>How the words are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(StoreWords))]
internal sealed partial class StoreWordsContext : JsonSerializerContext;
