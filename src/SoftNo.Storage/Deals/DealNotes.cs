using NodaTime;
using NodaTime.Text;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Storage.Audits;

namespace SoftNo.Storage.Deals;

/// <summary>What the user notes of a deal: its outcome, the moves that were sent, a pause. The CRM's own words stay beside.</summary>
public sealed class DealNotes(Store store, IClock clock)
{
    /// <summary>Notes how a deal ended.</summary>
    /// <param name="deal">The deal, from this store.</param>
    /// <param name="outcome"><c>won</c>, <c>lost</c> or <c>no-decision</c>.</param>
    /// <param name="on">The day.</param>
    public void Outcome(StoredDeal deal, string outcome, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(deal);
        deal.NotedStatus = outcome == "won" ? DealStatus.Won : DealStatus.Lost;
        deal.NotedReason = outcome == DealKey.NoDecision ? DealKey.NoDecision : null;
        deal.NotedOn = on;
        Log("outcome", deal, $"{outcome} {LocalDatePattern.Iso.Format(on)}");
    }

    /// <summary>Notes that a move was sent, or what came of one that was noted before.</summary>
    /// <param name="deal">The deal, from this store.</param>
    /// <param name="move">The move's name.</param>
    /// <param name="on">The day it was sent.</param>
    /// <param name="answer"><c>answered</c>, <c>accepted</c>, <c>clear-no</c>, or null.</param>
    public void Sent(StoredDeal deal, string move, LocalDate on, string? answer)
    {
        ArgumentNullException.ThrowIfNull(deal);
        var known = store.SentMoves.FirstOrDefault(sent => sent.DealNumber == deal.Number && sent.Move == move && sent.On == on);
        if (known is null) store.SentMoves.Add(new SentMove { DealNumber = deal.Number, Move = move, On = on, Answer = answer });
        else known.Answer = answer ?? known.Answer;
        Log("sent", deal, $"{move} {LocalDatePattern.Iso.Format(on)} {answer}".TrimEnd());
    }

    /// <summary>Notes a pause for a known reason.</summary>
    public void Paused(StoredDeal deal, LocalDate from, LocalDate until, string reason)
    {
        ArgumentNullException.ThrowIfNull(deal);
        store.Pauses.Add(new StoredPause { DealNumber = deal.Number, From = from, Until = until, Reason = reason });
        Log("pause", deal, $"{LocalDatePattern.Iso.Format(from)} {LocalDatePattern.Iso.Format(until)}");
    }

    private void Log(string what, StoredDeal deal, string detail)
    {
        store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = what, DealNumber = deal.Number, Detail = detail });
        store.SaveChanges();
    }
}
