namespace SoftNo.Cli;

/// <summary>Reads files side by side and hands them out in their order, with only so many ahead: memory does not grow with the number of files.</summary>
internal static class ReadQueue
{
    // So many wait behind a long file before the others wait for it.
    private const int Ahead = 4;

    /// <summary>What became of each file, in order; ends early when the user asks.</summary>
    /// <param name="files">The files.</param>
    /// <param name="jobs">How many at once.</param>
    /// <param name="read">Reads one.</param>
    /// <param name="interrupt">Whether to stop.</param>
    public static IEnumerable<ReadOutcome> Run(IReadOnlyList<string> files, int jobs, Func<string, ReadOutcome> read, Interrupt interrupt)
    {
        if (files.Count == 1)
        {
            yield return read(files[0]);
            yield break;
        }

        using var gate = new SemaphoreSlim(jobs);
        var running = new Queue<Task<ReadOutcome?>>();
        for (var next = 0; next < files.Count || running.Count > 0;)
        {
            while (next < files.Count && running.Count < jobs * Ahead && !interrupt.Asked) running.Enqueue(One(files[next++], gate, read, interrupt));
            // What was begun is waited for, so that the gate outlives it.
            if (running.TryDequeue(out var first) && first.GetAwaiter().GetResult() is { } outcome) yield return outcome;
            if (interrupt.Asked && running.Count == 0) yield break;
        }
    }

    private static async Task<ReadOutcome?> One(string file, SemaphoreSlim gate, Func<string, ReadOutcome> read, Interrupt interrupt)
    {
        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            return interrupt.Asked ? null : await Task.Run(() => read(file)).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }
}
