using System.Text.Json;
using System.Text.RegularExpressions;
using SoftNo.Calls;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Formats;

namespace SoftNo.Tests.Transcripts;

/// <summary>The W3C's and vtt.js's own files: the same start, end, plain text and voice. The count is printed for docs/formats.md.</summary>
public partial class WebVttConformanceTests
{
    [GeneratedRegex(@"^text(?<number>[0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    // Where vtt.js decides otherwise than the standard, the standard stands.
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["escape-characters/incorrect.vtt"] = "cue text tokenizer, HTML character reference state: &lt and &nbsp are decoded without their semicolon, as w3c's entities.vtt asks",
        ["file-layout/header-no-new-line.vtt"] = "collect a WebVTT block, in header: a line with an arrow ends the header and opens a cue; Microsoft Graph writes its files so",
        ["cue-times/min-top-digits.vtt"] = "collect a WebVTT timestamp: minutes have two digits; w3c's timings-too-long.vtt refuses the same",
        ["cue-times/minimum-spots-over-sixty.vtt"] = "collect a WebVTT timestamp: over 59 they are hours, which need minutes and seconds",
        ["integration/id.vtt"] = "collect a WebVTT block: an arrow alone is no id, and the times below it open a block, as w3c's arrows.vtt asks",
    };

    [Fact]
    public void Files_of_w3c_and_vtt_js()
    {
        string folder = TestData.Folder("webvtt");
        string[] files = [.. Directory.GetFiles(folder, "*.vtt", SearchOption.AllDirectories).Order()];
        List<string> failures = [.. files.Select(file => (file, Why: Failure(file))).Where(entry => entry.Why is not null).Select(entry => $"{Path.GetRelativePath(folder, entry.file)}: {entry.Why}")];
        TestContext.Current.TestOutputHelper?.WriteLine($"webvtt: {files.Length - failures.Count} of {files.Length} files pass");
        Assert.Equal(Exceptions.Count, failures.Count(failure => Exceptions.Keys.Any(name => failure.Contains(name, StringComparison.Ordinal))));
        Assert.True(failures.Count == Exceptions.Count, string.Join('\n', failures));
    }

    // What the files expect: a JSON of cues or of the tree beside them; in w3c's file parsing, cues numbered text0, text1… and none that says invalid.
    private static string? Failure(string file)
    {
        List<WebVttCue> cues = Cues(file);
        if (file.Contains("wpt-file-parsing", StringComparison.Ordinal)) return Numbers(file, cues);
        if (file.Contains("wpt-cue-parsing", StringComparison.Ordinal)) return Trees(file, cues);
        string stem = file[..^4];
        return Raw(cues, stem + ".json") ?? Processed(cues, stem + "-proc.json") ?? Read(file, cues);
    }

    private static List<WebVttCue> Cues(string file)
    {
        string text = TextDecoding.Decode(File.ReadAllBytes(file), file, out _) ?? "";
        return [.. WebVttCues.Read(new SourceText(file, text)).Where(cue => cue.ByTheLetter)];
    }

    private static string Plain(WebVttCue cue) => string.Concat(WebVttText.Read(cue.Payload).Select(run => run.Text));

    private static string? Voice(WebVttCue cue) => WebVttText.Read(cue.Payload).Select(run => run.Voice).OfType<string>().FirstOrDefault();

    private static string? Numbers(string file, List<WebVttCue> cues)
    {
        bool timings = Path.GetFileName(file).StartsWith("timings", StringComparison.Ordinal) || file.EndsWith("nulls.vtt", StringComparison.Ordinal);
        if (timings && cues.Exists(cue => Plain(cue).StartsWith("invalid", StringComparison.Ordinal))) return "an invalid cue was read";
        string[] expected = [.. Numbered().Matches(File.ReadAllText(file).Replace('\r', '\n').Replace("\0", "\uFFFD", StringComparison.Ordinal)).Select(match => match.Value)];
        string[] found = [.. cues.Select(Plain).Where(text => Numbered().IsMatch(text)).Select(text => Numbered().Match(text).Value)];
        return expected.SequenceEqual(found) ? null : $"expected {string.Join(' ', expected)}, found {string.Join(' ', found)}";
    }

    private static string? Trees(string file, List<WebVttCue> cues)
    {
        using JsonDocument trees = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")));
        JsonElement[] expected = [.. trees.RootElement.EnumerateArray()];
        foreach (JsonElement tree in expected)
        {
            string text = tree.GetProperty("text").GetString()!;
            string plain = TreeText(tree.GetProperty("expectedTree").GetString()!);
            string found = string.Concat(WebVttText.Read(text.Split("\n\n")[0].TrimEnd('\n').Replace("\0", "\uFFFD", StringComparison.Ordinal)).Select(run => run.Text));
            if (found != plain) return $"{text}: expected {plain}, found {found}";
        }

        return null;
    }

    // Lines "| "text"" of a tree, quotes around, perhaps over several lines.
    private static string TreeText(string tree)
    {
        var text = new System.Text.StringBuilder();
        bool open = false;
        foreach (string line in tree.TrimEnd('\n').Split('\n'))
        {
            string rest = line;
            if (open)
            {
                text.Append('\n');
            }
            else
            {
                rest = line.TrimStart('|').TrimStart(' ');
                if (!rest.StartsWith('"')) continue;
                rest = rest[1..];
                open = true;
            }

            if (rest.EndsWith('"'))
            {
                rest = rest[..^1];
                open = false;
            }

            text.Append(rest);
        }

        return text.ToString();
    }

    private static string? Raw(List<WebVttCue> cues, string path)
    {
        if (!File.Exists(path)) return null;
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement list = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("cues", out JsonElement inside) ? inside : json.RootElement;
        JsonElement[] expected = list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
        if (expected.Length != cues.Count) return $"{expected.Length} cues expected, {cues.Count} found";
        for (int i = 0; i < expected.Length; i++)
        {
            long start = (long)Math.Round(expected[i].GetProperty("startTime").GetDouble() * 1000), end = (long)Math.Round(expected[i].GetProperty("endTime").GetDouble() * 1000);
            if (start != cues[i].StartMs || end != cues[i].EndMs) return $"cue {i}: {start}-{end} expected, {cues[i].StartMs}-{cues[i].EndMs} found";
            if (expected[i].GetProperty("text").GetString() != cues[i].Payload) return $"cue {i}: {expected[i].GetProperty("text").GetString()} expected, {cues[i].Payload} found";
        }

        return null;
    }

    private static string? Processed(List<WebVttCue> cues, string path)
    {
        if (!File.Exists(path)) return null;
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
        // Null stands where vtt.js gives up on the tree: nothing to compare with.
        if (json.RootElement.ValueKind == JsonValueKind.Null) return null;
        JsonElement[] expected = [.. json.RootElement.EnumerateArray()];
        if (expected.Length != cues.Count) return $"{expected.Length} trees expected, {cues.Count} cues found";
        for (int i = 0; i < expected.Length; i++)
        {
            string text = expected[i].GetProperty("textContent").GetString()!;
            if (text != Plain(cues[i])) return $"cue {i}: {text} expected, {Plain(cues[i])} found";
            string? voice = VoiceOf(expected[i]);
            if (voice != Voice(cues[i])) return $"cue {i}: voice {voice} expected, {Voice(cues[i])} found";
        }

        return null;
    }

    private static string? VoiceOf(JsonElement node)
    {
        if (node.TryGetProperty("localName", out JsonElement name) && name.GetString() == "span" && node.TryGetProperty("title", out JsonElement title) && title.GetString() is { Length: > 0 } voice) return voice;
        return node.TryGetProperty("childNodes", out JsonElement children) && children.ValueKind == JsonValueKind.Array ? children.EnumerateArray().Select(VoiceOf).FirstOrDefault(found => found is not null) : null;
    }

    // The reader as a whole gives the same words in order of time, and takes no caption for a name.
    private static string? Read(string file, List<WebVttCue> cues)
    {
        Call? call = TranscriptReader.ReadFile(file, new CallOptions()).Calls.SingleOrDefault();
        string[] expected = [.. cues.OrderBy(cue => cue.StartMs).SelectMany(cue => WebVttText.Read(cue.Payload).Select(run => Words.Collapse(run.Text)).Where(text => text.Length > 0).Select(text => $"{cue.StartMs} {cue.EndMs} {text}"))];
        string[] found = [.. call?.Turns.Select(turn => $"{turn.StartMs} {turn.EndMs} {turn.Text}") ?? []];
        return expected.SequenceEqual(found) ? null : $"read: {string.Join(" / ", found)} instead of {string.Join(" / ", expected)}";
    }
}
