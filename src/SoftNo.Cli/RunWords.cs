using System.Text.Json.Serialization;
using SoftNo.Reports;

namespace SoftNo.Cli;

/// <summary>What a run over many files says of itself, in one language; the file of each lies in <c>Words/</c>.</summary>
/// <param name="Again">The help of <c>--again</c>.</param>
/// <param name="Consent">The help of <c>--consent</c>.</param>
/// <param name="AlreadyRead">So many files were done by an earlier run.</param>
/// <param name="Written">{0} files were written, into the folder {1}.</param>
/// <param name="Interrupted">{0} of {1} files are done; the same command goes on.</param>
internal sealed record RunWords(string Again, string Consent, Counted AlreadyRead, string Written, string Interrupted)
{
    private static readonly Lazy<RunWords> French = new(() => Read("fr")), English = new(() => Read("en"));

    /// <summary>The words of a language.</summary>
    public static RunWords In(string language) => language == "fr" ? French.Value : English.Value;

    private static RunWords Read(string language) =>
        WordsFile.Read(typeof(RunWords).Assembly, $"SoftNo.Cli.Words.run-{language}.json", RunWordsContext.Default.RunWords);
}

/// <summary>How the words are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RunWords))]
internal sealed partial class RunWordsContext : JsonSerializerContext;
