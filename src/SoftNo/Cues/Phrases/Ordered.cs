namespace SoftNo.Cues.Phrases;

/// <summary>Search in lists that are in order of a place.</summary>
internal static class Ordered
{
    /// <summary>The index of the first item whose place is at least <paramref name="least"/>; the count where there is none.</summary>
    public static int From<T>(IReadOnlyList<T> items, Func<T, int> place, int least)
    {
        int low = 0, high = items.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (place(items[middle]) < least) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
