using SoftNo.Cues;
using SoftNo.Tests.Transcripts;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Cues;

public class QuietMeetingsTests
{
    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public void Meetings_that_sell_nothing_give_hardly_any_soft_cue_in_a_thousand_turns(bool listener, double most)
    {
        var reader = CallReader.Load(Repository.Root, listener).Reader!;
        var (turns, cues) = (0, 0);
        foreach (var meeting in Directory.GetDirectories(TestData.Folder("zoom")))
        {
            using var bytes = File.OpenRead(Path.Combine(meeting, "transcript.vtt"));
            var call = Assert.Single(TranscriptReader.Read(bytes, "transcript.vtt", new()).Calls);
            turns += call.Turns.Count;
            cues += reader.Hear(call).Heard.Cues.Count(cue => cue.Kind is CueKind.GenericPraise or CueKind.TechPraise or CueKind.SoftNo);
        }

        Assert.True(turns > 2_000, $"{turns} turns");
        Assert.InRange(1000.0 * cues / turns, 0, most);
    }
}
