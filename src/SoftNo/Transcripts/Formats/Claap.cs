using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Claap: segments with their language; keys vary, so that each value is taken under any of its names. Seconds.</summary>
internal sealed class Claap : JsonFormat
{
    public override string Name => "claap";

    public override Bilingual Title => new("Claap : transcription d’un enregistrement", "Claap: a recording's transcript");

    public override JsonBinding? Bind(ShapeNode file)
    {
        if (file.Find(node => node.Has("segments[].text") && node.HasAny("segments[].startedAt", "segments[].languageCode")) is not { } root) return null;
        ShapeNode call = root.Name.StartsWith("transcript", StringComparison.OrdinalIgnoreCase) && root.Parent is { } parent ? parent : root;
        string prefix = call == root ? "" : root.Name + ".";
        return new JsonBinding<JsonCall>(call, () => new JsonCall()) { Seen = "segments[].startedAt" }
            .Titled(["title", "recording.title", "name"], ["recordedAt", "recording.recordedAt", "recording.meeting.startingAt", "meeting.startingAt", "recording.createdAt"])
            .On(prefix + "languageCode", (one, value) => one.Draft.Language ??= JsonValues.TextOf(value))
            .On(prefix + "language", (one, value) => one.Draft.Language ??= JsonValues.TextOf(value))
            .On(prefix + "speakers[]", TakeSpeaker)
            .On("speakers[]", TakeSpeaker)
            .On(prefix + "segments[]", Take);
    }

    private static void TakeSpeaker(JsonCall call, JsonElement item)
    {
        if (item.Text("id", "speakerId") is { } id && item.Text("name", "email") is { } name) call.Draft.Replace(new DraftSpeaker(id, name) { Address = item.Text("email") });
    }

    private static void Take(JsonCall call, JsonElement item)
    {
        string? name = item.Text("speaker", "speaker.name", "speakerName", "speaker.email", "speaker.id", "speakerId");
        if (name is not null) call.Draft.Know(new DraftSpeaker(name, JsonCall.NameOf(name)) { Address = item.Text("speaker.email") });
        call.Draft.Utterances.Add(new Utterance(name, item.Text("text", "content") ?? "", item.Time(1000, "startedAt", "start", "startTime"), item.Time(1000, "endedAt", "end", "endTime"))
        {
            Language = item.Text("languageCode", "language"),
        });
    }
}
