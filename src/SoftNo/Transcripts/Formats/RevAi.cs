using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Rev AI: monologues of elements, punctuation and blanks among them. Seconds.</summary>
internal sealed class RevAi : JsonFormat
{
    public override string Name => "rev-ai";

    public override Bilingual Title => new("Rev AI : monologues", "Rev AI: monologues");

    public override JsonBinding? Bind(ShapeNode file) =>
        file.FindWith("monologues[].elements[].value") is { } root
            ? new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = "monologues[].elements[].value" }
                .On("speakers[]", TakeSpeaker)
                .On("monologues[]", Take)
            : null;

    private static void TakeSpeaker(JsonCall call, JsonElement item)
    {
        if (item.Text("id") is { } id && item.Text("name", "display_name") is { } name) call.Draft.Replace(new DraftSpeaker(id, name));
    }

    private static void Take(JsonCall call, JsonElement item)
    {
        string? speaker = item.Text("speaker", "speaker_info.id");
        if (speaker is not null) call.Draft.Know(new DraftSpeaker(speaker, item.Text("speaker_info.display_name", "speaker_name") ?? JsonCall.NameOf(speaker)));
        var text = new System.Text.StringBuilder();
        long? start = null, end = null;
        double sum = 0;
        int told = 0;
        foreach (JsonElement element in item.Items("elements"))
        {
            string value = element.Value("value") is { ValueKind: JsonValueKind.String } written ? written.GetString()! : "";
            // Two words in a row have their blank between them; where the source leaves it out, it is put in.
            if (element.Text("type") != "punct" && text.Length > 0 && char.IsLetterOrDigit(text[^1])) text.Append(' ');
            text.Append(value);
            start ??= element.Time(1000, "ts");
            end = element.Time(1000, "end_ts") ?? end;
            if (element.Number("confidence") is not { } confidence) continue;
            sum += confidence;
            told++;
        }

        call.Draft.Utterances.Add(new Utterance(speaker, text.ToString(), start, end) { Confidence = told == 0 ? null : sum / told });
    }
}
