using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Forecasting;
using SoftNo.Storage.Audits;

namespace SoftNo.Storage.Plans;

/// <summary>What undoing a plan did.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Restored">Lines whose deal is as it was before.</param>
/// <param name="Left">Lines whose deal has changed again since, and was left alone.</param>
public sealed record UndonePlan(StoredPlan Plan, IReadOnlyList<StoredPlanLine> Restored, IReadOnlyList<StoredPlanLine> Left);

/// <summary>Applies lines of a plan to the user's own word on deals, and undoes them. No CRM is called; what the CRM declares stays beside.</summary>
public sealed class AppliedPlans(Store store, IClock clock)
{
    /// <summary>Applies the chosen lines, all of them or none.</summary>
    /// <param name="plan">The plan as it was shown.</param>
    /// <param name="places">The chosen lines, from 1.</param>
    /// <returns>The plan with its lines as they are stored.</returns>
    /// <exception cref="ArgumentException">When the plan has no such line, or a deal of it is not stored: the caller's bug.</exception>
    public (StoredPlan Plan, IReadOnlyList<StoredPlanLine> Lines) Apply(ProposedPlan plan, IReadOnlyCollection<int> places)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(places);
        if (places.Any(place => place < 1 || place > plan.Lines.Count)) throw new ArgumentException("no such line", nameof(places));
        using var transaction = store.BeginWriting();
        var stored = new StoredPlan { Id = plan.Id, AsOf = plan.AsOf, AppliedAt = clock.GetCurrentInstant() };
        store.Plans.Add(stored);
        store.SaveChanges();
        var lines = new List<StoredPlanLine>();
        foreach (var place in places.Distinct().Order())
        {
            var change = plan.Lines[place - 1];
            var number = change.Deal.Deal.Number ?? throw new ArgumentException("a deal that is not stored", nameof(plan));
            var deal = store.Deals.Single(one => one.Number == number);
            var before = NotedState.Of(deal);
            var after = After(before, change, plan.AsOf);
            after.Put(deal);
            lines.Add(new StoredPlanLine
            {
                PlanNumber = stored.Number, Place = place, DealNumber = number, Move = change.Move, Reason = change.Reason, CloseDate = change.NewCloseDate, Probability = change.NewProbability,
                Before = before.Write(), After = after.Write(),
            });
            Log("plan-apply", number, $"{stored.Number} {change.Move.ToString().ToLowerInvariant()}");
        }

        store.PlanLines.AddRange(lines);
        store.SaveChanges();
        transaction.Commit();
        return (stored, lines);
    }

    /// <summary>Undoes a plan, the last line first; a deal that has changed again since is left alone.</summary>
    /// <param name="number">The plan; null: the last one that is not undone.</param>
    /// <returns>What was done; null where there is no such plan, or it is undone already.</returns>
    public UndonePlan? Undo(long? number)
    {
        using var transaction = store.BeginWriting();
        var plan = store.Plans.Where(plan => plan.UndoneAt == null && (number == null || plan.Number == number)).OrderByDescending(plan => plan.Number).FirstOrDefault();
        if (plan is null) return null;
        var (restored, left) = (new List<StoredPlanLine>(), new List<StoredPlanLine>());
        foreach (var line in store.PlanLines.Where(line => line.PlanNumber == plan.Number).OrderByDescending(line => line.Place).ToList())
        {
            var deal = store.Deals.Single(one => one.Number == line.DealNumber);
            if (NotedState.Of(deal) != NotedState.Read(line.After))
            {
                left.Insert(0, line);
                continue;
            }

            NotedState.Read(line.Before).Put(deal);
            restored.Insert(0, line);
            Log("plan-undo", line.DealNumber, $"{plan.Number} {line.Move.ToString().ToLowerInvariant()}");
        }

        // A plan of which nothing could be taken back stands: once what came after it is undone, it can be.
        if (restored.Count > 0 || left.Count == 0) plan.UndoneAt = clock.GetCurrentInstant();
        store.SaveChanges();
        transaction.Commit();
        return new UndonePlan(plan, restored, left);
    }

    /// <summary>Every applied plan with its lines, the newest first.</summary>
    public IReadOnlyList<(StoredPlan Plan, IReadOnlyList<StoredPlanLine> Lines)> All()
    {
        var lines = store.PlanLines.AsNoTracking().OrderBy(line => line.Place).AsEnumerable().ToLookup(line => line.PlanNumber);
        return [.. store.Plans.AsNoTracking().OrderByDescending(plan => plan.Number).AsEnumerable().Select(plan => (plan, (IReadOnlyList<StoredPlanLine>)[.. lines[plan.Number]]))];
    }

    private static NotedState After(NotedState before, PlannedChange change, LocalDate day) => change.Move switch
    {
        PlannedMove.Push => before with { CloseDate = change.NewCloseDate, CloseDateOn = day },
        PlannedMove.Downgrade => before with { Probability = change.NewProbability, ProbabilityOn = day },
        PlannedMove.Close => before with { Status = DealStatus.Lost, Reason = change.Reason == PlanReason.SaidNo ? null : DealKey.NoDecision, On = day },
        // A rescue is for the seller to make, a pause holds already: the plan only remembers that they were accepted.
        PlannedMove.Rescue or PlannedMove.Pause => before,
    };

    private void Log(string what, long deal, string detail) =>
        store.Audit.Add(new StoredEntry { At = clock.GetCurrentInstant(), What = what, DealNumber = deal, Detail = string.Create(CultureInfo.InvariantCulture, $"{detail}") });
}
