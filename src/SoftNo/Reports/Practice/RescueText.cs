using System.Globalization;
using SoftNo.Reports.Text;
using SoftNo.Rescue;
using SoftNo.Rescue.Times;

namespace SoftNo.Reports.Practice;

/// <summary>One rescue in full, for a terminal: what to say, what to send, the slot, and what each answer means.</summary>
public static class RescueText
{
    /// <summary>Writes it.</summary>
    /// <param name="report">The call it belongs to.</param>
    /// <param name="rescue">The rescue.</param>
    /// <param name="clock">How times are named.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="width">The terminal's columns.</param>
    /// <param name="colour">Whether it takes colours.</param>
    public static string Write(Report report, FilledRescue rescue, AmericanTime clock, string language, int width, bool colour)
    {
        var say = new Sentences(report, language);
        var words = PracticeWords.In(language).Rescue;
        var page = new TextPage(Math.Max(20, width), colour);
        page.Line($"{say.Move(rescue)}", 0, "", Ink.Strong);
        page.Line(rescue.Why.In(language), 0, "", Ink.Faint);
        WriteSay(page, rescue, words, language);
        page.Title(words.Delivery);
        page.Line(rescue.Delivery.In(language));
        page.Title(words.Coaching);
        page.Line(rescue.Coaching.In(language));
        page.Title(words.Avoid);
        page.Line(rescue.Avoid.In(language));
        WriteMail(page, rescue.Mail, words, say.Words.Colon);
        WriteSlot(page, rescue, words, clock, language);
        WriteThen(page, rescue, words, language, say.Words.Colon);
        WriteMade(page, report, say, words);
        WriteOpen(page, rescue, words);
        return page.ToString();
    }

    /// <summary>What is still open, as it stands in the texts: <c>[case study]</c>, each once.</summary>
    private static void WriteOpen(TextPage page, FilledRescue rescue, RescueLabels words)
    {
        var open = rescue.Slots.Where(slot => slot.Value is null).Select(slot => slot.Shown).Distinct().ToList();
        if (open.Count == 0) return;
        page.Title(words.Open);
        foreach (var name in open) page.Line($"[{name}]", 2, "· ", Ink.Doubt);
    }

    private static void WriteSay(TextPage page, FilledRescue rescue, RescueLabels words, string language)
    {
        page.Title(words.Say);
        foreach (var tone in Enum.GetValues<Tone>())
        {
            var name = PracticeWords.In(language).Tones[tone.ToString().ToLowerInvariant()];
            page.Line(rescue.Tone == tone ? $"{name} ({words.Recommended})" : name, 2, "", Ink.Faint);
            page.Line(Plain.Of(rescue.Say.In(tone)), 4, "", rescue.Tone == tone ? Ink.Spoken : Ink.Plain);
        }
    }

    private static void WriteMail(TextPage page, Mail mail, RescueLabels words, string colon)
    {
        page.Title(words.Mail);
        page.Line($"{words.To}{colon}{Plain.Of(mail.To ?? words.OpenAddress)}", 2, "", Ink.Faint);
        page.Line($"{words.Subject}{colon}{Plain.Of(mail.Subject)}", 2, "", Ink.Faint);
        foreach (var line in mail.Body.TrimEnd('\n').Split('\n'))
        {
            if (line.Length == 0) page.Gap();
            else page.Line(Plain.Of(line), 4);
        }
    }

    private static void WriteSlot(TextPage page, FilledRescue rescue, RescueLabels words, AmericanTime clock, string language)
    {
        page.Title(words.Slot);
        if (rescue.Hold is not { } hold)
        {
            page.Line(words.NoSlot);
            return;
        }
        var ours = language == "fr" ? AmericanTime.French24(hold.OurStart.LocalDateTime) : $"{AmericanTime.Day(hold.OurStart.Date)}, {AmericanTime.Hour(hold.OurStart.TimeOfDay)}";
        page.Line($"{clock.Of(hold.Start)} ({string.Format(CultureInfo.InvariantCulture, words.Ours, ours)})", 2, "", Ink.Spoken);
        if (hold.Note is { } note) page.Line(note.In(language), 2, "", Ink.Doubt);
        if (hold.Alternatives.Count > 0) page.Line($"{words.Alternatives}{ReportWords.In(language).Colon}{string.Join(" · ", hold.Alternatives.Select(clock.Of))}", 2, "", Ink.Faint);
    }

    private static void WriteMade(TextPage page, Report report, Sentences say, RescueLabels words)
    {
        var made = report.Reading.Seller.Moves;
        if (made.Count == 0) return;
        page.Title(words.Moves);
        foreach (var move in made)
        {
            page.Line(say.Words.Moves.GetValueOrDefault(move.Move, move.Move), 2, $"{say.At(move.Turn)} ", Ink.Plain, Ink.Faint);
            foreach (var answer in move.Answer.Select(report.Reading.CueOf)) page.Line(say.Quote(answer.Quote), 4, "→ ", Ink.Quoted);
        }
    }

    private static void WriteThen(TextPage page, FilledRescue rescue, RescueLabels words, string language, string colon)
    {
        page.Title(words.Then);
        foreach (var then in rescue.Then)
        {
            page.Line($"“{then.IfTheySay}”", 2, "· ", Ink.Quoted);
            page.Line(then.Means.In(language), 4, "→ ");
            page.Line($"“{Plain.Of(then.Say)}”", 4, $"{words.SayBack}{colon}", Ink.Spoken, Ink.Faint);
            page.Line(then.Do.In(language), 4, $"{words.Do}{colon}", Ink.Plain, Ink.Faint);
        }
    }
}
