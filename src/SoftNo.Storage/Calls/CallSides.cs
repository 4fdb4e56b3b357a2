using NodaTime;
using SoftNo.Calls;
using SoftNo.Storage.Audits;

namespace SoftNo.Storage.Calls;

/// <summary>Who of a stored call is on which side, as the user says.</summary>
public static class CallSides
{
    /// <summary>Corrects the sides and reads the call again; null where nothing is kept of its words.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="callNumber">The call.</param>
    /// <param name="sides">The side of each speaker, in the order of the call.</param>
    /// <param name="reason">How it is known.</param>
    /// <param name="clock">The clock.</param>
    public static ReadingDifference? Correct(Store store, CallReader reader, long callNumber, IReadOnlyList<Side> sides, Bilingual reason, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        var stored = store.Calls.Single(call => call.Number == callNumber);
        if (stored.Content is not { } content) return null;
        stored.Content = StoredJson.Write(Said(StoredJson.Call(content), sides, reason));
        store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = "sides", DealNumber = stored.DealNumber });
        store.SaveChanges();
        return ReadingVersions.Again(store, reader, callNumber, clock);
    }

    /// <summary>A call with the sides that the user says; unknown leaves a speaker to the words.</summary>
    public static Call Said(Call call, IReadOnlyList<Side> sides, Bilingual reason)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(sides);
        return call with
        {
            Speakers = [.. call.Speakers.Select((speaker, at) => sides[at] == Side.Unknown
                ? speaker with { Side = Side.Unknown, Basis = Basis.None, Reason = null }
                : speaker with { Side = sides[at], Basis = Basis.Given, Reason = reason })],
        };
    }
}
