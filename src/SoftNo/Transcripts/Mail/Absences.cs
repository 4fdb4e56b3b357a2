using NodaTime;

namespace SoftNo.Transcripts.Mail;

/// <summary>Reads who is away until when: out-of-office notes, and a person's own sentence that says so.</summary>
internal static class Absences
{
    /// <summary>So many words are read: a note tells its dates early.</summary>
    private const int MostWords = 600;

    /// <summary>A place between "back" and the day is told in so many words.</summary>
    private const int MostPlaceWords = 6;

    private static readonly string[] Away = MailLexicon.Absence.Away.Select(MailLine.Folded).ToArray();
    private static readonly string[][] Through = Phrases(MailLexicon.Absence.Through);
    private static readonly string[][] Until = Phrases(MailLexicon.Absence.Until);
    private static readonly string[][] Back = Phrases(MailLexicon.Absence.Back);
    private static readonly string[][] Starting = Phrases(MailLexicon.Absence.From);
    private static readonly string[][] On = Phrases(MailLexicon.Absence.On);

    /// <summary>The absence that a message tells, or null; an automatic note tells one even without dates.</summary>
    /// <param name="text">The message's new words.</param>
    /// <param name="at">When it was written, or null.</param>
    /// <param name="isAutoReply">Whether a program sent it: every sentence then speaks of the absence.</param>
    public static ToldAbsence? In(string text, OffsetDateTime? at, bool isAutoReply)
    {
        ToldAbsence? unknown = isAutoReply ? new ToldAbsence(null, null) : null;
        if (at?.Date is not { } written) return unknown;
        LocalDate? first = null, single = null;
        var ends = new List<(int Certainty, LocalDate Last)>();
        bool french = IsFrench(text);
        foreach (string[] words in Sentences(text))
        {
            bool away = Array.Exists(Away, phrase => $" {string.Join(' ', words)} ".Contains($" {phrase} ", StringComparison.Ordinal));
            if (!isAutoReply && !away) continue;
            var dates = new AbsenceDates(words, written, french);
            LocalDate? begins = Read(words, dates, ends);
            first ??= begins;
            if (away) single ??= Single(words, dates);
        }

        LocalDate? last = ends.Where(end => end.Last >= written).OrderByDescending(end => end.Certainty).Select(end => (LocalDate?)end.Last).FirstOrDefault();
        if (last is null) return single >= written ? new ToldAbsence(single, single) : unknown;
        return new ToldAbsence(first is { } start && start <= last ? start : null, last);
    }

    // What one sentence says: the first day it names as such, and the ends, a stated last day being surest.
    private static LocalDate? Read(string[] words, AbsenceDates dates, List<(int Certainty, LocalDate Last)> ends)
    {
        LocalDate? first = null;
        for (int at = 0; at < words.Length; at++)
        {
            if (After(words, at, Back) is { } back && dates.At(BehindPlace(words, back), bare: true) is { } returns) ends.Add((3, returns.Date.PlusDays(-1)));
            else if (After(words, at, Through) is { } through && dates.At(through, bare: true) is { } last) ends.Add((4, last.Date));
            else if (After(words, at, Until) is { } until && dates.At(until, bare: true) is { } open) ends.Add((1, IsReturn(words, open) ? open.Date.PlusDays(-1) : open.Date));
            if (After(words, at, Starting) is { } from && dates.At(from) is { } start) first ??= start.Date;
            if (Range(words, at, dates) is not { } range) continue;
            first ??= range.First;
            // Days counted up ("Thursday and Friday") are less than a range.
            ends.Add((words[at] is "and" ? 2 : 4, range.Last));
        }

        return first;
    }

    // "I'm out Friday", where nothing tells an end.
    private static LocalDate? Single(string[] words, AbsenceDates dates)
    {
        for (int at = 0; at < words.Length; at++)
        {
            if (After(words, at, On) is { } on && dates.At(on) is { } day) return day.Date;
        }

        return null;
    }

    // "back", "at my desk", "on": the day stands behind the place.
    private static int BehindPlace(string[] words, int at)
    {
        int behind = at;
        while (behind < words.Length && behind < at + MostPlaceWords && MailLexicon.Absence.Places.Contains(words[behind])) behind++;
        return behind;
    }

    // "until Monday" is said of the day of return; "until Friday" of the last day away.
    private static bool IsReturn(string[] words, FoundDate date) =>
        date.Date.DayOfWeek == IsoDayOfWeek.Monday && !(date.Next < words.Length && MailLexicon.Absence.Inclusive.Contains(words[date.Next]));

    // "November 23 to 27", "du 23 au 27 novembre", "11/23 - 11/27": a day, a word that joins, a day.
    private static (LocalDate First, LocalDate Last)? Range(string[] words, int join, AbsenceDates dates)
    {
        if (join == 0 || join + 1 >= words.Length || !MailLexicon.Absence.Ranges.Contains(words[join])) return null;
        LocalDate? first = null;
        for (int back = Math.Max(0, join - 5); back < join && first is null; back++)
        {
            if (dates.At(back) is { } start && start.Next == join) first = start.Date;
        }

        if (dates.At(join + 1) is { } end)
        {
            for (int back = Math.Max(0, join - 3); back < join && first is null; back++) first = dates.DayBefore(back, end.Date);
            return first is { } from && from <= end.Date ? (from, end.Date) : null;
        }

        // "November 23 to 27": the month is said once.
        return first is { } same && Day(words[join + 1]) is { } day && day >= same.Day && day <= CalendarSystem.Iso.GetDaysInMonth(same.Year, same.Month)
            ? (same, new LocalDate(same.Year, same.Month, day)) : null;
    }

    private static int? Day(string word)
    {
        string digits = word.TrimEnd('s', 't', 'h', 'n', 'd', 'r', 'e');
        return digits.Length is 1 or 2 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    // The place behind the longest phrase that stands here, or null.
    private static int? After(string[] words, int at, string[][] phrases)
    {
        foreach (string[] phrase in phrases)
        {
            if (at + phrase.Length > words.Length || !words.AsSpan(at, phrase.Length).SequenceEqual(phrase)) continue;
            return at + phrase.Length;
        }

        return null;
    }

    private static bool IsFrench(string text)
    {
        string[] words = MailLine.Folded(text).Split(' ');
        return words.Count(word => MailLexicon.Absence.French.Contains(word.Trim(',', '.'))) * 6 >= words.Length;
    }

    private static List<string[]> Sentences(string text)
    {
        var sentences = new List<string[]>();
        var words = new List<string>();
        int count = 0;
        foreach (string word in MailLine.Folded(text).Replace("(", " ", StringComparison.Ordinal).Replace(")", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (++count > MostWords) break;
            words.AddRange(Split(word));
            // A point ends a sentence, unless a short form's ("Dec. 1").
            bool month = MailLexicon.Absence.Months.ContainsKey(word.TrimEnd('.'));
            if (word[^1] is not ('.' or '!' or '?') || month) continue;
            sentences.Add([.. words]);
            words.Clear();
        }

        if (words.Count > 0) sentences.Add([.. words]);
        return sentences;
    }

    // "23-27" and "11/23-11/27" are two days and a dash.
    private static IEnumerable<string> Split(string word)
    {
        string bare = word.Trim(',', '.', '!', '?', ';', ':', '"', '“', '”', '[', ']', '«', '»');
        if (bare.Length == 0) return word.All(c => c is '-' or '–' or '—') && word.Length > 0 ? [word] : [];
        int dash = bare.IndexOfAny(['-', '–', '—']);
        bool twoDays = dash > 0 && dash < bare.Length - 1 && bare.Count(c => c is '-' or '–' or '—') == 1 && char.IsAsciiDigit(bare[dash + 1]) && char.IsAsciiDigit(bare[0]);
        return twoDays ? [bare[..dash], "-", bare[(dash + 1)..]] : [bare];
    }

    private static string[][] Phrases(List<string> phrases) => [.. phrases.Select(phrase => MailLine.Folded(phrase).Split(' ')).OrderByDescending(phrase => phrase.Length)];
}
