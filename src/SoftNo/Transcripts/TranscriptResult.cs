using SoftNo.Calls;

namespace SoftNo.Transcripts;

/// <summary>What one file gave.</summary>
/// <param name="Calls">The calls in it, in the file's order; none where nothing could be read.</param>
/// <param name="Problems">What could not be read, each with its place and cure.</param>
public sealed record TranscriptResult(IReadOnlyList<Call> Calls, IReadOnlyList<Problem> Problems)
{
    internal static TranscriptResult Failed(Problem problem) => new([], [problem]);
}
