using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Storage.Tests;

/// <summary>The shipped phrases without the trained reader, and a call to read.</summary>
internal static class TestReader
{
    private static readonly Lazy<CallReader> Loaded = new(() => CallReader.Load(withListener: false).Reader ?? throw new InvalidOperationException("The lexicon is broken."));

    public static CallReader Reader => Loaded.Value;

    public const string Text = """
        Camille: So, what did you think of the demo?
        Dana Whitfield: Wow, that's really interesting, I see a lot of potential here.
        Camille: Great. What should the next step be?
        Dana Whitfield: Let us digest this internally and we'll circle back to you sometime next month.
        Camille: Thanks Dana, talk soon.
        """;

    public static Call Call(string text = Text, string file = "larkspur-freight.txt", string? at = "2026-11-17T10:00:00-05:00")
    {
        var options = new CallOptions { Us = ["Camille"], At = at is null ? null : NodaTime.Text.OffsetDateTimePattern.ExtendedIso.Parse(at).Value };
        var read = TranscriptReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), file, options);
        return Assert.Single(read.Calls);
    }
}
