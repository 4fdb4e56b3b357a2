using NodaTime;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Tests.Cues.Moments;

/// <summary>Days, hours and periods in the words of American buyers, said on Tuesday 17 November 2026.</summary>
public class DatesTests
{
    private static readonly LocalDateTime Said = new(2026, 11, 17, 10, 40);

    [Theory]
    [InlineData("let's do 3/4", "3/4", "2027-03-04")]
    [InlineData("two weeks from today works", "two weeks from today", "2026-12-01")]
    [InlineData("a week from Thursday", "a week from Thursday", "2026-11-26")]
    [InlineData("Thursday week is fine", "Thursday week", "2026-11-26")]
    [InlineData("the Monday after Thanksgiving", "the Monday after Thanksgiving", "2026-11-30")]
    [InlineData("Tuesday of next week", "Tuesday of next week", "2026-11-24")]
    [InlineData("next week, Wednesday", "next week, Wednesday", "2026-11-25")]
    [InlineData("put me down for the twenty-third", "the twenty-third", "2026-11-23")]
    [InlineData("the day after tomorrow", "the day after tomorrow", "2026-11-19")]
    [InlineData("first Monday of next month", "first Monday of next month", "2026-12-07")]
    [InlineData("December fourth then", "December fourth", "2026-12-04")]
    [InlineData("MLK Day", "MLK Day", "2027-01-18")]
    [InlineData("the fourth of July", "the fourth of July", "2027-07-04")]
    [InlineData("sometime Friday", "Friday", "2026-11-20")]
    [InlineData("Friday the 15th of January", "Friday the 15th of January", "2027-01-15")]
    public void Days_are_found_with_their_words(string text, string words, string day)
    {
        var time = Assert.Single(Times(text));
        Assert.Equal(words, text[time.Span.Start..time.Span.End]);
        Assert.Equal(day, NodaTime.Text.LocalDatePattern.Iso.Format(time.Day!.Day(new Said(Said))!.Value));
    }

    [Theory]
    [InlineData("tomorrow at half past nine", 9, 30)]
    [InlineData("Friday, quarter past twelve", 12, 15)]
    [InlineData("tomorrow, quarter till eleven", 10, 45)]
    [InlineData("Thursday at noon", 12, 0)]
    [InlineData("tuesday two ish", 14, 0)]
    [InlineData("thursday ten fifteen", 10, 15)]
    [InlineData("tuesday, fourteen hundred", 14, 0)]
    [InlineData("the twenty-third, oh-eight-hundred", 8, 0)]
    [InlineData("friday seven sharp", 7, 0)]
    [InlineData("Tuesday at seven at night", 19, 0)]
    [InlineData("tomorrow 2:30 pm", 14, 30)]
    [InlineData("Monday at five", 17, 0)]
    [InlineData("tomorrow nine a m", 9, 0)]
    [InlineData("Friday two oh five", 14, 5)]
    public void Hours_are_read_as_business_means_them(string text, int hour, int minute)
    {
        var time = Assert.Single(Times(text));
        Assert.Equal(new LocalTime(hour, minute), time.Clock!.InBusiness);
        Assert.NotNull(time.Day);
    }

    [Theory]
    [InlineData("it takes fifteen minutes")]
    [InlineData("three weeks of work")]
    public void A_duration_is_no_moment(string text) => Assert.NotNull(Assert.Single(Times(text)).Length);

    [Theory]
    [InlineData("this may take longer than we think")]
    [InlineData("the second one is cheaper")]
    [InlineData("the first round went well")]
    [InlineData("we sat on the fourth floor")]
    [InlineData("he marched off to the sun")]
    [InlineData("ten trucks and two terminals")]
    [InlineData("a 4:3 screen")]
    [InlineData("the secretary left")]
    public void Look_alikes_are_left_alone(string text) => Assert.DoesNotContain(Times(text), time => time.HasDate || time.HasHour);

    [Theory]
    [InlineData("Tuesdays are bad")]
    [InlineData("every Monday at nine")]
    public void What_recurs_is_no_single_time(string text) => Assert.All(Times(text), time => Assert.True(time.IsRecurring));

    [Theory]
    [InlineData("next week", "2026-11-23", "2026-11-30")]
    [InlineData("the week of the 14th", "2026-12-14", "2026-12-21")]
    [InlineData("the week after Thanksgiving", "2026-11-30", "2026-12-07")]
    [InlineData("Q2", "2027-04-01", "2027-07-01")]
    [InlineData("next quarter", "2027-01-01", "2027-04-01")]
    [InlineData("in February", "2027-02-01", "2027-03-01")]
    [InlineData("the last week of January", "2027-01-25", "2027-02-01")]
    public void Periods_have_their_first_day_and_the_day_after_their_last(string text, string first, string end)
    {
        var range = Assert.Single(Times(text)).Period!.Range(new Said(Said))!.Value;
        Assert.Equal(first, NodaTime.Text.LocalDatePattern.Iso.Format(range.First));
        Assert.Equal(end, NodaTime.Text.LocalDatePattern.Iso.Format(range.End));
    }

    [Fact]
    public void Next_Friday_keeps_both_readings_the_later_first()
    {
        var days = Assert.Single(Times("next Friday")).Day!.Days(new Said(Said));
        Assert.Equal([new LocalDate(2026, 11, 27), new LocalDate(2026, 11, 20)], days);
    }

    [Theory]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    public void Easter_is_right(int year, int month, int day) => Assert.Equal(new LocalDate(year, month, day), Holiday.Easter(year));

    private static IReadOnlyList<TimeExpression> Times(string text) => TimeGrammar.Scan(Wording.Of(text, Spoken.Default), Spoken.Default, Said.Date);
}
