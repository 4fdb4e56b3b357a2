using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Gong's call transcripts, milliseconds; speakers are ids that join to the parties of the extensive call data.</summary>
internal sealed class Gong : JsonFormat
{
    public override string Name => "gong";

    public override Bilingual Title => new("Gong : /v2/calls/transcript, avec les participants de /v2/calls/extensive", "Gong: /v2/calls/transcript, with the parties of /v2/calls/extensive");

    public override JsonBinding? Bind(ShapeNode file) =>
        file.Find(node => node.Has("transcript[].sentences[].text") && node.HasAny("callId", "transcript[].speakerId")) is { } root
            ? new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = "transcript[].sentences[], speakerId" }
                .On("callId", (call, value) => call.Draft.Id = JsonValues.TextOf(value))
                .On("transcript[]", TakeMonologue)
            : null;

    private static void TakeMonologue(JsonCall call, JsonElement monologue)
    {
        string? speaker = monologue.Text("speakerId");
        if (speaker is not null) call.Draft.Know(new DraftSpeaker(speaker, speaker));
        foreach (JsonElement sentence in monologue.Items("sentences"))
            call.Draft.Utterances.Add(new Utterance(speaker, sentence.Text("text") ?? "", sentence.Time(1, "start"), sentence.Time(1, "end")));
    }
}
