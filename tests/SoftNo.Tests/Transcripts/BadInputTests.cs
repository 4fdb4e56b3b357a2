using System.Text;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts;

public class BadInputTests
{
    private const string Small = "Camille Roy: Bonjour é à.\nDana: Hi.\nCamille Roy: Shall we – yes – start?\nDana: Sure.\n";

    [Fact]
    public void A_missing_file() => Assert.Equal("missing-file", Reading.ProblemOf(TranscriptReader.ReadFile("/nowhere/x.vtt", new())).Code);

    [Theory]
    [InlineData("")]
    [InlineData("\n  \n")]
    public void An_empty_file(string text) => Assert.Equal("empty-file", Reading.ProblemOf(Reading.Of(text)).Code);

    [Fact]
    public void A_binary_file_with_a_transcripts_name()
    {
        Problem problem = Reading.ProblemOf(Reading.Of([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13], "call.vtt"));
        Assert.Equal("binary-file", problem.Code);
        Assert.Contains("89504E470D0A1A0A (PNG)", problem.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_html_saved_as_vtt() =>
        Assert.Equal("html-page", Reading.ProblemOf(Reading.Of("<!DOCTYPE html>\n<html><body>Sign in</body></html>", "call.vtt")).Code);

    [Fact]
    public void A_captions_file_without_cues() => Assert.Equal("no-words", Reading.ProblemOf(Reading.Of("WEBVTT\n\nNOTE nothing\n")).Code);

    [Fact]
    public void A_file_over_the_limit_is_refused_unread()
    {
        using var stream = new UnreadStream(51_000_000);
        Assert.Equal("too-large", Reading.ProblemOf(TranscriptReader.Read(stream, "big.vtt", new())).Code);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("windows-1252", false)]
    public void Encodings(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Small)];
        Call call = Assert.Single(Reading.Of(bytes).Calls);
        Assert.Equal(["- Camille Roy: Bonjour é à.", "- Dana: Hi.", "- Camille Roy: Shall we – yes – start?", "- Dana: Sure."], Reading.Lines(call));
    }

    [Fact]
    public void Json_in_windows_1252()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Call call = Assert.Single(Reading.Of(Encoding.GetEncoding(1252).GetBytes("""{"meetingId":"é","data":[{"speaker":"Bérengère","text":"Voilà – hello.","startTime":1,"endTime":2}]}""")).Calls);
        Assert.Equal(["1000 Bérengère: Voilà – hello."], Reading.Lines(call));
    }

    [Fact]
    public void One_speaker_is_a_call_with_a_warning()
    {
        Call call = Reading.CallOf("Dana: One.\nDana: Two.\n");
        Assert.Contains(call.Warnings, warning => warning.Code == "one-speaker");
    }

    [Fact]
    public void Only_sellers_is_a_call_with_a_warning()
    {
        Call call = Reading.CallOf(Small, options: new CallOptions { Us = ["Camille", "dana"] });
        Assert.Contains(call.Warnings, warning => warning.Code == "only-sellers");
    }

    [Fact]
    public void Names_that_match_nobody_are_told_who_is_there()
    {
        Problem problem = Reading.ProblemOf(Reading.Of(Small, options: new CallOptions { Us = ["Hugo"] }));
        Assert.Equal("names-match-nobody", problem.Code);
        Assert.Contains("Camille Roy, Dana", problem.Text.En, StringComparison.Ordinal);
        Assert.Contains("Hugo", problem.Text.Fr, StringComparison.Ordinal);
    }

    private sealed class UnreadStream(long length) : MemoryStream
    {
        public override long Length => length;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("The file was to be refused unread.");
    }
}
