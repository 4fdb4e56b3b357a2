using System.Text.Json.Serialization;
using SoftNo.Reports;

namespace SoftNo.Cli;

/// <summary>An example under a verb's help.</summary>
/// <param name="Line">What to type.</param>
/// <param name="Does">What it does.</param>
internal sealed record Example(string Line, string Does);

/// <summary>The words of <c>softno read</c>'s help.</summary>
internal sealed record ReadWords(
    string Verb, string Inputs, string Us, string Them, string At, string Zone, string OurZone, string Format, string Out, string Jobs, string Declared,
    string MaxSize, string Verbose, string Without, string Share, string Together, string AsOf);

/// <summary>The words of a complaint: what is wrong and what cures it; <c>{0}</c>… are filled in.</summary>
internal sealed record ComplaintWords(string Problem, string Cure);

/// <summary>The command's own words in one language; the file of each language lies in <c>Words/</c>.</summary>
internal sealed record CliWords(
    string Root, string Lang, string Help, string Version, string ExamplesTitle, string SeeHelp, string OurBug, string HowToReport, string Progress, string Wrote,
    Counted ReadCalls, string FormatsVerb, string FormatsTitle, string FormatsVerbose, string ReadAs, string DefaultWord, string Colon, string CommandWord, string DescriptionTitle, string LexiconVerb, string LexiconCheckVerb, string LexiconPath, Counted LexiconClean, Counted LexiconProblems, string Contradiction, string EvalVerb,
    string EvalInput, string EvalFormat, string EvalErrors, string EvalFolds, string EvalFit, string EvalFitLabels, string EvalFitSides, string EvalFitSteps, string EvalDates, string EvalDatesPath, string EvalNoise, string EvalDemo, string EvalDemoTeams, string EvalDemoSeed, string EvalDemoClosed, ReadWords Read,
    IReadOnlyDictionary<string, ComplaintWords> Complaints, IReadOnlyDictionary<string, IReadOnlyList<Example>> Examples)
{
    private static readonly Dictionary<string, CliWords> Loaded = [];

    /// <summary>The words of a language.</summary>
    public static CliWords In(string language)
    {
        lock (Loaded)
        {
            if (!Loaded.TryGetValue(language, out var words))
            {
                words = WordsFile.Read(typeof(CliWords).Assembly, $"SoftNo.Cli.Words.{language}.json", CliWordsContext.Default.CliWords);
                Loaded.Add(language, words);
            }

            return words;
        }
    }

    /// <summary>A problem in both languages from the complaint of that code.</summary>
    public static Problem Problem(string code, string file, params object[] parts)
    {
        string Fill(string text) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, parts);
        var (fr, en) = (In("fr").Complaints[code], In("en").Complaints[code]);
        return new Problem(file, null, null, code, new Bilingual(Fill(fr.Problem), Fill(en.Problem)), new Bilingual(Fill(fr.Cure), Fill(en.Cure)));
    }
}

/// <summary>How the words are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CliWords))]
internal sealed partial class CliWordsContext : JsonSerializerContext;
