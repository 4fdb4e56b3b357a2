using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>AWS Transcribe: words as items, speakers on the items or in segments of their own; numbers are strings, punctuation has no time. Seconds.</summary>
internal sealed class AwsTranscribe : JsonFormat
{
    public override string Name => "aws-transcribe";

    public override Bilingual Title => new("AWS Transcribe", "AWS Transcribe");

    public override JsonBinding? Bind(ShapeNode file)
    {
        if (file.Find(node => node.Has("audio_segments[].transcript") && node.HasAny("audio_segments[].speaker_label", "audio_segments[].channel_label")) is { } segments)
        {
            return new JsonBinding<JsonCall>(segments, () => new JsonCall()) { Seen = "audio_segments[].transcript" }
                .On("language_code", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("audio_segments[]", (call, item) => call.Draft.Utterances.Add(new Utterance(
                    call.Know(item.Text("speaker_label", "channel_label")), item.Text("transcript") ?? "", item.Time(1000, "start_time"), item.Time(1000, "end_time"))));
        }

        if (file.FindWith("channel_labels.channels[].items[].alternatives[].content") is { } channels)
        {
            return new JsonBinding<Labels>(channels, () => new Labels()) { Seen = "channel_labels.channels[].items[]" }
                .On("language_code", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("channel_labels.channels[]", (call, item) => call.TakeChannel(item));
        }

        ShapeNode? root = file.FindWith("items[].alternatives[].content");
        string list = "items[]";
        if (root is null)
        {
            root = file.FindWith("[].alternatives[].content", "[].type");
            list = "[]";
        }

        return root is null || root.Has("[].alternatives[].speaker") || root.Has("items[].alternatives[].speaker")
            ? null
            : new JsonBinding<Labels>(root, () => new Labels()) { Seen = "items[].alternatives[].content" }
                .On("language_code", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("speaker_labels.segments[]", (call, item) => call.TakeSegment(item))
                .On(list, (call, item) => call.TakeItem(item, null));
    }

    private sealed class Labels : OnlyWords
    {
        private readonly Dictionary<long, string> _byStart = [];
        private readonly HashSet<long> _opens = [];

        public void TakeSegment(JsonElement segment)
        {
            bool first = true;
            foreach (JsonElement item in segment.Items("items"))
            {
                if (item.Time(1000, "start_time") is not { } start) continue;
                if (first) _opens.Add(start);
                first = false;
                if ((item.Text("speaker_label") ?? segment.Text("speaker_label")) is { } label) _byStart[start] = label;
            }
        }

        public void TakeChannel(JsonElement channel)
        {
            string? label = channel.Text("channel_label");
            foreach (JsonElement item in channel.Items("items")) TakeItem(item, label);
        }

        public void TakeItem(JsonElement item, string? channel)
        {
            JsonElement best = item.Items("alternatives").FirstOrDefault();
            if (best.ValueKind != JsonValueKind.Object || best.Text("content") is not { } content) return;
            bool glued = item.Text("type") == "punctuation";
            Say(new SpokenWord(channel ?? item.Text("speaker_label", "channel_label"), content, item.Time(1000, "start_time"), item.Time(1000, "end_time"), best.Number("confidence"), glued));
        }

        public override CallDraft Finish()
        {
            for (int i = 0; i < Spoken.Count; i++)
            {
                SpokenWord word = Spoken[i];
                string? label = word.Speaker ?? (word.StartMs is { } start ? _byStart.GetValueOrDefault(start) : null);
                Spoken[i] = word with { Speaker = Know(label), Opens = word.StartMs is { } at && _opens.Contains(at) };
            }

            Segmented = _opens.Count > 0;
            return base.Finish();
        }
    }
}
