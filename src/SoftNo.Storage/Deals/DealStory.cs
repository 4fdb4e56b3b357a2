using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals;

namespace SoftNo.Storage.Deals;

/// <summary>One thing that happened on a deal; exactly one of its parts is there.</summary>
/// <param name="At">When; of what is known by its day alone, the day's start in UTC.</param>
/// <param name="HasHour">Whether the hour is known.</param>
public sealed record StoryEvent(OffsetDateTime At, bool HasHour)
{
    /// <summary>An act: a call, a mail, an invitation.</summary>
    public Act? Act { get; init; }

    /// <summary>What the act's words gave, or null.</summary>
    public ReadingFigures? Figures { get; init; }

    /// <summary>The id of the act's reading whose words are kept, or null.</summary>
    public string? ReadingId { get; init; }

    /// <summary>A change that the CRM declares.</summary>
    public DealChange? Change { get; init; }

    /// <summary>A move that was sent.</summary>
    public SentMove? Sent { get; init; }

    /// <summary>A pause that begins.</summary>
    public StoredPause? Pause { get; init; }
}

/// <summary>A stored deal with all that happened, oldest first.</summary>
/// <param name="Stored">The deal.</param>
/// <param name="Events">What happened.</param>
/// <param name="People">The prospect's people.</param>
/// <param name="Sent">The moves that were sent, the latest first.</param>
public sealed record DealStory(StoredDeal Stored, IReadOnlyList<StoryEvent> Events, IReadOnlyList<StoredPerson> People, IReadOnlyList<SentMove> Sent)
{
    /// <summary>The story of a deal; null where there is none of that number.</summary>
    public static DealStory? Of(Store store, long number)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.Deals.AsNoTracking().SingleOrDefault(deal => deal.Number == number) is not { } stored) return null;
        var sent = store.SentMoves.AsNoTracking().Where(one => one.DealNumber == number).AsEnumerable().OrderByDescending(one => one.On).ThenByDescending(one => one.Number).ToList();
        var changes = store.Changes.AsNoTracking().Where(change => change.Source == stored.Source && change.SourceKey == stored.SourceKey).AsEnumerable().Select(change => change.ToChange());
        var pauses = store.Pauses.AsNoTracking().Where(pause => pause.DealNumber == number).ToList();
        var events = Acts(store, number)
            .Concat(changes.Select(change => new StoryEvent(DayOf(change.On), false) { Change = change }))
            .Concat(sent.Select(one => new StoryEvent(DayOf(one.On), false) { Sent = one }))
            .Concat(pauses.Select(pause => new StoryEvent(DayOf(pause.From), false) { Pause = pause }));
        var people = store.People.AsNoTracking().Where(person => person.DealNumber == number && person.Side != Side.Seller).ToList();
        return new DealStory(stored, [.. events.OrderBy(one => one.At.ToInstant())], people, sent);
    }

    private static List<StoryEvent> Acts(Store store, long number)
    {
        var calls = store.Calls.AsNoTracking().Where(call => call.DealNumber == number).Select(call => new { call.Number, call.Fingerprint }).ToDictionary(call => call.Number, call => call.Fingerprint);
        var read = Calls.ReadingList.Page(store, number).ToDictionary(reading => reading.CallNumber);
        return [.. store.Acts.AsNoTracking().Where(act => act.DealNumber == number).AsEnumerable().Select(act =>
        {
            var reading = act.CallNumber is { } call ? read.GetValueOrDefault(call) : null;
            return new StoryEvent(act.ToAct().At, true) { Act = act.ToAct(), Figures = reading?.Figures, ReadingId = reading is { HasWords: true } ? calls.GetValueOrDefault(act.CallNumber!.Value) : null };
        })];
    }

    private static OffsetDateTime DayOf(LocalDate day) => day.AtMidnight().WithOffset(Offset.Zero);
}
