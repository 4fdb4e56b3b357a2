using System.Globalization;
using NodaTime;

namespace SoftNo.Transcripts.Mail;

/// <summary>A date found among words.</summary>
/// <param name="Date">The day.</param>
/// <param name="Next">The place of the word behind it.</param>
internal readonly record struct FoundDate(LocalDate Date, int Next);

/// <summary>Reads the dates of out-of-office notes, English and French: "Monday, November 30", "le 30 novembre", "11/30", "30/11", "vendredi".</summary>
/// <param name="words">The note's words in lower case, signs at their ends cut.</param>
/// <param name="written">The day it was written.</param>
/// <param name="french">Whether numbers are day first.</param>
internal sealed class AbsenceDates(IReadOnlyList<string> words, LocalDate written, bool french)
{
    private static readonly Dictionary<string, int> Months = MailLexicon.Absence.Months;
    private static readonly Dictionary<string, int> Weekdays = MailLexicon.Absence.Weekdays;

    /// <summary>The date that begins at a word, or null.</summary>
    /// <param name="place">The word's place.</param>
    /// <param name="bare">Whether a day without its month is meant too ("back the 30th", "je reviens le 30").</param>
    public FoundDate? At(int place, bool bare = false)
    {
        int at = place;
        while (at < words.Count && at < place + 4 && MailLexicon.Absence.BeforeDate.Contains(words[at])) at++;
        if (at >= words.Count) return null;
        if (words[at] is "today" or "aujourd'hui") return new FoundDate(written, at + 1);
        if (words[at] is "tomorrow" or "demain") return new FoundDate(written.PlusDays(1), at + 1);
        int? weekday = Weekdays.TryGetValue(words[at], out int named) ? named : null;
        int behind = weekday is null ? at : at + 1;
        if (weekday is not null && behind < words.Count && words[behind] is "the" or "le" or "prochain" or "next") behind++;
        if (Written(behind) is { } dated) return dated;
        if ((weekday is not null || bare) && OfDay(behind) is { } numbered && (weekday is null || numbered.Date.DayOfWeek == (IsoDayOfWeek)weekday)) return numbered;
        return weekday is { } day ? new FoundDate(written.Next((IsoDayOfWeek)day), behind) : null;
    }

    /// <summary>A day without its month, as in "from the 23 to the 27 of November"; the month is that of the other date.</summary>
    public LocalDate? DayBefore(int place, LocalDate last)
    {
        int at = place;
        while (at < words.Count && (words[at] is "the" or "le" || Weekdays.ContainsKey(words[at]))) at++;
        if (at >= words.Count || DayOf(words[at]) is not { } day || day > last.Day) return null;
        return new LocalDate(last.Year, last.Month, day);
    }

    // "the 27th", "le 30": of this month, or of the next where it is past.
    private FoundDate? OfDay(int at)
    {
        if (at >= words.Count || DayOf(words[at]) is not { } day) return null;
        bool called = char.IsLetter(words[at][^1]) || (at > 0 && (words[at - 1] is "the" or "le" || words[at - 1].EndsWith("au", StringComparison.Ordinal)));
        if (!called) return null;
        LocalDate month = day >= written.Day ? written : written.PlusMonths(1);
        return Valid(month.Year, month.Month, day) is { } date ? new FoundDate(date, at + 1) : null;
    }

    private FoundDate? Written(int at)
    {
        if (at >= words.Count) return null;
        string word = words[at];
        if (Months.TryGetValue(word.TrimEnd('.'), out int month) && at + 1 < words.Count && DayOf(words[at + 1]) is { } day) return Whole(month, day, at + 2);
        if (DayOf(word) is { } first)
        {
            int name = at + 1 < words.Count && words[at + 1] is "of" or "de" ? at + 2 : at + 1;
            if (name < words.Count && Months.TryGetValue(words[name].TrimEnd('.'), out int named)) return Whole(named, first, name + 1);
        }

        return Numeric(word, at + 1);
    }

    private FoundDate? Whole(int month, int day, int next)
    {
        if (next < words.Count && words[next].Length == 4 && int.TryParse(words[next], NumberStyles.None, CultureInfo.InvariantCulture, out int year)) return Valid(year, month, day) is { } told ? new FoundDate(told, next + 1) : null;
        return Near(month, day) is { } date ? new FoundDate(date, next) : null;
    }

    private FoundDate? Numeric(string word, int next)
    {
        string[] parts = word.Split('/', '-', '.');
        if (parts.Length is not (2 or 3) || parts.Any(part => part.Length is 0 or > 4 || !part.All(char.IsAsciiDigit))) return null;
        if (parts.Length == 2 && !word.Contains('/', StringComparison.Ordinal)) return null;
        int[] numbers = [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        if (parts[0].Length == 4) return parts.Length == 3 && Valid(numbers[0], numbers[1], numbers[2]) is { } iso ? new FoundDate(iso, next) : null;
        // With points, or a number over 12 in the place of the month, the day stands first.
        bool dayFirst = french || word.Contains('.', StringComparison.Ordinal) || numbers[0] > 12;
        (int month, int day) = dayFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1]);
        if (parts.Length == 2) return Near(month, day) is { } near ? new FoundDate(near, next) : null;
        int year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2];
        return Valid(year, month, day) is { } date ? new FoundDate(date, next) : null;
    }

    // Without a year: the one that is nearest, a past of two months still this year's.
    private LocalDate? Near(int month, int day)
    {
        if (Valid(written.Year, month, day) is not { } date) return null;
        return date < written.PlusDays(-60) ? Valid(written.Year + 1, month, day) : date;
    }

    private static LocalDate? Valid(int year, int month, int day) =>
        year is >= 1980 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int? DayOf(string word)
    {
        int digits = 0;
        while (digits < word.Length && digits < 3 && char.IsAsciiDigit(word[digits])) digits++;
        if (digits is 0 or > 2 || (digits < word.Length && word[digits..] is not ("st" or "nd" or "rd" or "th" or "er"))) return null;
        int day = int.Parse(word[..digits], CultureInfo.InvariantCulture);
        return day is >= 1 and <= 31 ? day : null;
    }
}
