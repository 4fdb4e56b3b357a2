using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SoftNo.Evaluation;

/// <summary>One case that was not read as expected.</summary>
/// <param name="Input">The sentence.</param>
/// <param name="Class">The class of its first expected result (<c>daterange</c>, …), or <c>nothing</c>.</param>
/// <param name="Expected">Spans and values expected.</param>
/// <param name="Read">Spans and values read.</param>
public sealed record DateMiss(string Input, string Class, string Expected, string Read);

/// <summary>How well the dates of a public test set were read.</summary>
public sealed record DateScore
{
    /// <summary>Cases whose spans and values all agree, out of those counted.</summary>
    public Share Cases { get; init; } = new(0, 0);

    /// <summary>The same by class of the first expected result.</summary>
    public IReadOnlyDictionary<string, Share> ByClass { get; init; } = new Dictionary<string, Share>();

    /// <summary>Cases left out by name (recurring sets, decades, bare seconds, calendar modes), with how many of each.</summary>
    public IReadOnlyDictionary<string, int> LeftOut { get; init; } = new Dictionary<string, int>();

    /// <summary>Every miss.</summary>
    public IReadOnlyList<DateMiss> Misses { get; init; } = [];
}

/// <summary>
/// Measures the grammar of dates on a file of cases in the shape of Microsoft's Recognizers-Text (DateTimeModel, English): a case passes when every span and
/// every value agrees; where past and future both fit, the future one is enough; timex strings are not asked.
/// </summary>
public static class DateSuite
{
    /// <summary>Reads and scores every case that the file does not mark as unsupported by its own reference (<c>dotnet</c>).</summary>
    /// <exception cref="JsonException">When the file is no list of cases.</exception>
    public static DateScore Run(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path).AsMemory()[Bom(path)..]);
        var score = new DateScore();
        var byClass = new SortedDictionary<string, Share>(StringComparer.Ordinal);
        var leftOut = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var misses = new List<DateMiss>();
        foreach (var item in json.RootElement.EnumerateArray())
        {
            var test = DateCase.Of(item);
            if (test.IsUnsupported) continue;
            if (test.LeftOutAs is { } name)
            {
                leftOut[name] = leftOut.GetValueOrDefault(name) + 1;
                continue;
            }

            var read = DateReading.Of(test);
            var right = test.Agrees(read);
            if (!right) misses.Add(new DateMiss(test.Input, test.Class, string.Join(" | ", test.Results), string.Join(" | ", read)));
            byClass[test.Class] = byClass.GetValueOrDefault(test.Class, new Share(0, 0)).With(right);
            score = score with { Cases = score.Cases.With(right) };
        }

        return score with { ByClass = byClass, LeftOut = leftOut, Misses = misses };
    }

    private static int Bom(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0xEF ? 3 : 0;
    }
}

/// <summary>A value of a case or of a reading: a start and an end, each a date, a time or both; or a length.</summary>
internal sealed record DateValue(string? Start, string? End)
{
    public override string ToString() => End is null ? Start ?? "" : $"{Start}/{End}";
}

/// <summary>A span and its values.</summary>
internal sealed record DateResult(int Start, int End, string Type, IReadOnlyList<DateValue> Values)
{
    public override string ToString() => $"{Type}[{Start},{End}) {string.Join(" ; ", Values)}";
}

/// <summary>One case of the file.</summary>
internal sealed record DateCase(string Input, LocalDateTime Now, bool IsUnsupported, IReadOnlyList<DateResult> Results)
{
    public string Class => Results.Count == 0 ? "nothing" : Results[0].Type;

    /// <summary>The class's name where no buyer says it; else null.</summary>
    public string? LeftOutAs =>
        Results.Any(result => result.Type == "set") ? "recurring sets"
        : Results.Any(result => Text(result) is var text && (text.Contains("decade", StringComparison.Ordinal) || text.Contains("century", StringComparison.Ordinal) || text.EndsWith("0s", StringComparison.Ordinal) || text.EndsWith("0 s", StringComparison.Ordinal) || text == "nineties")) ? "decades and centuries"
        : Results.Any(result => Text(result) is var text && result.Type == "duration" && text.Contains("sec", StringComparison.Ordinal)) ? "bare seconds"
        : Results.Any(result => Text(result) is var text && (text.Contains("fiscal", StringComparison.Ordinal) || text.Contains("school year", StringComparison.Ordinal) || text.Contains("calendar year", StringComparison.Ordinal) || text.StartsWith("sy", StringComparison.Ordinal) || text.StartsWith("cy", StringComparison.Ordinal))) ? "calendar modes"
        : null;

    public static DateCase Of(JsonElement item)
    {
        var input = item.GetProperty(nameof(Input)).GetString()!;
        var now = item.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var text)
            ? LocalDateTimePattern.ExtendedIso.Parse(text.GetString()!).Value : new LocalDateTime(2016, 11, 7, 0, 0);
        var marks = Mark(item, "NotSupported") + Mark(item, "NotSupportedByDesign");
        return new DateCase(input, now, marks.Contains("dotnet", StringComparison.OrdinalIgnoreCase), [.. item.GetProperty(nameof(Results)).EnumerateArray().Select(result => ResultOf(result, input))]);
    }

    /// <summary>Whether every span and value agrees.</summary>
    public bool Agrees(IReadOnlyList<DateResult> read) =>
        read.Count == Results.Count && Results.Zip(read).All(pair => pair.First.Start == pair.Second.Start && pair.First.End == pair.Second.End && Same(pair.First, pair.Second));

    // Ours are among the expected, and each hour of the day that the case still expects ahead is among ours.
    private bool Same(DateResult expected, DateResult read)
    {
        if (expected.Values.Count == 0 || expected.Values.All(value => value.Start is "not resolved")) return read.Values.Count == 0;
        if (read.Values.Count == 0 || !read.Values.All(expected.Values.Contains)) return false;
        var today = LocalDatePattern.Iso.Format(Now.Date);
        var ahead = expected.Values.Where(value => string.CompareOrdinal(value.End ?? value.Start, today) >= 0 || (value.Start ?? value.End) is { Length: <= 8 }).ToList();
        if (ahead.Count == 0) ahead = [.. expected.Values];
        return ahead.Select(Hour).Distinct().All(hour => read.Values.Any(value => Hour(value) == hour));
    }

    private static string Hour(DateValue value) => value.Start is { Length: > 10 } start ? start[10..] : value.Start is null && value.End is { Length: > 10 } end ? end[10..] : "";

    private string Text(DateResult result) => Input[result.Start..Math.Min(result.End, Input.Length)].ToLowerInvariant();

    private static string Mark(JsonElement item, string name) => item.TryGetProperty(name, out var mark) ? mark.GetString() ?? "" : "";

    private static DateResult ResultOf(JsonElement result, string input)
    {
        var text = result.GetProperty("Text").GetString()!;
        var start = result.TryGetProperty("Start", out var place) ? place.GetInt32() : input.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        var type = result.TryGetProperty("TypeName", out var name) ? name.GetString()!.Replace("datetimeV2.", "", StringComparison.Ordinal) : "date";
        var values = result.TryGetProperty("Resolution", out var resolution) && resolution.ValueKind == JsonValueKind.Object && resolution.TryGetProperty("values", out var list)
            ? list.EnumerateArray().Select(ValueOf).Distinct().ToList() : [];
        return new DateResult(start, start + text.Length, type, values);
    }

    private static DateValue ValueOf(JsonElement value) =>
        value.TryGetProperty("value", out var only) ? new DateValue(only.GetString(), null)
        : new DateValue(value.TryGetProperty("start", out var start) ? start.GetString() : null, value.TryGetProperty("end", out var end) ? end.GetString() : "");
}
