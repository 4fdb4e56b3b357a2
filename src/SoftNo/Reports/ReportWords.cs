using System.Text.Json.Serialization;

namespace SoftNo.Reports;

/// <summary>How the interface speaks of a signal.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Present">What it means when it is there, in a sentence.</param>
/// <param name="Ear">How a French ear mishears it, and why.</param>
public sealed record SignalWords(string Name, string Present, string Ear);

/// <summary>How the interface speaks of a verdict.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Means">What it means, in a sentence.</param>
public sealed record VerdictWords(string Name, string Means);

/// <summary>How dates and times are written; <c>{weekday}</c>, <c>{day}</c>, <c>{month}</c>, <c>{year}</c>, <c>{time}</c>, <c>{city}</c>, <c>{from}</c>, <c>{to}</c> are filled in.</summary>
public sealed record TimeWords(
    IReadOnlyList<string> Weekdays, IReadOnlyList<string> Months, string Date, string At, string Clock, string OurClock, string Part, string Period, string FirstDay);

/// <summary>The titles over the parts of a report.</summary>
public sealed record TitleWords(
    string Signals, string Friction, string NextStep, string Say, string Mirror, string Crm, string Declared, string Warnings, string Missed, string Transcript,
    string Timeline, string For, string Against, string OtherReadings, string Coaching, string Delivery, string Avoid, string Mail, string Then, string Cues,
    string OtherMoves, string People, string Because);

/// <summary>The sentences of a report; <c>{0}</c>… are filled in.</summary>
public sealed record SentenceWords(
    string Confidence, string Cleared, string ClearedShort, string LookedFor, string NoHardQuestion, string ObjectionsOnly, string GoodNews, string FrictionRate, string StepNone, string StepQuote,
    string StepUnknownTime, string StepCandidates, string StepOwed, string Mirror, string MirrorTalk, string MirrorAccepted, string MirrorNoResult,
    string DeclaredHigh, string DeclaredWithin, string DeclaredLow, string Rests, string Lasted, string MoreCues, string Or, string And, string PeopleHead, string Person, string NoEvidence,
    string IfTheySay, string Means, string Answer, string Shared, string SharedTitle, string ReadBy, string MovePicked, string SaidAt, string Nobody, string Remembered, string FromMemory, string SeenAbove, string TechFiled, string Private);

/// <summary>What is said of an exchange; <c>{0}</c>… are filled in.</summary>
public sealed record ThreadWords(
    string Title, string NoAct, string JustNow, string Silent, string TheyAsked, string WeAsked, string AwayUntil, string Away, string Invitation, string NoHour, string Accepted, string Tentative,
    string Declined, string SilentGuests, string Cancelled, string Expired, string ShortDate, IReadOnlyList<string> ShortMonths, Counted Moved, Counted BusinessDays);

/// <summary>The words of the page's own controls.</summary>
public sealed record PageWords(
    string Copy, string Copied, string ToWords, string BackToSignals, string SkipToTranscript, string Print, string StripLabel, string StripPraise, string StripQuestions,
    string StripExits, string StripSeller, string StripProspect, string StripSteps, string Gloss, string Strength, string FoundBy, string Legend, string Help, string Tones);

/// <summary>The words of every report in one language; the file of each language lies in <c>Reports/Words/</c>.</summary>
public sealed record ReportWords(
    string Language, string Quote, string Colon, string Semicolon, string Percent, TitleWords Titles, SentenceWords Sentences, PageWords Page, TimeWords Time,
    Counted HardQuestions, Counted Objections, Counted Praise, Counted BuyingSteps, Counted FeatureTurns, Counted OutcomeTurns, Counted Minutes, Counted Sell, Counted MayBuy, Counted MoreEvidence,
    IReadOnlyDictionary<string, VerdictWords> Verdicts, IReadOnlyDictionary<string, SignalWords> Signals, IReadOnlyDictionary<string, string> States,
    IReadOnlyDictionary<string, string> Kinds, IReadOnlyDictionary<string, string> Topics, IReadOnlyDictionary<string, string> Grades,
    IReadOnlyDictionary<string, string> Bounds, IReadOnlyDictionary<string, string> Moves, IReadOnlyDictionary<string, string> Tones,
    IReadOnlyDictionary<string, string> Sides, IReadOnlyDictionary<string, string> Bases, IReadOnlyDictionary<string, string> Listener, ThreadWords Thread)
{
    private static readonly Lazy<ReportWords> French = new(() => Read("fr"));
    private static readonly Lazy<ReportWords> English = new(() => Read("en"));

    /// <summary>The words of a language: <c>fr</c>, anything else English.</summary>
    public static ReportWords In(string language) => language == "fr" ? French.Value : English.Value;

    private static ReportWords Read(string language) =>
        WordsFile.Read(typeof(ReportWords).Assembly, $"SoftNo.Reports.Words.{language}.json", ReportWordsContext.Default.ReportWords);
}

/// <summary>How the words are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ReportWords))]
internal sealed partial class ReportWordsContext : JsonSerializerContext;
