using SoftNo.Calls;

namespace SoftNo.Tests.Transcripts;

public class WebVttTests
{
    [Fact]
    public void Zoom_names_stand_before_a_colon()
    {
        Call call = Reading.CallOf("WEBVTT\r\n\r\n1\r\n00:02:24.720 --> 00:02:32.850\r\nSam Zhang: gotcha gotcha\r\n\r\n2\r\n00:02:33.000 --> 00:02:34.000\r\nDana: and so: two things\r\n\r\n3\r\n00:02:35.000 --> 00:02:36.000\r\nno name here\r\n");
        Assert.Equal("webvtt/zoom", call.Source.Format);
        Assert.Equal(["144720 Sam Zhang: gotcha gotcha", "153000 Dana: and so: two things", "155000 ?: no name here"], Reading.Lines(call));
        Assert.Equal(152850, call.Turns[0].EndMs);
    }

    [Fact]
    public void Teams_names_are_voices_with_unpadded_and_negative_times()
    {
        Call call = Reading.CallOf("WEBVTT\n\n0:0:0.0 --> 0:0:5.320\n<v User Name>This is a transcript test.</v>\n\n-0:0:1.5 --> 0:0:0.0\n<v O&#39;Brien, Pat>Hi &amp; hello\nthere</v>\n");
        Assert.Equal("webvtt/teams", call.Source.Format);
        Assert.Equal(["-1500 O'Brien, Pat: Hi & hello there", "0 User Name: This is a transcript test."], Reading.Lines(call));
    }

    [Fact]
    public void Webex_names_stand_in_the_cue_id()
    {
        Call call = Reading.CallOf("WEBVTT\n\n1 \"Camille Roy\" (1262511360)\n00:00:01.000 --> 00:00:02.000\nHello.\n\n2 \"\" (0)\n00:00:03.000 --> 00:00:04.000\nOkay.\n");
        Assert.Equal("webvtt/webex", call.Source.Format);
        Assert.Equal(["1000 Camille Roy: Hello.", "3000 ?: Okay."], Reading.Lines(call));
    }

    [Fact]
    public void Notes_styles_regions_and_settings_are_read_over()
    {
        Call call = Reading.CallOf("\uFEFFWEBVTT - a title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE\nA note: not words\n\nid-1\n01:02.500 --> 01:03.000 align:start line:0\n<v.loud Mary>Hello <i>you</i>\n\n00:01:04.000 --> 00:01:05.000\n<v Mary>\n");
        Assert.Equal(["62500 Mary: Hello you"], Reading.Lines(call));
    }

    [Fact]
    public void Two_voices_in_a_cue_are_two_turns()
    {
        Call call = Reading.CallOf("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes.</v> <v Bob>No.</v>\n");
        Assert.Equal(["1000 Ann: Yes.", "1000 Bob: No."], Reading.Lines(call));
    }

    [Fact]
    public void A_colon_in_a_name_is_part_of_it_where_it_always_stands_there()
    {
        Call call = Reading.CallOf("WEBVTT\n\n00:01.000 --> 00:02.000\nAcme: Paris: Hello\n\n00:02.000 --> 00:03.000\nAcme: Paris: Again\n\n00:03.000 --> 00:04.000\nDana: Well: no\n\n00:04.000 --> 00:05.000\nDana: Right\n");
        Assert.Equal(["1000 Acme: Paris: Hello", "2000 Acme: Paris: Again", "3000 Dana: Well: no", "4000 Dana: Right"], Reading.Lines(call));
        Assert.Equal(["Acme: Paris", "Dana"], call.Speakers.Select(speaker => speaker.Name));
    }

    [Fact]
    public void Captions_without_names_are_a_call_with_a_warning()
    {
        Call call = Reading.CallOf("WEBVTT\n\n00:01.000 --> 00:02.000\nHello there.\n\n00:02.000 --> 00:03.000\nHere is the thing: it works.\n\n00:03.000 --> 00:04.000\nBye.\n\n00:04.000 --> 00:05.000\nBye bye.\n");
        Assert.Empty(call.Speakers);
        Assert.Equal("Here is the thing: it works.", call.Turns[1].Text);
        Assert.Contains(call.Warnings, warning => warning.Code == "no-speakers");
    }

    [Fact]
    public void Times_that_break_are_named_by_line_and_column()
    {
        Problem problem = Reading.ProblemOf(Reading.Of("WEBVTT\n\n00:00:01.000 --> 0x:00:02.000\n<v Ann>Hello.\n"));
        Assert.Equal(("broken-times", 3, 18), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void An_arrow_that_is_none_is_named_by_line_and_column()
    {
        Problem problem = Reading.ProblemOf(Reading.Of("WEBVTT\n\n1\n00:00:01.000 -> 00:00:02.000\nCamille: Hello\n"));
        Assert.Equal(("broken-times", 4, 13), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void One_broken_time_among_good_ones_keeps_its_words()
    {
        Call call = Reading.CallOf("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>One.\n\n00:99.000 --> 00:03.000\n<v Bob>Two.\n\n00:03.000 --> 00:04.000\n<v Ann>Three.\n");
        Assert.Equal(["1000 Ann: One.", "- Bob: Two.", "3000 Ann: Three."], Reading.Lines(call));
        Assert.Contains("line 6", Assert.Single(call.Warnings, warning => warning.Code == "broken-times").Message.En, StringComparison.Ordinal);
    }
}
