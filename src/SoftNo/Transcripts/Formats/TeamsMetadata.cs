using System.Text.Json;
using NodaTime;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Microsoft Graph's <c>metadataContent</c>: WebVTT whose cues are JSON with the speaker, the words, the language and the moment itself.</summary>
internal static class TeamsMetadata
{
    /// <summary>Whether the cues are written so.</summary>
    public static bool IsOne(List<WebVttCue> cues) => cues.Exists(cue => cue.Payload.StartsWith('{') && cue.Payload.Contains("\"spokenText\"", StringComparison.Ordinal));

    /// <summary>Reads them; a cue that is broken JSON is passed over.</summary>
    public static CallDraft Read(List<WebVttCue> cues)
    {
        var call = new CallDraft("webvtt/teams-metadata");
        foreach (WebVttCue cue in cues)
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(cue.Payload);
                Take(call, cue, document.RootElement);
            }
            catch (JsonException)
            {
                call.Warnings.Add(TranscriptProblems.SomeCueBroken(cue.Line + 1));
            }
        }

        return call;
    }

    private static void Take(CallDraft call, WebVttCue cue, JsonElement item)
    {
        string? language = item.Text("spokenLanguage");
        call.Language ??= language;
        if (call.StartedAt is null && item.Value("startDateTime") is { } value && JsonCall.Moment(value) is { } moment)
            call.StartedAt = (moment - Duration.FromMilliseconds(cue.StartMs ?? 0));
        call.Utterances.Add(new Utterance(call.Know(item.Text("speakerName")), item.Text("spokenText") ?? "", cue.StartMs, cue.EndMs) { Language = language });
    }
}
