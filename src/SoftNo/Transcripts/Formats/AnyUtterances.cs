using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>A JSON list of utterances that no product above writes: words, and perhaps who and when, under any of their usual names.</summary>
internal sealed class AnyUtterances : JsonFormat
{
    private static readonly string[] TextNames = ["text", "content", "transcript", "sentence", "utterance", "spokenText", "caption", "message", "snippet"];

    // Words as one text (Read.ai); a list of them is another thing.
    private const string WordsName = "words";
    private static readonly string[] SpeakerNames = ["speaker", "speaker_name", "speakerName", "speaker.name", "speaker.display_name", "speaker_label", "speakerLabel", "speakerId", "speaker_id", "participant", "participant.name", "participant_name", "user.name", "name", "user"];
    private static readonly string[] StartNames = ["start", "startTime", "start_time", "startedAt", "start_timestamp", "timestamp", "offset", "time", "ts", "begin", "from", "snippet_time"];
    private static readonly string[] EndNames = ["end", "endTime", "end_time", "endedAt", "end_timestamp", "to"];
    private static readonly string[] MillisecondStarts = ["start_ms", "startMs", "startMillis", "startTimeMillis", "start_time_ms", "startTimeMs", "offsetMs", "offsetMilliseconds"];
    private static readonly string[] MillisecondEnds = ["end_ms", "endMs", "endMillis", "endTimeMillis", "end_time_ms", "endTimeMs"];

    public override string Name => "json";

    public override Bilingual Title => new("Liste JSON de prises de parole", "JSON list of utterances");

    public override JsonBinding? Bind(ShapeNode file)
    {
        ShapeNode? root = file.Find(node => node.Items is { } items && (items.HasAny(TextNames) || items.At(WordsName) is { IsLeaf: true }) && (items.HasAny(SpeakerNames.AsSpan()[..^3]) || items.HasAny(StartNames) || items.HasAny(MillisecondStarts)));
        return root is null
            ? null
            : new JsonBinding<Guessed>(root, () => new Guessed()) { Seen = "[].text, speaker, start" }.On("[]", (call, item) => call.Take(item));
    }

    private sealed class Guessed : JsonCall
    {
        private readonly List<(Utterance Said, double? Start, double? End)> _items = [];

        public void Take(JsonElement item)
        {
            string? speaker = Know(item.Text(SpeakerNames));
            if (speaker is not null) TakeSide(speaker, item.Value("speaker") is { ValueKind: JsonValueKind.Object } person ? person : item);
            string text = item.Text(TextNames) ?? item.Text(WordsName) ?? "";
            if (item.Number(MillisecondStarts) is not null) _items.Add((item.Said(speaker, text, 1, MillisecondStarts, MillisecondEnds), null, null));
            else if (item.Number(StartNames) is { } start and < 1e8) _items.Add((new Utterance(speaker, text, null), start, item.Number(EndNames)));
            else _items.Add((item.Said(speaker, text, 1, StartNames, EndNames), null, null));
        }

        // Whole numbers that would make speech slower than a character a second are milliseconds.
        public override CallDraft Finish()
        {
            double last = _items.Max(item => item.Start) ?? 0;
            long characters = _items.Sum(item => (long)item.Said.Text.Length);
            bool whole = _items.TrueForAll(item => item.Start is null || item.Start == Math.Floor(item.Start.Value));
            double unit = whole && last > characters ? 1 : 1000;
            foreach (var (said, start, end) in _items)
            {
                Draft.Utterances.Add(start is not { } from ? said : said with
                {
                    StartMs = JsonValues.Milliseconds(from, unit), EndMs = end is { } to ? JsonValues.Milliseconds(to, unit) : null,
                });
            }

            _items.Clear();
            return Draft;
        }

        private void TakeSide(string key, JsonElement person)
        {
            if (Draft.Speaker(key) is not { Side: Side.Unknown } known || SideFlags.Of(person) is not { Side: not Side.Unknown } told) return;
            Draft.Replace(known with { Side = told.Side, Reason = told.Reason, Address = known.Address ?? person.Text("email") });
        }
    }
}
