using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Xunit;

namespace SoftNo.Cli.Tests;

public class ReadJsonTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromFile(Path.Combine(Softno.Home, "docs", "reading.schema.json"));

    public static TheoryData<string> Samples => [.. Directory.GetFiles(Path.Combine(Softno.Home, "samples")).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_reading_is_one_line_that_its_schema_describes_wholly(string sample)
    {
        var run = Softno.Of("read", Softno.Sample(sample), "--format", "json", "--declared", "80");
        Assert.Equal(0, run.Code);
        var line = Assert.Single(run.Lines);
        AssertValid(line);
        Assert.Empty(Undescribed(JsonNode.Parse(line)!, Definition("reading"), "$"));
    }

    [Fact]
    public void Every_quote_is_its_turns_own_slice()
    {
        var run = Softno.Of("read", Softno.Sample("2026-11-17-harborlight-zoom.vtt"), "--format", "json");
        using var reading = JsonDocument.Parse(run.Out);
        var turns = reading.RootElement.GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("text").GetString()!).ToList();
        var parts = reading.RootElement.GetProperty("cues").EnumerateArray().SelectMany(cue => cue.GetProperty("parts").EnumerateArray().Append(cue)).ToList();
        Assert.NotEmpty(parts);
        Assert.All(parts, part => Assert.Equal(
            part.GetProperty("quote").GetString(), turns[part.GetProperty("turn").GetInt32()][part.GetProperty("start").GetInt32()..part.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public void A_failing_input_gives_an_error_object_and_a_line_and_the_others_still_go_through()
    {
        using var folder = new TemporaryFolder();
        var empty = folder.Write("empty.vtt", "");
        var good = Softno.Sample("2026-11-18-lattice.srt");
        var run = Softno.Of("read", empty, good, "nowhere.vtt", "--format", "json", "--jobs", "2");
        Assert.Equal(2, run.Code);
        Assert.Equal(3, run.Lines.Length);
        foreach (var line in run.Lines) AssertValid(line);
        var schemas = run.Lines.Select(line => JsonNode.Parse(line)!["schema"]!.GetValue<string>()).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["softno.error/1", "softno.error/1", "softno.reading/1"], schemas);
        Assert.Contains(run.Lines, line => JsonNode.Parse(line)!["code"]?.GetValue<string>() == "missing-file");
        Assert.Contains("nowhere.vtt: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("empty.vtt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_files_come_in_their_order_whatever_the_jobs()
    {
        var files = Directory.GetFiles(Path.Combine(Softno.Home, "corpus", "train"), "t1-0*.call").Order(StringComparer.Ordinal).ToArray();
        var one = Softno.Of(["read", .. files, "--format", "json", "--jobs", "1"]);
        var four = Softno.Of(["read", .. files, "--format", "json", "--jobs", "4"]);
        Assert.Equal(0, one.Code);
        Assert.Equal(files.Length, one.Lines.Length);
        Assert.Equal(Stable(one), Stable(four));
    }

    [Fact]
    public void The_id_does_not_depend_on_the_start()
    {
        var sample = Softno.Sample("2026-11-17-harborlight-zoom.vtt");
        var asIs = JsonNode.Parse(Softno.Of("read", sample, "--format", "json").Out)!;
        var later = JsonNode.Parse(Softno.Of("read", sample, "--format", "json", "--at", "2026-12-01T10:00-05:00").Out)!;
        Assert.Equal(asIs["id"]!.GetValue<string>(), later["id"]!.GetValue<string>());
        Assert.Equal("given", later["source"]!["startedAtBasis"]!.GetValue<string>());
        Assert.Equal("2026-12-01T10:00:00-05:00", later["source"]!["startedAt"]!.GetValue<string>());
    }

    /// <summary>What does not depend on the second at which the command ran: times proposed for a later call do.</summary>
    private static List<string> Stable(Run run) => [.. run.Lines.Select(line => JsonNode.Parse(line)!).Select(reading => $"{reading["id"]} {reading["verdict"]} {reading["cues"]!.ToJsonString()}")];

    private static void AssertValid(string line)
    {
        var result = Schema.Evaluate(JsonDocument.Parse(line).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, string.Join('\n', (result.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))));
    }

    private static JsonNode Definition(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Softno.Home, "docs", "reading.schema.json")))!["$defs"]![name]!;

    /// <summary>Fields that are written and that no part of the schema names.</summary>
    private static IEnumerable<string> Undescribed(JsonNode? value, JsonNode schema, string path)
    {
        if (schema["$ref"] is { } reference) schema = Definition(reference.GetValue<string>().Split('/')[^1]);
        if (schema["anyOf"] is JsonArray either) schema = either[0]!["$ref"] is { } first ? Definition(first.GetValue<string>().Split('/')[^1]) : either[0]!;
        return value switch
        {
            JsonObject fields => fields.SelectMany(field => schema["properties"]?[field.Key] is { } known ? Undescribed(field.Value, known, $"{path}.{field.Key}") : [$"{path}.{field.Key}"]),
            JsonArray items => items.SelectMany(item => Undescribed(item, schema["items"]!, $"{path}[]")),
            _ => [],
        };
    }
}
