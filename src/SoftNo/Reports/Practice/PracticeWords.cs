using System.Text.Json.Serialization;

namespace SoftNo.Reports.Practice;

/// <summary>The words around a rescue.</summary>
internal sealed record RescueLabels(
    string Say, string Recommended, string Delivery, string Why, string Coaching, string Avoid, string Mail, string Subject, string To, string OpenAddress, string Then, string IfTheySay,
    string Means, string SayBack, string Do, string Slot, string Ours, string Alternatives, string NoSlot, string Open, string Moves, string Rescued);

/// <summary>The words around an explanation.</summary>
internal sealed record DecodeLabels(string Nothing, string Near, string NoNear, string Means, string Also, string NotWhen, string LookAlikes, string Ask, string Alike, string Heard);

/// <summary>The words around a card.</summary>
internal sealed record CardLabels(string Title, string With, string Pains, string NoPain, string Question, string Sentences, string Slots, string NoSlots);

/// <summary>The words around an autopsy.</summary>
internal sealed record AutopsyLabels(
    string Title, string LostCount, string Spent, string WonCount, string Deal, string Lost, string Won, string Silent, string NoWasSaid, string Day, string NoDay, string Sentence, string SaidBy, string Absence, string Said,
    string After, string Days, string WouldGet, string Limits, Counted Calls, Counted Mails, string SpentMails, string AfterMails, string DayMail, string NoDayMail, string Dead, string CrmSaid, string NoPercent,
    string Closing, string EndedAfter);

/// <summary>The words around settings.</summary>
internal sealed record SettingsLabels(string Title, string File, string Missing, string Default, string None, string Yes, string No, IReadOnlyDictionary<string, string> Names, string Written);

/// <summary>The words of the reports on what to do before, after and without a call, in one language.</summary>
internal sealed record PracticeWords(
    IReadOnlyDictionary<string, string> Tones, RescueLabels Rescue, DecodeLabels Decode, CardLabels Card, AutopsyLabels Autopsy, SettingsLabels Settings)
{
    private static readonly Lazy<PracticeWords> French = new(() => Read("fr"));
    private static readonly Lazy<PracticeWords> English = new(() => Read("en"));

    /// <summary>The words of a language.</summary>
    public static PracticeWords In(string language) => language == "fr" ? French.Value : English.Value;

    private static PracticeWords Read(string language) =>
        WordsFile.Read(typeof(PracticeWords).Assembly, $"SoftNo.Reports.Words.practice-{language}.json", PracticeWordsContext.Default.PracticeWords);
}

/// <summary>How the words are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PracticeWords))]
internal sealed partial class PracticeWordsContext : JsonSerializerContext;
