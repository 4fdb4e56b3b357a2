using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Fathom: clock times from the start, no ends; whether an invitee is external tells the side.</summary>
internal sealed class Fathom : JsonFormat
{
    private static readonly string[] Starts = ["timestamp", "start_time"];

    public override string Name => "fathom";

    public override Bilingual Title => new("Fathom : réunion ou transcription", "Fathom: a meeting or its transcript");

    public override JsonBinding? Bind(ShapeNode file)
    {
        ShapeNode? root = file.FindWith("transcript[].speaker.display_name", "transcript[].timestamp");
        if (root is not null) return Bound(root, "transcript[]");
        root = file.FindWith("[].speaker.display_name", "[].timestamp");
        return root is null ? null : Bound(root, "[]");
    }

    private static JsonBinding<Meeting> Bound(ShapeNode root, string list) =>
        new JsonBinding<Meeting>(root, () => new Meeting()) { Seen = "speaker.display_name, timestamp" }
            .Titled(["title", "meeting_title"], ["recording_start_time", "scheduled_start_time"])
            .On("recording_start_time", (call, value) => call.Began = JsonCall.Moment(value))
            .On("recording_end_time", (call, value) => call.Ended = JsonCall.Moment(value))
            .On("transcript_language", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
            .On("calendar_invitees[]", (call, value) => call.Invitees.Add(new Invitee(
                value.Text("matched_speaker_display_name", "name"), value.Text("email"), value.Flag("is_external"))))
            .On("recorded_by", (call, value) => call.Invitees.Add(new Invitee(value.Text("name"), value.Text("email"), false)))
            .On(list, Take);

    private static void Take(Meeting call, JsonElement item)
    {
        string? name = item.Text("speaker.display_name", "speaker.name");
        string? address = item.Text("speaker.matched_calendar_invitee_email");
        string? key = address ?? name;
        if (key is not null) call.Draft.Know(new DraftSpeaker(key, name ?? key) { Address = address });
        call.Draft.Utterances.Add(item.Said(key, item.Text("text") ?? "", 1000, Starts, []));
    }

    private sealed record Invitee(string? Name, string? Address, bool? External);

    private sealed class Meeting : JsonCall
    {
        public List<Invitee> Invitees { get; } = [];

        public NodaTime.OffsetDateTime? Began { get; set; }

        public NodaTime.OffsetDateTime? Ended { get; set; }

        public override CallDraft Finish()
        {
            if (Began is { } from && Ended is { } to && to.ToInstant() > from.ToInstant()) Draft.Duration = to.ToInstant() - from.ToInstant();
            foreach (DraftSpeaker speaker in Draft.Speakers.ToArray())
            {
                Invitee? invitee = Invitees.Find(one => one.Address is not null && one.Address.Equals(speaker.Address, StringComparison.OrdinalIgnoreCase) && one.External is not null)
                    ?? Invitees.Find(one => one.Name is not null && Words.Fold(one.Name) == Words.Fold(speaker.Name) && one.External is not null);
                if (invitee?.External is not { } external) continue;
                Draft.Replace(speaker with
                {
                    Side = external ? Side.Prospect : Side.Seller,
                    Reason = SourceSays.Flag("is_external", external ? "true" : "false"),
                    Address = speaker.Address ?? invitee.Address,
                });
            }

            return Draft;
        }
    }
}
