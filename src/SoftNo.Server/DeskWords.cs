using System.Globalization;
using System.Text.Json.Serialization;
using SoftNo.Reports;

namespace SoftNo.Server;

/// <summary>What is wrong and what cures it; <c>{0}</c>… are filled in.</summary>
public sealed record FaultWords(string Problem, string Cure);

/// <summary>The words around every page.</summary>
public sealed record ShellWords(
    string Skip, string Drop, string Today, string Pipeline, string Blocks, string Debrief, string Phrases, string Settings, string Api, string Language, string Leave, string Decode, string DecodeHint, string DecodeButton, string Local);

/// <summary>The words of the page where calls are dropped.</summary>
public sealed record DropWords(
    string Title, string Lead, string Zone, string Choose, string Paste, string PasteHint, string Read, string Reading, string Kept, string Calls, string Refused, string NoCalls, string Say, string Formats,
    string Limit, string Forget, string Keep, string KeepHint, string KeepAnyway, string Consent, string ConsentHint, string Imported, string Deals, string Acts, string KeptCalls, string Waiting,
    string WaitingHint, string Deal, string Tie);

/// <summary>The words of a call's page beside the reading's own.</summary>
public sealed record CallWords(string Sides, string SidesHint, string Ours, string Theirs, string Neither, string ReadAgain, string Files, string FilesHint, string Mail, string Hold, string Invite, string Given, string Times,
    string Dismiss, string Correct, string CorrectTitle, string Instead, string Why, string None, string Corrections, string CorrectionsHint, string Was, string Undo, string Keep, string KeepHint,
    string DealHint, string NotKept, string KeptAt, string KeptWaiting, string ConsentSaid, string Change, IReadOnlyDictionary<string, string> By);

/// <summary>The words of the plan and the demo.</summary>
public sealed record PlanWords(
    string Plan, string PlanHint, string PlanNone, string Accept, string Applied, string AppliedOn, string Undone, string DemoHint, string DemoSee, string DemoOn, string DemoLeave);

/// <summary>The words of the page where it blocks.</summary>
public sealed record BlocksWords(string Title, string Lead, string None, string Me, string Show);

/// <summary>The words of a move's page.</summary>
public sealed record RescueWords(string Subject, string Body, string TakeMail, string Times, string Theirs, string Ours, string TakeTime, string TimesHint);

/// <summary>The words of a deal's page.</summary>
public sealed record DealPageWords(
    string Next, string Rescue, string Closed, string Story, string NoStory, string Step, string Read, string People, string Notes, string WhatCame, string Note, string Outcome, string On, string Closes,
    string Sent, string MarkSent, string Paused, IReadOnlyDictionary<string, string> Acts, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Outcomes,
    IReadOnlyDictionary<string, string> Answers);

/// <summary>The words of the debrief.</summary>
public sealed record DebriefWords(
    string Title, string Lead, string Words, string Questions, string Date, string When, string Result, string Percent, string Prospect, string Read, IReadOnlyDictionary<string, string> Namers);

/// <summary>The words of the page that explains words.</summary>
public sealed record DecodeWords(string Title, string Lead);

/// <summary>The words of the phrases' page.</summary>
public sealed record PhrasesWords(string Title, string Lead, string Fires, string Quiet, string Weight, string Search, string Find, string None);

/// <summary>The words of the settings' page.</summary>
public sealed record SettingsWords(
    string Title, string Lead, string Setting, string Value, string From, string Keys, string KeysLead, string KeyName, string Make, string Made, string Revoke, string NoKeys, string Created, string MayWrite);

/// <summary>What an assistant and who starts it are told.</summary>
public sealed record AssistantWords(string Leaves, string WithWords, string WithoutWords, string WithWrites, string WithoutWrites, string Instructions);

/// <summary>The words of the terminal.</summary>
public sealed record TerminalWords(string Open, string Fresh, string NewKey, string Local, string Help);

/// <summary>The desk's own words in one language; the file of each language lies in <c>Words/</c>.</summary>
public sealed record DeskWords(
    ShellWords Shell, DropWords Drop, CallWords Call, DealPageWords Deal, PlanWords Plan, BlocksWords Blocks, RescueWords Rescue, DebriefWords Debrief, DecodeWords Decode, PhrasesWords Phrases, SettingsWords Settings, AssistantWords Assistant, TerminalWords Terminal,
    IReadOnlyDictionary<string, FaultWords> Problems)
{
    private static readonly Lazy<DeskWords> French = new(() => Read("fr"));
    private static readonly Lazy<DeskWords> English = new(() => Read("en"));

    /// <summary>The words of a language: <c>fr</c>, anything else English.</summary>
    public static DeskWords In(string language) => language == "fr" ? French.Value : English.Value;

    /// <summary>A text in both languages.</summary>
    public static Bilingual Both(Func<DeskWords, string> text) => new(text(French.Value), text(English.Value));

    /// <summary>A problem in both languages.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="file">The file, address or option that it is about.</param>
    /// <param name="parts">What fills the texts.</param>
    public static Problem Problem(string code, string file, params object[] parts)
    {
        var (fr, en) = (French.Value.Problems[code], English.Value.Problems[code]);
        return new Problem(file, null, null, code, new Bilingual(Fill(fr.Problem), Fill(en.Problem)), new Bilingual(Fill(fr.Cure), Fill(en.Cure)));

        string Fill(string text) => string.Format(CultureInfo.InvariantCulture, text, parts);
    }

    private static DeskWords Read(string language) =>
        WordsFile.Read(typeof(DeskWords).Assembly, $"SoftNo.Server.Words.{language}.json", DeskWordsContext.Default.DeskWords);
}

/// <summary>How the words are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DeskWords))]
internal sealed partial class DeskWordsContext : JsonSerializerContext;
