using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Deals.Imports;

namespace SoftNo.Forecasting;

/// <summary>The noes of the last months. A quick one is the second-best answer, so it counts as a success.</summary>
/// <param name="WindowDays">How many days back they are counted.</param>
/// <param name="Noes">How many; deals that ended without a decision are none.</param>
/// <param name="Quick">How many of them came quickly.</param>
/// <param name="MedianDays">Days from a deal's beginning to its no, in the median.</param>
/// <param name="HoursFreed">Hours that the quick ones took less than a slow one does in the median; null where too few slow ones are on file.</param>
public sealed record NoTimes(int WindowDays, int Noes, int Quick, int MedianDays, decimal? HoursFreed)
{
    /// <summary>Counts the noes up to a day; null where there is none whose beginning and end are known.</summary>
    /// <param name="known">Every deal as it stood on the day.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="prior">What is quick, and what an act takes.</param>
    public static NoTimes? Of(IEnumerable<DealHistory> known, LocalDate asOf, NoPrior prior)
    {
        var noes = known.Where(IsNo).Select(history => (Days: DaysTo(history, asOf, prior), Hours: Hours(history, prior)))
            .Where(no => no.Days is not null).Select(no => (Days: no.Days!.Value, no.Hours)).ToList();
        if (noes.Count == 0) return null;
        var (quick, slow) = (noes.FindAll(no => no.Days <= prior.QuickDays), noes.FindAll(no => no.Days > prior.QuickDays));
        decimal? freed = slow.Count < prior.SlowFrom ? null : quick.Sum(no => Math.Max(0, Median(slow.Select(other => other.Hours)) - no.Hours));
        return new NoTimes(prior.WindowDays, noes.Count, quick.Count, Median(noes.Select(no => no.Days)), freed);
    }

    private static bool IsNo(DealHistory history) => history.Deal.Status == DealStatus.Lost && history.Deal.LostReason != DealKey.NoDecision;

    private static int? DaysTo(DealHistory history, LocalDate asOf, NoPrior prior)
    {
        if (AsOf.EndOf(history.Deal) is not { } end || end > asOf || end < asOf.PlusDays(-prior.WindowDays)) return null;
        var first = history.Acts.Count > 0 ? history.Acts[0].Act.At.Date : (LocalDate?)null;
        var start = history.Deal.Created is { } created && (first is null || created < first) ? created : first;
        return start is { } from && from <= end ? Period.DaysBetween(from, end) : null;
    }

    private static decimal Hours(DealHistory history, NoPrior prior) => history.Acts.Sum(act => act.Act.Kind switch
    {
        ActKind.Call => prior.CallHours,
        ActKind.Mail when act.Act.Side == Side.Seller => prior.MailHours,
        _ => 0,
    });

    /// <summary>The middle one; of an even number the lower of the two.</summary>
    private static T Median<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToList();
        return sorted[(sorted.Count - 1) / 2];
    }
}
