using System.Globalization;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts;

/// <summary>
/// Exports in the products' shapes, a folder each with its companions, beside what must be read of them (<c>expected.txt</c>: facts, then
/// <c>- name | side | address</c>, then <c>start name: words</c>; calls apart by blank lines). Facts that are not expected are not compared.
/// </summary>
public class ExportFolderTests
{
    private const string Expected = "expected.txt";

    private static string Root => Path.Combine(TestData.Root, "tests", "SoftNo.Tests", "Transcripts", "Fixtures", "exports");

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Reads(string folder)
    {
        string path = Path.Combine(Root, folder);
        string[] files = [.. Directory.GetFiles(path).Where(file => Path.GetFileName(file) != Expected).Order(StringComparer.Ordinal)];
        var options = new CallOptions { Companions = files.Length > 1 ? CallCompanions.Gather(files) : null };
        TranscriptResult[] results = [.. files.Select(file => TranscriptReader.ReadFile(file, options))];
        Assert.Empty(results.SelectMany(result => result.Problems).Select(problem => problem.ToString()));
        string[] expected = File.ReadAllText(Path.Combine(path, Expected)).TrimEnd('\n').Split("\n\n");
        Call[] calls = [.. results.SelectMany(result => result.Calls)];
        Assert.Equal(string.Join("\n\n", expected), string.Join("\n\n", calls.Select((call, index) => Told(call, index < expected.Length ? expected[index] : ""))));
    }

    private static string Told(Call call, string expected)
    {
        var lines = new List<string>();
        foreach ((string key, string? value) in Facts(call.Source))
        {
            if (expected.StartsWith(key + ": ", StringComparison.Ordinal) || expected.Contains($"\n{key}: ", StringComparison.Ordinal)) lines.Add($"{key}: {value ?? "-"}");
        }

        lines.AddRange(call.Speakers.Select(speaker => $"- {speaker.Name} | {(speaker.Basis == Basis.Stated ? speaker.Side.ToString().ToLowerInvariant() : "unknown")} | {speaker.Address ?? "-"}"));
        lines.AddRange(Reading.Lines(call).Select((line, index) => call.Turns[index].LeftOut is { } why ? $"{line} [{why}]" : line));
        return string.Join('\n', lines);
    }

    private static IEnumerable<(string Key, string? Value)> Facts(CallSource source)
    {
        yield return ("format", source.Format);
        yield return ("start", source.StartedAt is { } start ? OffsetDateTimePattern.ExtendedIso.Format(start) : null);
        yield return ("title", source.Title);
        yield return ("language", source.Language);
        yield return ("duration", source.Duration?.TotalSeconds.ToString(CultureInfo.InvariantCulture));
    }
}
