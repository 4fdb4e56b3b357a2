using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts;

/// <summary>Fixtures written in the products' shapes: words, speakers, sides and starts.</summary>
public class ExportTests
{
    [Theory]
    [InlineData("fireflies", """{"data":{"transcript":{"id":"x","title":"Call","date":1795017600000,"duration":2.5,"speakers":[{"id":0,"name":"Camille"},{"id":1,"name":"Dana"}],"sentences":[{"index":0,"speaker_id":0,"speaker_name":"Camille","text":"Hello.","raw_text":"hello","start_time":"1.5","end_time":2.0},{"index":1,"speaker_id":1,"speaker_name":null,"text":"Hi.","raw_text":"hi","start_time":3,"end_time":4}]}}}""", "1500 Camille: Hello.|3000 Dana: Hi.")]
    [InlineData("fireflies", """[{"sentence":"Hello.","startTime":"00:01","endTime":"00:02","speaker_name":"Camille"},{"sentence":"Hi.","startTime":"00:03","endTime":"00:04","speaker_name":"Dana"}]""", "1000 Camille: Hello.|3000 Dana: Hi.")]
    [InlineData("gong", """{"requestId":"r","callTranscripts":[{"callId":"7782342274025937895","transcript":[{"speakerId":"6432345678555530067","topic":null,"sentences":[{"start":460,"end":1100,"text":"Hello."},{"start":1200,"end":1300,"text":"You?"}]}]}]}""", "460 6432345678555530067: Hello.|1200 6432345678555530067: You?")]
    [InlineData("modjo", """{"values":[{"callId":12,"title":"T","startDate":"2026-11-17T15:00:00.000Z","duration":60,"language":"en","relations":{"speakers":[{"speakerId":1,"name":"Camille","userId":4,"contactId":null},{"speakerId":2,"name":"Dana","userId":null,"contactId":9}],"transcript":[{"startTime":3.25,"endTime":4,"speakerId":2,"content":"Hi."},{"startTime":1,"endTime":2,"speakerId":1,"content":"Hello."}]}}]}""", "1000 Camille<Seller: Hello.|3250 Dana<Prospect: Hi.")]
    [InlineData("modjo", """{"data":[{"startTime":1,"endTime":2,"content":"Hello.","speaker":{"name":"Camille","type":"user"}},{"startTime":3,"endTime":4,"content":"Hi.","speaker":{"name":"Dana","type":"contact"}}]}""", "1000 Camille<Seller: Hello.|3000 Dana<Prospect: Hi.")]
    [InlineData("aircall", """{"transcription":{"id":1,"content":{"language":"en","utterances":[{"start_time":1,"end_time":2,"text":"Hello.","participant_type":"internal","user_id":5},{"start_time":3,"end_time":4,"text":"Hi.","participant_type":"external","phone_number":"+1555"}]}}}""", "1000 internal<Seller: Hello.|3000 external<Prospect: Hi.")]
    [InlineData("claap", """{"result":{"transcript":{"segments":[{"startedAt":1,"endedAt":2,"speaker":"Camille","text":"Hello.","languageCode":"en"},{"startedAt":3.2,"endedAt":4,"speaker":{"name":"Dana","email":"d@l.com"},"text":"Hi."}],"languageCode":"en"}}}""", "1000 Camille: Hello.|3200 Dana: Hi.")]
    [InlineData("tldv", """{"id":"a","meetingId":"m","data":[{"speaker":"Camille","text":"Hello.","startTime":1,"endTime":2},{"speaker":null,"text":"Hi.","startTime":3,"endTime":4}]}""", "1000 Camille: Hello.|3000 ?: Hi.")]
    [InlineData("fathom", """{"title":"T","recording_start_time":"2026-11-17T15:00:05Z","calendar_invitees":[{"name":"Camille Roy","email":"c@s.fr","is_external":false},{"name":"Dana","matched_speaker_display_name":"Dana W","email":"d@l.com","is_external":true}],"transcript":[{"speaker":{"display_name":"Camille Roy","matched_calendar_invitee_email":"c@s.fr"},"text":"Hello.","timestamp":"00:00:01"},{"speaker":{"display_name":"Dana W","matched_calendar_invitee_email":null},"text":"Hi.","timestamp":"00:05:32"}]}""", "1000 Camille Roy<Seller: Hello.|332000 Dana W<Prospect: Hi.")]
    [InlineData("grain", """[{"participant_id":"p1","speaker":"Camille","start":1000,"end":2000,"text":"Hello."},{"participant_id":"p2","speaker":"Dana","start":3000,"end":4000,"text":"Hi."}]""", "1000 Camille: Hello.|3000 Dana: Hi.")]
    [InlineData("avoma", """{"results":[{"transcript":[{"transcript":"Hello.","timestamps":[1.0,1.5,2],"speaker_id":0},{"transcript":"Hi.","timestamps":[3,4],"speaker_id":1}],"speakers":[{"id":0,"name":"Camille","email":"c@s.fr","is_rep":true},{"id":1,"name":"Dana","email":"d@l.com","is_rep":false}]}]}""", "1000 Camille<Seller: Hello.|3000 Dana<Prospect: Hi.")]
    [InlineData("rev-ai", """{"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Hello","ts":1,"end_ts":1.5,"confidence":0.9},{"type":"punct","value":" "},{"type":"text","value":"you","ts":1.5,"end_ts":2},{"type":"punct","value":"."}]},{"speaker":1,"elements":[{"type":"text","value":"Hi","ts":3,"end_ts":4}]}]}""", "1000 Speaker 0: Hello you.|3000 Speaker 1: Hi")]
    [InlineData("whisper", """{"text":" Hello. Hi.","language":"en","segments":[{"id":0,"start":1.0,"end":2.0,"text":" Hello."},{"id":1,"start":3,"end":4,"text":" Hi.","speaker":"SPEAKER_01"}]}""", "1000 ?: Hello.|3000 SPEAKER_01: Hi.")]
    [InlineData("deepgram", """{"metadata":{"created":"2026-11-18T00:00:00Z","channels":1},"results":{"channels":[{"alternatives":[{"transcript":"hello hi","words":[{"word":"hello","start":1,"end":2,"speaker":0,"punctuated_word":"Hello."},{"word":"hi","start":3,"end":4,"speaker":1,"punctuated_word":"Hi."}]}]}]}}""", "1000 Speaker 0: Hello.|3000 Speaker 1: Hi.")]
    [InlineData("deepgram", """{"metadata":{"channels":2},"results":{"channels":[{"alternatives":[{"transcript":"x"}]}],"utterances":[{"start":1,"end":2,"channel":0,"transcript":"Hello.","speaker":0,"words":[]},{"start":3,"end":4,"channel":1,"transcript":"Hi.","speaker":0,"words":[]}]}}""", "1000 Channel 0: Hello.|3000 Channel 1: Hi.")]
    [InlineData("assemblyai", """{"id":"x","status":"completed","audio_duration":30,"words":[{"text":"Hello.","start":1000,"end":2000,"speaker":"A"}],"utterances":[{"speaker":"A","start":1000,"end":2000,"text":"Hello.","confidence":0.9,"words":[]},{"speaker":"B","start":3000,"end":4000,"text":"Hi.","confidence":0.8,"words":[]}]}""", "1000 A: Hello.|3000 B: Hi.")]
    [InlineData("aws-transcribe", """{"jobName":"j","results":{"speaker_labels":{"speakers":2,"segments":[{"start_time":"1.0","end_time":"2.0","speaker_label":"spk_0","items":[{"start_time":"1.0","end_time":"2.0","speaker_label":"spk_0"}]},{"start_time":"3.0","end_time":"4.0","speaker_label":"spk_1","items":[{"start_time":"3.0","end_time":"4.0","speaker_label":"spk_1"}]}]},"items":[{"start_time":"1.0","end_time":"2.0","alternatives":[{"confidence":"0.9","content":"Hello"}],"type":"pronunciation"},{"alternatives":[{"confidence":"0.0","content":"."}],"type":"punctuation"},{"start_time":"3.0","end_time":"4.0","alternatives":[{"confidence":"0.9","content":"Hi"}],"type":"pronunciation"},{"alternatives":[{"content":"."}],"type":"punctuation"}]}}""", "1000 spk_0: Hello.|3000 spk_1: Hi.")]
    [InlineData("aws-call-analytics", """{"LanguageCode":"en-US","Transcript":[{"BeginOffsetMillis":1000,"EndOffsetMillis":2000,"ParticipantRole":"AGENT","Content":"Hello.","Items":[]},{"BeginOffsetMillis":3000,"EndOffsetMillis":4000,"ParticipantRole":"CUSTOMER","Content":"Hi.","Items":[]}]}""", "1000 AGENT<Seller: Hello.|3000 CUSTOMER<Prospect: Hi.")]
    [InlineData("google-stt", """{"name":"op","response":{"results":[{"alternatives":[{"transcript":"Hello.","words":[{"startTime":"1s","endTime":"2s","word":"Hello."}]}]},{"alternatives":[{"transcript":"Hi.","words":[{"startTime":"3s","endTime":"4s","word":"Hi."}]}]},{"alternatives":[{"words":[{"startTime":"1s","endTime":"2s","word":"Hello.","speakerTag":1},{"startTime":"3s","endTime":"4s","word":"Hi.","speakerTag":2}]}]}]}}""", "1000 Speaker 1: Hello.|3000 Speaker 2: Hi.")]
    [InlineData("google-stt", """{"results":{"gs://b/a.wav":{"transcript":{"results":[{"alternatives":[{"transcript":"Hello. Hi.","words":[{"startOffset":"1.0s","endOffset":"2s","word":"Hello.","speakerLabel":"1"},{"startOffset":"3s","endOffset":"4s","word":"Hi.","speakerLabel":"2"}]}],"languageCode":"en-us"}]}}}}""", "1000 Speaker 1: Hello.|3000 Speaker 2: Hi.")]
    [InlineData("azure-speech", """{"source":"s","timestamp":"2026-11-18T00:00:00Z","recognizedPhrases":[{"channel":0,"speaker":1,"offset":"PT1S","duration":"PT1S","offsetInTicks":10000000,"durationInTicks":10000000,"nBest":[{"confidence":0.9,"lexical":"hello","display":"Hello."}]},{"channel":0,"speaker":2,"offset":"PT3S","duration":"PT1S","nBest":[{"display":"Hi."}]}]}""", "1000 Speaker 1: Hello.|3000 Speaker 2: Hi.")]
    [InlineData("azure-speech", """{"durationMilliseconds":5000,"combinedPhrases":[{"text":"Hello. Hi."}],"phrases":[{"channel":1,"offsetMilliseconds":3000,"durationMilliseconds":1000,"text":"Hi.","confidence":0.9},{"channel":0,"offsetMilliseconds":1000,"durationMilliseconds":1000,"text":"Hello.","confidence":0.9}]}""", "1000 Channel 0: Hello.|3000 Channel 1: Hi.")]
    [InlineData("speechmatics", """{"format":"2.9","job":{"id":"x","created_at":"2026-11-18T00:00:00Z"},"metadata":{"transcription_config":{"language":"en"}},"results":[{"type":"word","start_time":1,"end_time":2,"alternatives":[{"content":"Hello","confidence":0.9,"speaker":"S1"}]},{"type":"punctuation","attaches_to":"previous","start_time":2,"end_time":2,"is_eos":true,"alternatives":[{"content":".","speaker":"S1"}]},{"type":"word","start_time":3,"end_time":4,"alternatives":[{"content":"Hi","speaker":"S2"}]}]}""", "1000 S1: Hello.|3000 S2: Hi")]
    [InlineData("pyannoteai", """{"jobId":"x","status":"succeeded","output":{"diarization":[{"speaker":"SPEAKER_00","start":1,"end":2}],"wordLevelTranscription":[{"start":1,"end":2,"text":"Hello.","speaker":"SPEAKER_00"}],"turnLevelTranscription":[{"start":1,"end":2,"text":"Hello.","speaker":"SPEAKER_00"},{"start":3,"end":4,"text":"Hi.","speaker":"SPEAKER_01"}]}}""", "1000 SPEAKER_00: Hello.|3000 SPEAKER_01: Hi.")]
    [InlineData("google-meet", """{"participants":[{"name":"conferenceRecords/c/participants/1","signedinUser":{"displayName":"Camille"}},{"name":"conferenceRecords/c/participants/2","anonymousUser":{"displayName":"Dana"}},{"name":"conferenceRecords/c/participants/3","phoneUser":{"displayName":"Dana"}}],"transcriptEntries":[{"name":"conferenceRecords/c/transcripts/t/entries/1","participant":"conferenceRecords/c/participants/1","text":"Hello.","languageCode":"en-US","startTime":"2026-11-17T15:00:01.5Z","endTime":"2026-11-17T15:00:02Z"},{"participant":"conferenceRecords/c/participants/2","text":"Hi.","startTime":"2026-11-17T15:00:03Z","endTime":"2026-11-17T15:00:04Z"},{"participant":"conferenceRecords/c/participants/3","text":"Still me.","startTime":"2026-11-17T15:00:05Z","endTime":"2026-11-17T15:00:06Z"}]}""", "0 Camille: Hello.|1500 Dana: Hi.|3500 Dana: Still me.")]
    [InlineData("json", """{"items":[{"who":"x","speaker":"Camille","text":"Hello there, how are you?","start":1000,"end":2000},{"speaker":"Dana","text":"Fine.","start":3000}]}""", "1000 Camille: Hello there, how are you?|3000 Dana: Fine.")]
    public void Json(string format, string json, string expected)
    {
        Call call = Reading.CallOf(json, "export.json");
        Assert.Equal(format, call.Source.Format);
        Assert.Equal(expected.Split('|'), call.Turns.Select(turn => turn.Speaker == Call.Nobody
            ? $"{turn.StartMs} ?: {turn.Text}"
            : $"{turn.StartMs} {call.Speakers[turn.Speaker].Name}{(call.Speakers[turn.Speaker].Basis == Basis.Stated ? "<" + call.Speakers[turn.Speaker].Side : "")}: {turn.Text}"));
    }

    [Theory]
    [InlineData("""{"values":[{"callId":12,"startDate":"2026-11-17T15:00:00.000Z","relations":{"speakers":[],"transcript":[{"startTime":1,"speakerId":2,"content":"Hi."}]}}]}""", "2026-11-17T15:00:00Z")]
    [InlineData("""{"data":{"transcript":{"date":"2026-11-17T15:00:00Z","sentences":[{"speaker_name":"A","raw_text":"x","text":"Hello.","start_time":1}]}}}""", "2026-11-17T15:00:00Z")]
    [InlineData("""{"data":{"transcript":{"date":1794927600000,"sentences":[{"speaker_name":"A","raw_text":"x","text":"Hello.","start_time":1}]}}}""", "2026-11-17T15:00:00Z")]
    [InlineData("""{"metadata":{"created":"2026-11-18T00:00:00Z"},"results":{"utterances":[{"start":1,"end":2,"transcript":"Hello."}]}}""", null)]
    [InlineData("WEBVTT\n\n00:00:16.246 --> 00:00:17.726\n{\"startDateTime\":\"2026-11-17T15:00:16.246+00:00\",\"speakerName\":\"A\",\"spokenText\":\"Hello.\",\"spokenLanguage\":\"en-us\"}\n", "2026-11-17T15:00:00Z")]
    public void Starts(string text, string? start)
    {
        Call call = Reading.CallOf(text, "export.json");
        Assert.Equal(start, call.Source.StartedAt is { } found ? OffsetDateTimePattern.GeneralIso.Format(found) : null);
        Assert.Equal(start is null ? Basis.None : Basis.Stated, call.Source.StartedAtBasis);
    }

    [Fact]
    public void Gongs_parties_join_by_the_call_and_the_speaker()
    {
        var companions = new CallCompanions();
        using var parties = new MemoryStream("""{"calls":[{"metaData":{"id":"77","started":"2026-11-17T10:00:00-05:00","duration":60,"title":"Call"},"parties":[{"id":"a","speakerId":"6432345678555530067","name":"Dana Whitfield","emailAddress":"d@l.com","title":"VP Ops","affiliation":"External"},{"speakerId":"2","name":"Camille Roy","affiliation":"Internal"}]}]}"""u8.ToArray());
        companions.Add(parties);
        Call call = Reading.CallOf("""{"callTranscripts":[{"callId":"77","transcript":[{"speakerId":"6432345678555530067","sentences":[{"start":460,"end":1100,"text":"Hello."}]},{"speakerId":"2","sentences":[{"start":1460,"end":2100,"text":"Hi."}]}]}]}""", "t.json", new CallOptions { Companions = companions });
        Assert.Equal([("Dana Whitfield", Side.Prospect, "VP Ops"), ("Camille Roy", Side.Seller, null)], call.Speakers.Select(speaker => (speaker.Name, speaker.Side, speaker.Role)));
        Assert.Equal("2026-11-17T10:00:00-05", OffsetDateTimePattern.GeneralIso.Format(call.Source.StartedAt!.Value));
    }

    [Fact]
    public void Broken_and_unknown_json_are_told()
    {
        Problem broken = Reading.ProblemOf(Reading.Of("{\"monologues\":[\n{\"speaker\":0,]", "x.json"));
        Assert.Equal(("broken-json", 2), (broken.Code, broken.Line!.Value));
        Problem unknown = Reading.ProblemOf(Reading.Of("{\"name\":\"x\",\"version\":{\"major\":1}}", "x.json"));
        Assert.Equal("unknown-format", unknown.Code);
        Assert.Contains("version.major", unknown.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void French_turns_are_left_out_visibly()
    {
        Call call = Reading.CallOf("Camille: Hello Dana, shall we start with the numbers?\nHugo: Attends, on lui montre les chiffres avant ou après la démo ?\nCamille: Oui, après.\nDana: Sure, go ahead, I have the document right here.\n");
        Assert.Equal([null, "french", "french", null], call.Turns.Select(turn => turn.LeftOut));
        Assert.Contains(call.Warnings, warning => warning.Code == "french-left-out");
    }

    [Fact]
    public void One_person_under_two_names_is_one_speaker_and_the_merge_is_shown()
    {
        Call call = Reading.CallOf("Dana Whitfield: Hello.\nCamille Roy: Hi.\nDana Whitfield (Guest): I am back.\nCamille Roy: Good.\nROY, Camille: Me too.\n");
        Assert.Equal(["Dana Whitfield", "Camille Roy"], call.Speakers.Select(speaker => speaker.Name));
        Assert.Equal(["Dana Whitfield (Guest)"], call.Speakers[0].AlsoKnownAs.Select(other => other.Name));
        Assert.Equal([0, 1, 0, 1, 1], call.Turns.Select(turn => turn.Speaker));
    }

    public static TheoryData<string> Names => [.. TranscriptReader.Known.Select(format => format.Name).Where(name => name is not ("docx" or "zip"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_format_has_a_sample_that_is_read_as_it(string name)
    {
        string? sample = TranscriptReader.Sample(name);
        Assert.NotNull(sample);
        Call call = Reading.CallOf(sample, "sample");
        Assert.StartsWith(name, call.Source.Format, StringComparison.Ordinal);
        // A mail is one turn, an invitation an act without words.
        Assert.True(call.Turns.Count + (call.Exchange?.Acts.Count ?? 0) + (call.Exchange?.Invitations.Count ?? 0) >= 2 || name is "mail" or "calendar", $"{call.Turns.Count} turns");
        Assert.NotNull(call.Source.FormatReason);
    }

    [Fact]
    public void No_two_formats_have_one_name() => Assert.Equal(TranscriptReader.Known.Count(), TranscriptReader.Known.Select(format => format.Name).Distinct().Count());
}
