using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>One exchange of <c>corpus/steps</c> with what follows from its words.</summary>
/// <param name="Id">Such as <c>st-001</c>.</param>
/// <param name="Call">The exchange as a call, begun when its last turn is said.</param>
/// <param name="Grade">How firm.</param>
/// <param name="When">ISO 8601 at its grain, or null where the words fix nothing.</param>
/// <param name="Grain">How fine.</param>
/// <param name="Bound">Who bound themselves.</param>
/// <param name="Note">The labeller's note: the class of the exchange.</param>
public sealed record StepExchange(string Id, Call Call, Grade Grade, string? When, string Grain, Bound Bound, string Note)
{
    private static readonly OffsetDateTimePattern At = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>");

    /// <summary>Reads a file of exchanges, one a line; a line that cannot be read is a problem.</summary>
    public static (IReadOnlyList<StepExchange> Exchanges, IReadOnlyList<Problem> Problems) Load(string file)
    {
        var exchanges = new List<StepExchange>();
        var problems = new List<Problem>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                exchanges.Add(Of(JsonNode.Parse(line)!.AsObject(), file));
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or NullReferenceException)
            {
                problems.Add(new(
                    file, number, null, "bad-exchange", new($"Échange illisible : {error.Message}", $"The exchange cannot be read: {error.Message}"),
                    new("Corrigez la ligne selon corpus/steps/README.md.", "Correct the line as corpus/steps/README.md says.")));
            }
        }

        return (exchanges, problems);
    }

    private static StepExchange Of(JsonObject json, string file)
    {
        var turns = json["turns"]!.AsArray().Select(turn => ((string)turn![0]!, (string)turn[1]!)).ToList();
        var names = turns.Select(turn => turn.Item1).Distinct().ToList();
        var call = new Call
        {
            Source = new()
            {
                File = file,
                Format = "steps",
                Language = "en",
                StartedAt = At.Parse((string)json["at"]!).GetValueOrThrow(),
                StartedAtBasis = Basis.Stated,
                Zone = DateTimeZoneProviders.Tzdb[(string)json["zone"]!],
                ZoneBasis = Basis.Stated,
                OurZone = DateTimeZoneProviders.Tzdb[(string)json["sellerZone"]!],
            },
            Speakers = [.. names.Select(name => new Speaker { Name = name, Side = name[0] == 'S' ? Side.Seller : Side.Prospect, Basis = Basis.Stated })],
            Turns = [.. turns.Select((turn, at) => new Turn { Index = at, Speaker = names.IndexOf(turn.Item1), Text = turn.Item2 })],
        };
        return new(
            (string)json["id"]!, call, Names.ParseGrade((string)json["grade"]!) ?? throw new FormatException("grade"), (string?)json["when"],
            (string)json["grain"]!, BoundOf((string)json["by"]!), (string?)json["note"] ?? "");
    }

    private static Bound BoundOf(string name) => name switch
    {
        "none" => Bound.None,
        "both" => Bound.Both,
        "S" => Bound.Seller,
        _ when name.StartsWith('P') => Bound.Prospect,
        _ => throw new FormatException("by"),
    };
}
