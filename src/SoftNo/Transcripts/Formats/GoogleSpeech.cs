using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>
/// Google Speech-to-Text v1 and v2: results of words. With diarisation the last result of v1 repeats every word with its speaker; with several channels
/// a channel is a speaker.
/// </summary>
internal sealed class GoogleSpeech : JsonFormat
{
    public override string Name => "google-stt";

    public override Bilingual Title => new("Google Speech-to-Text v1 et v2", "Google Speech-to-Text v1 and v2");

    public override JsonBinding? Bind(ShapeNode file) => (JsonBinding?)Words(file) ?? Results(file);

    private static JsonBinding<SpokenResults>? Words(ShapeNode file) =>
        file.Find(node => node.Has("results[].alternatives[].words[].word") && node.HasAny(
            "results[].alternatives[].words[].startTime", "results[].alternatives[].words[].startOffset", "results[].alternatives[].words[].endOffset", "results[].alternatives[].words[].endTime")) is { } root
            ? new JsonBinding<SpokenResults>(root, () => new SpokenResults()) { Seen = "results[].alternatives[].words[].word" }
                .On("results[].languageCode", (call, value) => call.Draft.Language ??= JsonValues.TextOf(value))
                .On("results[].channelTag", (call, value, place) => call.Channel[place[0]] = JsonValues.TextOf(value)!)
                .On("results[].alternatives[].words[]", (call, item, place) => call.Take(item, place))
            : null;

    // Where no word was timed, a result is a turn that ends where it says and begins where the one before ended.
    private static JsonBinding<JsonCall>? Results(ShapeNode file) =>
        file.Find(node => node.Has("results[].alternatives[].transcript") && node.HasAny("results[].resultEndTime", "results[].resultEndOffset")) is { } root
            ? new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = "results[].alternatives[].transcript" }
                .On("results[]", (call, item) =>
                {
                    call.Draft.Language ??= item.Text("languageCode");
                    JsonElement best = item.Items("alternatives").FirstOrDefault();
                    long start = call.Draft.Utterances.Count == 0 ? 0 : call.Draft.Utterances[^1].EndMs ?? 0;
                    if (best.ValueKind != JsonValueKind.Object) return;
                    call.Draft.Utterances.Add(new Utterance(call.Know(item.Text("channelTag")), best.Text("transcript") ?? "", start, item.Time(1000, "resultEndTime", "resultEndOffset"))
                    {
                        Confidence = best.Number("confidence"),
                    });
                })
            : null;

    private sealed class SpokenResults : JsonCall
    {
        private readonly List<(int Result, SpokenWord Word)> _words = [];

        public Dictionary<int, string> Channel { get; } = [];

        public void Take(JsonElement item, int[] place)
        {
            if (place[1] > 0) return;
            string? speaker = item.Text("speakerLabel", "speakerTag");
            long? end = item.Time(1000, "endTime", "endOffset");
            // A start of zero is left out in JSON.
            long? start = item.Time(1000, "startTime", "startOffset") ?? (end is null ? null : 0);
            _words.Add((place[0], new SpokenWord(speaker == "0" ? null : speaker, item.Text("word") ?? "", start, end, item.Number("confidence"))));
        }

        public override CallDraft Finish()
        {
            int last = _words.Count == 0 ? 0 : _words.Max(word => word.Result);
            bool repeats = last > 0 && FirstStart(last) <= FirstStart(0) && _words.Exists(word => word.Result == last && word.Word.Speaker is not null);
            bool channels = Channel.Values.Distinct().Skip(1).Any();
            var spoken = new List<SpokenWord>(_words.Count);
            int before = -1;
            foreach ((int result, SpokenWord word) in _words)
            {
                if (repeats && result != last) continue;
                string? speaker = channels ? Channel.GetValueOrDefault(result) : word.Speaker;
                spoken.Add(word with { Speaker = Know(speaker), Opens = !repeats && result != before });
                before = result;
            }

            SpokenWords.Fill(Draft, spoken, segmented: !repeats);
            return Draft;
        }

        private long FirstStart(int result) => _words.Find(word => word.Result == result && word.Word.StartMs is not null).Word.StartMs ?? long.MaxValue;
    }
}
