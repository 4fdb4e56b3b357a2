using SoftNo.Calls;
using SoftNo.Signals;

namespace SoftNo.Evaluation;

/// <summary>How a corpus is measured.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The shares of the verdicts in train, against which the verdict's probabilities are held; null leaves the skill out.</summary>
    public IReadOnlyDictionary<Verdict, double>? Shares { get; init; }

    /// <summary>Whether a reading leads to a bold rescue; null leaves that figure out.</summary>
    public Func<Reading, bool>? BoldRescue { get; init; }

    /// <summary>The bootstrap.</summary>
    public Bootstrap Bootstrap { get; init; } = new();

    /// <summary>How many calls are read at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether the calls are read a second time with their headers hidden.</summary>
    public bool Hidden { get; init; } = true;
}

/// <summary>Measures a reader on labelled calls.</summary>
public static class CorpusEvaluation
{
    /// <summary>Reads every call twice, with the header's sides and with its headers hidden, and scores both.</summary>
    /// <param name="calls">The labelled calls.</param>
    /// <param name="read">The reader; called from several threads.</param>
    /// <param name="options">How.</param>
    public static EvaluationResult Run(IReadOnlyList<LabelledCall> calls, Func<Call, Reading> read, EvaluationOptions? options = null)
    {
        options ??= new();
        var stated = new CallScore[calls.Count];
        var hidden = new CallScore[options.Hidden ? calls.Count : 0];
        Parallel.For(0, calls.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Jobs) }, at =>
        {
            stated[at] = CallScore.Of(calls[at], read(calls[at].Call), options.Shares, options.BoldRescue);
            if (options.Hidden) hidden[at] = CallScore.Of(calls[at], read(calls[at].Hidden), options.Shares, options.BoldRescue);
        });
        return new(stated, hidden, options.Bootstrap);
    }
}
