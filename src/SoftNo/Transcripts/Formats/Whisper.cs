using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Whisper, WhisperX and faster-whisper: segments in seconds, a speaker only where somebody put one; whisper.cpp: offsets in milliseconds.</summary>
internal sealed class Whisper : JsonFormat
{
    public override string Name => "whisper";

    public override Bilingual Title => new("Whisper, WhisperX, whisper.cpp", "Whisper, WhisperX, whisper.cpp");

    public override JsonBinding? Bind(ShapeNode file)
    {
        if (file.FindWith("segments[].text", "segments[].start") is { } root)
        {
            return new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = "segments[].text, start" }
                .On("language", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("duration", (call, value) => call.Draft.TakeSeconds(value))
                .On("segments[]", (call, item) => Take(call, item, item.Time(1000, "start"), item.Time(1000, "end")));
        }

        return file.FindWith("transcription[].text", "transcription[].offsets") is { } cpp
            ? new JsonBinding<JsonCall>(cpp, () => new JsonCall()) { Seen = "transcription[].offsets" }
                .On("result.language", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("transcription[]", (call, item) => Take(call, item, item.Time(1, "offsets.from"), item.Time(1, "offsets.to")))
            : null;
    }

    private static void Take(JsonCall call, JsonElement item, long? start, long? end) =>
        call.Draft.Utterances.Add(new Utterance(call.Know(item.Text("speaker")), item.Text("text") ?? "", start, end)
        {
            Confidence = item.Number("avg_logprob") is { } log ? Math.Clamp(Math.Exp(log), 0, 1) : item.Number("confidence"),
        });
}
