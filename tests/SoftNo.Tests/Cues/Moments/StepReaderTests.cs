using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Cues.Moments;

namespace SoftNo.Tests.Cues.Moments;

/// <summary>What stands at the end of short exchanges, said on Tuesday 17 November 2026, 10:00 in Chicago.</summary>
public class StepReaderTests
{
    [Theory]
    [InlineData("P: Thursday at two works for me.", Grade.Firm, "2026-11-19T14:00-06:00")]
    [InlineData("S: Could we say Thursday at two?|P: Sure.", Grade.Tentative, "2026-11-19T14:00-06:00")]
    [InlineData("S: Could we say Thursday at two?|P: Uh-huh.", Grade.Tentative, "2026-11-19T14:00-06:00")]
    [InlineData("S: Could we say Thursday at two?|P: mm hmm", Grade.Tentative, "2026-11-19T14:00-06:00")]
    [InlineData("S: Could we say Thursday at two?|P: Works for me, send the invite.", Grade.Firm, "2026-11-19T14:00-06:00")]
    [InlineData("S: Thursday at two?|P: Can't Thursday. Friday at three.", Grade.Firm, "2026-11-20T15:00-06:00")]
    [InlineData("P: If legal signs, Monday at ten.", Grade.Tentative, "2026-11-23T10:00-06:00")]
    [InlineData("P: Thursday's open, I don't know the hour yet.", Grade.Tentative, "2026-11-19")]
    [InlineData("P: I'll send you the export by Friday.", Grade.Task, "2026-11-20")]
    [InlineData("P: Let's talk sometime next week.", Grade.Vague, "2026-11-23/2026-11-27")]
    [InlineData("S: I send you the deck tomorrow.|P: Great, thanks.", Grade.Vague, "2026-11-18")]
    [InlineData("S: I sent an invitation for Thursday at eleven.|P: Got it, accepted.", Grade.Booked, "2026-11-19T11:00-06:00")]
    [InlineData("P: Tuesday at ten, Paris time.", Grade.Firm, "2026-11-24T10:00+01:00")]
    [InlineData("P: Thursday, ten Eastern.", Grade.Firm, "2026-11-19T10:00-05:00")]
    [InlineData("S: It is fifteen hours here on Thursday, so eight for you?|P: Eight for me, Thursday. Works.", Grade.Firm, "2026-11-19T08:00-06:00")]
    [InlineData("S: When do we speak again?|P: The back half of next week, maybe?", Grade.Vague, "2026-11-25/2026-11-27")]
    [InlineData("P: By month's end you'll have the signed NDA.", Grade.Task, "2026-11-30")]
    [InlineData("P: Wednesday at two next week works for me.", Grade.Firm, "2026-11-25T14:00-06:00")]
    [InlineData("P: Monday morning the thirtieth, nine o'clock, my office.", Grade.Firm, "2026-11-30T09:00-06:00")]
    [InlineData("P: uh thursday the uh the nineteenth at at two works for me", Grade.Firm, "2026-11-19T14:00-06:00")]
    [InlineData("P: End of the quarter is when money moves. Come see me end of the quarter.", Grade.Vague, "2026-12-17/2026-12-31")]
    public void A_step_has_its_grade_and_time(string exchange, Grade grade, string when)
    {
        var step = Read(exchange);
        Assert.Equal(grade, step.Grade);
        Assert.Equal(when, step.When?.ToString());
    }

    [Theory]
    [InlineData("Huh.")]
    [InlineData("Hm.")]
    [InlineData("Uh, huh?")]
    public void A_sound_that_is_no_yes_accepts_nothing(string sound) => Assert.Equal(Grade.None, Read($"S: Could we meet Thursday at two?|P: {sound}").Grade);

    [Theory]
    [InlineData("S: What is urgent for you?|P: Open enrollment closes December fourth at five.")]
    [InlineData("P: We cut over on November twelfth and I haven't slept since.")]
    [InlineData("S: When are your stores the busiest?|P: We're open seven to three.")]
    [InlineData("P: Ten trucks, two terminals.")]
    public void Dates_that_only_come_up_set_no_step(string exchange) => Assert.Equal(Grade.None, Read(exchange).Grade);

    [Fact]
    public void A_no_to_the_step_refuses_it() =>
        Assert.Equal(Grade.Refused, Read("S: Could we put twenty minutes on the calendar next week?|P: No. I don't want another meeting.").Grade);

    [Fact]
    public void A_withdrawn_step_does_not_stand() =>
        Assert.Equal(Grade.Vague, Read("P: Monday at one works.|S: I send the invitation.|P: Actually, hold off on that. I'll call you once the audit is done.").Grade);

    [Fact]
    public void Without_a_start_the_grain_stays_and_the_time_is_unknown()
    {
        var call = Exchange("P: Thursday at two works for me.", null);
        var step = StepReader.Read(call).Final;
        Assert.Equal(Grade.Firm, step.Grade);
        Assert.Equal(Grain.Minute, step.Grain);
        Assert.Null(step.When);
    }

    [Fact]
    public void The_words_are_the_turns_own()
    {
        var call = Exchange("S: When?|P: Let me look. Thursday at two, my office.", At);
        var step = StepReader.Read(call).Final;
        Assert.Equal(1, step.Turn);
        Assert.Equal("Thursday at two, my office", step.Quote);
        Assert.Equal(step.Quote, step.Span!.Value.Of(call.Turns[1].Text));
    }

    [Theory]
    [InlineData("P: It's nine here in Chicago.", "America/Chicago")]
    [InlineData("P: We're on Mountain time.", "America/Denver")]
    [InlineData("P: Make it ten Pacific.", "America/Los_Angeles")]
    [InlineData("S: It is nine in Paris.", null)]
    [InlineData("P: We like Boston a lot.", null)]
    public void The_prospects_zone_is_read_from_the_words(string exchange, string? zone) => Assert.Equal(zone, ClockInWords.Find(Exchange(exchange, At))?.Id);

    [Theory]
    [InlineData("P: It's nine here in Chicago.", "America/Chicago", 0)]
    [InlineData("P: We like Boston a lot.", "America/New_York", 1)]
    public void A_clock_named_in_the_words_is_the_calls_where_its_source_names_none(string exchange, string zone, int warnings)
    {
        var call = Exchange(exchange, At, "America/New_York");
        call = call with { Source = call.Source with { ZoneBasis = Basis.None }, Warnings = [new Warning("zone-assumed", new("", ""), new("", ""))] };
        var settled = ClockInWords.Settle(call);
        Assert.Equal((zone, warnings), (settled.Source.Zone!.Id, settled.Warnings.Count));
    }

    [Fact]
    public void A_stated_zone_is_not_changed_by_the_words()
    {
        var call = Exchange("P: It's nine here in Chicago.", At, "America/New_York");
        call = call with { Source = call.Source with { ZoneBasis = Basis.Stated } };
        Assert.Same(call, ClockInWords.Settle(call));
    }

    [Fact]
    public void Two_days_offered_with_one_hour_are_both_candidates()
    {
        var step = Read("S: We can meet on the 24th or the 25th, at eleven.|P: Either one's fine, I'll tell you.");
        Assert.Equal(Grade.Tentative, step.Grade);
        Assert.Equal(["2026-11-24T11:00-06:00", "2026-11-25T11:00-06:00"], step.Candidates.Select(moment => moment.ToString()));
    }

    [Theory]
    [InlineData("2027-03-10T10:00-05:00", "P: Wednesday the 17th at ten.", "2027-03-17T10:00-04:00")]
    [InlineData("2026-10-28T10:00-04:00", "P: Wednesday at ten.", "2026-11-04T10:00-05:00")]
    public void The_offset_is_that_of_the_day_itself(string at, string exchange, string when) =>
        Assert.Equal(when, StepReader.Read(Exchange(exchange, Parse(at), "America/New_York")).Final.When?.ToString());

    private static OffsetDateTime At => Parse("2026-11-17T10:00-06:00");

    private static OffsetDateTime Parse(string text) => OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<+HH:mm>").Parse(text).Value;

    private static NextStep Read(string exchange) => StepReader.Read(Exchange(exchange, At)).Final;

    internal static Call Exchange(string exchange, OffsetDateTime? at, string zone = "America/Chicago")
    {
        var turns = exchange.Split('|').Select((line, index) => new Turn { Index = index, Speaker = line[0] == 'S' ? 1 : 0, Text = line[3..], At = at }).ToList();
        return new Call
        {
            Source = new CallSource { File = "-", Format = "test", StartedAt = at, Zone = DateTimeZoneProviders.Tzdb[zone], OurZone = DateTimeZoneProviders.Tzdb["Europe/Paris"] },
            Speakers = [new Speaker { Name = "P", Side = Side.Prospect }, new Speaker { Name = "S", Side = Side.Seller }],
            Turns = turns,
        };
    }
}
