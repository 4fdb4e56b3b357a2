using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Fireflies: GraphQL answers (<c>data.transcript</c>) and the exported list of sentences. Seconds; duration in minutes.</summary>
internal sealed class Fireflies : JsonFormat
{
    private static readonly string[] Starts = ["start_time", "startTime"];
    private static readonly string[] Ends = ["end_time", "endTime"];

    public override string Name => "fireflies";

    public override Bilingual Title => new("Fireflies : réponse GraphQL ou export JSON", "Fireflies: GraphQL answer or JSON export");

    public override JsonBinding? Bind(ShapeNode file)
    {
        if (file.Find(node => node.Has("sentences[]") && node.HasAny("sentences[].raw_text", "sentences[].speaker_name", "sentences[].speaker_id")) is { } root)
        {
            return new JsonBinding<Person>(root, () => new Person()) { Seen = "sentences[].speaker_name" }
                .Titled(["title"], ["date", "dateString"])
                .On("id", (call, value) => call.Draft.Id = JsonValues.TextOf(value))
                .On("duration", (call, value) => call.TakeMinutes(value))
                .On("speakers[]", (call, value) => call.TakeSpeaker(value))
                .On("meeting_attendees[]", (call, value) => call.TakeAttendee(value))
                .On("participants[]", (call, value) => call.Book.Add(JsonValues.TextOf(value)))
                .On("host_email", (call, value) => call.Book.Add(JsonValues.TextOf(value)))
                .On("organizer_email", (call, value) => call.Book.Add(JsonValues.TextOf(value)))
                .On("sentences[]", (call, value) => call.TakeSentence(value));
        }

        return file.Find(node => node.Has("[].sentence") && node.HasAny("[].speaker_name", "[].speaker_id", "[].startTime")) is { } list
            ? new JsonBinding<Person>(list, () => new Person()) { Seen = "[].sentence, speaker_name" }.On("[]", (call, value) => call.TakeSentence(value))
            : null;
    }

    private sealed class Person : JsonCall
    {
        private readonly Dictionary<string, string> _names = [];
        private readonly Dictionary<string, string> _addresses = new(StringComparer.OrdinalIgnoreCase);

        public AddressBook Book { get; } = new();

        public void TakeMinutes(JsonElement value)
        {
            if (JsonValues.NumberOf(value) is { } minutes) Draft.Duration = NodaTime.Duration.FromMilliseconds(JsonValues.Milliseconds(minutes, 60_000) ?? 0);
        }

        public void TakeSpeaker(JsonElement value)
        {
            if (value.Text("id") is { } id && value.Text("name") is { } name) _names[id] = name;
        }

        public void TakeAttendee(JsonElement value)
        {
            string? address = value.Text("email");
            Book.Add(address);
            if (address is not null && value.Text("displayName", "name") is { } name) _addresses[name] = address;
        }

        public void TakeSentence(JsonElement value)
        {
            string? id = value.Text("speaker_id");
            string? name = value.Text("speaker_name");
            string? key = name ?? id;
            if (key is not null) Draft.Know(new DraftSpeaker(key, name ?? JsonCall.NameOf(key)));
            Draft.Utterances.Add(value.Said(key, value.Text("text", "sentence", "raw_text") ?? "", 1000, Starts, Ends));
        }

        public override CallDraft Finish()
        {
            foreach (DraftSpeaker speaker in Draft.Speakers.ToArray())
            {
                string name = _names.GetValueOrDefault(speaker.Key, speaker.Name);
                Draft.Replace(speaker with { Name = name, Address = _addresses.GetValueOrDefault(name) ?? Book.Of(name) });
            }

            return Draft;
        }
    }
}
