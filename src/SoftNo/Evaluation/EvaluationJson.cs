using System.Text.Json;
using System.Text.Json.Nodes;
using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>A result as one JSON object, schema <c>softno.evaluation/1</c>.</summary>
public static class EvaluationJson
{
    /// <summary>Writes the object on one line.</summary>
    public static string Write(EvaluationResult result)
    {
        var kinds = new JsonObject();
        foreach (var kind in result.Kinds)
        {
            kinds[kind.Kind.Name()] = new JsonObject
            {
                ["labels"] = kind.Labels,
                ["cues"] = kind.Cues,
                ["precision"] = kind.Precision,
                ["recall"] = kind.Recall,
                ["f1"] = kind.F1,
                ["topicAccuracy"] = kind.Topic,
            };
        }

        var figures = new JsonObject();
        foreach (var figure in result.Figures)
        {
            figures[figure.Name] = new JsonObject { ["stated"] = Node(figure.Stated), ["inferred"] = figure.Inferred is { } inferred ? Node(inferred) : null };
        }

        return new JsonObject
        {
            ["schema"] = "softno.evaluation/1",
            ["calls"] = result.Stated.Count,
            ["wholeCalls"] = result.Counts.Calls,
            ["kinds"] = kinds,
            ["figures"] = figures,
            ["engaged"] = Engaged(result.Counts),
            ["confusion"] = Confusion(result.Counts),
        }.ToJsonString(JsonSerializerOptions.Default);
    }

    private static JsonObject Node(Figure figure) => new() { ["value"] = figure.Value, ["low"] = figure.Low, ["high"] = figure.High };

    /// <summary>How many engaged calls there are, in all and by kind of buyer.</summary>
    private static JsonObject Engaged(Counts counts)
    {
        var calls = new JsonObject { ["calls"] = counts.Engaged };
        for (var buyer = 0; buyer < Buyers.Names.Count; buyer++) calls[Buyers.Names[buyer]] = counts.EngagedOf[buyer];
        return calls;
    }

    private static JsonObject Confusion(Counts counts)
    {
        var rows = new JsonObject();
        foreach (var row in Enum.GetValues<Verdict>())
        {
            var columns = new JsonObject();
            foreach (var column in Enum.GetValues<Verdict>()) columns[column.Name()] = counts.Confusion[(int)row, (int)column];
            rows[row.Name()] = columns;
        }

        return rows;
    }
}
