using System.Text.Json;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Transcripts.Formats;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts;

/// <summary>What a companion file tells of a call: who took part, when it began, its title. Joined by the call's id, or by the ids of the people.</summary>
/// <param name="product">The format of the transcripts it stands beside: people of one name meet in several products.</param>
internal sealed class CallFacts(string product) : JsonCall
{
    public Dictionary<string, DraftSpeaker> People { get; } = [];

    // Where people are known by address or name alone, who may be in many meetings, all of a call must be among them.
    private bool NeedsAll { get; init; }

    /// <summary>The names of which every companion has one.</summary>
    public static readonly string[] Marks = ["parties", "primaryUserId", "signedinUser", "anonymousUser", "phoneUser", "space", "happenedAt", "scope", "is_external", "start_at"];

    /// <summary>Hangs takers for the companions that are known; null where the file holds none.</summary>
    public static JsonBinding<CallFacts>? Bind(ShapeNode file) => Gong(file) ?? Meet(file) ?? Conference(file) ?? Tldv(file) ?? Grain(file) ?? Fathom(file) ?? Avoma(file);

    /// <summary>Whether these facts are of that call.</summary>
    public bool IsOf(CallDraft call)
    {
        if (call.Format != product) return false;
        if (call.Id is not null && Draft.Id is not null) return call.Id == Draft.Id;
        return NeedsAll
            ? call.Speakers.Count > 0 && call.Speakers.All(speaker => People.ContainsKey(speaker.Key))
            : call.Speakers.Any(speaker => People.ContainsKey(speaker.Key));
    }

    /// <summary>Gives a call what it lacks.</summary>
    public void Complete(CallDraft call)
    {
        call.Title ??= Draft.Title;
        call.Duration ??= Draft.Duration;
        call.Language ??= Draft.Language;
        if (Draft.StartedAt is { } start && (call.StartedAt is null || call.Format == "google-meet")) call.StartedAt = Shift(call, start);
        foreach (DraftSpeaker speaker in call.Speakers.ToArray())
        {
            if (!People.TryGetValue(speaker.Key, out DraftSpeaker? person)) continue;
            // An address is no better name than the one the transcript shows.
            call.Replace(person.Name == person.Address && speaker.Name != speaker.Key ? person with { Name = speaker.Name } : person);
        }
    }

    // Times that were counted from the first words count from the start that the companion tells.
    private static OffsetDateTime Shift(CallDraft call, OffsetDateTime start)
    {
        if (call.StartedAt is { } first && call.Format == "google-meet")
        {
            long late = (long)(first.ToInstant() - start.ToInstant()).TotalMilliseconds;
            for (int i = 0; late > 0 && i < call.Utterances.Count; i++)
                call.Utterances[i] = call.Utterances[i] with { StartMs = call.Utterances[i].StartMs + late, EndMs = call.Utterances[i].EndMs + late };
        }

        return start;
    }

    private static JsonBinding<CallFacts>? Gong(ShapeNode file) =>
        file.Find(node => node.Has("parties[]") && node.HasAny("metaData.id", "parties[].speakerId")) is { } root
            ? new JsonBinding<CallFacts>(root, () => new CallFacts("gong")) { Seen = "parties[].speakerId" }
                .Titled(["metaData.title"], ["metaData.started", "metaData.scheduled"])
                .On("metaData.id", (facts, value) => facts.Draft.Id = JsonValues.TextOf(value))
                .On("metaData.duration", (facts, value) => facts.Draft.TakeSeconds(value))
                .On("metaData.language", (facts, value) => facts.Draft.Language = JsonValues.TextOf(value))
                .On("parties[]", (facts, item) => facts.TakeParty(item))
            : file.FindWith("primaryUserId", "started", "id") is { } basic
                ? new JsonBinding<CallFacts>(basic, () => new CallFacts("gong")) { Seen = "primaryUserId, started" }
                    .Titled(["title"], ["started", "scheduled"])
                    .On("id", (facts, value) => facts.Draft.Id = JsonValues.TextOf(value))
                    .On("duration", (facts, value) => facts.Draft.TakeSeconds(value))
                    .On("language", (facts, value) => facts.Draft.Language = JsonValues.TextOf(value))
                : null;

    private static JsonBinding<CallFacts>? Meet(ShapeNode file) =>
        file.Find(node => node.HasAny("participants[].signedinUser.displayName", "participants[].anonymousUser.displayName", "participants[].phoneUser.displayName")) is { } root
            ? new JsonBinding<CallFacts>(root, () => new CallFacts("google-meet")) { Seen = "participants[].signedinUser" }
                .Titled([], ["conferenceRecord.startTime"])
                .On("participants[]", (facts, item) => facts.TakeParticipant(item))
            : file.Find(node => node.HasAny("[].signedinUser.displayName", "[].anonymousUser.displayName", "[].phoneUser.displayName")) is { } bare
                ? new JsonBinding<CallFacts>(bare, () => new CallFacts("google-meet")) { Seen = "[].signedinUser" }.On("[]", (facts, item) => facts.TakeParticipant(item))
                : null;

    // conferenceRecords/ID, by itself or in a list.
    private static JsonBinding<CallFacts>? Conference(ShapeNode file) =>
        file.FindWith("name", "startTime", "space") is { } root
            ? new JsonBinding<CallFacts>(root, () => new CallFacts("google-meet")) { Seen = "conferenceRecords[].startTime" }
                .Titled([], ["startTime"])
                .On("name", (facts, value) => facts.Draft.Id = GoogleMeet.RecordOf(JsonValues.TextOf(value)))
            : null;

    private static JsonBinding<CallFacts>? Fathom(ShapeNode file) =>
        file.Find(node => node.Has("calendar_invitees[].is_external") && !node.Has("transcript[]")) is { } root
            ? new JsonBinding<CallFacts>(root, () => new CallFacts("fathom") { NeedsAll = true }) { Seen = "calendar_invitees[].is_external" }
                .Titled(["title", "meeting_title"], ["recording_start_time", "scheduled_start_time"])
                .On("transcript_language", (facts, value) => facts.Draft.Language = JsonValues.TextOf(value))
                .On("recorded_by", (facts, item) => facts.TakeInvited(item, "name", ours: true))
                .On("calendar_invitees[]", (facts, item) => facts.TakeInvited(item, "matched_speaker_display_name", ours: false))
            : null;

    private static JsonBinding<CallFacts>? Avoma(ShapeNode file) =>
        file.FindWith("uuid", "start_at", "subject") is { } root
            ? new JsonBinding<CallFacts>(root, () => new CallFacts("avoma")) { Seen = "uuid, start_at" }
                .Titled(["subject"], ["start_at"])
                .On("uuid", (facts, value) => facts.Draft.Id = JsonValues.TextOf(value))
                .On("duration", (facts, value) => facts.Draft.TakeSeconds(value))
            : null;

    private static JsonBinding<CallFacts>? Tldv(ShapeNode file) =>
        file.FindWith("happenedAt", "id") is { } root
            ? new JsonBinding<CallFacts>(root, () => new CallFacts("tldv") { NeedsAll = true }) { Seen = "happenedAt" }
                .Titled(["name"], ["happenedAt"])
                .On("id", (facts, value) => facts.Draft.Id = JsonValues.TextOf(value))
                .On("duration", (facts, value) => facts.Draft.TakeSeconds(value))
                .On("organizer", (facts, item) => facts.TakeInvitee(item))
                .On("invitees[]", (facts, item) => facts.TakeInvitee(item))
            : null;

    private static JsonBinding<CallFacts>? Grain(ShapeNode file) =>
        file.FindWith("participants[].scope") is { } root
            ? new JsonBinding<CallFacts>(root, () => new CallFacts("grain")) { Seen = "participants[].scope" }
                .Titled(["title"], ["start_datetime"])
                .On("id", (facts, value) => facts.Draft.Id = JsonValues.TextOf(value))
                .On("participants[]", (facts, item) => facts.Take(Formats.Grain.Person(item)))
            : null;

    private void Take(DraftSpeaker person) => People[person.Key] = person;

    private void TakeParty(JsonElement item)
    {
        if (item.Text("speakerId") is not { } key) return;
        string? affiliation = item.Text("affiliation");
        Side side = SideFlags.Named(affiliation);
        Bilingual? reason = side == Side.Unknown ? null : SourceSays.Flag("affiliation", affiliation);
        // Only Gong's own users have a user there.
        if (side == Side.Unknown && item.Text("userId") is not null) (side, reason) = (Side.Seller, SourceSays.Flag("userId", null));
        Take(new DraftSpeaker(key, item.Text("name", "emailAddress", "phoneNumber") ?? key)
        {
            Side = side,
            Reason = reason,
            Address = item.Text("emailAddress"),
            Role = item.Text("title"),
        });
    }

    // A speaker is a name there, so the name joins.
    private void TakeInvitee(JsonElement item)
    {
        if (item.Text("name") is { } name) Take(new DraftSpeaker(name, name) { Address = item.Text("email") });
    }

    // The transcript knows people by address, else by the name shown.
    private void TakeInvited(JsonElement item, string shown, bool ours)
    {
        (Side side, Bilingual? reason) = SideFlags.Of(item);
        if (ours) (side, reason) = (Side.Seller, SourceSays.Flag("recorded_by", null));
        string? address = item.Text("email"), name = item.Text(shown, "name");
        foreach (string key in new[] { address, name }.OfType<string>())
            People.TryAdd(key, new DraftSpeaker(key, name ?? key) { Address = address, Side = side, Reason = reason });
    }

    private void TakeParticipant(JsonElement item)
    {
        if (item.Text("name") is { } resource && GoogleMeet.NameOf(item) is { } name)
            Take(new DraftSpeaker(resource, name) { Account = item.Text("signedinUser.user") });
    }
}
