using SoftNo.Calls;
using SoftNo.Reports;

namespace SoftNo.Server.Calls;

/// <summary>A call that was read at the desk.</summary>
/// <param name="Call">The call as the file gave it, before the words settled its sides.</param>
/// <param name="Report">Its reading and what to do.</param>
/// <param name="Declared">The percentage given with it, or null.</param>
public sealed record DeskCall(Call Call, Report Report, double? Declared)
{
    /// <summary>Its address at the desk: the reading's own id.</summary>
    public string Id => Report.Reading.Id;
}

/// <summary>What one drop gave.</summary>
/// <param name="Calls">The ids of the calls read.</param>
/// <param name="Problems">What could not be read, and why.</param>
public sealed record Dropped(IReadOnlyList<string> Calls, IReadOnlyList<Problem> Problems);

/// <summary>The calls at the desk, in memory only: the one place where they are read, shown, corrected and forgotten.</summary>
internal sealed class CallDesk(Readers readers)
{
    /// <summary>How many are kept; the oldest go first. An hour's call with its reading is about a megabyte.</summary>
    private const int Most = 300;
    private readonly Lock _lock = new();
    private readonly List<DeskCall> _calls = [];
    private IReadOnlyList<Problem> _refused = [];

    /// <summary>Every call, the latest first.</summary>
    public IReadOnlyList<DeskCall> All
    {
        get
        {
            lock (_lock) return [.. Enumerable.Reverse(_calls)];
        }
    }

    /// <summary>What the last drop could not read.</summary>
    public IReadOnlyList<Problem> Refused => Volatile.Read(ref _refused);

    /// <summary>The call of an id; null where it is forgotten or never was.</summary>
    public DeskCall? Find(string id)
    {
        lock (_lock) return _calls.Find(call => call.Id == id);
    }

    /// <summary>Reads files; those that cannot be read are told, the others are kept.</summary>
    public async Task<Dropped> Drop(IEnumerable<(string Name, Stream Bytes)> files, Given given, CancellationToken gone)
    {
        var ids = new List<string>();
        var problems = new List<Problem>();
        foreach (var (name, bytes) in files)
        {
            var found = readers.Calls(bytes, name, given);
            problems.AddRange(found.Problems);
            foreach (var call in found.Calls) ids.Add(Keep(new DeskCall(call, await readers.Read(call, given.Declared, gone).ConfigureAwait(false), given.Declared)).Id);
        }

        Volatile.Write(ref _refused, problems);
        return new Dropped(ids, problems);
    }

    /// <summary>Keeps a call from memory.</summary>
    public DeskCall Keep(Report report) => Keep(new DeskCall(report.Reading.Call, report, report.Declared?.Percent));

    /// <summary>Reads a call again with the sides that the user says.</summary>
    /// <param name="read">The call.</param>
    /// <param name="sides">The side of each speaker, in the order of the call.</param>
    /// <param name="gone">Told when nobody waits any more.</param>
    public async Task<DeskCall> Correct(DeskCall read, IReadOnlyList<Side> sides, CancellationToken gone)
    {
        var reason = DeskWords.Both(words => words.Call.Given);
        var speakers = read.Call.Speakers.Select((speaker, at) => sides[at] == Side.Unknown
            ? speaker with { Side = Side.Unknown, Basis = Basis.None, Reason = null }
            : speaker with { Side = sides[at], Basis = Basis.Given, Reason = reason }).ToList();
        var call = read.Call with { Speakers = speakers };
        return Keep(new DeskCall(call, await readers.Read(call, read.Declared, gone).ConfigureAwait(false), read.Declared));
    }

    /// <summary>Forgets a call.</summary>
    public void Forget(string id)
    {
        lock (_lock) _calls.RemoveAll(call => call.Id == id);
    }

    private DeskCall Keep(DeskCall read)
    {
        lock (_lock)
        {
            // Read again, it keeps its place in the list.
            var at = _calls.FindIndex(call => call.Id == read.Id);
            if (at >= 0) _calls[at] = read;
            else _calls.Add(read);
            if (_calls.Count > Most) _calls.RemoveAt(0);
        }

        return read;
    }
}
