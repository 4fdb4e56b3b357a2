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
        if (file.FindWith("segments[].text", "segments[].start") is { } root) return Segments(root, "segments[]");
        // faster-whisper's segments put into a list.
        if (file.Find(node => node.Has("[].text") && node.Has("[].start") && node.HasAny("[].avg_logprob", "[].no_speech_prob", "[].tokens", "[].words[].probability")) is { } bare) return Segments(bare, "[]");
        if (Chunks(file) is { } chunks) return chunks;
        if (file.FindWith("transcription[].text", "transcription[].offsets") is not { } cpp) return Words(file);
        return new JsonBinding<JsonCall>(cpp, () => new JsonCall()) { Seen = "transcription[].offsets" }
            .On("result.language", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
            .On("transcription[]", (call, item) => Take(call, item, item.Time(1, "offsets.from"), item.Time(1, "offsets.to")));
    }

    private static JsonBinding<JsonCall> Segments(ShapeNode root, string list) =>
        new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = list + ".text, start" }
            .On("language", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
            .On("duration", (call, value) => call.Draft.TakeSeconds(value))
            .On(list, (call, item) => Take(call, item, item.Time(1000, "start"), item.Time(1000, "end")));

    // Hugging Face's pipelines: chunks with a pair of seconds; the same again by speaker, where they were told apart.
    private static JsonBinding<JsonCall>? Chunks(ShapeNode file)
    {
        foreach (string list in (string[])["speakers[]", "chunks[]"])
        {
            if (file.FindWith(list + ".text", list + ".timestamp[]") is not { } root) continue;
            return new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = list + ".text, timestamp" }
                .On(list, (call, item) => Take(call, item, OfPair(item, 0), OfPair(item, 1)));
        }

        return null;
    }

    private static long? OfPair(JsonElement item, int place) =>
        item.Value("timestamp") is { ValueKind: JsonValueKind.Array } pair && pair.GetArrayLength() > place && JsonValues.NumberOf(pair[place]) is { } seconds
            ? JsonValues.Milliseconds(seconds, 1000)
            : null;

    // Words asked for without their segments; what has a start of its own is a segment.
    private static JsonBinding<OnlyWords>? Words(ShapeNode file) =>
        file.Find(node => node.Has("words[].word") && node.Has("words[].start") && node.Has("text") && !node.Has("start")) is { } root
            ? new JsonBinding<OnlyWords>(root, () => new OnlyWords()) { Seen = "words[].word, text" }
                .On("language", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("duration", (call, value) => call.Draft.TakeSeconds(value))
                .On("words[]", (call, item) => call.Say(new SpokenWord(
                    call.Know(item.Text("speaker")), (item.Text("word") ?? "").Trim(), item.Time(1000, "start"), item.Time(1000, "end"), item.Number("probability", "score"))))
            : null;

    private static void Take(JsonCall call, JsonElement item, long? start, long? end) =>
        call.Draft.Utterances.Add(new Utterance(call.Know(item.Text("speaker", "speaker.name", "speaker.id", "speaker_name", "speakerName") ?? MostWords(item)), item.Text("text") ?? "", start, end)
        {
            Confidence = item.Number("avg_logprob") is { } log ? Math.Clamp(Math.Exp(log), 0, 1) : item.Number("confidence"),
        });

    // WhisperX names the speaker of each word, and of the segment only sometimes.
    private static string? MostWords(JsonElement segment) =>
        segment.Items("words").Select(word => word.Text("speaker")).OfType<string>().GroupBy(name => name).MaxBy(group => group.Count())?.Key;
}
