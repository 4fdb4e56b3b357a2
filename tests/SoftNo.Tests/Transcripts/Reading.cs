using System.Text;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts;

/// <summary>Short ways to read a text in the tests of this folder.</summary>
internal static class Reading
{
    public static TranscriptResult Of(string text, string file = "call.txt", CallOptions? options = null) => Of(Encoding.UTF8.GetBytes(text), file, options);

    public static TranscriptResult Of(byte[] bytes, string file = "call.txt", CallOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        return TranscriptReader.Read(stream, file, options ?? new CallOptions());
    }

    public static Call CallOf(string text, string file = "call.txt", CallOptions? options = null)
    {
        TranscriptResult result = Of(text, file, options);
        Assert.Empty(result.Problems);
        return Assert.Single(result.Calls);
    }

    public static Problem ProblemOf(TranscriptResult result)
    {
        Assert.Empty(result.Calls);
        return Assert.Single(result.Problems);
    }

    /// <summary>Each turn as <c>startMs name: text</c>, for exact comparison.</summary>
    public static string[] Lines(Call call) =>
        [.. call.Turns.Select(turn => $"{turn.StartMs?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {(turn.Speaker == Call.Nobody ? "?" : call.Speakers[turn.Speaker].Name)}: {turn.Text}")];
}
