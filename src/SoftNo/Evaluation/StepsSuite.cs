using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Cues.Moments;

namespace SoftNo.Evaluation;

/// <summary>What was expected and what was read of one exchange, as texts.</summary>
/// <param name="Id">The exchange's id.</param>
/// <param name="What"><c>grade</c>, <c>time</c>, <c>null</c>, <c>by</c> or <c>candidates</c>.</param>
/// <param name="Expected">The label.</param>
/// <param name="Read">What the grammar read.</param>
public sealed record StepMiss(string Id, string What, string Expected, string Read);

/// <summary>A share: right out of all.</summary>
/// <param name="Right">How many were right.</param>
/// <param name="Of">Out of how many.</param>
public sealed record Share(int Right, int Of)
{
    /// <summary>0 to 1; 1 where there is nothing to get right.</summary>
    public double Value => Of == 0 ? 1 : (double)Right / Of;

    internal Share With(bool right) => new(Right + (right ? 1 : 0), Of + 1);
}

/// <summary>How well exchanges were read: the measure of <c>corpus/steps</c>.</summary>
public sealed record StepsScore
{
    /// <summary>The grade is the label's.</summary>
    public Share Grade { get; init; } = new(0, 0);

    /// <summary>Time and grain are the label's, over exchanges whose <c>when</c> is not null.</summary>
    public Share Time { get; init; } = new(0, 0);

    /// <summary>No time was read where the label has none.</summary>
    public Share NullKept { get; init; } = new(0, 0);

    /// <summary>Who bound themselves is the label's.</summary>
    public Share By { get; init; } = new(0, 0);

    /// <summary>The candidates are the label's as a set, over exchanges that have some.</summary>
    public Share Candidates { get; init; } = new(0, 0);

    /// <summary>Every miss.</summary>
    public IReadOnlyList<StepMiss> Misses { get; init; } = [];
}

/// <summary>Measures the grammar of steps on exchanges in the shape of <c>corpus/steps/README.md</c>.</summary>
public static class StepsSuite
{
    /// <summary>Reads and scores every exchange of a file, one JSON object a line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="take">Which exchanges to take, by id; all where null.</param>
    /// <exception cref="JsonException">When a line is no exchange.</exception>
    public static StepsScore Run(string path, Func<string, bool>? take = null)
    {
        var score = new StepsScore();
        var misses = new List<StepMiss>();
        foreach (var line in File.ReadLines(path))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            using var json = JsonDocument.Parse(line);
            var exchange = json.RootElement;
            if (take is not null && !take(Text(exchange, "id") ?? "")) continue;
            score = Add(score, exchange, StepReader.Read(CallOf(exchange)).Final, misses);
        }

        return score with { Misses = misses };
    }

    private static StepsScore Add(StepsScore score, JsonElement exchange, NextStep read, List<StepMiss> misses)
    {
        var id = Text(exchange, "id") ?? "";
        string grade = Text(exchange, "grade") ?? "", grain = Text(exchange, "grain") ?? "none", by = Text(exchange, "by") ?? "none";
        var when = Text(exchange, "when");
        var wanted = exchange.TryGetProperty("candidates", out var list) ? list.EnumerateArray().Select(item => item.GetString()!).Order().ToList() : [];
        var candidates = read.Candidates.Select(item => item.ToString()).Order().ToList();

        bool Check(string what, string expected, string got)
        {
            if (expected != got) misses.Add(new StepMiss(id, what, expected, got));
            return expected == got;
        }

        return score with
        {
            Grade = score.Grade.With(Check("grade", grade, Name(read.Grade))),
            Time = when is null ? score.Time : score.Time.With(Check("time", $"{when} {grain}", $"{read.When} {Name(read.Grain)}")),
            NullKept = when is null ? score.NullKept.With(Check("null", "", $"{read.When}")) : score.NullKept,
            By = score.By.With(Check("by", by, Short(read.Bound))),
            Candidates = wanted.Count == 0 ? score.Candidates : score.Candidates.With(Check("candidates", string.Join(' ', wanted), string.Join(' ', candidates))),
        };
    }

    private static Call CallOf(JsonElement exchange)
    {
        var at = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<+HH:mm>").Parse(Text(exchange, "at")!).GetValueOrThrow();
        var speakers = new List<Speaker>();
        var turns = new List<Turn>();
        foreach (var turn in exchange.GetProperty("turns").EnumerateArray())
        {
            var name = turn[0].GetString()!;
            var speaker = speakers.FindIndex(known => known.Name == name);
            if (speaker < 0)
            {
                speaker = speakers.Count;
                speakers.Add(new Speaker { Name = name, Side = name.StartsWith('S') ? Side.Seller : Side.Prospect, Basis = Basis.Given });
            }

            turns.Add(new Turn { Index = turns.Count, Speaker = speaker, Text = turn[1].GetString()!, At = at });
        }

        var source = new CallSource
        {
            File = Text(exchange, "id")!,
            Format = "steps",
            StartedAt = at,
            StartedAtBasis = Basis.Stated,
            Zone = DateTimeZoneProviders.Tzdb[Text(exchange, "zone")!],
            ZoneBasis = Basis.Stated,
            OurZone = DateTimeZoneProviders.Tzdb[Text(exchange, "sellerZone")!],
        };
        return new Call { Source = source, Speakers = speakers, Turns = turns };
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Short(Bound bound) => bound switch { Bound.Prospect => "P", Bound.Seller => "S", Bound.Both => "both", Bound.None => "none" };

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
