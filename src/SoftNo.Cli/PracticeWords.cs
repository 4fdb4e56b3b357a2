using System.Globalization;
using System.Text.Json.Serialization;
using SoftNo.Reports;

namespace SoftNo.Cli;

/// <summary>The questions of <c>debrief</c> and <c>settings init</c>.</summary>
internal sealed record AskWords(
    string Words, string Questions, string Date, string When, string Result, string Percent, string Again, string InitNames, string InitDomains, string InitAddress, string InitOurZone,
    string InitTheirZone, string InitHours, string InitLanguage, string InitSignature, string InitConsent);

/// <summary>The words of the verbs before, after and without a call, in one language.</summary>
internal sealed record PracticeWords(
    string Rescue, string Card, string Decode, string Debrief, string Autopsy, string Settings, string SettingsInit, string File, string Hours, string Out, string Move, string Industry, string To,
    string Silence, string Format, string Words, string In, string AnswerWords, string AnswerQuestions, string AnswerDate, string AnswerWhen, string AnswerResult, string AnswerPercent,
    string AnswerProspect, string AnswerFrom, string At, string Zone, string OurZone, string Paths, string Pages, string Share, string Serve, string ServePort, string ServeMaxUpload, string ServeRequests, string ServeNewKey, string ServeScopes, string Mcp, string McpWords, string McpWrites, string ServeAddress, AskWords Ask, IReadOnlyDictionary<string, string> Topics,
    string TopicsToAnswer, IReadOnlyList<string> None, IReadOnlyDictionary<string, string> Namers, string NamersToAnswer, IReadOnlyDictionary<string, ComplaintWords> Problems)
{
    private static readonly Lazy<PracticeWords> French = new(() => Read("fr"));
    private static readonly Lazy<PracticeWords> English = new(() => Read("en"));

    /// <summary>The words of a language.</summary>
    public static PracticeWords Of(string language) => language == "fr" ? French.Value : English.Value;

    /// <summary>A problem in both languages.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="file">Where.</param>
    /// <param name="problem">Fills the problem.</param>
    /// <param name="cure">Fills the cure.</param>
    public static Problem Problem(string code, string file, string problem = "", string cure = "")
    {
        var (fr, en) = (French.Value.Problems[code], English.Value.Problems[code]);
        return new Problem(file, null, null, code, new Bilingual(Fill(fr.Problem, problem), Fill(en.Problem, problem)), new Bilingual(Fill(fr.Cure, cure), Fill(en.Cure, cure)));
    }

    private static string Fill(string text, string part) => string.Format(CultureInfo.InvariantCulture, text, part);

    private static PracticeWords Read(string language) =>
        WordsFile.Read(typeof(PracticeWords).Assembly, $"SoftNo.Cli.Words.practice-{language}.json", PracticeWordsContext.Default.PracticeWords);
}

/// <summary>How the words are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PracticeWords))]
internal sealed partial class PracticeWordsContext : JsonSerializerContext;
