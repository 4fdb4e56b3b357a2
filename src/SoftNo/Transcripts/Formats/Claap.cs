using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Claap: segments with their language; keys vary, so that each value is taken under any of its names. Seconds.</summary>
internal sealed class Claap : JsonFormat
{
    private static readonly string[] Starts = ["startedAt", "start", "startTime"];
    private static readonly string[] Ends = ["endedAt", "end", "endTime"];

    public override string Name => "claap";

    public override Bilingual Title => new("Claap : transcription d’un enregistrement", "Claap: a recording's transcript");

    public override JsonBinding? Bind(ShapeNode file)
    {
        if (file.Find(node => node.Has("segments[].text") && node.HasAny("segments[].startedAt", "segments[].languageCode", "segments[].speaker.name", "segments[].speakerName", "segments[].speakerId")) is not { } root) return null;
        ShapeNode call = root.Name.StartsWith("transcript", StringComparison.OrdinalIgnoreCase) && root.Parent is { } parent ? parent : root;
        string prefix = call == root ? "" : root.Name + ".";
        return new JsonBinding<JsonCall>(call, () => new JsonCall()) { Seen = "segments[].startedAt" }
            .Titled(["title", "recording.title", "name"], ["recordedAt", "recording.recordedAt", "recording.meeting.startingAt", "meeting.startingAt", "recording.createdAt"])
            .On(prefix + "languageCode", (one, value) => one.Draft.Language ??= JsonValues.TextOf(value))
            .On("recording.durationSeconds", (one, value) => one.Draft.TakeSeconds(value))
            .On(prefix + "language", (one, value) => one.Draft.Language ??= JsonValues.TextOf(value))
            .On(prefix + "speakers[]", TakeSpeaker)
            .On("speakers[]", TakeSpeaker)
            .On("participants[]", TakeSpeaker)
            .On("recording.meeting.participants[]", TakeSpeaker)
            .On("meeting.participants[]", TakeSpeaker)
            .On(prefix + "segments[]", Take);
    }

    private static void TakeSpeaker(JsonCall call, JsonElement item)
    {
        if (item.Text("id", "speakerId") is not { } id || item.Text("name", "email") is not { } name) return;
        (Side side, Bilingual? reason) = SideFlags.Of(item);
        call.Draft.Replace(new DraftSpeaker(id, name) { Address = item.Text("email"), Side = side, Reason = reason });
    }

    private static void Take(JsonCall call, JsonElement item)
    {
        string? name = item.Text("speaker", "speaker.name", "speakerName", "speaker.email", "speaker.id", "speakerId");
        if (name is not null && call.Draft.Speaker(name) is null)
        {
            (Side side, Bilingual? reason) = item.Value("speaker") is { } person ? SideFlags.Of(person) : default;
            call.Draft.Know(new DraftSpeaker(name, JsonCall.NameOf(name)) { Address = item.Text("speaker.email", "speakerEmail"), Side = side, Reason = reason });
        }

        call.Draft.Utterances.Add(item.Said(name, item.Text("text", "content") ?? "", 1000, Starts, Ends) with { Language = item.Text("languageCode", "language") });
    }
}
