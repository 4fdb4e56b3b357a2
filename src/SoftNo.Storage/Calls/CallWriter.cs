using System.Globalization;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals.Matching;
using SoftNo.Signals;
using SoftNo.Storage.Audits;

namespace SoftNo.Storage.Calls;

/// <summary>Writes a call, its reading, its act and its people, all in one transaction.</summary>
internal static class CallWriter
{
    /// <summary>Writes them.</summary>
    /// <param name="store">The store.</param>
    /// <param name="now">The moment of the import.</param>
    /// <param name="known">The call as it is stored already, or null.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <param name="call">The call as it was read from its file.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="consent">Who agreed, or null.</param>
    /// <param name="matching">Finds its deal.</param>
    public static ImportedCall Write(Store store, Instant now, StoredCall? known, string fingerprint, Call call, Reading reading, string? consent, Func<StoredCall, Match> matching)
    {
        using var transaction = store.BeginWriting();
        var stored = known ?? new StoredCall
        {
            Fingerprint = fingerprint, File = Path.GetFileName(call.Source.File), Title = call.Source.Title, StartedAt = reading.Call.Source.StartedAt, ImportedAt = now, Content = StoredJson.Write(call),
        };
        stored.Consent ??= consent;
        var match = matching(stored);
        if (known is null) store.Calls.Add(stored);
        store.SaveChanges();
        // A call whose words were erased is not brought back by its file: it stays counted as it was.
        var difference = ReadingVersions.Add(store, stored, reading, now);
        if (known is null) AddAct(store, stored, reading);
        store.SaveChanges();
        CallTies.Tie(store, stored, match);
        if (match.Number is { } number) CallTies.AddPeople(store, reading.Call, number);
        store.Audit.Add(new StoredEntry
        {
            At = now, What = known is null ? "import-call" : "reread", DealNumber = match.Number, Detail = string.Create(CultureInfo.InvariantCulture, $"{reading.Reader.Lexicon} {reading.Reader.Model}").TrimEnd(),
        });
        store.SaveChanges();
        transaction.Commit();
        return new ImportedCall(stored, reading, known is null, match, difference);
    }

    private static void AddAct(Store store, StoredCall stored, Reading reading)
    {
        if (reading.Call.Source.StartedAt is not { } start) return;
        // A talk in which the prospect spoke is the prospect's own act, whoever called.
        var first = reading.Call.Turns.FirstOrDefault(turn => turn.Text.Length > 0 && reading.Call.SideOf(turn) == Side.Prospect);
        store.Acts.Add(new StoredAct
        {
            CallNumber = stored.Number, At = start.ToInstant(), OffsetMinutes = start.Offset.Seconds / 60, Kind = ActKind.Call, Side = first is null ? Side.Unknown : Side.Prospect,
            Who = first is null || first.Speaker == Call.Nobody ? null : reading.Call.Speakers[first.Speaker].Name, SourceKey = $"call:{stored.Fingerprint}",
        });
    }
}
