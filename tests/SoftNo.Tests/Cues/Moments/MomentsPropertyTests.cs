using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SoftNo.Cues.Moments;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Tests.Cues.Moments;

public class MomentsPropertyTests
{
    private static readonly string[] Pieces =
    [
        "tuesday", "next", "week", "the", "twenty", "third", "at", "half past", "nine", "two", "eastern", "monday after thanksgiving", "in two weeks", "3/4", "9:30", "pm", ",", "may", "q2", "of",
        "end of", "month", "to", "from", "between", "and", "'", "-", "’", "é", "1999", "noon", "tomorrow", "every", "15", "minutes", "by", "friday", "first", "quarter", "\ud83d\ude00", "o'clock",
    ];

    [Fact]
    public void Every_span_lies_in_its_text_and_none_overlaps()
    {
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary(), text =>
        {
            var last = 0;
            foreach (var time in TimeGrammar.Scan(Wording.Of(text, Spoken.Default), Spoken.Default, new LocalDate(2026, 11, 17)))
            {
                if (time.Span.Start < last || time.Whole.End > text.Length || time.Span.Length == 0) return false;
                last = time.Whole.End;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_coming_day_never_lies_behind()
    {
        string[] phrases = ["friday", "next tuesday", "the 18th", "december fourth", "thanksgiving", "tomorrow", "thursday week", "a week from monday", "the first monday of next month", "3/4"];
        Prop.ForAll(Gen.Elements(phrases).Zip(Gen.Choose(0, 2000)).ToArbitrary(), pair =>
        {
            var now = new LocalDate(2026, 1, 1).PlusDays(pair.Item2).At(new LocalTime(10, 0));
            var time = Assert.Single(TimeGrammar.Scan(Wording.Of(pair.Item1, Spoken.Default), Spoken.Default, now.Date));
            return time.Day!.Day(new Said(now)) is { } day && day >= now.Date;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_step_quotes_its_own_turn()
    {
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary(), text =>
        {
            var call = StepReaderTests.Exchange($"S: When?|P: {text} works for me", null);
            return StepReader.Read(call).Steps.All(step => step.Quote == step.Span.Of(call.Turns[step.Turn].Text));
        }).QuickCheckThrowOnFailure();
    }
}
