using SoftNo.Cues.Moments;
using SoftNo.Rescue.Templates;
using SoftNo.Rescue.Times;
using SoftNo.Signals;

namespace SoftNo.Rescue;

/// <summary>The line to copy into the CRM: facts only.</summary>
internal sealed class CrmLine(PlaybookFiles.CrmFile data, AmericanTime clock)
{
    /// <summary>The line of a reading: the stage kept or lowered, the next step with its date or none, what was asked.</summary>
    public Bilingual Of(Reading reading)
    {
        var parts = new[] { Stage(reading), Step(reading), Friction(reading) };
        return new Bilingual(string.Join(' ', parts.Select(part => part.Fr)), string.Join(' ', parts.Select(part => part.En)));
    }

    private Bilingual Stage(Reading reading) => reading.Verdict switch
    {
        Verdict.ClearNo => data.Stage.Lost.Bilingual,
        Verdict.SoftNo => data.Stage.Lowered.Bilingual,
        Verdict.Wavering when reading.StepAhead.Grade < Grade.Tentative => data.Stage.Lowered.Bilingual,
        Verdict.Wavering or Verdict.Engaged or Verdict.Insufficient => data.Stage.Kept.Bilingual,
    };

    private Bilingual Step(Reading reading)
    {
        var step = reading.StepAhead;
        var texts = data.Step;
        var text = step.Grade switch
        {
            Grade.None => texts.None,
            Grade.Refused => step.Quote is null ? texts.None : texts.Refused,
            Grade.Vague => step.Quote is null ? texts.None : texts.Vague,
            Grade.Task when step.Owed is not null => step.When is null ? texts.TaskUndated : texts.Task,
            Grade.Tentative => step.When is null ? texts.Undated : texts.Tentative,
            Grade.Task or Grade.Firm or Grade.Booked => step.When is null ? texts.Undated : texts.Dated,
        };
        var zone = reading.Call.Source.Zone;
        return Filled(text.Bilingual, [("quote", step.Quote, step.Quote), ("owed", step.Owed, step.Owed), ("when", French(step.When), English(step.When, zone))]);
    }

    private Bilingual Friction(Reading reading)
    {
        var topics = reading.Friction.Topics.Select(topic => data.Topics.GetValueOrDefault(topic)?.Bilingual ?? new Bilingual(topic, topic)).ToList();
        return Filled(data.Friction.Bilingual,
        [
            ("questions", $"{reading.Friction.HardQuestions}", $"{reading.Friction.HardQuestions}"),
            ("topics", Listed(topics.Select(topic => topic.Fr)), Listed(topics.Select(topic => topic.En))),
            ("objections", $"{reading.Friction.Objections}", $"{reading.Friction.Objections}"),
        ]);
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? $" ({list})" : "";

    private static Bilingual Filled(Bilingual text, (string Name, string? Fr, string? En)[] values) => new(
        values.Aggregate(text.Fr, (filled, value) => filled.Replace($"{{{value.Name}}}", value.Fr ?? "", StringComparison.Ordinal)),
        values.Aggregate(text.En, (filled, value) => filled.Replace($"{{{value.Name}}}", value.En ?? "", StringComparison.Ordinal)));

    private static string? French(Moment? when) => when switch
    {
        Moment.AtMinute minute => $"{AmericanTime.French24(minute.At.LocalDateTime)} (UTC{minute.At.Offset:m})",
        Moment.InPart part => AmericanTime.French24(part.Start.LocalDateTime),
        { } other when other.FirstDate == other.LastDate => AmericanTime.FrenchDay(other.FirstDate),
        { } other => $"{AmericanTime.FrenchDay(other.FirstDate)} – {AmericanTime.FrenchDay(other.LastDate)}",
        null => null,
    };

    private string? English(Moment? when, NodaTime.DateTimeZone? zone) => when switch
    {
        Moment.AtMinute minute => zone is null
            ? $"{AmericanTime.Day(minute.At.Date)}, {minute.At.Year}, {AmericanTime.Hour(minute.At.TimeOfDay)} (UTC{minute.At.Offset:m})"
            : $"{clock.Of(minute.At.ToInstant().InZone(zone))} ({minute.At.Year})",
        Moment.InPart part => $"{AmericanTime.Day(part.Start.Date)}, {part.Start.Year}, from {AmericanTime.Hour(part.Start.TimeOfDay)}",
        { } other when other.FirstDate == other.LastDate => $"{AmericanTime.Day(other.FirstDate)}, {other.FirstDate.Year}",
        { } other => $"{AmericanTime.Day(other.FirstDate)} – {AmericanTime.Day(other.LastDate)}, {other.LastDate.Year}",
        null => null,
    };
}
