using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>AWS Transcribe Call Analytics: the participant's role tells the side. Milliseconds.</summary>
internal sealed class AwsCallAnalytics : JsonFormat
{
    public override string Name => "aws-call-analytics";

    public override Bilingual Title => new("AWS Transcribe Call Analytics", "AWS Transcribe Call Analytics");

    public override JsonBinding? Bind(ShapeNode file) =>
        file.FindWith("Transcript[].Content", "Transcript[].ParticipantRole") is { } root
            ? new JsonBinding<JsonCall>(root, () => new JsonCall()) { Seen = "Transcript[].ParticipantRole" }
                .On("LanguageCode", (call, value) => call.Draft.Language = JsonValues.TextOf(value))
                .On("ConversationCharacteristics.TotalConversationDurationMillis", (call, value) =>
                {
                    if (JsonValues.NumberOf(value) is { } time and > 0) call.Draft.Duration = NodaTime.Duration.FromMilliseconds(time);
                })
                .On("Transcript[]", Take)
            : null;

    private static void Take(JsonCall call, JsonElement item)
    {
        string role = item.Text("ParticipantRole", "ParticipantId") ?? "UNKNOWN";
        Side side = SideFlags.Named(role);
        call.Draft.Know(new DraftSpeaker(role, role) { Side = side, Reason = side == Side.Unknown ? null : SourceSays.Flag("ParticipantRole", role) });
        call.Draft.Utterances.Add(new Utterance(role, item.Text("Content") ?? "", item.Time(1, "BeginOffsetMillis"), item.Time(1, "EndOffsetMillis")));
    }
}
