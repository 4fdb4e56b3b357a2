using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Grain's transcript, a bare list or inside its recording: milliseconds; a participant's scope tells the side.</summary>
internal sealed class Grain : JsonFormat
{
    public override string Name => "grain";

    public override Bilingual Title => new("Grain : transcription, avec ou sans la réunion", "Grain: a transcript, with or without its recording");

    public override JsonBinding? Bind(ShapeNode file)
    {
        foreach (string list in (string[])["transcript[]", "transcript_json[]", "[]"])
        {
            if (file.FindWith(list + ".participant_id", list + ".text") is not { } root) continue;
            return new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = list + ".participant_id" }
                .Titled(["title"], ["start_datetime"])
                .On("id", (call, value) => call.Draft.Id = JsonValues.TextOf(value))
                .On("duration_ms", (call, value) =>
                {
                    if (JsonValues.NumberOf(value) is { } time and > 0) call.Draft.Duration = NodaTime.Duration.FromMilliseconds(time);
                })
                .On("participants[]", (call, value) => call.Draft.Replace(Person(value)))
                .On(list, Take);
        }

        return null;
    }

    private static void Take(JsonCall call, JsonElement item)
    {
        string? name = item.Text("speaker");
        string? key = item.Text("participant_id") ?? name;
        if (key is not null) call.Draft.Know(new DraftSpeaker(key, name ?? key));
        call.Draft.Utterances.Add(new Utterance(key, item.Text("text") ?? "", item.Time(1, "start"), item.Time(1, "end")));
    }

    internal static DraftSpeaker Person(JsonElement item)
    {
        string? scope = item.Text("scope");
        Side side = SideFlags.Named(scope);
        string key = item.Text("id", "participant_id") ?? "";
        return new DraftSpeaker(key, item.Text("name", "email") ?? key)
        {
            Side = side,
            Reason = side == Side.Unknown ? null : SourceSays.Flag("scope", scope),
            Address = item.Text("email"),
        };
    }
}
