using System.Text.Json;
using SoftNo.Calls;
using SoftNo.Deals;
using SoftNo.Forecasting;
using SoftNo.Reports.Deals;
using SoftNo.Signals;
using SoftNo.Tests.Forecasting;
using static SoftNo.Tests.Deals.SilenceClockTests;
using static SoftNo.Tests.Forecasting.Told;

namespace SoftNo.Tests.Reports;

public class PipelineReportTests
{
    private static readonly Pipeline Team = new PipelineReader(Priors, "weeks").At(
        [
            (Open(120_000) with { Id = "Z", Name = "Larkspur <b>" }).With(Call("2026-10-20", Verdict.SoftNo, Warm), Mail("2026-10-27", Side.Seller)),
            (Open(50_000, 0.4) with { Id = "A", Name = "Ridge \u202Eevil" }).With(Call("2026-11-19", Verdict.Engaged, Testing)),
        ],
        Day("2026-11-20"));

    private static readonly IReadOnlyList<Forecast> Quarter = Forecaster.Of(Team, Day("2026-10-01"), Day("2026-12-31"), 30);

    [Fact]
    public void The_headline_speaks_in_counts_and_money()
    {
        var text = new PipelineText("en", 100, Colour: false).Of(Team, Quarter, 30);
        Assert.Contains("2 open deals: 1 alive, 1 zombie.\nUSD 170,000 declared, USD 50,000 supported, USD 120,000 in zombies.\n", text, StringComparison.Ordinal);
        Assert.Contains("0 closed deals on file; under 30, counts and amounts, no distribution.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("One chance in ten", text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_French_with_French_spacing()
    {
        var text = new PipelineText("fr", 100, Colour: false).Of(Team, Quarter, 30);
        Assert.Contains("2 deals ouverts\u00A0: 1 vivant, 1 zombie.\n170\u202F000\u00A0USD déclarés", text, StringComparison.Ordinal);
        Assert.Contains("déclaré à 80\u202F%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zombie_says_why()
    {
        var text = new PipelineText("en", 200, Colour: false).Of(Team, Quarter, 30);
        Assert.Contains("What weighs: silence, vague next step, praise of the technology", text, StringComparison.Ordinal);
        Assert.Contains("silent for 22 US business days", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_week_tells_what_moved_and_why_on_every_face()
    {
        DealHistory[] all =
        [
            (Open(120_000) with { Id = "Z", Name = "Larkspur" }).With(Call("2026-11-02", Verdict.SoftNo, Warm), Mail("2026-11-05", Side.Seller)),
            (Open(50_000, 0.4) with { Id = "A", Name = "Ridge" }).With(Call("2026-11-19", Verdict.Engaged, Testing)),
            new(new Deal { Id = "L", Name = "Stumpf", Created = Day("2026-11-06"), Status = DealStatus.Lost, CloseDate = Day("2026-11-18") }, [], []),
            new(new Deal { Id = "O", Name = "Old", Created = Day("2026-01-06"), Status = DealStatus.Lost, CloseDate = Day("2026-11-01") }, [], []),
        ];
        var team = new PipelineReader(Priors, "weeks").WithWeekAt(all, Day("2026-11-20"));
        Assert.Equal([("Larkspur", WeekEvent.Standing, "silence"), ("Ridge", WeekEvent.Standing, "bookedStep"), ("Stumpf", WeekEvent.Lost, null)], team.Week!.Select(change => (change.Deal.Name, change.What, change.Reason)));
        Assert.Equal(new NoTimes(92, 2, 1, 12, null), team.Noes);
        var text = new PipelineText("en", 120, Colour: false).Of(team, [], 30);
        Assert.Contains("2 noes in the last 92 days, after 12 days in the median.", text, StringComparison.Ordinal);
        Assert.Contains("Larkspur: alive → zombie (silence)", text, StringComparison.Ordinal);
        Assert.Contains("Stumpf: lost", PipelineHtml.Of(team, [], 30, "en"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(PipelineJson.Of(team, []));
        Assert.Equal(("zombie", 3), (json.RootElement.GetProperty("week")[0].GetProperty("to").GetString(), json.RootElement.GetProperty("week").GetArrayLength()));
        Assert.Empty(PastWeek.Of(all[..1], new PipelineReader(Priors, "weeks"), new PipelineReader(Priors, "weeks").At(all[..1], Day("2027-01-20")), Priors.Week));
    }

    [Fact]
    public void A_quick_no_frees_the_hours_that_a_slow_one_takes()
    {
        DealHistory No(string from, string until, int calls) => new(
            new Deal { Name = from, Created = Day(from), Status = DealStatus.Lost, CloseDate = Day(until) }, [.. Enumerable.Repeat(Call(from, Verdict.ClearNo), calls)], []);
        var slow = Enumerable.Range(1, 5).Select(_ => No("2026-08-01", "2026-11-01", 4)).ToList();
        Assert.Equal(new NoTimes(92, 6, 1, 92, 4.5m), NoTimes.Of([.. slow, No("2026-11-01", "2026-11-10", 1)], Day("2026-11-20"), Priors.Noes));
        // Four slow ones do not tell what a slow one takes; one before the window is not counted; an end without a decision is no answer.
        Assert.Equal(new NoTimes(92, 5, 1, 92, null), NoTimes.Of([.. slow.Skip(1), No("2026-11-01", "2026-11-10", 1), No("2026-01-01", "2026-02-01", 1)], Day("2026-11-20"), Priors.Noes));
        var undecided = No("2026-11-01", "2026-11-10", 1);
        Assert.Null(NoTimes.Of([undecided with { Deal = undecided.Deal with { LostReason = "no-decision" } }], Day("2026-11-20"), Priors.Noes));
    }

    [Fact]
    public void The_page_draws_the_distribution_and_the_silences()
    {
        var closed = Enumerable.Range(0, 30).Select(place => new DealHistory(
            new Deal { Name = $"old {place}", Status = place < 9 ? DealStatus.Won : DealStatus.Lost, CloseDate = Day("2026-06-01"), Created = Day("2026-01-01") }, [], []));
        var team = new PipelineReader(Priors, "weeks").At([.. closed, Open(10_000).With(Call("2026-11-10", Verdict.Wavering)), Open(20_000).With()], Day("2026-11-20"));
        var page = PipelineHtml.Of(team, Forecaster.Of(team, Day("2026-10-01"), Day("2026-12-31"), 30), 30, "en");
        Assert.Contains("<path class=\"curve\" d=\"M60 ", page, StringComparison.Ordinal);
        Assert.Contains("Silence by deal, in US business days", page, StringComparison.Ordinal);
        // Without thirty closed deals there is no distribution to draw.
        Assert.DoesNotContain("class=\"curve\"", PipelineHtml.Of(Team, Quarter, 30, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_are_text_on_every_face()
    {
        var page = PipelineHtml.Of(Team, Quarter, 30, "en");
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("Larkspur &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page + new PipelineText("en", 100, false).Of(Team, Quarter, 30));
    }

    [Fact]
    public void The_page_asks_nothing_of_the_network()
    {
        var page = PipelineHtml.Of(Team, Quarter, 30, "fr");
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_counts_money_and_each_deal()
    {
        using var json = JsonDocument.Parse(PipelineJson.Of(Team, Quarter));
        var root = json.RootElement;
        Assert.Equal(("softno.pipeline/1", "2026-11-20", 1, 1), (root.GetProperty("schema").GetString(), root.GetProperty("asOf").GetString(), root.GetProperty("counts").GetProperty("alive").GetInt32(), root.GetProperty("counts").GetProperty("zombie").GetInt32()));
        Assert.Equal(["Z", "A"], root.GetProperty("deals").EnumerateArray().Select(deal => deal.GetProperty("id").GetString()));
        Assert.Equal(22, root.GetProperty("deals")[0].GetProperty("silentBusinessDays").GetInt32());
        Assert.Equal(120_000, root.GetProperty("money")[0].GetProperty("zombies").GetDecimal());
        Assert.False(root.GetProperty("forecasts")[0].TryGetProperty("p50", out _));
    }

    [Fact]
    public void Every_name_has_words_in_both_languages()
    {
        foreach (var words in new[] { DealWords.In("fr"), DealWords.In("en") })
        {
            Assert.Equal(Enum.GetValues<Standing>().Select(standing => standing.Name()).Order(), words.Standings.Keys.Order());
            Assert.Equal(Enum.GetValues<Standing>().Select(standing => standing.Name()).Order(), words.Groups.Keys.Order());
            Assert.Equal(Enum.GetValues<PlannedMove>().Select(move => move.Name()).Order(), words.Moves.Keys.Order());
            Assert.Equal(Enum.GetValues<PlanReason>().Select(reason => reason.Name()).Order(), words.Reasons.Keys.Order());
        }
    }
}
