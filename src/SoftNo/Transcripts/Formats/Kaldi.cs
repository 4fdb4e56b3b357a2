using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>BBC Kaldi: words, and perhaps the spans of speakers; digital paper edit: words and paragraphs. Seconds.</summary>
internal sealed class Kaldi : JsonFormat
{
    public override string Name => "bbc-kaldi";

    public override Bilingual Title => new("BBC Kaldi et Digital Paper Edit", "BBC Kaldi and Digital Paper Edit");

    public override JsonBinding? Bind(ShapeNode file)
    {
        ShapeNode? root = file.FindWith("words[].punct", "words[].start") ?? file.FindWith("words[].text", "words[].start", "paragraphs[].speaker");
        return root is null || root.Has("data.words[]") || root.Parent?.Name == "[]"
            ? null
            : new JsonBinding<Spans>(root, () => new Spans()) { Seen = "words[].start" }
                .On("segmentation.segments[]", (call, item) => call.People.Add((item.Time(1000, "start") ?? 0, item.Text("speaker.@id"))))
                .On("paragraphs[]", (call, item) => call.People.Add((item.Time(1000, "start") ?? 0, item.Text("speaker"))))
                .On("words[]", (call, item) => call.Say(new SpokenWord(
                    null, item.Text("punct", "text", "word") ?? "", item.Time(1000, "start"), item.Time(1000, "end"), item.Number("confidence"))));
    }

    private sealed class Spans : OnlyWords
    {
        public List<(long Start, string? Name)> People { get; } = [];

        public override CallDraft Finish()
        {
            People.Sort((one, other) => one.Start.CompareTo(other.Start));
            int at = -1;
            for (int i = 0; i < Spoken.Count; i++)
            {
                int before = at;
                while (at + 1 < People.Count && People[at + 1].Start <= (Spoken[i].StartMs ?? 0)) at++;
                if (at >= 0) Spoken[i] = Spoken[i] with { Speaker = Know(People[at].Name), Opens = at != before };
            }

            Segmented = People.Count > 0;
            return base.Finish();
        }
    }
}
