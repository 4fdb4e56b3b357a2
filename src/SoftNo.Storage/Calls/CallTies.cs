using Microsoft.EntityFrameworkCore;
using SoftNo.Calls;
using SoftNo.Deals.Matching;
using SoftNo.Storage.Deals;

namespace SoftNo.Storage.Calls;

/// <summary>Ties a call, its act and its people to a deal.</summary>
internal static class CallTies
{
    /// <summary>Ties them; saved by the caller.</summary>
    public static void Tie(Store store, StoredCall call, Match match)
    {
        (call.DealNumber, call.MatchedBy, call.MatchConfidence) = (match.Number, match.By, match.Confidence);
        foreach (var act in store.Acts.Where(act => act.CallNumber == call.Number)) (act.DealNumber, act.Confidence) = (match.Number, match.Confidence);
        foreach (var pause in store.Pauses.Where(pause => pause.CallNumber == call.Number)) pause.DealNumber = match.Number ?? 0;
    }

    /// <summary>Notes the prospect's people of a call at its deal, each once.</summary>
    public static void AddPeople(Store store, Call call, long deal)
    {
        var known = store.People.AsNoTracking().Where(person => person.DealNumber == deal).AsEnumerable().ToList();
        foreach (var speaker in call.People.Where(speaker => speaker.Side == Side.Prospect))
        {
            var address = speaker.Address?.ToLowerInvariant();
            if (known.Any(person => string.Equals(person.Name, speaker.Name, StringComparison.OrdinalIgnoreCase) || (address is not null && person.Address == address))) continue;
            store.People.Add(new StoredPerson { DealNumber = deal, Name = speaker.Name, Address = address, Side = Side.Prospect });
        }
    }
}
