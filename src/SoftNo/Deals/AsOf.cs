using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SoftNo.Deals;

/// <summary>A deal as it stood at the end of a day, with only what was known then.</summary>
public static class AsOf
{
    /// <summary>
    /// The history up to and including a day: later acts and changes are gone, and each changed field has the value it had. Null for a deal that was
    /// not there yet. A deal that ended later is open, and a field of it whose changes are not known is unknown, since its last value may tell the end.
    /// </summary>
    /// <param name="history">The whole history.</param>
    /// <param name="day">The day.</param>
    public static DealHistory? At(this DealHistory history, LocalDate day)
    {
        var deal = history.Deal;
        if (deal.Created is { } created && created > day) return null;
        if (IsAllOf(history, day)) return history;
        return history with
        {
            Deal = Then(deal, day),
            Acts = [.. history.Acts.Where(act => act.Act.At.Date <= day)],
            Pauses = [.. history.Pauses.Where(pause => pause.From <= day)],
        };
    }

    /// <summary>Whether nothing of a history lies after a day.</summary>
    private static bool IsAllOf(DealHistory history, LocalDate day)
    {
        var deal = history.Deal;
        return !(EndOf(deal) > day) && !(deal.LastActivity > day) && (deal.Changes.Count == 0 || deal.Changes[^1].On <= day)
            && (history.Acts.Count == 0 || history.Acts[^1].Act.At.Date <= day) && history.Pauses.All(pause => pause.From <= day);
    }

    /// <summary>The day a won or lost deal ended: its last change of status, else its close date; null for an open one.</summary>
    public static LocalDate? EndOf(Deal deal) => deal.Status == DealStatus.Open
        ? null
        : deal.Changes.LastOrDefault(change => change.Field == DealField.Status)?.On ?? deal.CloseDate;

    private static Deal Then(Deal deal, LocalDate day)
    {
        var reopened = EndOf(deal) is { } end && end > day;
        var kept = reopened ? deal with { Status = DealStatus.Open, LostReason = null, Stage = null, CloseDate = null, Probability = null } : deal;
        return kept with
        {
            Stage = ValueAt(deal, DealField.Stage, day, kept.Stage),
            CloseDate = ValueAt(deal, DealField.CloseDate, day, null) is { } date ? LocalDatePattern.Iso.Parse(date).GetValueOrThrow() : kept.CloseDate,
            Probability = ValueAt(deal, DealField.Probability, day, null) is { } share ? double.Parse(share, CultureInfo.InvariantCulture) : kept.Probability,
            Amount = ValueAt(deal, DealField.Amount, day, null) is { } amount && deal.Amount is { } money
                ? money with { Amount = decimal.Parse(amount, CultureInfo.InvariantCulture) }
                : deal.Amount,
            Name = ValueAt(deal, DealField.Name, day, null) ?? deal.Name,
            Changes = [.. deal.Changes.Where(change => change.On <= day)],
            LastActivity = deal.LastActivity <= day ? deal.LastActivity : null,
        };
    }

    /// <summary>The value after the last change up to a day, else before the first one after it, else as given.</summary>
    private static string? ValueAt(Deal deal, DealField field, LocalDate day, string? otherwise)
    {
        var changes = deal.Changes.Where(change => change.Field == field).ToList();
        if (changes.Count == 0) return otherwise;
        return changes.FindLast(change => change.On <= day) is { } last ? last.To : changes[0].From;
    }
}
