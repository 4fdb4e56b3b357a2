using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Modjo: exports v1 (<c>relations.transcript</c>, speakers by id) and v2 (<c>data</c>, speakers inside). Seconds.</summary>
internal sealed class Modjo : JsonFormat
{
    private static readonly string[] Starts = ["startTime", "start"];
    private static readonly string[] Ends = ["endTime", "end"];

    public override string Name => "modjo";

    public override Bilingual Title => new("Modjo : exports v1 et v2", "Modjo: exports v1 and v2");

    public override JsonBinding? Bind(ShapeNode file)
    {
        if (file.Find(node => node.Has("relations.transcript[].content")) is { } first)
        {
            return new JsonBinding<JsonCall>(first, () => new JsonCall()) { Seen = "relations.transcript[].content" }
                .Titled(["title", "name"], ["startDate", "start_date", "startedAt"])
                .On("callId", (call, value) => call.Draft.Id = JsonValues.TextOf(value))
                .On("language", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("duration", (call, value) => call.Draft.TakeSeconds(value))
                .On("relations.speakers[]", (call, value) => call.Draft.Replace(Person(value, value.Text("speakerId", "id") ?? "")))
                .On("relations.transcript[]", (call, value) => Take(call, value, value.Text("speakerId")));
        }

        return file.Find(node => node.Has("data[].content") && node.HasAny("data[].speaker.type", "data[].speaker.name", "data[].speakerId")) is { } second
            ? new JsonBinding<JsonCall>(second, () => new JsonCall()) { Seen = "data[].content, speaker.type" }
                .Titled(["title"], ["startDate", "startedAt", "date"])
                .On("callId", (call, value) => call.Draft.Id = JsonValues.TextOf(value))
                .On("language", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("duration", (call, value) => call.Draft.TakeSeconds(value))
                .On("speakers[]", (call, value) => call.Draft.Replace(Person(value, value.Text("speakerId", "id", "name") ?? "")))
                .On("data[]", TakeSecond)
            : null;
    }

    private static void TakeSecond(JsonCall call, JsonElement item)
    {
        string? key = item.Text("speaker.id", "speaker.speakerId", "speaker.name", "speaker.email", "speakerId", "speaker");
        if (key is not null && item.Value("speaker") is { ValueKind: JsonValueKind.Object } person) call.Draft.Know(Person(person, key));
        Take(call, item, key);
    }

    private static void Take(JsonCall call, JsonElement item, string? speaker)
    {
        if (speaker is not null) call.Know(speaker);
        call.Draft.Utterances.Add(item.Said(speaker, item.Text("content", "text") ?? "", 1000, Starts, Ends) with { Language = item.Text("language") });
    }

    private static DraftSpeaker Person(JsonElement item, string key)
    {
        (Side Side, Bilingual? Reason) told = SideFlags.Of(item);
        if (told.Side == Side.Unknown && item.Text("userId") is not null) told = (Side.Seller, SourceSays.Flag("userId", null));
        else if (told.Side == Side.Unknown && item.Text("contactId") is not null) told = (Side.Prospect, SourceSays.Flag("contactId", null));
        string? address = item.Text("email");
        return new DraftSpeaker(key, item.Text("name") ?? address ?? item.Text("phoneNumber") ?? JsonCall.NameOf(key)) { Side = told.Side, Reason = told.Reason, Address = address };
    }
}
