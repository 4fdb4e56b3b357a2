using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts;

public class MoreShapesTests
{
    [Theory]
    [InlineData("10:03:05 From Camille Roy to Everyone: Hello\n10:03:07 From  Dana  to  Camille Roy(Direct Message): Hi\n10:03:09 From Dana to Everyone:\n\tReacted to \"Hello\" with 👍\n", "0 Camille Roy: Hello|2000 Dana: Hi")]
    [InlineData("00:01:34\tCamille Roy:\tHello\n00:01:36\tDana:\tReacted to \"Hello\" with 👍\n00:01:38\tDana:\tHi\n", "94000 Camille Roy: Hello|98000 Dana: Hi")]
    [InlineData("2026-11-17 16:03:05 From Camille Roy to Everyone:\n\tHello\n\tyou\n\tDana:👍\n2026-11-17 16:03:07 From Dana to Everyone:\n\tReplying to \"Hello\":\n\t\n\tHi\n", "0 Camille Roy: Hello you|2000 Dana: Hi")]
    public void Zoom_chat_in_its_three_shapes(string text, string expected)
    {
        Call call = Reading.CallOf(text, "chat.txt");
        Assert.Equal("zoom-chat", call.Source.Format);
        Assert.Equal(expected.Split('|'), Reading.Lines(call));
        Assert.Equal(text.StartsWith("2026", StringComparison.Ordinal) ? "2026-11-17T16:03:05+01" : null, call.Source.StartedAt is { } start ? OffsetDateTimePattern.GeneralIso.Format(start) : null);
    }

    [Fact]
    public void Captions_saved_in_zoom_count_from_the_first_clock_over_midnight()
    {
        Call call = Reading.CallOf("[Camille Roy] 23:59:58\nHello.\n\n[Dana] 00:00:03\nHi\nthere.\n", "2026-11-17 closed caption.txt");
        Assert.Equal(["0 Camille Roy: Hello.", "5000 Dana: Hi there."], Reading.Lines(call));
        Assert.Equal("2026-11-17T23:59:58+01", OffsetDateTimePattern.GeneralIso.Format(call.Source.StartedAt!.Value));
    }

    [Fact]
    public void Whispers_table_is_in_milliseconds()
    {
        Call call = Reading.CallOf("start\tend\ttext\n0\t1500\tHello.\n1500\t2500\tHi.\n");
        Assert.Equal(("whisper-tsv", "0 ?: Hello.|1500 ?: Hi."), (call.Source.Format, string.Join('|', Reading.Lines(call))));
    }

    [Fact]
    public void Meets_document_has_notes_above_headings_and_a_footer()
    {
        Call call = Reading.CallOf("""
            Notes
            Nov 17, 2026 at 16:05 GMT+1
            Summary: they talked about the trial.
            Details: more of it

            Transcript
            00:00:00

            Camille Roy: Hello.
            Dana: Hi.
            00:05:00

            Camille Roy: Shall we?
            Transcription ended after 00:32:10

            This editable transcript was computer generated and might contain errors. People can also change the text after it was created.
            """);
        Assert.Equal(["0 Camille Roy: Hello.", "0 Dana: Hi.", "300000 Camille Roy: Shall we?"], Reading.Lines(call));
        Assert.Equal(("2026-11-17T16:05:00+01", Basis.Stated), (OffsetDateTimePattern.GeneralIso.Format(call.Source.StartedAt!.Value), call.Source.StartedAtBasis));
    }

    [Fact]
    public void Otter_tells_title_and_start_above_the_words_and_may_leave_names_out()
    {
        Call call = Reading.CallOf("Demo with Larkspur\n\nTue, Nov 17, 2026 4:05PM • 32:10\n\nSUMMARY KEYWORDS\npricing\n\nSPEAKERS\nCamille, Dana\n\nCamille  00:03\nHello.\n\nDana  00:05\nHi.\n\nCamille  00:07\nSo.\n");
        Assert.Equal(["3000 Camille: Hello.", "5000 Dana: Hi.", "7000 Camille: So."], Reading.Lines(call));
        Assert.Equal(("Demo with Larkspur", "2026-11-17T16:05:00+01"), (call.Source.Title, OffsetDateTimePattern.GeneralIso.Format(call.Source.StartedAt!.Value)));
        Assert.Equal(["3000 ?: Hello.", "5000 ?: Hi."], Reading.Lines(Reading.CallOf("0:03\nHello.\n\n0:05\nHi.\n")));
    }

    [Fact]
    public void Gongs_text_joins_first_names_to_its_participants()
    {
        Call call = Reading.CallOf("Larkspur discovery\nRecorded on Nov 17, 2026 via Zoom, 32m\n\nParticipants\nSoftNo\nCamille Roy, Founder\nLarkspur Freight\nDana Whitfield, VP Ops\n\nTranscript\n\n0:03 | Camille\nHello.\n\n0:21 | Dana\nHi.\n");
        Assert.Equal(["3000 Camille Roy: Hello.", "21000 Dana Whitfield: Hi."], Reading.Lines(call));
        Assert.Equal(("2026-11-17T00:00:00-05", Basis.Stated), (OffsetDateTimePattern.GeneralIso.Format(call.Source.StartedAt!.Value), call.Source.StartedAtBasis));
        Assert.Contains(call.Warnings, warning => warning.Code == "start-hour-unknown");
    }

    [Fact]
    public void Words_document_of_teams_in_french()
    {
        byte[] bytes = Docx(["Démo Larkspur", "17 novembre 2026, 15:05", "32 min 10 s"], ["Camille Roy a démarré la transcription"], ["Camille Roy   0:03", "Hello Dana,", "how are you?"], ["Whitfield, Dana   0:05", "I am fine."], ["Camille Roy a arrêté la transcription"]);
        Call call = Assert.Single(Reading.Of(bytes, "call.docx").Calls);
        Assert.Equal(["3000 Camille Roy: Hello Dana, how are you?", "5000 Whitfield, Dana: I am fine."], Reading.Lines(call));
        Assert.Equal("2026-11-17T15:05:00Z", OffsetDateTimePattern.GeneralIso.Format(call.Source.StartedAt!.Value));
    }

    [Fact]
    public void Words_document_of_older_teams()
    {
        byte[] bytes = Docx(["0:0:0.0 --> 0:0:5.320", "Camille Roy", "Hello."], ["0:0:6.0 --> 0:0:7.0", "Dana", "Hi."], ["0:0:8.0 --> 0:0:9.0", "Dana", "Go."], ["0:0:10.0 --> 0:0:11.0", "Camille Roy", "So."]);
        Assert.Equal(["0 Camille Roy: Hello.", "6000 Dana: Hi.", "8000 Dana: Go.", "10000 Camille Roy: So."], Reading.Lines(Assert.Single(Reading.Of(bytes, "call.docx").Calls)));
    }

    [Fact]
    public void An_archive_is_read_inside_and_its_members_fail_one_by_one()
    {
        byte[] bytes = Zip(("a/good.txt", "Camille: Hello.\nDana: Hi.\n"), ("bad.vtt", "<!DOCTYPE html><html></html>"), ("../out.txt", "Camille: Hello.\nDana: Hi.\n"), ("in.zip", "x"), ("picture.png", "x"),
            ("calls.json", """{"callTranscripts":[{"callId":"77","transcript":[{"speakerId":"1","sentences":[{"start":1,"end":2,"text":"Hello."}]}]}]}"""),
            ("parties.json", """{"calls":[{"metaData":{"id":"77"},"parties":[{"speakerId":"1","name":"Dana","affiliation":"External"}]}]}"""));
        TranscriptResult result = Reading.Of(bytes, "all.zip");
        Assert.Equal(["all.zip!a/good.txt", "all.zip!calls.json"], result.Calls.Select(call => call.Source.File));
        Assert.Equal(("Dana", Side.Prospect), (result.Calls[1].Speakers[0].Name, result.Calls[1].Speakers[0].Side));
        Assert.Equal([("all.zip!bad.vtt", "html-page"), ("all.zip!../out.txt", "unsafe-path"), ("all.zip!in.zip", "nested-archive")], result.Problems.Select(problem => (problem.File, problem.Code)));
    }

    [Fact]
    public void A_bomb_in_an_archive_is_refused()
    {
        TranscriptResult result = Reading.Of(Zip(("bomb.txt", new string(' ', 20_000_000))), "bomb.zip");
        Assert.Equal("zip-bomb", Reading.ProblemOf(result).Code);
    }

    [Fact]
    public void Every_line_of_the_real_chats()
    {
        foreach (string file in Directory.GetFiles(TestData.Folder("zoom"), "chat.txt", SearchOption.AllDirectories))
        {
            if (new FileInfo(file).Length == 0) continue;
            Call call = Assert.Single(TranscriptReader.ReadFile(file, new CallOptions()).Calls);
            int lines = File.ReadAllLines(file).Count(line => line.Split('\t') is [var time, var name, ..] && time.Length == 8 && name.EndsWith(':') && !line.Contains("\tReacted to \"", StringComparison.Ordinal) && !line.Contains("\tRemoved a ", StringComparison.Ordinal));
            Assert.Equal("zoom-chat", call.Source.Format);
            Assert.InRange(call.Turns.Count, lines * 9 / 10, (lines * 11 / 10) + 1);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Older_documents_of_Teams_have_times_then_the_name_then_the_words(bool oneParagraph)
    {
        string[][] blocks = [["0:0:0.0 --> 0:0:5.320", "Camille Roy", "Hello."], ["0:0:6.90 --> 0:0:9.0", "Dana", "Hi: it's me."], ["0:0:9.5 --> 0:0:10.0", "Raj", "And me."]];
        byte[] bytes = oneParagraph ? Docx(blocks) : Docx([.. blocks.SelectMany(block => block.Select(line => new[] { line }).Append([""]))]);
        Call call = Assert.Single(TranscriptReader.Read(new MemoryStream(bytes), "old.docx", new CallOptions()).Calls);
        Assert.Equal(["0 Camille Roy: Hello.", "6090 Dana: Hi: it's me.", "9005 Raj: And me."], Reading.Lines(call));
    }

    private static byte[] Docx(params string[][] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            foreach (string[] lines in paragraphs)
            {
                var run = new Run();
                for (int i = 0; i < lines.Length; i++)
                {
                    if (i > 0) run.Append(new Break());
                    run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
                }

                body.Append(new Paragraph(run));
            }

            document.AddMainDocumentPart().Document = new Document(body);
        }

        return stream.ToArray();
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
