using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Azure Speech: batch (<c>recognizedPhrases</c>, ticks of 100 ns or ISO durations) and fast transcription (<c>phrases</c>, milliseconds).</summary>
internal sealed class AzureSpeech : JsonFormat
{
    public override string Name => "azure-speech";

    public override Bilingual Title => new("Azure Speech : par lots et rapide", "Azure Speech: batch and fast");

    public override JsonBinding? Bind(ShapeNode file)
    {
        if (file.FindWith("recognizedPhrases[].nBest[].display") is { } batch)
        {
            return new JsonBinding<Phrases>(batch, () => new Phrases()) { Seen = "recognizedPhrases[].nBest[].display" }
                .On("durationMilliseconds", (call, value) => call.TakeDuration(value, 1))
                .On("durationInTicks", (call, value) => call.TakeDuration(value, 1e-4))
                .On("recognizedPhrases[]", (call, item) => call.Take(item, item.Items("nBest").FirstOrDefault()));
        }

        return file.Find(node => node.Has("phrases[].text") && node.HasAny("phrases[].offsetMilliseconds", "phrases[].offset")) is { } fast
            ? new JsonBinding<Phrases>(fast, () => new Phrases()) { Seen = "phrases[].offsetMilliseconds" }
                .On("durationMilliseconds", (call, value) => call.TakeDuration(value, 1))
                .On("phrases[]", (call, item) => call.Take(item, item))
            : null;
    }

    private sealed class Phrases : JsonCall
    {
        private readonly List<(string? Channel, string? Speaker, Utterance Utterance)> _phrases = [];

        public void Take(JsonElement phrase, JsonElement words)
        {
            if (words.ValueKind != JsonValueKind.Object) return;
            long? start = At(phrase, "offset");
            long? end = start + At(phrase, "duration");
            _phrases.Add((phrase.Text("channel"), phrase.Text("speaker"), new Utterance(null, words.Text("display", "text", "lexical") ?? "", start, end)
            {
                Confidence = words.Number("confidence"),
                Language = phrase.Text("locale"),
            }));
        }

        public void TakeDuration(JsonElement value, double unit)
        {
            if (JsonValues.NumberOf(value) is { } number && JsonValues.Milliseconds(number, unit) is { } time and > 0) Draft.Duration = NodaTime.Duration.FromMilliseconds(time);
        }

        public override CallDraft Finish()
        {
            bool channels = _phrases.Select(phrase => phrase.Channel).Distinct().Skip(1).Any();
            foreach (var phrase in _phrases)
            {
                string? speaker = phrase.Speaker is { } own ? Know(own) : null;
                if (channels && phrase.Channel is { } channel)
                {
                    speaker = $"channel {channel}" + (phrase.Speaker is null ? "" : $" {phrase.Speaker}");
                    Draft.Know(new DraftSpeaker(speaker, phrase.Speaker is null ? $"Channel {channel}" : $"Channel {channel}, Speaker {phrase.Speaker}"));
                }

                Draft.Utterances.Add(phrase.Utterance with { Speaker = speaker });
            }

            return Draft;
        }

        private static long? At(JsonElement phrase, string name)
        {
            if (phrase.Time(1, name + "Milliseconds") is { } milliseconds) return milliseconds;
            if (phrase.Number(name + "InTicks") is { } ticks) return JsonValues.Milliseconds(ticks, 1e-4);
            if (phrase.Text(name) is { } iso && NodaTime.Text.PeriodPattern.NormalizingIso.Parse(iso) is { Success: true } period)
                return (long)period.Value.ToDuration().TotalMilliseconds;
            return phrase.Number(name) is { } plain ? JsonValues.Milliseconds(plain, 1e-4) : null;
        }
    }
}
