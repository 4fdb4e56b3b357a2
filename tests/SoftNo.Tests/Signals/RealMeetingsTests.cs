using SoftNo.Signals;
using SoftNo.Tests.Transcripts;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Signals;

public class RealMeetingsTests
{
    [Fact]
    public void Technical_meetings_are_no_sales_calls()
    {
        var reader = CallReader.Load(Repository.Root, withListener: false).Reader!;
        var meetings = Directory.GetDirectories(TestData.Folder("zoom")).Order(StringComparer.Ordinal).ToList();
        var read = new List<(string, Verdict)>();
        foreach (var meeting in meetings)
        {
            using var bytes = File.OpenRead(Path.Combine(meeting, "transcript.vtt"));
            var call = Assert.Single(TranscriptReader.Read(bytes, "transcript.vtt", new()).Calls);
            read.Add((Path.GetFileName(meeting), reader.Read(call).Verdict));
        }

        Assert.Equal(8, read.Count);
        Assert.All(read, one => Assert.Equal(Verdict.Insufficient, one.Item2));
    }
}
