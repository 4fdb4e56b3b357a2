using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>AWS Transcribe Call Analytics and Contact Lens: the participant's role tells the side, in Contact Lens by way of a table. Milliseconds.</summary>
internal sealed class AwsCallAnalytics : JsonFormat
{
    public override string Name => "aws-call-analytics";

    public override Bilingual Title => new("AWS Transcribe Call Analytics, Contact Lens", "AWS Transcribe Call Analytics, Contact Lens");

    public override JsonBinding? Bind(ShapeNode file) =>
        file.Find(node => node.Has("Transcript[].Content") && node.HasAny("Transcript[].ParticipantRole", "Transcript[].ParticipantId")) is { } root
            ? new JsonBinding<Contact>(root, () => new Contact()) { Seen = "Transcript[].ParticipantRole" }
                .On("LanguageCode", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("ConversationCharacteristics.TotalConversationDurationMillis", (call, value) =>
                {
                    if (JsonValues.NumberOf(value) is { } time and > 0) call.Draft.Duration = NodaTime.Duration.FromMilliseconds(time);
                })
                .On("Participants[]", (call, item) => call.TakeParticipant(item))
                .On("Transcript[]", (call, item) => call.Take(item))
            : null;

    private sealed class Contact : JsonCall
    {
        private readonly Dictionary<string, string> _roles = [];

        public void TakeParticipant(JsonElement item)
        {
            if (item.Text("ParticipantId") is { } id && item.Text("ParticipantRole") is { } role) _roles[id] = role;
        }

        public void Take(JsonElement item)
        {
            string key = item.Text("ParticipantRole", "ParticipantId") ?? "UNKNOWN";
            Draft.Know(new DraftSpeaker(key, key));
            Draft.Utterances.Add(new Utterance(key, item.Text("Content") ?? "", item.Time(1, "BeginOffsetMillis"), item.Time(1, "EndOffsetMillis")));
        }

        // The table may stand behind the words.
        public override CallDraft Finish()
        {
            foreach (DraftSpeaker speaker in Draft.Speakers.ToArray())
            {
                string role = _roles.GetValueOrDefault(speaker.Key, speaker.Key);
                Side side = SideFlags.Named(role);
                Draft.Replace(speaker with { Name = role, Side = side, Reason = side == Side.Unknown ? null : SourceSays.Flag("ParticipantRole", role) });
            }

            return Draft;
        }
    }
}
