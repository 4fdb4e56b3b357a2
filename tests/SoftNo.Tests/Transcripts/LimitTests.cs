using System.IO.Compression;
using System.Text;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts;

/// <summary>Files that go beyond what any export does are refused with what is wrong, and what is merely long is read.</summary>
public class LimitTests
{
    [Theory]
    [InlineData(100, "unknown-format")]
    [InlineData(129, "too-deep")]
    [InlineData(200_000, "too-deep")]
    public void Json_nested_deep(int levels, string code) =>
        Assert.Equal(code, Reading.ProblemOf(Reading.Of(new string('[', levels) + new string(']', levels), "deep.json")).Code);

    [Fact]
    public void Json_nested_deep_inside_a_value_that_is_taken()
    {
        string deep = new string('[', 5000) + new string(']', 5000);
        Problem problem = Reading.ProblemOf(Reading.Of($$"""{"meetingId":"m","data":[{"speaker":"A","text":"Hello.","startTime":1,"extra":{{deep}}}]}""", "deep.json"));
        Assert.Equal("too-deep", problem.Code);
    }

    [Fact]
    public void A_value_that_breaks_inside_is_broken_and_not_deep() =>
        Assert.Equal("broken-json", Reading.ProblemOf(Reading.Of("""{"meetingId":"m","data":[{"speaker":"A","text":"Hello.","startTime":1},{"speaker":"A","text":]}""", "broken.json")).Code);

    [Fact]
    public void A_million_names_are_no_call()
    {
        var text = new StringBuilder("WEBVTT\n\n");
        for (int i = 0; i < 1_000_000; i++) text.Append("00:00:01.000 --> 00:00:02.000\n<v N").Append(i).Append(">Hi</v>\n\n");
        Problem problem = Reading.ProblemOf(Reading.Of(text.ToString(), "many.vtt", new CallOptions { MaxBytes = 100_000_000, Us = ["Camille"] }));
        Assert.Equal("too-many-speakers", problem.Code);
        Assert.Contains("1000000", problem.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_numbers_of_a_telephone_are_no_call()
    {
        var json = new StringBuilder("""{"transcription":{"content":{"utterances":[""");
        for (int i = 0; i < 200_000; i++) json.Append(i == 0 ? "" : ",").Append("""{"participant_type":"external","text":"Hi","phone_number":""").Append(i).Append('}');
        Assert.Equal("too-many-speakers", Reading.ProblemOf(Reading.Of(json.Append("]}}}").ToString(), "many.json")).Code);
    }

    public static TheoryData<string, string> LongLines => new()
    {
        { "a line of names", "Camille: Hello.\nDana: " + new string('x', 10_000_000) + "\nCamille: So.\nDana: Yes.\n" },
        { "blanks", "Camille: Hello.\nDana: Hi" + new string(' ', 10_000_000) + "there.\nCamille: So.\nDana: Yes.\n" },
        { "open tags in captions", "1\n00:00:01,000 --> 00:00:02,000\n" + new string('<', 5_000_000) + "\n" },
        { "open braces in captions", "1\n00:00:01,000 --> 00:00:02,000\n" + string.Concat(Enumerable.Repeat("{\\", 2_500_000)) + "\n" },
        { "open tags in WebVTT", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n" + new string('<', 5_000_000) + "x\n\n00:00:03.000 --> 00:00:04.000\nHi.\n" },
        { "ampersands in WebVTT", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n" + new string('&', 5_000_000) + "\n" },
        { "labels that never close", "when: 2026-11-17T10:00-05:00\n\n00:01 Ann: " + string.Concat(Enumerable.Repeat("{{a|b ", 1_000_000)) + "\n00:02 Bob: Hi\n" },
        { "times in a row", string.Concat(Enumerable.Repeat("00:01 ", 1_000_000)) + "\nDana: Hi.\nCamille: So.\n" },
        { "colons", string.Concat(Enumerable.Repeat("a: ", 3_000_000)) + "\nDana: Hi.\nCamille: So.\n" },
    };

    // Each would take hours if any step went over a line again and again.
    [Theory]
    [MemberData(nameof(LongLines), DisableDiscoveryEnumeration = true)]
    public void Gigantic_lines_are_read_or_refused(string what, string text)
    {
        TranscriptResult result = Reading.Of(text);
        Assert.True(result.Calls.Count + result.Problems.Count == 1, what);
        Assert.All(result.Calls.SelectMany(call => call.Turns), turn => Assert.NotEqual("", turn.Text));
    }

    [Theory]
    [InlineData("..\\out.txt")]
    [InlineData("/etc/out.txt")]
    [InlineData("C:\\out.txt")]
    [InlineData("a/../../out.txt")]
    public void Names_that_climb_out_of_an_archive(string name) =>
        Assert.Equal("unsafe-path", Reading.ProblemOf(Reading.Of(Zip((name, "Camille: Hello.\nDana: Hi.\n")), "a.zip")).Code);

    [Fact]
    public void A_bomb_of_json_in_an_archive() =>
        Assert.Equal("zip-bomb", Reading.ProblemOf(Reading.Of(Zip(("bomb.json", "[" + new string(' ', 20_000_000) + "]")), "bomb.zip")).Code);

    [Fact]
    public void A_bomb_in_a_word_document() =>
        Assert.Equal("zip-bomb", Reading.ProblemOf(Reading.Of(Zip(("word/document.xml", "<w:document>" + new string(' ', 20_000_000) + "</w:document>")), "bomb.docx")).Code);

    [Fact]
    public void Entities_that_a_document_declares_are_not_expanded()
    {
        const string Billion = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "lollollol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>""";
        byte[] bytes = Zip(("word/document.xml", Billion),
            ("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
            ("_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""));
        Assert.Equal("broken-document", Reading.ProblemOf(Reading.Of(bytes, "call.docx")).Code);
    }

    [Fact]
    public void Wide_json_is_read_as_a_stream_too()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("""{"meetingId":"m","data":[{"speaker":"Bérengère","text":"Hello.","startTime":1,"endTime":2}]}""")];
        Assert.Equal(["1000 Bérengère: Hello."], Reading.Lines(Assert.Single(Reading.Of(bytes, "wide.json").Calls)));
    }

    private static byte[] Zip(params (string Name, string Text)[] members)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, string text) in members)
            {
                using Stream member = zip.CreateEntry(name).Open();
                member.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
