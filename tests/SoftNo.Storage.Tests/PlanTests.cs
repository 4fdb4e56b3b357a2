using Microsoft.EntityFrameworkCore;
using NodaTime;
using SoftNo.Deals;
using SoftNo.Deals.Imports;
using SoftNo.Forecasting;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Plans;

namespace SoftNo.Storage.Tests;

public class PlanTests
{
    private static readonly LocalDate Today = new(2026, 11, 26);
    private static readonly IReadOnlyList<CrmNames> Names = CrmNames.Load(CrmWords.DefaultFolder);

    private static string Deals(string closeDate = "2026-11-01", string probability = "80%") =>
        $"Record ID,Deal name,Deal Stage,Deal probability,Close date\n1,Pilot,Proposal,{probability},{closeDate}\n2,\"=Renewal, twice\",Proposal,10%,2026-12-15\n";

    private static ProposedPlan Propose(Store store, LocalDate? asOf = null)
    {
        var priors = DealPriors.Load(DealPriors.DefaultFile);
        var pipeline = new PipelineReader(priors, "weeks").At([.. DealList.Histories(store).Select(one => one.History)], asOf ?? Today);
        return new ProposedPlan(pipeline.AsOf, new Planner(priors).Of(pipeline));
    }

    private static (Store Store, ProposedPlan Plan) Start(TestStore test)
    {
        DealImportTests.Import(test, Deals());
        var store = test.Open();
        return (store, Propose(store));
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void Only_the_accepted_lines_change_the_local_state_and_undo_takes_them_back(Kind kind)
    {
        using var test = Both.On(kind);
        var (store, plan) = Start(test);
        using var _ = store;
        Assert.Equal([PlannedMove.Push, PlannedMove.Downgrade], plan.Lines.Select(line => line.Move));
        var before = store.Deals.AsNoTracking().OrderBy(deal => deal.Number).AsEnumerable().Select(NotedState.Of).ToList();
        var (stored, lines) = new AppliedPlans(store, test.Clock).Apply(plan, [1]);
        Assert.Equal((1, plan.Id, 1L), (lines.Count, stored.Id, lines[0].DealNumber));
        var deal = DealList.All(store).First();
        Assert.Equal((plan.Lines[0].NewCloseDate, 0.8), (deal.Deal.CloseDate, deal.Deal.Probability!.Value));
        // What the CRM says stays beside, and the day before is seen as it was.
        Assert.Equal(new LocalDate(2026, 11, 1), deal.Stored.CloseDate);
        Assert.Equal(new LocalDate(2026, 11, 1), DealList.Histories(store).First().History.At(Today.PlusDays(-1))!.Deal.CloseDate);
        Assert.Equal([PlannedMove.Downgrade], Propose(store).Lines.Select(line => line.Move));
        Assert.Equal("plan-apply 1 1 push", store.Audit.AsNoTracking().OrderBy(entry => entry.Number).AsEnumerable().Select(entry => $"{entry.What} {entry.DealNumber} {entry.Detail}").Last());
        var undone = new AppliedPlans(store, test.Clock).Undo(null)!;
        Assert.Equal((1, 0), (undone.Restored.Count, undone.Left.Count));
        Assert.Equal(before, store.Deals.AsNoTracking().OrderBy(one => one.Number).AsEnumerable().Select(NotedState.Of));
        Assert.Equal(plan.Id, Propose(store).Id);
        Assert.Null(new AppliedPlans(store, test.Clock).Undo(stored.Number));
        Assert.NotNull(new AppliedPlans(store, test.Clock).All().Single().Plan.UndoneAt);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void What_changed_again_since_is_left_alone(Kind kind)
    {
        using var test = Both.On(kind);
        var (store, plan) = Start(test);
        using var _ = store;
        new AppliedPlans(store, test.Clock).Apply(plan, [1, 2]);
        new DealNotes(store, test.Clock).Outcome(store.Deals.Single(deal => deal.SourceId == "1"), "won", Today);
        var undone = new AppliedPlans(store, test.Clock).Undo(null)!;
        Assert.Equal((0, 2), (undone.Restored.Count, undone.Left.Count));
        Assert.Equal(DealStatus.Won, DealList.All(store).First().Deal.Status);
        // Nothing was taken back, so it stands, and can be undone once what came after it is gone.
        Assert.Null(new AppliedPlans(store, test.Clock).All().Single().Plan.UndoneAt);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void A_change_that_the_crm_took_over_counts_once(Kind kind)
    {
        using var test = Both.On(kind);
        var (store, plan) = Start(test);
        using (store)
        {
            new AppliedPlans(store, test.Clock).Apply(plan, [1, 2]);
            Assert.Equal(1, ChangeCount.Of(DealList.All(store).First().Deal.Changes).Pushes);
        }

        DealImportTests.Import(test, Deals(plan.Lines[0].NewCloseDate!.Value.ToString("uuuu-MM-dd", null)));
        using var after = test.Open();
        var (stored, deal) = DealList.All(after).First();
        Assert.Equal((plan.Lines[0].NewCloseDate, null, 1), (deal.CloseDate, stored.NotedCloseDate, ChangeCount.Of(deal.Changes).Pushes));
        // The CRM still says 80 %: the user's own word holds.
        Assert.Equal(plan.Lines[1].NewProbability, deal.Probability);
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void The_crms_table_holds_facts_and_dates_only(Kind kind)
    {
        using var test = Both.On(kind);
        var (store, plan) = Start(test);
        using var _ = store;
        var second = Pipeline(store).Deals[1];
        var whole = plan with { Lines = [.. plan.Lines, new PlannedChange(second, PlannedMove.Close, PlanReason.RefusedFifteenMinutes, null, null), new PlannedChange(second, PlannedMove.Rescue, PlanReason.SoftNo, null, null)] };
        var (_, lines) = new AppliedPlans(store, test.Clock).Apply(whole, [1, 2, 3, 4]);
        var share = plan.Lines[1].NewProbability!.Value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
        var table = Assert.Single(CrmTable.Of(store, lines, Names));
        Assert.Equal("hubspot", table.Key);
        Assert.Equal($"Record ID,Deal Name,Close Date,Deal probability,Deal Stage\r\n1,Pilot,{plan.Lines[0].NewCloseDate:uuuu-MM-dd},{share},Proposal\r\n2,\"'=Renewal, twice\",2026-12-15,0.1,Closed Lost\r\n", table.Value);
        Assert.Equal((DealStatus.Lost, "no-decision"), (DealList.All(store).Last().Deal.Status, DealList.All(store).Last().Deal.LostReason));
        Assert.Empty(CrmTable.Of(store, [.. lines.Where(line => line.Move == PlannedMove.Rescue)], Names));
    }

    [Fact]
    public void A_plan_is_all_or_nothing_and_its_id_tells_it_from_another()
    {
        using var test = new TestStore(Kind.Sqlite);
        var (store, plan) = Start(test);
        using var _ = store;
        Assert.Throws<ArgumentException>(() => new AppliedPlans(store, test.Clock).Apply(plan, [1, 3]));
        Assert.Empty(store.Plans.AsNoTracking());
        Assert.NotEqual(plan.Id, Propose(store, Today.PlusDays(1)).Id);
    }

    private static Pipeline Pipeline(Store store) => new PipelineReader(DealPriors.Load(DealPriors.DefaultFile), "weeks").At([.. DealList.Histories(store).Select(one => one.History)], Today);
}
