using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Phrases;

namespace SoftNo.Tests.Cues;

public class CorrectedTests
{
    private static readonly CueReader Reader = new(Lexicon.Load(Lexicon.DefaultFolder).Lexicon!);

    private static readonly Call Talk = SpokenCall.Of(
        "S: So, what did you think?", "P: Wow, that's really interesting.", "S: Great. What should the next step be?", "P: Let's talk on Tuesday at 2 PM, I'll send the invite.", "S: Thanks.",
        "P: We'll circle back to you sometime next month.");

    [Fact]
    public void A_dismissed_cue_is_gone_and_only_it()
    {
        var found = Reader.Read(Talk).Cues;
        var praise = found.First(cue => cue.Kind == CueKind.GenericPraise);
        var left = Read(new Correction(praise.Kind, praise.Turn, praise.Span)).Cues;
        Assert.Equal(found.Where(cue => cue.Id != praise.Id).Select(cue => cue.Id), left.Select(cue => cue.Id));
    }

    [Fact]
    public void A_correction_holds_for_the_overlapping_cue_of_its_kind_alone()
    {
        var praise = Reader.Read(Talk).Cues.First(cue => cue.Kind == CueKind.GenericPraise);
        var touching = new TextSpan(praise.Span.End - 1, praise.Span.End + 1);
        Assert.DoesNotContain(Read(new Correction(praise.Kind, praise.Turn, touching)).Cues, cue => cue.Id == praise.Id);
        foreach (var beside in (Correction[])
        [
            new(praise.Kind, praise.Turn, new TextSpan(praise.Span.End, praise.Span.End + 1)), new(CueKind.TechPraise, praise.Turn, praise.Span), new(praise.Kind, praise.Turn + 2, praise.Span),
        ]) Assert.Contains(Read(beside).Cues, cue => cue.Id == praise.Id);
    }

    [Fact]
    public void What_the_user_says_it_is_stands_in_its_place()
    {
        var praise = Reader.Read(Talk).Cues.First(cue => cue.Kind == CueKind.GenericPraise);
        var right = Assert.Single(Read(new Correction(praise.Kind, praise.Turn, praise.Span) { Instead = CueKind.HardQuestion, Topic = "roi" }).Cues, cue => cue.FoundBy[0] == FoundBy.User);
        Assert.Equal((CueKind.HardQuestion, "roi", praise.Quote, 1.0, null), (right.Kind, right.Topic, right.Quote, right.Strength, right.Rule));
        Assert.Equal("Corrected by hand", right.Why.En);
    }

    [Fact]
    public void A_correction_of_a_correction_counts_once()
    {
        var praise = Reader.Read(Talk).Cues.First(cue => cue.Kind == CueKind.GenericPraise);
        var there = new Correction(praise.Kind, praise.Turn, praise.Span) { Instead = CueKind.Pain };
        var back = new Correction(CueKind.Pain, praise.Turn, praise.Span) { Instead = CueKind.GenericPraise };
        Assert.Contains(Read(there, back).Cues, cue => cue.Kind == CueKind.GenericPraise && cue.Turn == praise.Turn && cue.FoundBy[0] == FoundBy.User);
        Assert.DoesNotContain(Read(there, back with { Instead = null }).Cues, cue => cue.Turn == praise.Turn && cue.Kind is CueKind.Pain or CueKind.GenericPraise);
    }

    [Fact]
    public void The_step_at_the_end_is_the_last_that_is_left()
    {
        var heard = Reader.Read(Talk);
        var final = heard.NextStep;
        var other = heard.Cues.Where(cue => cue.Kind == CueKind.NextStep && !(cue.Turn == final.Turn && cue.Span.Overlaps(final.Span!.Value))).ToList();
        var wrong = new Correction(CueKind.NextStep, final.Turn!.Value, final.Span!.Value);
        var left = Read(wrong);
        Assert.Equal(other.Count == 0 ? null : other[^1].Turn, left.NextStep.Turn);
        Assert.Equal((final.Turn, Grade.Refused), (Read(wrong with { Instead = CueKind.NextStep, Topic = "refused" }).NextStep.Turn, Read(wrong with { Instead = CueKind.NextStep, Topic = "refused" }).NextStep.Grade));
        var all = heard.Cues.Where(cue => cue.Kind == CueKind.NextStep).Select(cue => new Correction(cue.Kind, cue.Turn, cue.Span)).Append(wrong).ToArray();
        Assert.Equal(Grade.None, Read(all).NextStep.Grade);
    }

    private static CueReading Read(params Correction[] corrections) => Reader.Read(Talk, corrections: corrections);
}
