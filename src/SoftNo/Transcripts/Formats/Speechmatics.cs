using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Speechmatics: results of words and punctuation (v2), or words and the spans of speakers (v1). Seconds.</summary>
internal sealed class Speechmatics : JsonFormat
{
    public override string Name => "speechmatics";

    public override Bilingual Title => new("Speechmatics v1 et v2", "Speechmatics v1 and v2");

    public override JsonBinding? Bind(ShapeNode file)
    {
        if (file.FindWith("results[].alternatives[].content", "results[].start_time") is { } root)
        {
            return new JsonBinding<OnlyWords>(root, () => new OnlyWords()) { Seen = "results[].alternatives[].content" }
                .On("metadata.transcription_config.language", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("job.duration", (call, value) => call.Draft.TakeSeconds(value))
                .On("results[]", Take);
        }

        return file.FindWith("words[].name", "words[].time", "words[].duration") is { } first
            ? new JsonBinding<Spans>(first, () => new Spans()) { Seen = "words[].name, time, duration" }
                .On("job.lang", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("speakers[]", (call, item) => call.People.Add((item.Time(1000, "time") ?? 0, item.Text("name"))))
                .On("words[]", (call, item) => call.Take(item))
            : null;
    }

    private static void Take(OnlyWords call, JsonElement item)
    {
        JsonElement best = item.Items("alternatives").FirstOrDefault();
        if (best.ValueKind != JsonValueKind.Object || best.Text("content") is not { } content) return;
        bool punctuation = item.Text("type") == "punctuation";
        string? speaker = best.Text("speaker");
        bool glued = punctuation && item.Text("attaches_to") is null or "previous" or "both";
        call.Say(new SpokenWord(call.Know(speaker == "UU" ? null : speaker ?? item.Text("channel")), content, item.Time(1000, "start_time"), item.Time(1000, "end_time"), best.Number("confidence"), punctuation && glued));
    }

    // Version 1: each word has a time; who spoke is a list of spans beside it.
    private sealed class Spans : OnlyWords
    {
        public List<(long Start, string? Name)> People { get; } = [];

        public void Take(JsonElement item)
        {
            string name = item.Text("name") ?? "";
            long? start = item.Time(1000, "time");
            bool punctuation = name.Length > 0 && name.All(char.IsPunctuation);
            Say(new SpokenWord(null, name, start, start + item.Time(1000, "duration"), item.Number("confidence"), punctuation));
        }

        public override CallDraft Finish()
        {
            People.Sort((one, other) => one.Start.CompareTo(other.Start));
            int at = 0;
            for (int i = 0; i < Spoken.Count; i++)
            {
                while (at + 1 < People.Count && People[at + 1].Start <= (Spoken[i].StartMs ?? 0)) at++;
                if (People.Count > 0) Spoken[i] = Spoken[i] with { Speaker = Know(People[at].Name) };
            }

            return base.Finish();
        }
    }
}
