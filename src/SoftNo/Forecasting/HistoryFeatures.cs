using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Deals;
using SoftNo.Signals;

namespace SoftNo.Forecasting;

/// <summary>
/// What tells a signature once a team's own history can weigh it: all calls and not only the latest, the rhythm of a deal, its age, a set day that passed without an act. They
/// count for nothing until a team's own closed deals teach their weights, drawn to stated means. A name's first word is what is shown; several of one are shown together.
/// </summary>
/// <param name="prior">The means that the weights are drawn to.</param>
/// <param name="slower">What times are measured by: the scale of the team's sales cycle.</param>
internal sealed class HistoryFeatures(HistoryPrior prior, double slower)
{
    // Scales that bring each value to the order of one; the weights make up for any other choice.
    private const double SilentScale = 10;
    private const double MostSilent = 5;
    private const double AgeScale = 60;
    private const double LateScale = 60;
    private const double LateMost = 3;
    private const int RecentDays = 30;
    private const double WorkingShare = 5 / 7.0;
    private const double PriorActs = 1.5;
    private const double PriorDays = 12;
    private const double LeavesOdds = 0.15;
    private const double MostQuiet = 8;

    /// <summary>Every feature, always in the same order.</summary>
    /// <param name="history">The deal, with acts and changes up to as-of.</param>
    /// <param name="silence">How long the prospect has been silent, or null.</param>
    /// <param name="asOf">The day.</param>
    public IEnumerable<DealFeature> Of(DealHistory history, Silence? silence, LocalDate asOf)
    {
        var (readings, acts, recent, last) = (new List<ReadingFigures>(), 0, 0, LocalDate.MinIsoValue);
        foreach (var act in history.Acts)
        {
            if (act.Reading is { Verdict: not Verdict.Insufficient } reading) readings.Add(reading);
            if (act.Act.Side != Side.Prospect) continue;
            (acts, last) = (acts + 1, act.Act.At.Date);
            if (Period.DaysBetween(last, asOf) <= RecentDays * slower) recent++;
        }
        yield return Told("calls.count", Math.Log(1 + readings.Count));
        yield return Told("calls.praise", Share(readings, one => one.Signals.Contains(SignalKind.GenericEnthusiasm)));
        yield return Told("calls.techPraise", Share(readings, one => one.Signals.Contains(SignalKind.TechInfatuation)));
        yield return Told("calls.hard", Share(readings, one => one.HardTopics.Count > 0));
        yield return Told("calls.set", Share(readings, one => one.Step is Grade.Booked or Grade.Firm or Grade.Task));
        yield return Told("calls.vague", Share(readings, one => one.Step is Grade.Vague or Grade.None or Grade.Refused));
        yield return Told("calls.pain", Share(readings, one => one.PainNamed));
        yield return Told("calls.brings", Share(readings, one => one.BuyingSteps > 0));
        yield return Told("rhythm.acts", Math.Log(1 + acts));
        yield return Told("rhythm.recent", Math.Log(1 + recent));
        yield return Told("rhythm.silent", Math.Min(MostSilent, (silence?.BusinessDays ?? 0) / (SilentScale * slower)));
        yield return Told("rhythm.gone", Gone(history, silence, acts, last, asOf));
        yield return Told("missedStep", readings.Count > 0 && readings[^1] is { Step: Grade.Booked or Grade.Firm, StepDate: { } step } && step < asOf && last < step ? 1 : 0);
        yield return Told("age.days", history.Deal.Created is { } created ? Math.Log(1 + (Math.Max(0, Period.DaysBetween(created, asOf)) / (AgeScale * slower))) : 0);
        var late = FirstDeclared(history.Deal) is { } declared ? Math.Clamp(Period.DaysBetween(declared, asOf) / (LateScale * slower), -LateMost, LateMost) : 0;
        yield return Told("age.late", late);
        yield return Told("age.overdue", Math.Max(0, late));
    }

    /// <summary>
    /// How much a silence says that the prospect is gone, given how often they acted while they did: the logarithm of one plus the odds of it, after the
    /// Pareto/NBD model (Schmittlein, Morrison and Colombo, 1987). Who acted often and falls silent is gone sooner than who always acted seldom.
    /// </summary>
    private double Gone(DealHistory history, Silence? silence, int acts, LocalDate last, LocalDate asOf)
    {
        if (silence is null || StepAhead.Of(history, asOf) is not null) return 0;
        var active = history.Deal.Created is { } created ? Math.Max(0, Period.DaysBetween(created, last) * WorkingShare) : 0;
        var odds = Math.Exp(Math.Min(MostQuiet, (PriorActs + acts) * Math.Log(1 + (silence.BusinessDays / ((PriorDays * slower) + active)))));
        return Math.Log(1 + (LeavesOdds * (odds - 1)));
    }

    private DealFeature Told(string name, double value) => new(name, value, prior.Means.GetValueOrDefault(name)) { Correlates = false, FromHistory = true };

    // One more call than there are holds the share of a single call back.
    private static double Share(List<ReadingFigures> readings, Func<ReadingFigures, bool> has) => (double)readings.Count(has) / (readings.Count + 1);

    private static LocalDate? FirstDeclared(Deal deal)
    {
        var first = deal.Changes.FirstOrDefault(change => change is { Field: DealField.CloseDate, From: not null })?.From;
        return first is null ? deal.CloseDate : LocalDatePattern.Iso.Parse(first).GetValueOrThrow();
    }
}
