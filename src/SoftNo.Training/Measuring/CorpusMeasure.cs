using System.Diagnostics;
using System.Globalization;
using SoftNo.Cues.Listener;
using SoftNo.Evaluation;

namespace SoftNo.Training.Measuring;

/// <summary>Measures the shipped weights, as the product runs them, on labelled calls.</summary>
internal static class CorpusMeasure
{
    /// <summary>Writes the figures by kind, by noise and by length; returns 1 where there is nothing to measure with or on.</summary>
    public static int Run(TextWriter output, string models, string folder)
    {
        using TrainedListener? listener = TrainedListener.TryLoad(models, out string? why);
        IReadOnlyList<LabelledCall> calls = Evaluation.Corpus.Load(folder).Calls;
        if (listener is null || calls.Count == 0)
        {
            output.WriteLine(why ?? $"{folder} has no labelled calls");
            return 1;
        }

        var clock = Stopwatch.StartNew();
        (LabelledCall Call, Counts Counts)[] counted = [.. calls.Select(call => (call, CueCounts.Of(call, listener.Hear(Turns(call)))))];
        TimeSpan taken = clock.Elapsed;
        CountTable.Write(output, Counts.Of(counted.Select(call => call.Counts)));
        foreach (var group in counted.GroupBy(call => call.Call.Noise).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            CountTable.WriteMeans(output, $"{group.Key} ({group.Count()} calls)", Counts.Of(group.Select(call => call.Counts)));
        }

        foreach (var group in counted.GroupBy(call => Length(call.Call)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            CountTable.WriteMeans(output, $"{group.Key} ({group.Count()} calls)", Counts.Of(group.Select(call => call.Counts)));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"model {listener.Model}; {calls.Count} calls read and counted in {taken.TotalSeconds:0.0} s"));
        return 0;
    }

    private static (string Text, Calls.Side Side)[] Turns(LabelledCall call) =>
        [.. call.Call.Turns.Select(turn => (turn.Text, call.Call.Speakers[turn.Speaker].Side))];

    private static string Length(LabelledCall call) => call.Call.Turns.Count switch
    {
        < 50 => "below 50 turns",
        < 100 => "from 50 to 99 turns",
        _ => "over 99 turns",
    };
}
