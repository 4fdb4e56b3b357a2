using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>IBM Watson: words as <c>[word, from, to]</c>, speakers in a list joined by the start. Seconds.</summary>
internal sealed class Watson : JsonFormat
{
    public override string Name => "ibm-watson";

    public override Bilingual Title => new("IBM Watson Speech to Text", "IBM Watson Speech to Text");

    public override JsonBinding? Bind(ShapeNode file) =>
        file.FindWith("results[].alternatives[].timestamps[]") is { } root
            ? new JsonBinding<Labels>(root.Parent is { Name: "results" } list ? list.Parent! : root, () => new Labels()) { Seen = "results[].alternatives[].timestamps[]" }
                .On("results[].speaker_labels[]", (call, item) => call.TakeLabel(item))
                .On("speaker_labels[]", (call, item) => call.TakeLabel(item))
                .On("results[].results[].alternatives[].timestamps[]", (call, item, place) => call.TakeWord(item, place))
                .On("results[].alternatives[].timestamps[]", (call, item, place) => call.TakeWord(item, place))
            : null;

    private sealed class Labels : OnlyWords
    {
        private readonly Dictionary<long, string?> _byStart = [];
        private int _result = -1;

        public void TakeLabel(JsonElement item)
        {
            if (item.Time(1000, "from") is { } start) _byStart[start] = item.Text("speaker");
        }

        public void TakeWord(JsonElement item, int[] place)
        {
            if (place[^2] > 0 || item.ValueKind != JsonValueKind.Array || item.GetArrayLength() < 3) return;
            long? start = JsonValues.NumberOf(item[1]) is { } from ? JsonValues.Milliseconds(from, 1000) : null;
            long? end = JsonValues.NumberOf(item[2]) is { } to ? JsonValues.Milliseconds(to, 1000) : null;
            int result = place[^3];
            Say(new SpokenWord(null, JsonValues.TextOf(item[0]) ?? "", start, end, opens: result != _result));
            _result = result;
        }

        public override CallDraft Finish()
        {
            for (int i = 0; i < Spoken.Count; i++)
            {
                if (Spoken[i].StartMs is { } start && _byStart.TryGetValue(start, out string? label)) Spoken[i] = Spoken[i] with { Speaker = Know(label) };
            }

            Segmented = true;
            return base.Finish();
        }
    }
}
