using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>AssemblyAI: utterances, else words. Milliseconds.</summary>
internal sealed class AssemblyAi : JsonFormat
{
    public override string Name => "assemblyai";

    public override Bilingual Title => new("AssemblyAI", "AssemblyAI");

    public override JsonBinding? Bind(ShapeNode file)
    {
        // Others write such utterances too, in seconds, and call a word "word".
        if (file.FindWith("utterances[].text", "utterances[].start", "utterances[].speaker") is { } root && !root.Has("utterances[].words[].word"))
        {
            return new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = "utterances[].text, speaker" }
                .On("language_code", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("audio_duration", (call, value) => call.Draft.TakeSeconds(value))
                .On("utterances[]", Take);
        }

        if (file.FindWith("sentences[].text", "sentences[].start", "sentences[].words[].text") is { } sentences)
        {
            return new JsonBinding<JsonCall>(sentences, () => new JsonCall()) { Seen = "sentences[].text, words" }
                .On("audio_duration", (call, value) => call.Draft.TakeSeconds(value))
                .On("sentences[]", Take);
        }

        return file.Find(node => node.Has("words[].text") && node.Has("words[].start") && node.HasAny("audio_duration", "audio_url", "language_code")) is { } words
            ? new JsonBinding<OnlyWords>(words, () => new OnlyWords()) { Seen = "words[].text, audio_duration" }
                .On("language_code", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("audio_duration", (call, value) => call.Draft.TakeSeconds(value))
                .On("words[]", (call, item) => call.Say(new SpokenWord(
                    call.Know(item.Text("speaker", "channel")), item.Text("text") ?? "", item.Time(1, "start"), item.Time(1, "end"), item.Number("confidence"))))
            : null;
    }

    private static void Take(JsonCall call, JsonElement item) => call.Draft.Utterances.Add(new Utterance(
        call.Know(item.Text("speaker", "channel")), item.Text("text") ?? "", item.Time(1, "start"), item.Time(1, "end")) { Confidence = item.Number("confidence") });
}
