using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Reports;
using SoftNo.Storage.Calls;

namespace SoftNo.Server.Calls;

/// <summary>The calls at the desk, in memory or kept: the one place where they are shown and corrected.</summary>
internal sealed class CallDesk(Readers readers, DeskStore database)
{
    /// <summary>How many are in memory; the oldest go first. An hour's call with its reading is about a megabyte.</summary>
    private const int Most = 300;
    private readonly Lock _lock = new();
    private readonly List<DeskCall> _calls = [];
    private Dropped _last = Dropped.Nothing;

    /// <summary>Every call in memory, the latest first.</summary>
    public IReadOnlyList<DeskCall> InMemory
    {
        get
        {
            lock (_lock) return [.. Enumerable.Reverse(_calls)];
        }
    }

    /// <summary>What the last drop gave.</summary>
    public Dropped Last
    {
        get => Volatile.Read(ref _last);
        set => Volatile.Write(ref _last, value);
    }

    /// <summary>The call of an id, from memory or the database; null where it is forgotten or never was.</summary>
    public DeskCall? Find(string id)
    {
        lock (_lock)
        {
            if (_calls.Find(call => call.Id == id) is { } found) return found;
        }

        return database.Read(store => KeptCalls.Find(store, readers, id), null);
    }

    /// <summary>Reads a call and has it in memory.</summary>
    public async Task<DeskCall> Add(Call call, double? declared, CancellationToken gone) => Hold(new DeskCall(call, await readers.Read(call, declared, gone).ConfigureAwait(false), declared));

    /// <summary>Has a call from memory in memory.</summary>
    public DeskCall Add(Report report) => Hold(new DeskCall(report.Reading.Call, report, report.Declared?.Percent));

    /// <summary>Reads a call again with the sides that the user says.</summary>
    /// <param name="shown">The call.</param>
    /// <param name="sides">The side of each speaker, in the order of the call.</param>
    /// <param name="gone">Told when nobody waits any more.</param>
    /// <returns>The call as it is read now; null where it is gone.</returns>
    public async Task<DeskCall?> CorrectSides(DeskCall shown, IReadOnlyList<Side> sides, CancellationToken gone)
    {
        var reason = DeskWords.Both(words => words.Call.Given);
        if (shown.Kept is not { } kept) return await Again(shown with { Call = CallSides.Said(shown.Call, sides, reason) }, gone).ConfigureAwait(false);
        await readers.Use(reader =>
        {
            using var store = database.Open();
            return CallSides.Correct(store, reader, kept.Number, sides, reason, database.Clock);
        }, gone).ConfigureAwait(false);
        return Find(shown.Id);
    }

    /// <summary>Dismisses a cue, or says what it is instead; the call is read again with it, and the word is kept.</summary>
    /// <returns>Whether there is such a cue.</returns>
    public async Task<bool> CorrectCue(DeskCall shown, string cueId, CueKind? instead, string? topic, string? why, CancellationToken gone)
    {
        if (shown.Report.Reading.Cues.FirstOrDefault(cue => cue.Id == cueId) is not { } cue) return false;
        if (shown.Kept is { } kept)
        {
            return await readers.Use(reader =>
            {
                using var store = database.Open();
                if (Dismissals.Add(store, cueId, why, database.Clock, instead, topic) is null) return false;
                ReadingVersions.Again(store, reader, kept.Number, database.Clock);
                return true;
            }, gone).ConfigureAwait(false);
        }

        var said = new DeskCorrection(shown.Corrections.Select(one => one.Number).DefaultIfEmpty().Max() + 1, new Correction(cue.Kind, cue.Turn, cue.Span) { Instead = instead, Topic = topic }, cue.Quote);
        await Again(shown with { Corrections = [.. shown.Corrections, said] }, gone).ConfigureAwait(false);
        return true;
    }

    /// <summary>Takes a correction back; the call is read again without it.</summary>
    public async Task Undo(DeskCall shown, long number, CancellationToken gone)
    {
        if (shown.Kept is not { } kept)
        {
            await Again(shown with { Corrections = [.. shown.Corrections.Where(one => one.Number != number)] }, gone).ConfigureAwait(false);
            return;
        }

        await readers.Use(reader =>
        {
            using var store = database.Open();
            return Dismissals.Undo(store, shown.Id, number, database.Clock) ? ReadingVersions.Again(store, reader, kept.Number, database.Clock) : null;
        }, gone).ConfigureAwait(false);
    }

    /// <summary>Forgets a call that is in memory only.</summary>
    public void Forget(string id)
    {
        lock (_lock) _calls.RemoveAll(call => call.Id == id);
    }

    private async Task<DeskCall> Again(DeskCall shown, CancellationToken gone) =>
        Hold(shown with { Report = await readers.Read(shown.Call, shown.Declared, gone, [.. shown.Corrections.Select(one => one.Correction)]).ConfigureAwait(false) });

    private DeskCall Hold(DeskCall read)
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
