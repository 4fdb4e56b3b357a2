using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Deals;
using SoftNo.Signals;

namespace SoftNo.Storage.Calls;

/// <summary>A stored reading in a list.</summary>
/// <param name="CallNumber">The call's number.</param>
/// <param name="Id">The reading's id: the call's fingerprint.</param>
/// <param name="File">The file's name.</param>
/// <param name="Title">The call's title, or null.</param>
/// <param name="StartedAt">When it began, or null.</param>
/// <param name="DealNumber">The deal, or null while it waits.</param>
/// <param name="DealName">The deal's name, or null.</param>
/// <param name="MatchedBy">What the match rests on, or null.</param>
/// <param name="MatchConfidence">How sure it is, 0 to 1.</param>
/// <param name="Figures">The reading's figures.</param>
/// <param name="HasWords">Whether the words are still kept.</param>
public sealed record ListedReading(
    long CallNumber, string Id, string File, string? Title, OffsetDateTime? StartedAt, long? DealNumber, string? DealName, string? MatchedBy, double MatchConfidence, ReadingFigures Figures, bool HasWords);

/// <summary>The newest reading of each call.</summary>
public static class ReadingList
{
    /// <summary>Lists them, the newest call first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="dealNumber">Only this deal's; null for all.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">At most how many.</param>
    public static IReadOnlyList<ListedReading> Page(Store store, long? dealNumber = null, int skip = 0, int take = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(store);
        var newest = store.Readings.AsNoTracking().GroupBy(reading => reading.CallNumber).Select(readings => readings.Max(reading => reading.Number));
        var rows = from reading in store.Readings.AsNoTracking().Where(reading => newest.Contains(reading.Number))
                   join call in store.Calls.AsNoTracking() on reading.CallNumber equals call.Number
                   join deal in store.Deals.AsNoTracking() on call.DealNumber equals (long?)deal.Number into deals
                   from deal in deals.DefaultIfEmpty()
                   where dealNumber == null || call.DealNumber == dealNumber
                   orderby call.StartedAt descending, call.Number descending
                   select new { call.Number, call.Fingerprint, call.File, call.Title, call.StartedAt, call.DealNumber, DealName = deal == null ? null : deal.Name, call.MatchedBy, call.MatchConfidence, reading.Figures, HasWords = reading.Content != null };
        return [.. rows.Skip(skip).Take(take).AsEnumerable().Select(row => new ListedReading(
            row.Number, row.Fingerprint, row.File, row.Title, row.StartedAt, row.DealNumber, row.DealName, row.MatchedBy, row.MatchConfidence, StoredJson.Figures(row.Figures), row.HasWords))];
    }

    /// <summary>The newest reading of a call, whole; null where there is no such call or its words are gone.</summary>
    /// <param name="store">The store.</param>
    /// <param name="id">The reading's id, or its first 12 digits and more.</param>
    public static Reading? Find(Store store, string id)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length < 12 || !id.All(char.IsAsciiHexDigitLower)) return null;
        var number = store.Calls.AsNoTracking().Where(call => call.Fingerprint.StartsWith(id)).Select(call => (long?)call.Number).FirstOrDefault();
        return number is { } call ? Of(store, call) : null;
    }

    /// <summary>The newest reading of a call by its number; null where there is none or its words are gone.</summary>
    public static Reading? Of(Store store, long callNumber)
    {
        ArgumentNullException.ThrowIfNull(store);
        var content = store.Readings.AsNoTracking().Where(reading => reading.CallNumber == callNumber).OrderByDescending(reading => reading.Number).Select(reading => reading.Content).FirstOrDefault();
        return content is null ? null : StoredJson.Reading(content);
    }
}
