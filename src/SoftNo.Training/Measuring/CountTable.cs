using System.Globalization;
using SoftNo.Cues;
using SoftNo.Evaluation;

namespace SoftNo.Training.Measuring;

/// <summary>Writes counts as a Markdown table.</summary>
internal static class CountTable
{
    /// <summary>One line a kind, then the means.</summary>
    public static void Write(TextWriter output, Counts counts)
    {
        output.WriteLine("| kind | labels | precision | recall | F1 | topic right |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (CueKind kind in CueKinds.All)
        {
            int labels = counts.Found[(int)kind] + counts.Missed[(int)kind];
            string topic = counts.TopicAsked[(int)kind] == 0 ? "" : Number(Measures.TopicAccuracy(counts, kind));
            output.WriteLine(
                $"| {kind.Name()} | {labels} | {Number(Measures.Precision(counts, kind))} | {Number(Measures.Recall(counts, kind))} | {Number(Measures.F1(counts, kind))} | {topic} |");
        }

        output.WriteLine();
        WriteMeans(output, "all", counts);
    }

    /// <summary>The means alone, on one line.</summary>
    public static void WriteMeans(TextWriter output, string what, Counts counts) =>
        output.WriteLine($"{what}: cue macro-F1 {Number(Measures.CueMacroF1(counts))}, topic accuracy {Number(Measures.TopicAccuracy(counts))}");

    private static string Number(double? value) => value is { } some ? some.ToString("0.000", CultureInfo.InvariantCulture) : "–";
}
