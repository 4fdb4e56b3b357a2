using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Simulation;
using static SoftNo.Tests.Deals.SilenceClockTests;

namespace SoftNo.Tests.Simulation;

public class TeamSimulatorTests
{
    private static readonly SimulatedTeams Settings = SimulatedTeams.Load(SimulatedTeams.DefaultFile);
    private static readonly TeamSimulator Simulator = new(Settings, DealPriors.Load(DealPriors.DefaultFile).Silence, Day("2024-11-26"), Day("2026-11-25"));

    [Fact]
    public void The_same_seed_tells_the_same_deals_and_another_one_others()
    {
        Assert.Equal(Told(Simulator.Seen(40, 7, Day("2026-11-26"))), Told(Simulator.Seen(40, 7, Day("2026-11-26"))));
        Assert.NotEqual(Told(Simulator.Seen(40, 7, Day("2026-11-26"))), Told(Simulator.Seen(40, 8, Day("2026-11-26"))));
    }

    [Fact]
    public void What_is_seen_on_a_day_holds_nothing_of_later_days()
    {
        var seen = Simulator.Seen(300, 3, Day("2026-11-26"));
        Assert.Equal(300, seen.Count);
        Assert.All(seen, history => Assert.All(history.Acts, act => Assert.True(act.Act.At.Date <= Day("2026-11-26"))));
        Assert.All(seen, history => Assert.All(history.Deal.Changes, change => Assert.True(change.On <= Day("2026-11-26"))));
        Assert.Equal(3, seen.Select(history => history.Deal.Status).Distinct().Count());
    }

    [Fact]
    public void A_deal_is_open_to_its_end_and_the_buyer_acts_only_while_there()
    {
        var team = Simulator.Of(400, 11);
        Assert.All(team.Deals, deal =>
        {
            Assert.Equal(deal.Truth.Signs ? DealStatus.Won : DealStatus.Lost, deal.History.Deal.Status);
            Assert.Equal(team.Days.Day(deal.Truth.Closed), AsOf.EndOf(deal.History.Deal));
            Assert.True(deal.History.Acts.Last(act => act.Act.Side == Side.Prospect).Act.At.Date <= team.Days.Day(deal.Truth.Leaves));
            Assert.Equal(DealStatus.Open, deal.History.At(team.Days.Day(deal.Truth.Closed - 1))!.Deal.Status);
        });
    }

    [Fact]
    public void The_groups_overlap_in_everything_that_is_seen()
    {
        var team = Simulator.Of(3000, 5);
        var told = team.Deals.SelectMany(deal => deal.Trace.Conversations.Select(one => (deal.Truth.Group, Told: one))).ToLookup(one => one.Group, one => one.Told);
        foreach (var seen in (Func<ToldCall, bool>[])[one => one.Praise, one => one.TechPraise, one => one.Topics > 0, one => one.Brings, one => one.Pain, one => one.Step < 2, one => one.Step == 4])
        {
            Assert.All(told, group => Assert.InRange(group.Average(one => seen(one) ? 1.0 : 0), 0.02, 0.98));
        }
        Assert.All(team.Deals.GroupBy(deal => deal.Truth.Group), group => Assert.InRange(group.Average(deal => deal.Truth.Signs ? 1.0 : 0), 0.001, 0.85));
        Assert.Equal(Settings.Groups.List.Count, team.Deals.Select(deal => deal.Truth.Group).Distinct().Count());
    }

    private static List<string> Told(IEnumerable<DealHistory> histories) =>
        [.. histories.Select(history => $"{history.Deal with { Changes = [] }} {string.Join(';', history.Deal.Changes)} {string.Join(';', history.Acts.Select(act => (act.Act, act.Reading?.Verdict, act.Reading?.Step)))}")];
}
