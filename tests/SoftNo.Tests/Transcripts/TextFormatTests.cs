using NodaTime.Text;
using SoftNo.Calls;

namespace SoftNo.Tests.Transcripts;

public class TextFormatTests
{
    [Fact]
    public void Srt_with_names()
    {
        Call call = Reading.CallOf("1\n00:00:01,000 --> 00:00:04,074\nCamille: <i>Hello</i>\nyou\n\n2\n00:00:05,000 --> 00:00:06,000\nDana: Hi\n\n3\n00:00:07,000 --> 00:00:08,000\nDana: again\n");
        Assert.Equal("srt", call.Source.Format);
        Assert.Equal(["1000 Camille: Hello you", "5000 Dana: Hi", "7000 Dana: again"], Reading.Lines(call));
        Assert.Equal(4074, call.Turns[0].EndMs);
    }

    [Fact]
    public void Srt_with_one_broken_time_keeps_the_words_and_names_the_place()
    {
        Call call = Reading.CallOf("1\n00:00:01,000 --> 00:00:xx\nCamille: Hello\n\n2\n00:00:03,000 --> 00:00:04,000\nDana: Hi\n\n3\n00:00:05,000 --> 00:00:06,000\nCamille: So\n");
        Assert.Equal((1000, null), (call.Turns[0].StartMs, call.Turns[0].EndMs));
        Assert.Contains("line 2, column 23", Assert.Single(call.Warnings, warning => warning.Code == "broken-times").Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Srt_that_names_a_speaker_only_when_it_changes_carries_the_name_on()
    {
        Call call = Reading.CallOf("1\n00:00:01,000 --> 00:00:02,000\nAnn: One\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n\n3\n00:00:05,000 --> 00:00:06,000\nBob: three\n\n4\n00:00:07,000 --> 00:00:08,000\nfour\n");
        Assert.Equal(["1000 Ann: One", "3000 Ann: two", "5000 Bob: three", "7000 Bob: four"], Reading.Lines(call));
    }

    [Fact]
    public void A_full_name_above_the_words_counts_its_words_whatever_white_space_parts_them()
    {
        Call call = Reading.CallOf("Participants\nCamille  Roy, Founder\nDana , buyer\n\nCamille: Hello there\nDana: Hi\nCamille: So\nDana: Yes\n");
        Assert.Equal(["Camille Roy", "Dana"], call.Speakers.Select(speaker => speaker.Name));
    }

    [Fact]
    public void A_name_with_two_blanks_stands_before_its_time()
    {
        Call call = Reading.CallOf("Camille  Roy 0:01\nHello there\n\nDana 0:04\nHi\n\nCamille  Roy 0:09\nSo\n");
        Assert.Equal(["1000 Camille Roy: Hello there", "4000 Dana: Hi", "9000 Camille Roy: So"], Reading.Lines(call));
    }

    [Fact]
    public void Names_below_their_times_and_one_beside_its_own()
    {
        Call call = Reading.CallOf("0:01\nCamille\nHello there\n\n0:05\nDana\nHi you\n\n0:09\nCamille\nSo then\n\nDana Whitfield  0:25\n");
        Assert.Equal(["1000 Camille: Hello there", "5000 Dana: Hi you", "9000 Camille: So then"], Reading.Lines(call));
    }

    [Fact]
    public void Otter_headers_stand_above_the_words()
    {
        Call call = Reading.CallOf("Sidney  55:21  \nThank you so much. We will guys next week.\n\nUnknown Speaker  1:02:03\nOkay.\nGood.\n\nTranscribed by https://otter.ai\n");
        Assert.Equal("text/headed", call.Source.Format);
        Assert.Equal(["3321000 Sidney: Thank you so much. We will guys next week.", "3723000 Unknown Speaker: Okay. Good."], Reading.Lines(call));
    }

    [Theory]
    [InlineData("Dana (00:03): Hello\nCamille (00:05): Hi\n")]
    [InlineData("[00:03] Dana: Hello\n[00:05] Camille: Hi\n")]
    [InlineData("00:03 Dana: Hello\n00:05 Camille: Hi\n")]
    [InlineData("00:00:03\tDana:\tHello\n00:00:05\tCamille:\tHi\n")]
    [InlineData("Dana    00:00:03    Hello\nCamille    00:00:05    Hi\n")]
    [InlineData("Dana 00:03\nHello\n\nCamille 00:05\nHi\n")]
    [InlineData("[00:03] Dana\nHello\n\n[00:05] Camille\nHi\n")]
    [InlineData("0:03 - Dana\n  Hello\n\n0:05 - Camille\n  Hi\n")]
    [InlineData("Dana: [00:03] Hello\nCamille: [00:05] Hi\n")]
    [InlineData("[00:00:03.000 --> 00:00:04.000] Dana: Hello\n[00:00:05.000 --> 00:00:06.000] Camille: Hi\n")]
    public void Layouts_of_name_and_time(string text) => Assert.Equal(["3000 Dana: Hello", "5000 Camille: Hi"], Reading.Lines(Reading.CallOf(text)));

    [Fact]
    public void Names_without_times_and_lines_that_go_on()
    {
        Call call = Reading.CallOf("Dana Whitfield: So the thing is: we have\n  no budget.\nCamille : D'accord.\nDana Whitfield: Bye.\n");
        Assert.Equal(["- Dana Whitfield: So the thing is: we have no budget.", "- Camille: D'accord.", "- Dana Whitfield: Bye."], Reading.Lines(call));
    }

    [Fact]
    public void Call_files_state_sides_start_and_zone_and_their_labels_are_read_over()
    {
        Call call = Reading.CallOf("""
            id: x-1
            title: Fleet telematics
            when: 2026-11-17T10:00-05:00          # start
            zone: America/Chicago
            us: Camille Roy (founder, CEO), Hugo
            them: Dana Whitfield (VP Ops @ Larkspur Freight), Raj

            00:03 Camille: Thanks.
            00:21 Dana: {{generic-praise|Wow}}, {{hard-question:integration|does it write back}}?
            1:00:21 Raj: Sure.
            """);
        Assert.Equal("call", call.Source.Format);
        Assert.Equal(["3000 Camille Roy: Thanks.", "21000 Dana Whitfield: Wow, does it write back?", "3621000 Raj: Sure."], Reading.Lines(call));
        Assert.Equal([(Side.Seller, Basis.Stated), (Side.Prospect, Basis.Stated), (Side.Prospect, Basis.Stated)], call.Speakers.Select(speaker => (speaker.Side, speaker.Basis)));
        Assert.Equal(("VP Ops", "Larkspur Freight", "founder, CEO"), (call.Speakers[1].Role, call.Speakers[1].Company, call.Speakers[0].Role));
        Assert.Equal("2026-11-17T10:00:00-05", OffsetDateTimePattern.GeneralIso.Format(call.Source.StartedAt!.Value));
        Assert.Equal((Basis.Stated, "America/Chicago", Basis.Stated), (call.Source.StartedAtBasis, call.Source.Zone!.Id, call.Source.ZoneBasis));
        Assert.Empty(call.Warnings);
    }

    [Theory]
    [InlineData("zone: Europe/Lyon", "no-such-zone", 2, 7)]
    [InlineData("when: yesterday", "bad-start", 2, 7)]
    public void Header_lines_of_call_files_that_make_no_sense(string line, string code, int at, int column)
    {
        Problem problem = Reading.ProblemOf(Reading.Of($"id: x\n{line}\nus: Ann\n\n00:01 Ann: Hi\n", "x.call"));
        Assert.Equal((code, at, column), (problem.Code, problem.Line!.Value, problem.Column!.Value));
    }

    [Theory]
    [InlineData("name: x\nversion: 2\nauthor: y\nlicense: z\n")]
    [InlineData("id;name;amount\n1;x;2\n2;y;3\n")]
    [InlineData("We met them on Tuesday. It went well, I think.\nThey will call back.\n")]
    public void What_is_no_transcript_is_told_with_its_head(string text)
    {
        Problem problem = Reading.ProblemOf(Reading.Of(text));
        Assert.Equal("unknown-format", problem.Code);
        Assert.Contains(text.Split('\n')[0][..7], problem.Text.En, StringComparison.Ordinal);
    }
}
