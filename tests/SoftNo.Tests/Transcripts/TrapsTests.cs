using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts;

public class TrapsTests
{
    [Fact]
    public void Minutes_that_begin_again_are_the_next_hour() =>
        Assert.Equal(["3590000 Dana: One.", "3605000 Camille: Two.", "7190000 Dana: Three.", "7201000 Camille: Four."],
            Reading.Lines(Reading.CallOf("Dana  59:50\nOne.\n\nCamille  0:05\nTwo.\n\nDana  59:50\nThree.\n\nCamille  0:01\nFour.\n")));

    [Fact]
    public void An_hour_written_out_is_no_new_beginning() =>
        Assert.Equal(["3590000 Dana: One.", "3605000 Camille: Two."], Reading.Lines(Reading.CallOf("Dana  59:50\nOne.\n\nCamille  1:00:05\nTwo.\n")));

    [Fact]
    public void Milliseconds_in_a_format_of_seconds_are_told_by_the_pace_of_speech()
    {
        Call call = Reading.CallOf("""{"meetingId":"m","data":[{"speaker":"A","text":"Hello there, thank you.","startTime":1000,"endTime":3000},{"speaker":"B","text":"Hi, how are you?","startTime":4000,"endTime":6000}]}""");
        Assert.Equal((1000L, 6000L), (call.Turns[0].StartMs, call.Turns[1].EndMs));
        Assert.Contains(call.Warnings, warning => warning.Code == "time-unit");
    }

    [Fact]
    public void Seconds_in_a_format_of_milliseconds_too()
    {
        Call call = Reading.CallOf("""[{"participant_id":"1","speaker":"A","text":"Hello there, thank you.","start":1,"end":3},{"participant_id":"2","speaker":"B","text":"Hi, how are you?","start":4,"end":6}]""");
        Assert.Equal([1000L, 4000L], call.Turns.Select(turn => turn.StartMs ?? -1));
    }

    [Fact]
    public void French_decimals_in_strings()
    {
        Call call = Reading.CallOf("""{"data":[{"startTime":"1,5","endTime":"2,25","content":"Hello.","speaker":{"name":"A","type":"user"}},{"startTime":"3,0","endTime":"4","content":"Hi.","speaker":{"name":"B","type":"contact"}}]}""");
        Assert.Equal((1500L, 2250L, 3000L), (call.Turns[0].StartMs, call.Turns[0].EndMs, call.Turns[1].StartMs));
    }

    [Fact]
    public void Two_people_in_one_cue_are_two_turns()
    {
        Call call = Reading.CallOf("WEBVTT\n\n00:01.000 --> 00:02.000\nCamille: Hello\n\n00:02.000 --> 00:03.000\nDana: Hi\n\n00:03.000 --> 00:04.000\nCamille: So\nDana: Yes\nplease: go on\n");
        Assert.Equal(["1000 Camille: Hello", "2000 Dana: Hi", "3000 Camille: So", "3000 Dana: Yes please: go on"], Reading.Lines(call));
    }

    [Fact]
    public void Names_in_bold_and_bullets()
    {
        Call call = Reading.CallOf("**Camille Roy:** Hello\n\n**Dana**: Hi\n\n- Camille Roy: So\n");
        Assert.Equal(["- Camille Roy: Hello", "- Dana: Hi", "- Camille Roy: So"], Reading.Lines(call));
    }

    [Fact]
    public void Addresses_listed_apart_join_the_names_they_fit()
    {
        const string Json = """{"data":{"transcript":{"participants":["camille.roy@softno.fr","d.whitfield@lark.com","dwhitfield@lark.com"],"sentences":[{"speaker_name":"Camille Roy","raw_text":"x","text":"Hello.","start_time":1},{"speaker_name":"Dana Whitfield","raw_text":"x","text":"Hi.","start_time":2}]}}}""";
        Call call = Reading.CallOf(Json, options: new CallOptions { OurDomains = ["softno.fr"] });
        Assert.Equal([("camille.roy@softno.fr", Side.Seller, Basis.Stated), (null, Side.Unknown, Basis.None)], call.Speakers.Select(speaker => (speaker.Address, speaker.Side, speaker.Basis)));
        Assert.Equal(Basis.Given, Reading.CallOf(Json, options: new CallOptions { Us = ["softno.fr"] }).Speakers[0].Basis);
    }

    [Fact]
    public void A_first_name_of_two_people_is_ambiguous_and_told()
    {
        Call call = Reading.CallOf("Justin Drake: One.\nJustin Traglia: Two.\nDana: Three.\nJustin Drake: Four.\nDana: Five.\nJustin Traglia: Six.\n", options: new CallOptions { Us = ["justin"] });
        Assert.Equal([Side.Seller, Side.Seller, Side.Unknown], call.Speakers.Select(speaker => speaker.Side));
        Assert.Contains(call.Warnings, warning => warning.Code == "name-ambiguous");
    }

    [Fact]
    public void People_who_answer_each_other_are_two_though_one_first_name_fits()
    {
        Call call = Reading.CallOf("Sam: One.\nSam Wilson: Two.\nDana: Three.\nSam: Four.\nSam Wilson: Five.\nDana: Six.\n");
        Assert.Equal(3, call.Speakers.Count);
    }

    [Fact]
    public void Whatever_is_done_to_a_file_it_is_read_or_refused_and_never_crashes()
    {
        string[] samples = [.. TranscriptReader.Known.Select(format => TranscriptReader.Sample(format.Name)).OfType<string>()];
        Arbitrary<(int Sample, (int At, byte Value, int Cut)[] Edits)> edits =
            (from sample in Gen.Choose(0, samples.Length - 1)
             from changes in Gen.ArrayOf(from at in Gen.Choose(0, 5000) from value in Gen.Elements<byte>(0, 9, 10, 13, 32, 34, 38, 44, 45, 58, 60, 62, 91, 93, 123, 125, 49, 65, 195, 255) from cut in Gen.Choose(0, 40) select (at, value, cut))
             select (sample, changes)).ToArbitrary();
        Prop.ForAll(edits, edit =>
        {
            List<byte> bytes = [.. Encoding.UTF8.GetBytes(samples[edit.Sample])];
            foreach ((int at, byte value, int cut) in edit.Edits)
            {
                if (bytes.Count == 0) break;
                int place = at % bytes.Count;
                if (cut > 30) bytes.RemoveRange(place, Math.Min(cut, bytes.Count - place));
                else bytes[place] = value;
            }

            TranscriptResult result = Reading.Of(bytes.ToArray(), "edited");
            Assert.True(result.Calls.Count > 0 || result.Problems.Count > 0);
            Assert.All(result.Calls.SelectMany(call => call.Turns), turn => Assert.NotEqual("", turn.Text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
