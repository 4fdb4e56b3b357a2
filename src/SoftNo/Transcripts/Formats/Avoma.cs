using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Avoma: each entry has the times of its words; <c>is_rep</c> tells the side.</summary>
internal sealed class Avoma : JsonFormat
{
    public override string Name => "avoma";

    public override Bilingual Title => new("Avoma : transcription d’une réunion", "Avoma: a meeting's transcription");

    public override JsonBinding? Bind(ShapeNode file) =>
        file.FindWith("transcript[].transcript", "transcript[].speaker_id") is { } root
            ? new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = "transcript[].transcript, speaker_id" }
                .Titled(["title", "subject"], ["start_at", "meeting.start_at"])
                .On("meeting_uuid", (call, value) => call.Draft.Id = JsonValues.TextOf(value))
                .On("speakers[]", (call, value) => call.Draft.Replace(Person(value)))
                .On("transcript[]", Take)
            : null;

    private static void Take(JsonCall call, JsonElement item)
    {
        string? speaker = item.Text("speaker_id");
        if (speaker is not null) call.Know(speaker);
        long[] times = [.. item.Items("timestamps").SelectMany(Times)];
        call.Draft.Utterances.Add(new Utterance(speaker, item.Text("transcript") ?? "", times.Length == 0 ? null : times.Min(), times.Length < 2 ? null : times.Max()));
    }

    private static IEnumerable<long> Times(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Array) return item.EnumerateArray().SelectMany(Times);
        return JsonValues.NumberOf(item) is { } seconds && JsonValues.Milliseconds(seconds, 1000) is { } time ? [time] : [];
    }

    private static DraftSpeaker Person(JsonElement item)
    {
        string key = item.Text("id") ?? "";
        bool? ours = item.Flag("is_rep");
        return new DraftSpeaker(key, item.Text("name", "email") ?? JsonCall.NameOf(key))
        {
            Address = item.Text("email"),
            Side = ours is null ? Side.Unknown : ours.Value ? Side.Seller : Side.Prospect,
            Reason = ours is null ? null : SourceSays.Flag("is_rep", ours.Value ? "true" : "false"),
        };
    }
}
