using NodaTime;
using NodaTime.Text;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts;

public class SidesAndStartTests
{
    private const string Two = "Bérengère Loiselet: Hello.\nDana Whitfield: Hi.\nDan Fox: Hey.\nBérengère Loiselet: So.\nDana Whitfield: Yes.\nDan Fox: No.\n";

    [Theory]
    [InlineData("Bérengère Loiselet")]
    [InlineData("berengere")]
    [InlineData("LOISELET")]
    [InlineData("Berengere LOISELET, Dan")]
    public void Names_are_matched_whole_or_first_without_case_or_accents(string us)
    {
        Call call = Reading.CallOf(Two, options: new CallOptions { Us = [us], Them = ["dana"] });
        Assert.Equal((Side.Seller, Basis.Given), (call.Speakers[0].Side, call.Speakers[0].Basis));
        Assert.Equal((Side.Prospect, Basis.Given), (call.Speakers[1].Side, call.Speakers[1].Basis));
        Assert.Equal(us.EndsWith("Dan", StringComparison.Ordinal) ? Side.Seller : Side.Unknown, call.Speakers[2].Side);
    }

    [Fact]
    public void The_same_person_on_both_sides_is_a_warning_and_stays_unknown()
    {
        Call call = Reading.CallOf(Two, options: new CallOptions { Us = ["Dana"], Them = ["Dana Whitfield"] });
        Assert.Equal((Side.Unknown, Basis.None), (call.Speakers[1].Side, call.Speakers[1].Basis));
        Assert.Contains(call.Warnings, warning => warning.Code == "side-conflict");
    }

    [Fact]
    public void The_users_word_goes_before_the_header_and_the_conflict_is_told()
    {
        Call call = Reading.CallOf("us: Ann\nthem: Bob\n\n00:01 Ann: Hi\n00:02 Bob: Hi\n", options: new CallOptions { Them = ["Ann"] });
        Assert.Equal((Side.Prospect, Basis.Given), (call.Speakers[0].Side, call.Speakers[0].Basis));
        Assert.Contains(call.Warnings, warning => warning.Code == "side-conflict");
    }

    [Fact]
    public void A_colleague_of_the_settings_who_is_not_in_the_call_is_not_missed()
    {
        Call call = Reading.CallOf(Two, options: new CallOptions { UsualUs = ["Hugo", "Bérengère", "acme.fr"] });
        Assert.Equal((Side.Seller, Basis.Given, "your settings name \"Bérengère\""), (call.Speakers[0].Side, call.Speakers[0].Basis, call.Speakers[0].Reason!.En));
        Assert.DoesNotContain(call.Warnings, warning => warning.Code == "name-unmatched");
        Assert.Equal([Side.Unknown, Side.Unknown, Side.Unknown], Reading.CallOf(Two, options: new CallOptions { UsualUs = ["Hugo"] }).Speakers.Select(speaker => speaker.Side));
        Assert.Equal(Side.Prospect, Reading.CallOf(Two, options: new CallOptions { UsualUs = ["Dana"], Them = ["Dana"] }).Speakers[1].Side);
    }

    [Fact]
    public void One_of_several_names_that_matches_nobody_is_a_warning()
    {
        Call call = Reading.CallOf(Two, options: new CallOptions { Us = ["Bérengère", "Hugo"] });
        Assert.Contains("Hugo", Assert.Single(call.Warnings, warning => warning.Code == "name-unmatched").Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GMT20261117-150000_Recording.transcript.vtt", "2026-11-17T15:00:00Z")]
    [InlineData("calls/2026-11-17 call.vtt", "2026-11-17T00:00:00-05")]
    [InlineData("20261117.txt", "2026-11-17T00:00:00-05")]
    [InlineData("Call with Acme-20261117_160500-Meeting Recording.vtt", "2026-11-17T16:05:00+01")]
    [InlineData("2026-11-17T10:00:00-05:00.txt", "2026-11-17T10:00:00-05")]
    [InlineData("2026-11-17 at 16.05.txt", "2026-11-17T16:05:00+01")]
    [InlineData("démo 17.11.2026.txt", "2026-11-17T00:00:00-05")]
    [InlineData("11-17-2026.txt", "2026-11-17T00:00:00-05")]
    [InlineData("03-04-2026.txt", null)]
    [InlineData("20261317.txt", null)]
    [InlineData("1202611170.txt", null)]
    [InlineData("acme-q3-2026.txt", null)]
    public void The_start_from_the_files_name(string file, string? start)
    {
        Call call = Reading.CallOf(Two, file);
        Assert.Equal(start, call.Source.StartedAt is { } found ? OffsetDateTimePattern.GeneralIso.Format(found) : null);
        Assert.Equal(start is null ? Basis.None : Basis.Inferred, call.Source.StartedAtBasis);
        Assert.Equal(start is null, call.Warnings.Any(warning => warning.Code == "start-unknown"));
    }

    [Fact]
    public void The_users_start_and_zone_go_before_all()
    {
        var at = new LocalDateTime(2026, 11, 17, 9, 0).WithOffset(Offset.FromHours(-6));
        var options = new CallOptions { At = at, Zone = DateTimeZoneProviders.Tzdb["America/Chicago"] };
        Call call = Reading.CallOf("when: 2026-11-18T10:00-05:00\nzone: America/New_York\n\n00:01 Ann: Hi\n00:02 Bob: Hi\n", "2026-11-19.call", options);
        Assert.Equal((at, Basis.Given, "America/Chicago", Basis.Given), (call.Source.StartedAt, call.Source.StartedAtBasis, call.Source.Zone!.Id, call.Source.ZoneBasis));
    }

    [Fact]
    public void An_unsaid_zone_is_assumed_and_told()
    {
        Call call = Reading.CallOf(Two);
        Assert.Equal(("America/New_York", Basis.None), (call.Source.Zone!.Id, call.Source.ZoneBasis));
        Assert.Contains("--zone", Assert.Single(call.Warnings, warning => warning.Code == "zone-assumed").Cure.Fr, StringComparison.Ordinal);
    }
}
