using System.Runtime.InteropServices;

namespace SoftNo.Cli;

/// <summary>Ctrl-C while many files are read: the first lets what is being written be finished, the second ends at once.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private volatile bool _asked;

    private Interrupt()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM]) _signals.Add(PosixSignalRegistration.Create(signal, Heed));
    }

    /// <summary>Whether the user asked to stop.</summary>
    public bool Asked => _asked;

    /// <summary>Begins to listen.</summary>
    public static Interrupt Watch() => new();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
    }

    private void Heed(PosixSignalContext context)
    {
        if (_asked) return;
        _asked = true;
        context.Cancel = true;
    }
}
