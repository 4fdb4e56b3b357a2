using Microsoft.EntityFrameworkCore;
using SoftNo.Signals;
using SoftNo.Storage.Calls;

namespace SoftNo.Storage.Plans;

/// <summary>Finds the words that a deal's mail is drafted from.</summary>
public static class DraftReadings
{
    /// <summary>The reading of the deal's last call or exchange whose words are kept, or null.</summary>
    public static Reading? Of(Store store, long deal)
    {
        ArgumentNullException.ThrowIfNull(store);
        foreach (var call in store.Acts.AsNoTracking().Where(act => act.DealNumber == deal && act.CallNumber != null).OrderByDescending(act => act.At).Select(act => act.CallNumber!.Value).AsEnumerable().Distinct().ToList())
            if (ReadingList.Of(store, call) is { } reading) return reading;
        return null;
    }
}
