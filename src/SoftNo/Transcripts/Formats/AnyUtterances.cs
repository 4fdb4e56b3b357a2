using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>A JSON list of utterances that no product above writes: words, and perhaps who and when, under any of their usual names.</summary>
internal sealed class AnyUtterances : JsonFormat
{
    private static readonly string[] TextNames = ["text", "content", "transcript", "sentence", "utterance", "spokenText", "caption", "message"];
    private static readonly string[] SpeakerNames = ["speaker", "speaker_name", "speakerName", "speaker.name", "speaker.display_name", "speaker_label", "speakerLabel", "speakerId", "speaker_id", "participant", "participant.name", "participant_name", "user.name", "name", "user"];
    private static readonly string[] StartNames = ["start", "startTime", "start_time", "startedAt", "start_timestamp", "timestamp", "offset", "time", "ts", "begin", "from"];
    private static readonly string[] EndNames = ["end", "endTime", "end_time", "endedAt", "end_timestamp", "to"];
    private static readonly string[] MillisecondStarts = ["start_ms", "startMs", "startMillis", "offsetMs", "offsetMilliseconds"];
    private static readonly string[] MillisecondEnds = ["end_ms", "endMs", "endMillis"];

    public override string Name => "json";

    public override Bilingual Title => new("Liste JSON de prises de parole", "JSON list of utterances");

    public override JsonBinding? Bind(ShapeNode file)
    {
        ShapeNode? root = file.Find(node => node.Items is { } items && items.HasAny(TextNames) && (items.HasAny(SpeakerNames.AsSpan()[..^3]) || items.HasAny(StartNames) || items.HasAny(MillisecondStarts)));
        return root is null
            ? null
            : new JsonBinding<Guessed>(root, () => new Guessed()) { Seen = "[].text, speaker, start" }.On("[]", (call, item) => call.Take(item));
    }

    private sealed class Guessed : JsonCall
    {
        private readonly List<(string? Speaker, string Text, double? Start, double? End, bool Milliseconds)> _items = [];

        public void Take(JsonElement item)
        {
            string text = item.Text(TextNames) ?? "";
            string? speaker = item.Text(SpeakerNames);
            if (item.Number(MillisecondStarts) is { } exact) _items.Add((speaker, text, exact, item.Number(MillisecondEnds), true));
            else if (item.Number(StartNames) is { } start) _items.Add((speaker, text, start, item.Number(EndNames), false));
            else _items.Add((speaker, text, item.Time(1, StartNames), item.Time(1, EndNames), true));
        }

        // Whole numbers that would make speech slower than a character a second are milliseconds.
        public override CallDraft Finish()
        {
            double last = _items.Max(item => item.Start) ?? 0;
            long characters = _items.Sum(item => (long)item.Text.Length);
            bool whole = _items.TrueForAll(item => item.Start is null || item.Start == Math.Floor(item.Start.Value));
            double unit = whole && last > characters ? 1 : 1000;
            foreach (var (speaker, text, start, end, milliseconds) in _items)
            {
                double scale = milliseconds ? 1 : unit;
                Draft.Utterances.Add(new Utterance(Know(speaker), text, start is { } from ? JsonValues.Milliseconds(from, scale) : null, end is { } to ? JsonValues.Milliseconds(to, scale) : null));
            }

            return Draft;
        }
    }
}
