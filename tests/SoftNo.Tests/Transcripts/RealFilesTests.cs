using System.Text.RegularExpressions;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts;

/// <summary>Real meetings and the labelled corpus: counts against the source, taken another way.</summary>
public partial class RealFilesTests
{
    [GeneratedRegex(@"-->.*\n(?<name>[^:\n]+): ")]
    private static partial Regex NamedCue();

    [Fact]
    public void Every_cue_and_speaker_of_the_zoom_meetings()
    {
        int cues = 0, names = 0;
        foreach (string file in Directory.GetFiles(TestData.Folder("zoom"), "transcript.vtt", SearchOption.AllDirectories))
        {
            Call call = Assert.Single(TranscriptReader.ReadFile(file, new CallOptions()).Calls);
            MatchCollection found = NamedCue().Matches(File.ReadAllText(file).ReplaceLineEndings("\n"));
            Assert.Equal(found.Count, call.Turns.Count);
            Assert.Equal(found.Select(match => match.Groups["name"].Value).Distinct().Order(), call.Speakers.Select(speaker => speaker.Name).Order());
            Assert.Equal("webvtt/zoom", call.Source.Format);
            cues += call.Turns.Count;
            names += call.Speakers.Count;
        }

        Assert.True(cues > 2000, $"{cues} cues");
        TestContext.Current.SendDiagnosticMessage("zoom: {0} cues, {1} speakers", cues, names);
    }

    [Fact]
    public void Every_file_of_the_corpus()
    {
        string[] files = Directory.GetFiles(Path.Combine(TestData.Root, "corpus"), "*.call", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            TranscriptResult result = TranscriptReader.ReadFile(file, new CallOptions());
            Assert.True(result.Calls.Count == 1, $"{file}: {string.Join(" ", result.Problems)}");
            Call call = result.Calls[0];
            string[] lines = File.ReadAllLines(file);
            int body = Array.FindIndex(lines, string.IsNullOrWhiteSpace);
            Assert.Equal(lines.Skip(body).Count(line => line.Length > 0), call.Turns.Count);
            Assert.All(call.Speakers, speaker => Assert.True(speaker.Basis == Basis.Stated, $"{file}: {speaker.Name}"));
            Assert.DoesNotContain(call.Turns, turn => turn.Text.Contains("{{", StringComparison.Ordinal) || turn.Text.Contains("}}", StringComparison.Ordinal));
        }
    }
}
