using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>autoEdit 2 (paragraphs of lines of words) and the blocks of Draft.js editors. Seconds.</summary>
internal sealed class AutoEdit : JsonFormat
{
    public override string Name => "autoedit2";

    public override Bilingual Title => new("autoEdit 2 et blocs Draft.js", "autoEdit 2 and Draft.js blocks");

    public override JsonBinding? Bind(ShapeNode file)
    {
        if (file.FindWith("text[].paragraph[].line[].text") is { } root)
        {
            return new JsonBinding<OnlyWords>(root, () => new OnlyWords()) { Seen = "text[].paragraph[].line[].text" }
                .Titled(["title"], [])
                .On("text[]", TakeBlock);
        }

        return file.FindWith("blocks[].text", "blocks[].data.words[].start") is { } blocks
            ? new JsonBinding<JsonCall>(blocks, () => new JsonCall()) { Seen = "blocks[].data.words[]" }
                .On("blocks[]", (call, item) => call.Draft.Utterances.Add(new Utterance(
                    call.Know(item.Text("data.speaker")), item.Text("text") ?? "", item.Time(1000, "data.start"), item.Items("data.words").LastOrDefault() is { ValueKind: JsonValueKind.Object } last ? last.Time(1000, "end") : null)))
            : null;
    }

    private static void TakeBlock(OnlyWords call, JsonElement block)
    {
        string? speaker = call.Know(block.Text("speaker"));
        foreach (JsonElement line in block.Items("paragraph").SelectMany(paragraph => paragraph.Items("line")))
            call.Say(new SpokenWord(speaker, line.Text("text") ?? "", line.Time(1000, "startTime"), line.Time(1000, "endTime")));
    }
}
