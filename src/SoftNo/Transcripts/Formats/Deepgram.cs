using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Deepgram: utterances, else the words of each channel; with several channels a channel is a speaker. Seconds.</summary>
internal sealed class Deepgram : JsonFormat
{
    public override string Name => "deepgram";

    public override Bilingual Title => new("Deepgram", "Deepgram");

    public override JsonBinding? Bind(ShapeNode file)
    {
        if (file.FindWith("utterances[].transcript", "utterances[].start") is { } spoken)
        {
            return Bound(spoken, "utterances[]", (call, item, _) => call.TakeUtterance(item));
        }

        return file.FindWith("channels[].alternatives[].words[].word") is { } root
            ? Bound(root, "channels[].alternatives[].words[]", (call, item, place) => call.TakeWord(item, place))
            : null;
    }

    // The metadata stands beside the results.
    private static JsonBinding<Channels> Bound(ShapeNode root, string list, Action<Channels, JsonElement, int[]> take)
    {
        bool inside = root.Name == "results" && root.Parent is not null;
        string prefix = inside ? "results." : "";
        return new JsonBinding<Channels>(inside ? root.Parent! : root, () => new Channels()) { Seen = list }
            .On("metadata.duration", (call, value) => call.Draft.TakeSeconds(value))
            .On(prefix + "channels[].detected_language", (call, value) => call.Draft.Language ??= JsonValues.TextOf(value))
            .On(prefix + list, take);
    }

    private sealed class Channels : JsonCall
    {
        private readonly List<(string Channel, string? Speaker, SpokenWord Word)> _words = [];
        private readonly List<(string Channel, string? Speaker, Utterance Utterance)> _utterances = [];

        public void TakeUtterance(JsonElement item) => _utterances.Add((item.Text("channel") ?? "0", item.Text("speaker"), new Utterance(
            null, item.Text("transcript") ?? "", item.Time(1000, "start"), item.Time(1000, "end")) { Confidence = item.Number("confidence") }));

        public void TakeWord(JsonElement item, int[] place)
        {
            if (place[1] > 0) return;
            _words.Add((place[0].ToString(System.Globalization.CultureInfo.InvariantCulture), item.Text("speaker"), new SpokenWord(
                null, item.Text("punctuated_word", "word") ?? "", item.Time(1000, "start"), item.Time(1000, "end"), item.Number("confidence"))));
        }

        public override CallDraft Finish()
        {
            bool several = _words.Select(word => word.Channel).Concat(_utterances.Select(one => one.Channel)).Distinct().Skip(1).Any();
            foreach (var one in _utterances) Draft.Utterances.Add(one.Utterance with { Speaker = Key(several, one.Channel, one.Speaker) });
            SpokenWords.Fill(Draft, [.. _words.Select(word => word.Word with { Speaker = Key(several, word.Channel, word.Speaker) })], segmented: false);
            return Draft;
        }

        private string? Key(bool several, string channel, string? speaker)
        {
            if (!several) return Know(speaker);
            string key = $"channel {channel}";
            Draft.Know(new DraftSpeaker(key, $"Channel {channel}"));
            return key;
        }
    }
}
