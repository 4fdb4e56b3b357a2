using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Aircall's conversation transcription: seconds; the participant's type tells the side.</summary>
internal sealed class Aircall : JsonFormat
{
    public override string Name => "aircall";

    public override Bilingual Title => new("Aircall : transcription d’un appel", "Aircall: a call's transcription");

    public override JsonBinding? Bind(ShapeNode file) =>
        file.Find(node => node.HasAny("content.utterances[].participant_type", "utterances[].participant_type")) is { } root
            ? new JsonBinding<Line>(root, () => new Line()) { Seen = "utterances[].participant_type" }
                .Titled(["title"], ["call_created_at", "started_at", "call.started_at"])
                .On("language", (call, value) => call.Draft.Language ??= JsonValues.TextOf(value))
                .On("content.language", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("content.utterances[]", (call, item) => call.Take(item))
                .On("utterances[]", (call, item) => call.Take(item))
            : null;

    private sealed class Line : JsonCall
    {
        private readonly Dictionary<string, int> _ofType = [];

        public void Take(JsonElement item)
        {
            string type = item.Text("participant_type") ?? "unknown";
            string key = $"{type} {item.Text("user_id", "phone_number", "participant_id")}".Trim();
            if (Draft.Speaker(key) is null)
            {
                int others = _ofType.GetValueOrDefault(type);
                _ofType[type] = others + 1;
                string name = item.Text("participant_name", "user_name", "name") ?? (others == 0 ? type : $"{type} {others + 1}");
                Side side = SideFlags.Named(type);
                Draft.Know(new DraftSpeaker(key, name) { Side = side, Reason = side == Side.Unknown ? null : SourceSays.Flag("participant_type", type) });
            }

            Draft.Utterances.Add(new Utterance(key, item.Text("text") ?? "", item.Time(1000, "start_time"), item.Time(1000, "end_time")));
        }
    }
}
