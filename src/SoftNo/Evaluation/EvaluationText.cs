using System.Globalization;
using System.Text;
using SoftNo.Cues;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>A result as a table to read. Figures are of engineers for engineers: English only.</summary>
public static class EvaluationText
{
    /// <summary>The whole table.</summary>
    public static string Write(EvaluationResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Stated.Count} calls, {result.Counts.Calls} of them whole\n\n");
        text.Append("kind                labels  cues      P      R     F1  topic\n");
        foreach (var kind in result.Kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"{kind.Kind.Name(),-18}{kind.Labels,8}{kind.Cues,6}")
                .Append(Cell(kind.Precision)).Append(Cell(kind.Recall)).Append(Cell(kind.F1)).Append(Cell(kind.Topic)).Append('\n');
        }

        text.Append("\nfigure                          sides stated              sides inferred\n");
        foreach (var figure in result.Figures)
        {
            text.Append(CultureInfo.InvariantCulture, $"{figure.Name,-30}").Append(Cell(figure.Stated));
            if (figure.Inferred is { } inferred) text.Append("     ").Append(Cell(inferred));
            text.Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"\nengaged calls: {result.Counts.Engaged}")
            .AppendJoin("", Buyers.Names.Select((name, at) => $", {name} {result.Counts.EngagedOf[at].ToString(CultureInfo.InvariantCulture)}")).Append('\n');
        return text.Append('\n').Append(Confusion(result.Counts)).ToString();
    }

    private static string Confusion(Counts counts)
    {
        var text = new StringBuilder("labelled \\ read   ");
        foreach (var verdict in Enum.GetValues<Verdict>()) text.Append(CultureInfo.InvariantCulture, $"{verdict.Name(),13}");
        foreach (var row in Enum.GetValues<Verdict>())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{row.Name(),-18}");
            foreach (var column in Enum.GetValues<Verdict>()) text.Append(CultureInfo.InvariantCulture, $"{counts.Confusion[(int)row, (int)column],13}");
        }

        return text.Append('\n').ToString();
    }

    private static string Cell(Figure figure) => figure.Value is null
        ? "      –                "
        : string.Create(CultureInfo.InvariantCulture, $"{figure.Value,7:0.000}  [{figure.Low:0.000}, {figure.High:0.000}]");

    private static string Cell(double? value) => value is null ? "      –" : value.Value.ToString("0.000", CultureInfo.InvariantCulture).PadLeft(7);
}
