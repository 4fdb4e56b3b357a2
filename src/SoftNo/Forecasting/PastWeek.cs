using System.Globalization;
using NodaTime;
using SoftNo.Deals;

namespace SoftNo.Forecasting;

/// <summary>What happened to a deal in a week.</summary>
public enum WeekEvent
{
    /// <summary>It was made.</summary>
    New,

    /// <summary>It was signed.</summary>
    Won,

    /// <summary>It ended without a signature.</summary>
    Lost,

    /// <summary>Its standing changed.</summary>
    Standing,

    /// <summary>Its probability moved.</summary>
    Probability,
}

/// <summary>A change of the week, and why.</summary>
/// <param name="Deal">The deal, as it is now.</param>
/// <param name="What">What happened.</param>
/// <param name="Before">How it was assessed a week before; null where it was not open then.</param>
/// <param name="Now">How it is assessed now; null where it is closed.</param>
/// <param name="Reason">The evidence that moved it most: a name of the waterfall; null where none did.</param>
public sealed record WeekChange(Deal Deal, WeekEvent What, AssessedDeal? Before, AssessedDeal? Now, string? Reason);

/// <summary>What changed in a pipeline since a week before.</summary>
public static class PastWeek
{
    /// <summary>How far back it looks.</summary>
    public const int Days = 7;

    /// <summary>The changes, those of the largest amounts first.</summary>
    /// <param name="all">Every deal, open and closed.</param>
    /// <param name="reader">Assesses a day's pipeline.</param>
    /// <param name="now">The pipeline now.</param>
    /// <param name="prior">What is worth telling.</param>
    public static IReadOnlyList<WeekChange> Of(IReadOnlyList<DealHistory> all, PipelineReader reader, Pipeline now, WeekPrior prior)
    {
        var start = now.AsOf.PlusDays(-Days);
        var before = reader.At(all, start).Deals.ToLookup(deal => Key(deal.Deal));
        var open = now.Deals.Select(deal => (Now: deal, Before: before[Key(deal.Deal)].FirstOrDefault()));
        var closed = all.Select(history => history.At(now.AsOf)?.Deal).OfType<Deal>().Where(deal => AsOf.EndOf(deal) is { } end && end > start && end <= now.AsOf)
            .Select(deal => new WeekChange(deal, deal.Status == DealStatus.Won ? WeekEvent.Won : WeekEvent.Lost, before[Key(deal)].FirstOrDefault(), null, null));
        return [.. closed.Concat(open.Select(pair => Change(pair.Before, pair.Now, start, prior)).OfType<WeekChange>()).OrderByDescending(change => change.Deal.Amount?.Amount ?? 0)];
    }

    private static WeekChange? Change(AssessedDeal? before, AssessedDeal now, LocalDate start, WeekPrior prior)
    {
        if (before is null) return now.Deal.Created > start ? new WeekChange(now.Deal, WeekEvent.New, null, now, null) : null;
        var moved = now.Assessment.Probability - before.Assessment.Probability;
        if (before.Standing != now.Standing) return new WeekChange(now.Deal, WeekEvent.Standing, before, now, Reason(before, now, moved));
        return Math.Abs(moved) >= prior.WorthTelling ? new WeekChange(now.Deal, WeekEvent.Probability, before, now, Reason(before, now, moved)) : null;
    }

    /// <summary>The evidence whose weight moved most in the direction of the whole.</summary>
    private static string? Reason(AssessedDeal before, AssessedDeal now, double moved)
    {
        var was = before.Assessment.Waterfall.ToLookup(step => step.Name, step => step.LogRatio);
        var names = now.Assessment.Waterfall.Concat(before.Assessment.Waterfall).Select(step => step.Name).Where(name => name != "base").Distinct();
        var found = names.Select(name => (Name: name, By: now.Assessment.Waterfall.Where(step => step.Name == name).Sum(step => step.LogRatio) - was[name].Sum()))
            .Where(one => one.By * moved > 0).ToList();
        return found.Count == 0 ? null : found.MaxBy(one => Math.Abs(one.By)).Name;
    }

    private static string Key(Deal deal) => deal.Number?.ToString(CultureInfo.InvariantCulture) ?? deal.Id ?? $"{deal.Name} {deal.Company}";
}
