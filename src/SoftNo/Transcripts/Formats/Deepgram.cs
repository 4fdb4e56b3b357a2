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
            .On(prefix + "language", (call, value) => call.Draft.Language ??= JsonValues.TextOf(value))
            .On("metadata.duration", (call, value) => call.Draft.TakeSeconds(value))
            .On(prefix + "channels[].detected_language", (call, value) => call.Draft.Language ??= JsonValues.TextOf(value))
            .On(prefix + list, take);
    }

    private sealed class Channels : OnlyWords
    {
        // No label holds it: it parts the channel from the speaker's number until it is known how many channels there are.
        private const char Apart = '\u001f';

        private readonly List<Utterance> _utterances = [];
        private readonly Dictionary<string, string?> _keys = [];

        public void TakeUtterance(JsonElement item) => _utterances.Add(new Utterance(
            Label(item.Text("channel") ?? "0", item.Text("speaker")), item.Text("transcript") ?? "", item.Time(1000, "start"), item.Time(1000, "end")) { Confidence = item.Number("confidence") });

        public void TakeWord(JsonElement item, int[] place)
        {
            if (place[1] > 0) return;
            Say(new SpokenWord(
                Label(place[0].ToString(System.Globalization.CultureInfo.InvariantCulture), item.Text("speaker")),
                item.Text("punctuated_word", "word") ?? "", item.Time(1000, "start"), item.Time(1000, "end"), item.Number("confidence")));
        }

        public override CallDraft Finish()
        {
            bool several = Spoken.Select(word => word.Speaker).Concat(_utterances.Select(one => one.Speaker)).Distinct().Select(label => label!.Split(Apart)[0]).Distinct().Skip(1).Any();
            foreach (Utterance one in _utterances) Draft.Utterances.Add(one with { Speaker = Key(several, one.Speaker!) });
            for (int i = 0; i < Spoken.Count; i++) Spoken[i] = Spoken[i] with { Speaker = Key(several, Spoken[i].Speaker!) };
            return base.Finish();
        }

        private static string Label(string channel, string? speaker) => $"{channel}{Apart}{speaker}";

        private string? Key(bool several, string label)
        {
            if (_keys.TryGetValue(label, out string? known)) return known;
            string[] parts = label.Split(Apart);
            string? key = several ? $"channel {parts[0]}" : Know(parts[1]);
            if (several) Draft.Know(new DraftSpeaker(key!, $"Channel {parts[0]}"));
            _keys.Add(label, key);
            return key;
        }
    }
}
