using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>What was read of an exchange, beside what follows from its words.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Read">The step that was read.</param>
public sealed record ReadExchange(StepExchange Exchange, NextStep Read)
{
    /// <summary>Whether the grade is right.</summary>
    public bool GradeRight => Read.Grade == Exchange.Grade;

    /// <summary>Whether <c>when</c> and <c>grain</c> are equal.</summary>
    public bool TimeRight => Read.When?.ToString() == Exchange.When && Read.Grain.ToString().Equals(Exchange.Grain, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a null time stayed null.</summary>
    public bool NullKept => Read.When is null;

    /// <summary>Whether who bound themselves is right.</summary>
    public bool BoundRight => Read.Bound == Exchange.Bound;
}

/// <summary>Grades and times of exchanges.</summary>
/// <param name="Exchanges">Each, read.</param>
public sealed record StepEvaluation(IReadOnlyList<ReadExchange> Exchanges)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads every exchange.</summary>
    public static StepEvaluation Run(IReadOnlyList<StepExchange> exchanges, Func<Call, NextStep> read) => new([.. exchanges.Select(exchange => new ReadExchange(exchange, read(exchange.Call)))]);

    /// <summary>The share of right grades; null of none.</summary>
    public double? Grade => Share(Exchanges, one => one.GradeRight);

    /// <summary>Of exchanges with a time, the share whose <c>when</c> and <c>grain</c> are right.</summary>
    public double? Time => Share(Exchanges.Where(one => one.Exchange.When is not null), one => one.TimeRight);

    /// <summary>Of exchanges without a time, the share for which none was read.</summary>
    public double? NullsKept => Share(Exchanges.Where(one => one.Exchange.When is null), one => one.NullKept);

    /// <summary>The share for which who is bound is right.</summary>
    public double? Bound => Share(Exchanges, one => one.BoundRight);

    /// <summary>The figures as a table to read, grades by class.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Exchanges.Count} exchanges\ngrade {Grade:0.000}  time {Time:0.000}  nulls kept {NullsKept:0.000}  bound {Bound:0.000}\n\nlabelled \\ read ");
        var grades = Enum.GetValues<Grade>();
        foreach (var grade in grades) text.Append(CultureInfo.InvariantCulture, $"{grade.Name(),11}");
        foreach (var row in grades)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{row.Name(),-16}");
            foreach (var column in grades) text.Append(CultureInfo.InvariantCulture, $"{Exchanges.Count(one => one.Exchange.Grade == row && one.Read.Grade == column),11}");
        }

        text.Append("\n\ntimes by grain\n");
        foreach (var grain in Exchanges.Where(one => one.Exchange.When is not null).GroupBy(one => one.Exchange.Grain).OrderByDescending(group => group.Count()))
            text.Append(CultureInfo.InvariantCulture, $"{grain.Key,-10}{grain.Count(one => one.TimeRight),5} of {grain.Count()}\n");
        return text.ToString();
    }

    /// <summary>The figures as one JSON object, schema <c>softno.steps/1</c>.</summary>
    public string Json() => new JsonObject
    {
        ["schema"] = "softno.steps/1",
        ["exchanges"] = Exchanges.Count,
        ["grade"] = Grade,
        ["time"] = Time,
        ["nullsKept"] = NullsKept,
        ["bound"] = Bound,
    }.ToJsonString();

    /// <summary>Each exchange with something wrong, one JSON object a line.</summary>
    public void WriteErrors(TextWriter writer)
    {
        foreach (var one in Exchanges.Where(one => !one.GradeRight || !one.BoundRight || (one.Exchange.When is null ? !one.NullKept : !one.TimeRight)))
        {
            writer.WriteLine(new JsonObject
            {
                ["id"] = one.Exchange.Id,
                ["note"] = one.Exchange.Note,
                ["turns"] = new JsonArray([.. one.Exchange.Call.Turns.Select(turn => (JsonNode)$"{one.Exchange.Call.Speakers[turn.Speaker].Name}: {turn.Text}")]),
                ["grade"] = one.Exchange.Grade.Name(),
                ["readGrade"] = one.Read.Grade.Name(),
                ["when"] = one.Exchange.When,
                ["readWhen"] = one.Read.When?.ToString(),
                ["grain"] = one.Exchange.Grain,
                ["readGrain"] = one.Read.Grain.ToString().ToLowerInvariant(),
                ["by"] = one.Exchange.Bound.ToString().ToLowerInvariant(),
                ["readBy"] = one.Read.Bound.ToString().ToLowerInvariant(),
                ["quote"] = one.Read.Quote,
            }.ToJsonString(Plain));
        }
    }

    private static double? Share(IEnumerable<ReadExchange> of, Func<ReadExchange, bool> right)
    {
        var list = of.ToList();
        return list.Count == 0 ? null : (double)list.Count(right) / list.Count;
    }
}
