using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>tl;dv's transcript: seconds; a speaker may be null.</summary>
internal sealed class Tldv : JsonFormat
{
    private static readonly string[] Starts = ["startTime", "start"];
    private static readonly string[] Ends = ["endTime", "end"];

    public override string Name => "tldv";

    public override Bilingual Title => new("tl;dv : transcription d’une réunion", "tl;dv: a meeting's transcript");

    public override JsonBinding? Bind(ShapeNode file) =>
        file.Find(node => node.Has("data[].text") && node.HasAny("data[].startTime", "data[].start") && (node.Has("meetingId") || node.Has("data[].speaker"))) is { } root
            ? new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = "data[].text, startTime, speaker" }
                .Titled(["name", "title"], ["happenedAt"])
                .On("meetingId", (call, value) => call.Draft.Id = JsonValues.TextOf(value))
                .On("duration", (call, value) => call.Draft.TakeSeconds(value))
                .On("data[]", Take)
            : null;

    private static void Take(JsonCall call, JsonElement item) =>
        call.Draft.Utterances.Add(item.Said(call.Know(item.Text("speaker", "speaker.name")), item.Text("text") ?? "", 1000, Starts, Ends));
}
