using System.Text.Json;
using SoftNo.Transcripts.Json;

namespace SoftNo.Transcripts.Formats;

/// <summary>Google Meet's REST entries: absolute times; a participant is a resource name that joins to the list of participants, and one person may be several.</summary>
internal sealed class GoogleMeet : JsonFormat
{
    public override string Name => "google-meet";

    public override Bilingual Title => new("Google Meet : entrées REST v2, avec les participants", "Google Meet: REST v2 entries, with the participants");

    public override JsonBinding? Bind(ShapeNode file)
    {
        foreach (string list in (string[])["transcriptEntries[]", "entries[]", "[]"])
        {
            if (file.FindWith(list + ".participant", list + ".text", list + ".startTime") is not { } root) continue;
            return new JsonBinding<Conference>(root, () => new Conference()) { Seen = list + ".participant, startTime" }
                .On("participants[]", (call, item) => call.TakeParticipant(item))
                .On("conferenceRecord.startTime", (call, value) => call.Draft.StartedAt ??= JsonCall.Moment(value))
                .On(list, (call, item) => call.Take(item));
        }

        return null;
    }

    /// <summary>The name that a participant shows, whatever the kind of account.</summary>
    internal static string? NameOf(JsonElement participant) => participant.Text("signedinUser.displayName", "anonymousUser.displayName", "phoneUser.displayName", "displayName");

    /// <summary>The conference of a resource name: <c>conferenceRecords/ID/…</c>.</summary>
    internal static string? RecordOf(string? resource) => resource?.Split('/') is ["conferenceRecords", var id, ..] ? id : null;

    private sealed class Conference : JsonCall
    {
        private readonly List<(NodaTime.Instant Start, NodaTime.Instant? End, JsonEntry Entry)> _entries = [];
        private readonly Dictionary<string, (string Name, string? Account)> _people = [];

        private sealed record JsonEntry(string? Participant, string Text, string? Language);

        public void TakeParticipant(JsonElement item)
        {
            if (item.Text("name") is { } resource && GoogleMeet.NameOf(item) is { } name) _people[resource] = (name, item.Text("signedinUser.user"));
        }

        public void Take(JsonElement item)
        {
            if (item.Value("startTime") is not { } value || Moment(value) is not { } start) return;
            NodaTime.Instant? end = item.Value("endTime") is { } ended ? Moment(ended)?.ToInstant() : null;
            Draft.Id ??= RecordOf(item.Text("name", "participant"));
            _entries.Add((start.ToInstant(), end, new JsonEntry(item.Text("participant"), item.Text("text") ?? "", item.Text("languageCode"))));
        }

        public override CallDraft Finish()
        {
            if (_entries.Count == 0) return Draft;
            Draft.StartedAt ??= _entries.Min(entry => entry.Start).WithOffset(NodaTime.Offset.Zero);
            NodaTime.Instant origin = Draft.StartedAt.Value.ToInstant();
            foreach (var (start, end, entry) in _entries)
            {
                if (entry.Participant is { } key)
                {
                    (string name, string? account) = _people.GetValueOrDefault(key, (key, null));
                    Draft.Know(new DraftSpeaker(key, name) { Account = account });
                }

                Draft.Utterances.Add(new Utterance(entry.Participant, entry.Text, (long)(start - origin).TotalMilliseconds, end is { } to ? (long)(to - origin).TotalMilliseconds : null) { Language = entry.Language });
            }

            return Draft;
        }

    }
}
