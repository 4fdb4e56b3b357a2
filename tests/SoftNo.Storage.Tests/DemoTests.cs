using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Simulation;
using SoftNo.Simulation.Story;
using SoftNo.Storage.Deals;
using SoftNo.Storage.Demo;

namespace SoftNo.Storage.Tests;

public class DemoTests
{
    private static readonly DealPriors Priors = DealPriors.Load(DealPriors.DefaultFile);

    [Theory]
    [InlineData("2026-11-26")] // a Thursday, a holiday
    [InlineData("2026-11-30")] // a Monday
    [InlineData("2027-01-03")] // a Sunday after the holidays
    [InlineData("2027-07-14")]
    public void The_story_holds_whatever_the_day(string today)
    {
        using var test = new TestStore(Kind.Sqlite);
        var day = LocalDatePattern.Iso.Parse(today).Value;
        using var store = test.Open();
        DemoStore.Tell(store, test.Clock, TestReader.Reader, DemoStory.DefaultFolder, day);
        var deals = new PipelineReader(Priors, "weeks").At([.. DealList.Histories(store).Select(one => one.History)], day).Deals.ToDictionary(deal => deal.Deal.Id!);
        Assert.Equal((Standing.Zombie, 0.8), (deals["1041"].Standing, deals["1041"].Deal.Probability));
        Assert.InRange(deals["1041"].Assessment.Probability, 0, 0.1);
        Assert.Equal((Standing.Alive, new StoryDays(day).Of("+2 thu")), (deals["1057"].Standing, deals["1057"].StepAhead));
        Assert.True(deals["1057"].Silence!.BusinessDays > 10 && deals["1057"].Assessment.Probability > 0.22, "quiet and healthy");
        Assert.Equal((Standing.Alive, new StoryDays(day).Of("+1 tue")), (deals["1062"].Standing, deals["1062"].StepAhead));
        Assert.InRange(deals["1062"].Assessment.Probability, 0.3, 1);
        Assert.Equal(6, deals.Count);
    }

    [Fact]
    public void The_demo_is_a_database_of_its_own()
    {
        using var test = new TestStore(Kind.Sqlite);
        string? Here(string name) => name == "SOFTNO_HOME" ? test.Folder : null;
        var demo = StoreAddress.Demo(Here);
        Assert.Equal("softno.db", Path.GetFileName(StoreAddress.OrDemo(null, Here).Connection));
        using (var begun = DemoStore.Begin(demo, test.Clock).Store!) Assert.Empty(begun.Deals);
        Assert.Equal((true, "demo.db"), (StoreAddress.OrDemo(null, Here).IsDemo, Path.GetFileName(StoreAddress.OrDemo(null, Here).Connection)));
        Assert.False(StoreAddress.OrDemo(Path.Combine(test.Folder, "mine.db"), Here).IsDemo);
        Assert.False(StoreAddress.Of(null, Here).IsDemo);
        Assert.True(DemoStore.Leave(demo));
        Assert.False(DemoStore.Leave(demo));
        Assert.False(StoreAddress.OrDemo(null, Here).IsDemo);
    }

    [Fact]
    public void A_simulated_team_comes_back_from_the_store_as_it_went_in()
    {
        using var test = new TestStore(Kind.Sqlite);
        var today = new LocalDate(2026, 11, 26);
        var seen = new TeamSimulator(SimulatedTeams.Load(SimulatedTeams.DefaultFile), Priors.Silence, today.PlusYears(-2), today.PlusDays(-1)).Seen(120, 4, today);
        using var store = test.Open();
        DemoStore.Fill(store, test.Clock, seen);
        var back = DealList.Histories(store).Select(one => one.History).ToList();
        Assert.Equal(seen.Select(history => history.Deal with { Changes = [] }), back.Select(history => history.Deal with { Number = null, Changes = [] }));
        Assert.Equal(seen.SelectMany(history => history.Acts.Select(act => (act.Act, act.Asked))), back.SelectMany(history => history.Acts.Select(act => (act.Act, act.Asked))));
        Assert.Equal(seen.Sum(history => history.Deal.Changes.Count), store.Changes.Count());
        Assert.Equal(seen.SelectMany(history => history.Acts).Count(act => act.Reading is not null), store.Readings.AsNoTracking().Count());
    }

    [Theory]
    [MemberData(nameof(Both.Databases), MemberType = typeof(Both))]
    public void What_a_pipeline_rests_on_is_read_the_same_past_the_mapper(Kind kind)
    {
        using var test = Both.On(kind);
        var today = new LocalDate(2026, 11, 26);
        using var store = test.Open();
        DemoStore.Fill(store, test.Clock, new TeamSimulator(SimulatedTeams.Load(SimulatedTeams.DefaultFile), Priors.Silence, today.PlusYears(-2), today.PlusDays(-1)).Seen(160, 6, today));
        DemoStore.Tell(store, test.Clock, TestReader.Reader, DemoStory.DefaultFolder, today);
        var notes = new DealNotes(store, test.Clock);
        notes.Outcome(store.Deals.Single(deal => deal.SourceId == "1071"), "lost", today.PlusDays(-3));
        var reader = new PipelineReader(Priors, "weeks");
        var whole = DealList.Histories(store).Select(one => one.History).ToList();
        var light = DealList.ForPipeline(store, today, Priors);
        Assert.Equal(whole.Select(Told), light.Select(Told));
        Assert.Equal(reader.WithWeekAt(whole, today).Deals.Select(deal => deal.Assessment.Probability), reader.WithWeekAt(light, today).Deals.Select(deal => deal.Assessment.Probability));
    }

    /// <summary>With two that teach, the acts of older closed deals are left where they are, and the pipeline is the same as over everything.</summary>
    [Fact]
    public void Older_closed_deals_are_read_without_their_acts()
    {
        using var test = new TestStore(Kind.Sqlite);
        var today = new LocalDate(2026, 11, 26);
        using var store = test.Open();
        DemoStore.Fill(store, test.Clock, new TeamSimulator(SimulatedTeams.Load(SimulatedTeams.DefaultFile), Priors.Silence, today.PlusYears(-6), today.PlusDays(-1)).Seen(1400, 6, today));
        var priors = Priors with { Calibration = Priors.Calibration with { Newest = 150 } };
        var whole = DealList.Histories(store).Select(one => one.History).ToList();
        var light = DealList.ForPipeline(store, today, priors);
        Assert.Equal(whole.Count, light.Count);
        Assert.True(light.Sum(history => history.Acts.Count) < 0.9 * whole.Sum(history => history.Acts.Count));
        // A deal that ended before the day its last export declares is no open one.
        var early = light.Where(history => history.Deal.Status != DealStatus.Open && history.Deal.Changes.Count == 0).ToList();
        Assert.NotEmpty(early);
        Assert.All(early, history => Assert.Equal(AsOf.EndOf(whole.Single(one => one.Deal.Number == history.Deal.Number).Deal), AsOf.EndOf(history.Deal)));
        var reader = new PipelineReader(priors, "weeks");
        Assert.Equal(reader.At(whole, today).Closed, reader.At(light, today).Closed);
        Assert.Equal(whole.Where(history => history.Deal.Status == DealStatus.Open).Select(Told), light.Where(history => history.Deal.Status == DealStatus.Open).Select(Told));
    }

    private static string Told(DealHistory history) =>
        $"{history.Deal with { Changes = [] }} {string.Join(';', history.Deal.Changes)} {string.Join(';', history.Acts.Select(act => (act.Act, act.Asked, act.Reading?.Verdict, act.Reading?.Sentence)))} {string.Join(';', history.Pauses)}";
}
