using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts;

/// <summary>Real outputs of speech recognisers: every word and speaker counted against the source, by paths written out here.</summary>
public class SpeechJsonTests
{
    [Theory]
    [InlineData("amazon-transcribe__amazonTranscribe.sample.json", "aws-transcribe", 0)]
    [InlineData("amazon-transcribe__todayinfocus.sample.json", "aws-transcribe", 2)]
    [InlineData("amazon-transcribe__todayinfocuswords.sample.json", "aws-transcribe", 2)]
    [InlineData("bbc-kaldi__bbcKaldiTranscriptWithSpeakerSegments.sample.json", "bbc-kaldi", 2)]
    [InlineData("bbc-kaldi__kaldiTedTalkTranscript.sample.json", "bbc-kaldi", 0)]
    [InlineData("digital-paper-edit__digitalPaperEdit.sample.json", "bbc-kaldi", -1)]
    [InlineData("digital-paper-edit__draftJs.sample.json", "autoedit2", -1)]
    [InlineData("google-stt__gcpStt.sample.json", "google-stt", 0)]
    [InlineData("google-stt__gcpSttPunctuation.sample.json", "google-stt", 0)]
    [InlineData("google-stt__gcpSttSpeakerDiarization.sample.json", "google-stt", -1)]
    [InlineData("ibm__ibmTedTalkTranscript.sample.json", "ibm-watson", -1)]
    [InlineData("speechmatics__speechmaticsTedTalkTranscript.sample.json", "speechmatics", -1)]
    [InlineData("autoEdit2__autoEdit2TedTalkTranscript.sample.json", "autoedit2", 1)]
    public void Words_and_speakers(string file, string format, int speakers)
    {
        string path = Path.Combine(TestData.Folder("stt-json"), file);
        TranscriptResult result = TranscriptReader.ReadFile(path, new CallOptions());
        Assert.Empty(result.Problems);
        Call call = Assert.Single(result.Calls);
        using JsonDocument source = JsonDocument.Parse(File.ReadAllText(path));
        (string[] words, int people) = Source(file, source.RootElement);
        Assert.Equal(format, call.Source.Format);
        Assert.Equal(string.Concat(words), string.Concat(call.Turns.Select(turn => turn.Text)).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(speakers < 0 ? people : speakers, call.Speakers.Count);
        Assert.All(call.Turns, turn => Assert.False(turn.EndMs < turn.StartMs));
    }

    [Fact]
    public void The_spans_of_speakers_alone_are_no_transcript() =>
        Assert.Single(TranscriptReader.ReadFile(Path.Combine(TestData.Folder("stt-json"), "bbc-kaldi__bbcKaldiSpeakerSegments.sample.json"), new CallOptions()).Problems);

    [Theory]
    [InlineData("teams_graph_content.vtt", "webvtt/teams", "0 User Name: This is a transcript test.")]
    [InlineData("teams_graph_metadataContent.vtt", "webvtt/teams-metadata", "16246 User Name: This is a transcription test.")]
    public void Teams_samples(string file, string format, string line)
    {
        Call call = Assert.Single(TranscriptReader.ReadFile(Path.Combine(TestData.Folder("stt-json"), file), new CallOptions()).Calls);
        Assert.Equal((format, line), (call.Source.Format, Assert.Single(Reading.Lines(call))));
    }

    private static (string[] Words, int People) Source(string file, JsonElement root)
    {
        static IEnumerable<JsonElement> Each(JsonElement item, string path)
        {
            IEnumerable<JsonElement> found = [item];
            foreach (string step in path.Split('.'))
            {
                found = step == "[]" ? found.SelectMany(one => one.EnumerateArray()) : found.Where(one => one.TryGetProperty(step, out _)).Select(one => one.GetProperty(step));
            }

            return found;
        }

        string[] Texts(string path) => [.. Each(root, path).Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()!.Replace(" ", "", StringComparison.Ordinal) : one.GetRawText())];
        int Distinct(string path) => Texts(path).Where(text => text is not ("0" or "")).Distinct().Count();
        return file.Split("__")[1].Split('.')[0] switch
        {
            "todayinfocuswords" => (Texts("[].alternatives.[].content"), 2),
            "amazonTranscribe" or "todayinfocus" => (Texts("results.items.[].alternatives.[].content"), 0),
            "bbcKaldiTranscriptWithSpeakerSegments" => (Texts("retval.words.[].punct"), Distinct("retval.segmentation.segments.[].speaker.@id")),
            "kaldiTedTalkTranscript" => (Texts("retval.words.[].punct"), 0),
            "digitalPaperEdit" => (Texts("words.[].text"), Distinct("paragraphs.[].speaker")),
            "draftJs" => (Texts("blocks.[].text"), Distinct("blocks.[].data.speaker")),
            "gcpSttSpeakerDiarization" => ([.. Each(Each(root, "results.[]").Last(), "alternatives.[].words.[].word").Select(word => word.GetString()!)], Distinct("results.[].alternatives.[].words.[].speakerTag")),
            "gcpStt" or "gcpSttPunctuation" => (Texts("results.[].alternatives.[].words.[].word"), 0),
            "ibmTedTalkTranscript" => ([.. Each(root, "results.[].results.[].alternatives.[].timestamps.[]").Select(word => word[0].GetString()!)], Each(root, "results.[].speaker_labels.[].speaker").Select(one => one.GetInt32()).Distinct().Count()),
            "speechmaticsTedTalkTranscript" => (Texts("words.[].name"), Distinct("speakers.[].name")),
            _ => (Texts("text.[].paragraph.[].line.[].text"), 1),
        };
    }
}
