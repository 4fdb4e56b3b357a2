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
