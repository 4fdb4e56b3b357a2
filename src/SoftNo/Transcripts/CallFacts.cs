using System.Text.Json;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Transcripts.Formats;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts;

/// <summary>What a companion file tells of a call: who took part, when it began, its title. Joined by the call's id, or by the ids of the people.</summary>
internal sealed class CallFacts : JsonCall
{
    public Dictionary<string, DraftSpeaker> People { get; } = [];

    /// <summary>Hangs takers for the companions that are known; null where the file holds none.</summary>
    public static JsonBinding<CallFacts>? Bind(ShapeNode file) => Gong(file) ?? Meet(file) ?? Tldv(file) ?? Grain(file);

    /// <summary>Whether these facts are of that call.</summary>
    public bool IsOf(CallDraft call)
    {
        if (call.Id is not null && Draft.Id is not null) return call.Id == Draft.Id;
        return call.Speakers.Any(speaker => People.ContainsKey(speaker.Key));
    }

    /// <summary>Gives a call what it lacks.</summary>
    public void Complete(CallDraft call)
    {
        call.Title ??= Draft.Title;
        call.Duration ??= Draft.Duration;
        if (Draft.StartedAt is { } start) call.StartedAt = Shift(call, start);
        foreach (DraftSpeaker speaker in call.Speakers.ToArray())
        {
            if (People.TryGetValue(speaker.Key, out DraftSpeaker? person)) call.Replace(person);
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
            ? new JsonBinding<CallFacts>(root, () => new CallFacts()) { Seen = "parties[].speakerId" }
                .Titled(["metaData.title"], ["metaData.started", "metaData.scheduled"])
                .On("metaData.id", (facts, value) => facts.Draft.Id = JsonValues.TextOf(value))
                .On("metaData.duration", (facts, value) => facts.Draft.TakeSeconds(value))
                .On("parties[]", (facts, item) => facts.TakeParty(item))
            : null;

    private static JsonBinding<CallFacts>? Meet(ShapeNode file) =>
        file.Find(node => node.HasAny("participants[].signedinUser.displayName", "participants[].anonymousUser.displayName", "participants[].phoneUser.displayName")) is { } root
            ? new JsonBinding<CallFacts>(root, () => new CallFacts()) { Seen = "participants[].signedinUser" }
                .Titled([], ["conferenceRecord.startTime"])
                .On("participants[]", (facts, item) => facts.TakeParticipant(item))
            : null;

    private static JsonBinding<CallFacts>? Tldv(ShapeNode file) =>
        file.FindWith("happenedAt", "id") is { } root
            ? new JsonBinding<CallFacts>(root, () => new CallFacts()) { Seen = "happenedAt" }
                .Titled(["name"], ["happenedAt"])
                .On("id", (facts, value) => facts.Draft.Id = JsonValues.TextOf(value))
                .On("duration", (facts, value) => facts.Draft.TakeSeconds(value))
                .On("organizer", (facts, item) => facts.TakeInvitee(item))
                .On("invitees[]", (facts, item) => facts.TakeInvitee(item))
            : null;

    private static JsonBinding<CallFacts>? Grain(ShapeNode file) =>
        file.FindWith("participants[].scope") is { } root
            ? new JsonBinding<CallFacts>(root, () => new CallFacts()) { Seen = "participants[].scope" }
                .Titled(["title"], ["start_datetime"])
                .On("participants[]", (facts, item) => facts.Take(Formats.Grain.Person(item)))
            : null;

    private void Take(DraftSpeaker person) => People[person.Key] = person;

    private void TakeParty(JsonElement item)
    {
        if (item.Text("speakerId") is not { } key) return;
        string? affiliation = item.Text("affiliation");
        Side side = affiliation?.ToLowerInvariant() switch
        {
            "internal" => Side.Seller,
            "external" => Side.Prospect,
            _ => Side.Unknown,
        };
        Take(new DraftSpeaker(key, item.Text("name", "emailAddress", "phoneNumber") ?? key)
        {
            Side = side,
            Reason = side == Side.Unknown ? null : SourceSays.Flag("affiliation", affiliation),
            Address = item.Text("emailAddress"),
            Role = item.Text("title"),
        });
    }

    // A speaker is a name there, so the name joins.
    private void TakeInvitee(JsonElement item)
    {
        if (item.Text("name") is { } name) Take(new DraftSpeaker(name, name) { Address = item.Text("email") });
    }

    private void TakeParticipant(JsonElement item)
    {
        if (item.Text("name") is { } resource && GoogleMeet.NameOf(item) is { } name) Take(new DraftSpeaker(resource, name));
    }
}
