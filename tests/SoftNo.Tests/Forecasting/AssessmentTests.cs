using SoftNo.Calls;
using SoftNo.Cues.Moments;
using SoftNo.Deals;
using SoftNo.Signals;
using static SoftNo.Tests.Forecasting.Told;

namespace SoftNo.Tests.Forecasting;

public class AssessmentTests
{
    [Fact]
    public void Without_evidence_the_base_rate_stands()
    {
        var deal = Read(Open().With(), "2026-11-20");
        Assert.Equal((0.22, 0.15, 0.30), (Math.Round(deal.Assessment.Probability, 12), Math.Round(deal.Assessment.Low, 12), Math.Round(deal.Assessment.High, 12)));
        Assert.Equal(["base"], deal.Assessment.Waterfall.Select(step => step.Name));
        Assert.Equal(Standing.Unknown, deal.Standing);
    }

    /// <summary>
    /// By hand: 0.6 × (ln 0.75 + ln 0.7 + ln 0.6) = −0.6931; silence from the 9th to the 20th is 8 days (Veterans Day apart) on the call:
    /// ratio 0.2 + 0.8 × 0.5^(8/3) = 0.3260.
    /// </summary>
    [Fact]
    public void A_warm_call_and_then_silence_by_hand()
    {
        var deal = Read(Open().With(Call("2026-11-09", Verdict.SoftNo, Warm)), "2026-11-20");
        var odds = Math.Log(0.22 / 0.78) + (0.6 * Math.Log(0.75 * 0.7 * 0.6)) + Math.Log(0.2 + (0.8 * Math.Pow(0.5, 8 / 3.0)));
        Assert.Equal(1 / (1 + Math.Exp(-odds)), deal.Assessment.Probability, 12);
        Assert.Equal(["base", "genericPraise", "techPraise", "vagueStep", "silence"], deal.Assessment.Waterfall.Select(step => step.Name));
        Assert.Equal(deal.Assessment.Probability, deal.Assessment.Waterfall[^1].After, 12);
    }

    [Fact]
    public void Evidence_that_correlates_is_capped_and_its_shares_add_up_to_the_cap()
    {
        var deal = Read(Open().With(Call("2026-11-19", Verdict.Engaged, Testing)), "2026-11-19");
        // 0.6 × ln(1.8 × 2 × 1.6 × 1.5) = 1.294: under the cap of 1.5.
        Assert.Equal(0.6 * Math.Log(1.8 * 2 * 1.6 * 1.5), deal.Assessment.Waterfall.Sum(step => step.LogRatio), 12);
        var pushed = Open() with { Changes = [.. Enumerable.Range(1, 5).Select(push => new DealChange(Tests.Deals.SilenceClockTests.Day("2026-10-01").PlusDays(push), DealField.CloseDate, $"2026-10-0{push}", $"2026-10-0{push + 1}"))] };
        var sad = Read(pushed.With(Call("2026-10-20", Verdict.SoftNo, Warm), Call("2026-11-19", Verdict.SoftNo, figures => Warm(figures) with { Step = Grade.Refused })), "2026-11-19");
        Assert.Equal(-1.5, sad.Assessment.Waterfall.Sum(step => step.LogRatio), 12);
    }

    [Fact]
    public void A_no_that_was_said_is_neither_shrunk_nor_capped()
    {
        var deal = Read(Open().With(Call("2026-11-20", Verdict.ClearNo)), "2026-11-20");
        Assert.Equal(1 / (1 + Math.Exp(-(Math.Log(0.22 / 0.78) + Math.Log(0.1)))), deal.Assessment.Probability, 12);
    }

    [Fact]
    public void A_later_clear_call_counts_and_an_earlier_warm_one_no_longer_does()
    {
        var deal = Read(Open().With(Call("2026-11-09", Verdict.SoftNo, Warm), Call("2026-11-19", Verdict.Engaged, Testing)), "2026-11-19");
        Assert.DoesNotContain(deal.Assessment.Waterfall, step => step.Name is "genericPraise" or "vagueStep" or "techPraise");
    }
}

public class StandingTests
{
    [Fact]
    public void Declared_at_eighty_silent_for_weeks_after_a_warm_call_it_is_a_zombie()
    {
        var deal = Read(Open().With(Call("2026-10-20", Verdict.SoftNo, Warm), Mail("2026-10-27", Side.Seller), Mail("2026-11-10", Side.Seller)), "2026-11-20");
        Assert.Equal(Standing.Zombie, deal.Standing);
    }

    [Fact]
    public void The_same_deal_declared_low_and_closing_next_year_pretends_nothing()
    {
        var deal = Read(Open(probability: 0.2, close: "2027-03-31").With(Call("2026-10-20", Verdict.SoftNo, Warm), Mail("2026-10-27", Side.Seller)), "2026-11-20");
        Assert.Equal(Standing.Unknown, deal.Standing);
    }

    [Fact]
    public void A_booked_step_ahead_keeps_a_silent_deal_alive_until_its_day_has_passed()
    {
        var history = Open().With(Call("2026-10-20", Verdict.Engaged, Testing), Mail("2026-10-27", Side.Seller));
        Assert.Equal(Standing.Alive, Read(history, "2026-11-24").Standing);
        Assert.NotEqual(Standing.Alive, Read(history, "2026-11-25").Standing);
    }

    [Fact]
    public void A_pause_with_a_date_is_never_a_zombie()
    {
        var history = Open().With(Call("2026-10-20", Verdict.SoftNo, Warm), Mail("2026-10-27", Side.Seller)) with
        {
            Pauses = [new Pause(Tests.Deals.SilenceClockTests.Day("2026-11-01"), Tests.Deals.SilenceClockTests.Day("2027-01-15"), "audit")],
        };
        Assert.Equal(Standing.Paused, Read(history, "2026-11-20").Standing);
    }

    [Theory]
    [InlineData("2026-11-04", Standing.Alive)] // ten business days (Veterans Day and the week-ends apart) end on the 19th
    [InlineData("2026-11-03", Standing.Zombie)]
    public void Ten_business_days_are_the_line(string lastCall, Standing expected)
    {
        var deal = Read(Open().With(Call(lastCall, Verdict.SoftNo, Warm)), "2026-11-19");
        Assert.Equal(expected, deal.Standing);
    }

    [Fact]
    public void Fifteen_minutes_refused_make_a_suspect_until_they_set_a_step()
    {
        var refused = Call("2026-11-09", Verdict.SoftNo, figures => figures with { RefusedFifteenMinutes = true });
        Assert.True(Read(Open().With(refused), "2026-11-20").Suspect);
        Assert.False(Read(Open().With(refused, Call("2026-11-19", Verdict.Engaged, Testing)), "2026-11-20").Suspect);
        Assert.False(Read(Open().With(Call("2026-11-09", Verdict.SoftNo, Warm)), "2026-11-20").Suspect);
    }
}
