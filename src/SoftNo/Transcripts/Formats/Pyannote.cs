using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>pyannoteAI: the turns; the words and the diarisation beside them are the same words again. Seconds.</summary>
internal sealed class Pyannote : JsonFormat
{
    public override string Name => "pyannoteai";

    public override Bilingual Title => new("pyannoteAI", "pyannoteAI");

    public override JsonBinding? Bind(ShapeNode file)
    {
        foreach (string list in (string[])["turnLevelTranscription[]", "wordLevelTranscription[]"])
        {
            if (file.FindWith(list + ".text") is not { } root) continue;
            bool words = list.StartsWith("word", StringComparison.Ordinal);
            return new JsonBinding<OnlyWords>(root, () => new OnlyWords()) { Seen = list + ".text" }
                .On(list, (call, item) => Take(call, item, words));
        }

        return null;
    }

    private static void Take(OnlyWords call, JsonElement item, bool word)
    {
        string? speaker = call.Know(item.Text("speaker"));
        string text = item.Text("text") ?? "";
        long? start = item.Time(1000, "start"), end = item.Time(1000, "end");
        if (word) call.Say(new SpokenWord(speaker, text, start, end));
        else call.Draft.Utterances.Add(new Utterance(speaker, text, start, end));
    }
}
